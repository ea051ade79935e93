"""How well documents are read that nothing was learned from, and how fast.

    python benchmarks/extraction.py GOLD:TEXT… --score SCORE.py --sealed FILE_OR_NAMES [--models DIR] [--write docs/extraction.md]

Every open document is read with a judge trained on the other open ones and a tagger trained on the other folds
(``tagging.py``), every sealed document with those trained on all open ones. Sealed documents are only scored: no error of theirs
is counted or shown. ``--models`` keeps what was learned in a directory and takes it from there the next time; without it all is
trained anew. ``--write`` puts the tables into a document, between its two marks. The scorer is given by its path; ``load``,
``norm``, ``align``, ``surface_map``, ``score``, ``pool`` and ``prf`` are taken from it.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import tagging
import train
from corpus import Doc, annotation, corpus, sealed_names

from lianpu import extract
from lianpu.extract import judge
from lianpu.extract import read as files
from lianpu.extract.tag_features import Weights
from lianpu.extract.tagger import Tagger
from lianpu.model import encode_lines

PREDICATES = (
    "focusesOn",
    "seeks",
    "produces",
    "anchors",
    "locatedIn",
    "subIndustryOf",
    "stageOf",
    "feeds",
    "partOf",
    "worksWith",
    "supports",
    "regulates",
    "leadAgency",
    "responsibleAgency",
)
BEGIN, END = "<!-- figures: written by benchmarks/extraction.py -->", "<!-- end of figures -->"

Scored = dict[str, Any]
"""What the scorer says of one document."""
Lines = list[dict[str, Any]]


@dataclass(frozen=True)
class Learned:
    """What was learned without a document: by the judge from all others, by the tagger from the other folds."""

    judge: judge.Model | None
    tagger: Tagger | None

    @classmethod
    def load(cls, path: Path) -> Learned:
        """From PATH.json and PATH.tagger.json."""
        model = msgspec.json.decode(path.with_name(path.name + ".json").read_bytes(), type=judge.Model)
        return cls(model, Tagger(msgspec.json.decode(path.with_name(path.name + ".tagger.json").read_bytes(), type=Weights)))


@dataclass(frozen=True)
class Measured:
    """One document: its score, the kinds of its errors (none when sealed), its length."""

    name: str
    sealed: bool
    score: Scored
    errors: Counter[tuple[str, str, str]]
    characters: int


RULES = Learned(None, None)


def load_scorer(path: Path) -> Any:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: not a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def learned(docs: Sequence[Doc], sealed: frozenset[str], kept: Path | None) -> dict[str, Learned]:
    """For every open document a judge and a tagger that have not seen it; under the empty name those of all of them."""
    names = [d.name for d in docs if d.name not in sealed]
    if kept is not None and all((kept / f"{name}.json").is_file() for name in [*names, "all"]):
        return {n: Learned.load(kept / (n or "all")) for n in [*names, ""]}
    opened = [d for d in docs if d.name not in sealed]
    taggers = tagging.crossed(opened)
    data = {d.name: train.judged(d, Tagger(taggers[d.name])) for d in opened}
    judges = {**train.leave_one_out(data), "": train.train([j for rows in data.values() for j in rows])}
    if kept is not None:
        kept.mkdir(parents=True, exist_ok=True)
        for name, model in judges.items():
            (kept / f"{name or 'all'}.json").write_bytes(msgspec.json.encode(model, order="sorted"))
            (kept / f"{name or 'all'}.tagger.json").write_bytes(msgspec.json.encode(taggers[name]))
    return {name: Learned(model, Tagger(taggers[name])) for name, model in judges.items()}


def measure(doc: Doc, model: Learned, scorer: Any, sealed: bool) -> Measured:
    """Read and score one document."""
    source = files.read(doc.text, max_size=extract.MAX_SIZE)
    lines: Lines = [json.loads(row) for row in encode_lines(extract.extract_with(source, model.judge, model.tagger)).splitlines()]
    gold: Lines = annotation(doc)
    errors = Counter[tuple[str, str, str]]() if sealed else causes(gold, lines, scorer)
    return Measured(doc.name, sealed, scorer.score(gold, lines, source.text), errors, len(source.text))


class Sides:
    """Gold and extracted facts as triples of gold entities; what has no gold entity keeps its name."""

    def __init__(self, gold: Lines, lines: Lines, scorer: Any) -> None:
        mine, theirs = [x for x in gold if x["kind"] == "entity"], [x for x in lines if x["kind"] == "entity"]
        pairs: dict[int, int] = scorer.align(mine, theirs, True)
        taken = set(pairs.values())
        pairs |= {p: g for p, g in scorer.align(mine, theirs, False).items() if p not in pairs and g not in taken}
        self.found = set(pairs.values())
        known, read = scorer.surface_map(mine), scorer.surface_map(theirs)
        self.gold: set[tuple[Any, str, Any]] = {
            (known.get(scorer.norm(f["s"])), f["p"], known.get(scorer.norm(f["o"]))) for f in gold if f["kind"] == "fact"
        }
        ends = {e: pairs.get(read.get(scorer.norm(e), -1), e) for f in lines if f["kind"] == "fact" for e in (f["s"], f["o"])}
        self.read: set[tuple[Any, str, Any]] = {(ends[f["s"]], f["p"], ends[f["o"]]) for f in lines if f["kind"] == "fact"}


def causes(gold: Lines, lines: Lines, scorer: Any) -> Counter[tuple[str, str, str]]:
    """(predicate, missed or wrong, cause) of every fact that differs."""
    sides = Sides(gold, lines, scorer)
    out: Counter[tuple[str, str, str]] = Counter()
    for kind, these, others in (("missed", sides.gold, sides.read), ("wrong", sides.read, sides.gold)):
        owners: dict[tuple[Any, ...], int] = Counter((p, o) for _, p, o in others)
        words: dict[tuple[Any, ...], set[str]] = defaultdict(set)
        for s, p, o in others:
            words[s, o].add(p)
        for s, p, o in these - others:
            absent = [name for name, x in (("object", o), ("owner", s)) if x not in sides.found]
            if absent and absent[0] == "object":
                cause = "object not found" if kind == "missed" else "object is not in the gold"
            elif owners[p, o]:
                cause = "owner wrong"
            elif absent:
                cause = "owner not found" if kind == "missed" else "owner is not in the gold"
            elif words[s, o]:
                cause = "predicate wrong"
            else:
                cause = "both found, not related" if kind == "missed" else "both in the gold, not related"
            out[p, kind, cause] += 1
    return out


def f1(part: Mapping[str, Any] | None) -> str:
    """F1 of a score, or nothing where there is nothing to find and nothing found."""
    return f"{part['f1']:.3f}" if part and (part["gold"] or part["pred"]) else "–"


def rate(part: Mapping[str, Any] | None) -> str:
    """A rate, or nothing of nothing."""
    return f"{part['rate']:.3f}" if part and part.get("of", part.get("quotes")) else "–"


def pooled(scores: Sequence[Scored], scorer: Any) -> Scored:
    """The scorer's own sums, and those of every predicate."""
    out: Scored = scorer.pool(scores)
    for predicate in PREDICATES:
        parts = [s["fact"][predicate] for s in scores if predicate in s["fact"]]
        out[predicate] = scorer.prf(*(sum(part[k] for part in parts) for k in ("tp", "pred", "gold")))
    return out


