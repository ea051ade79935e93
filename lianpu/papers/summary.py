"""The two or three sentences that an officer forwards: what is declared missing, who could fill it, which park and policy."""

from __future__ import annotations

from collections.abc import Iterator

from lianpu.papers.phrases import Phrases, all_declared
from lianpu.queries.records import ChainReport, GapReport, GapRow
from lianpu.viz.paper import Line

_NAMES = 8
_FIRMS = 5
_PLACES = 4


def of_chain(say: Phrases, region: str, chain: ChainReport) -> tuple[Line, ...]:
    """The summary of one chain that documents of the region cover."""
    words = say.words
    sentences = (_declared(say, region, chain), _filling(say, chain), _behind(say, chain))
    unstated = len(chain.in_state("unstated"))
    key = "summary_coverage" if unstated else "summary_coverage_only"
    coverage = words(key, covered=chain.covered, total=chain.total, count=unstated)
    return tuple(Line(text) for text in (*sentences, coverage) if text)


def of_region(say: Phrases, report: GapReport) -> tuple[Line, ...]:
    """The summary of all chains of a region."""
    words = say.words
    declared = [chain for chain in report.chains if chain.in_state("declared")]
    if not declared:
        return (Line(words("summary_region_none", region=report.full_name, chains=len(report.chains))),)
    listed = words("semicolon").join(_most_urgent(say, chain) for chain in sorted(declared, key=_weight)[:_NAMES])
    total = {"region": report.full_name, "chains": len(report.chains), "declared": len(declared), "names": listed}
    return (Line(words("summary_region", **total)),)


def _weight(chain: ChainReport) -> tuple[int, str]:
    return -len(chain.in_state("declared")), chain.chain


def _most_urgent(say: Phrases, chain: ChainReport) -> str:
    names = say.words.names((row.name for row in chain.in_state("declared")), 3, "links")
    return chain.chain + say.words("bracket", text=names)


def _declared(say: Phrases, region: str, chain: ChainReport) -> str:
    words = say.words
    tables = {"recruit": "links", "breakthrough": "techniques", "extend": "directions"}
    parts = [
        words(f"summary_{table}", names=words.names((say.link(row, chain.chain) for row in rows), _NAMES, unit))
        for table, unit in tables.items()
        if (rows := chain.table(table))  # type: ignore[arg-type]
    ]
    called = say.chain(chain.chain)
    if not parts:
        return words("summary_none", region=region, chain=called)
    titles = words.titles((e.title for e in all_declared(chain)), 3)
    return words("summary_declared", titles=titles, region=region, chain=called, parts=words("semicolon").join(parts))


def _filling(say: Phrases, chain: ChainReport) -> str:
    """The first candidate of every link to be recruited, firms together with their links, and links that have none."""
    words = say.words
    firms: dict[str, list[str]] = {}
    alone: list[str] = []
    for row in chain.table("recruit"):
        if row.candidates:
            firms.setdefault(say.short_firm(row.candidates[0]), []).append(row.name)
        else:
            alone.append(row.name)
    listed = [words("summary_firm", firm=firm, links=words.names(links, 4, "links")) for firm, links in firms.items()]
    text = words("summary_fill", firms=words("semicolon").join(listed[:_FIRMS])) if listed else ""
    return text + (words("summary_no_firm", links=words.names(alone, _NAMES, "links")) if alone else "")


def _behind(say: Phrases, chain: ChainReport) -> str:
    words = say.words
    declared = chain.in_state("declared")
    parks = list(_names(declared, "parks"))
    policies = list(_names(declared, "policies"))
    text = words("summary_parks", parks=words.names(parks, _PLACES, "parks")) if parks else ""
    return text + (words("summary_policies", policies=words.titles(policies, 3)) if policies else "")


def _names(rows: tuple[GapRow, ...], kind: str) -> Iterator[str]:
    for row in rows:
        yield from (backing.entity.name for backing in getattr(row, kind))
