"""How many of the things that documents tie to a chain are a link of the reference chains, and how fast the chains load.

    python benchmarks/chains.py GOLD… [--skip NAME]… [--misses N] [--write docs/chains.md]

GOLD are folders with NAME.jsonl in the form of ``lianpu extract``. Counted are objects of seeks and produces whose subject is an
industry of a chain, and of stageOf and feeds where either end is (the other end is looked up). Shares are of matches in that
very chain, then in any chain; the last column also counts a thing that is a chain as a whole (a market such as 航空航天); matches
that are only possible do not count. Claims are counted once per document, subject and thing.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lianpu.ontology.chains import Chain, chains
from lianpu.queries.matching import Matcher, Term
from lianpu.queries.scope import link_term

MARKS = re.compile(r"(<!-- shares -->\n).*?(<!-- /shares -->)", re.DOTALL)
PREDICATES = ("seeks", "produces", "stageOf", "feeds")


class Cover:
    """Matchers for the industries and the links of the chains."""

    def __init__(self, known: Mapping[str, Chain]) -> None:
        self._industries = Matcher(Term(key=c.name, name=c.name, synonyms=c.industries) for c in known.values())
        self._links = {chain.name: Matcher(map(link_term, chain.links)) for chain in known.values()}

    def chains_of(self, names: Sequence[str]) -> tuple[str, ...]:
        """The chains that an industry of these names is."""
        return tuple(sorted(key for key, match in self._industries.match(*names).items() if not match.possible))

    def linked(self, names: Sequence[str]) -> frozenset[str]:
        """The chains of which a thing of these names is a link."""
        found = ((chain, links.match(*names)) for chain, links in self._links.items())
        return frozenset(chain for chain, matches in found if any(not match.possible for match in matches.values()))


def things(file: Path, cover: Cover) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Predicate, chains, and names of the thing, of each claim that counts."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    names: dict[str, tuple[str, ...]] = {r["name"]: (r["name"], *r.get("aliases", ())) for r in rows if r["kind"] == "entity"}
    claims = {(r["p"], r["s"], r["o"]) for r in rows if r.get("p") in PREDICATES}
    for predicate, subject, target in sorted(claims):
        ends = {end: cover.chains_of(names.get(end, (end,))) for end in (subject, target)}
        if ends[subject] and predicate != "stageOf":
            yield predicate, ends[subject], names.get(target, (target,))
        elif ends[target] and predicate in ("stageOf", "feeds"):
            yield predicate, ends[target], names.get(subject, (subject,))
        elif ends[subject]:
            yield predicate, ends[subject], names.get(target, (target,))


def main() -> None:
    """Print shares by predicate, and the most frequent misses."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--skip", action="append", default=[], metavar="NAME")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--write", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    started = time.perf_counter()
    known = chains()
    seconds = time.perf_counter() - started
    print(f"{len(known)} chains, {sum(len(c.links) for c in known.values())} links, {seconds:.3f} s to load")
    cover = Cover(known)
    total, own, anywhere, whole = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    missed = Counter[tuple[str, str]]()
    files = [file for folder in arguments.gold for file in sorted(folder.glob("*.jsonl")) if file.stem not in arguments.skip]
    for predicate, of, names in (thing for file in files for thing in things(file, cover)):
        linked = cover.linked(names)
        for key in (predicate, "all"):
            total[key] += 1
            own[key] += not linked.isdisjoint(of)
            anywhere[key] += bool(linked)
            whole[key] += bool(linked or cover.chains_of(names))
        if not linked:
            missed[(of[0], names[0])] += 1
    table = "\n".join(rows(total, {"in the matched chain": own, "in any chain": anywhere, "or as a whole chain": whole}))
    print(table)
    for (chain, name), _ in missed.most_common(arguments.misses):
        print(f"  {chain}\t{name}")
    if arguments.write:
        document = arguments.write.read_text("utf-8")
        arguments.write.write_text(MARKS.sub(lambda found: f"{found[1]}{table}\n{found[2]}", document), "utf-8")


def rows(total: Counter[str], shares: Mapping[str, Counter[str]]) -> Iterator[str]:
    """The shares as a table, a row a predicate."""
    yield f"| relation | things | {' | '.join(shares)} |"
    yield "| --- " * (len(shares) + 2) + "|"
    for key in (*PREDICATES, "all"):
        if total[key]:
            yield f"| {key} | {total[key]} | {' | '.join(f'{found[key] / total[key]:.3f}' for found in shares.values())} |"


if __name__ == "__main__":
    main()