def table(rows: Iterable[Sequence[str]]) -> list[str]:
    """A Markdown table; the first row is its head."""
    head, *body = rows
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *body)]


def by_document(measured: Sequence[Measured]) -> list[str]:
    """One row a document."""
    rows = [["document", "entity", "enterprise", "fact", "P", "R", "status", "target", "in full", "grounding", "document fields"]]
    for m in measured:
        s, fact = m.score, m.score["fact"]
        fields = s.get("document", {"right": 0, "fields": 0})
        rows.append(
            [
                m.name + (" (sealed)" if m.sealed else ""),
                f1(s["entity"]["micro"]),
                f1(s["entity"].get("Enterprise")),
                f1(fact["micro"]),
                f"{fact['micro']['p']:.3f}",
                f"{fact['micro']['r']:.3f}",
                rate(fact["status"]),
                f1(s["target"]),
                f1(s["target_full"]),
                rate(s["grounding"]),
                f"{fields['right']}/{fields['fields']}",
            ]
        )
    return table(rows)


def by_kind(groups: Mapping[str, Scored]) -> list[str]:
    """One row a kind of line or predicate, one pair of columns a group of documents."""
    rows = [["", *(f"{name}: {what}" for name in groups for what in ("P / R", "F1", "right / read / gold"))]]
    for key in ("entity", "enterprise", "fact", *PREDICATES, "target", "target_full"):
        row = [key]
        for pool in groups.values():
            part = pool.get(key)
            if not part:
                row += ["–"] * 3
                continue
            row += [f"{part['p']:.3f} / {part['r']:.3f}", f1(part), f"{part['tp']} / {part['pred']} / {part['gold']}"]
        rows.append(row)
    for key in ("status", "existing_recall", "stage_place", "grounding", "document"):
        row = [key]
        for pool in groups.values():
            row += ["", rate(pool[key]), f"{pool[key]['ok']} / {pool[key]['of']}"] if key in pool else ["–"] * 3
        rows.append(row)
    return table(rows)


def by_error(measured: Iterable[Measured]) -> list[str]:
    """The twenty most frequent kinds of error in the open documents."""
    total: Counter[tuple[str, str, str]] = Counter()
    for m in measured:
        total += m.errors
    ranked = sorted(total.items(), key=lambda item: (-item[1], item[0]))
    return table([["facts", "predicate", "", "cause"], *([str(n), *kind] for kind, n in ranked[:20])])


def speed(docs: Iterable[Doc], model: Learned) -> float:
    """Characters a second of one core, files read beforehand."""
    sources = [files.read(d.text, max_size=extract.MAX_SIZE) for d in docs]
    extract.extract_with(sources[0], model.judge, model.tagger)
    started = time.process_time()
    for source in sources:
        extract.extract_with(source, model.judge, model.tagger)
    return sum(len(s.text) for s in sources) / (time.process_time() - started)


def report(docs: Sequence[Doc], sealed: frozenset[str], models: Mapping[str, Learned], scorer: Any) -> list[str]:
    """All tables as Markdown."""
    measured = [measure(d, models.get(d.name, models[""]), scorer, d.name in sealed) for d in docs]
    groups = {
        name: pooled([m.score for m in measured if m.sealed == flag], scorer)
        for name, flag in (("open", False), ("sealed", True))
        if any(m.sealed == flag for m in measured)
    }
    return [*by_document(measured), "", *by_kind(groups), "", *by_error(measured)]


def write(path: Path, lines: Sequence[str]) -> None:
    """Put the tables between the marks of a document."""
    text = path.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"{path}: has no lines “{BEGIN}” and “{END}”")
    path.write_text("\n".join([before + BEGIN, *lines, END]) + after, encoding="utf-8")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", metavar="GOLD:TEXT")
    parser.add_argument("--score", type=Path, required=True, help="the scorer, a Python file")
    parser.add_argument("--sealed", default="", help="names that are only scored, with commas, or a file of names")
    parser.add_argument("--models", type=Path, help="directory that keeps what was learned from this corpus")
    parser.add_argument("--rules", action="store_true", help="without anything learned")
    parser.add_argument("--speed", action="store_true", help="also characters a second, with and without what is learned")
    parser.add_argument("--write", type=Path, help="document whose tables are replaced")
    options = parser.parse_args()
    scorer, docs, sealed = load_scorer(options.score), corpus(options.corpora), sealed_names(options.sealed)
    models = {"": RULES} if options.rules else learned(docs, sealed, options.models)
    lines = report(docs, sealed, models, scorer)
    if options.speed:
        fast, bare = speed(docs, models[""]), speed(docs, RULES)
        lines += ["", f"Characters a second on one core: {fast:,.0f} with what is learned, {bare:,.0f} with rules alone."]
    print("\n".join(lines))
    if options.write:
        write(options.write, lines)


if __name__ == "__main__":
    main()
