"""The missing-link report for the terminal: three tables of gaps, then what is to be verified, planned and there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from rich.console import Console

from lianpu.cli.printing import console, table
from lianpu.cli.words import words
from lianpu.queries.labels import labels
from lianpu.queries.records import Candidate, ChainReport, Evidence, GapReport, GapRow

CANDIDATES_SHOWN = 4
"""Candidates printed for a link; CSV and JSON have all."""
SENTENCES_SHOWN = 2

Column = Callable[[GapRow], str]


def gap_report(report: GapReport) -> None:
    """Print the missing links of a region, chain by chain."""
    out = console()
    if not report.chains:
        out.print(f"{report.full_name}：{words().no_chain}", markup=False)
    for chain in report.chains:
        _chain(out, report.full_name, chain)


def _chain(out: Console, region: str, chain: ChainReport) -> None:
    label = labels()
    out.print(f"{region} · {chain.chain}", style="bold", markup=False)
    if chain.known:
        out.print(f"{label['text']['coverage']}：{chain.covered}/{chain.total} 环节\n", markup=False)
        _links(out, chain)
    else:
        out.print(label["heading"]["unknown"], markup=False)
    if chain.searched:
        out.print(words().searched.format(titles="".join(f"《{title}》" for title in chain.searched)), markup=False)


def _links(out: Console, chain: ChainReport) -> None:
    head: Mapping[str, Column] = {_column("link"): _name, words().owner: _owners, words().sentence: _declared}
    _table(out, "recruit", chain.table("recruit"), {**head, words().candidates: _candidates})
    _table(out, "breakthrough", chain.table("breakthrough"), {**head, words().help: _help})
    _table(out, "extend", chain.table("extend"), head)
    _table(out, "unstated", chain.in_state("unstated"), {_column("link"): _name, words().candidates: _candidates})
    planned = {_column("link"): _name, _column("owner"): _planners, words().sentence: _planned}
    _table(out, "planned", chain.in_state("planned"), planned)
    covered = {_column("link"): _name, _column("firms"): _firms, words().sentence: _covered}
    _table(out, "covered", chain.in_state("covered"), covered)


def _column(key: str) -> str:
    return labels()["column"][key]


def _table(out: Console, heading: str, rows: Sequence[GapRow], columns: Mapping[str, Column]) -> None:
    if rows:
        title = f"{labels()['heading'][heading]}（{len(rows)}）"
        out.print(table(list(columns), [[cell(row) for cell in columns.values()] for row in rows], title))


def _name(row: GapRow) -> str:
    return row.name


def _owners(row: GapRow) -> str:
    lines = list(dict.fromkeys(f"{one.owner.name}（{labels()['status'][one.status]}）" for one in row.declared))
    if row.covers:
        lines.append(words().also.format(firms="、".join(dict.fromkeys(cover.firm.name for cover in row.covers))))
    return "\n".join(lines)


def _declared(row: GapRow) -> str:
    return sentences(e for one in row.declared for e in one.evidence)


def _planners(row: GapRow) -> str:
    return "、".join(dict.fromkeys(one.owner.name for one in row.planned))


def _planned(row: GapRow) -> str:
    return sentences(e for one in row.planned for e in one.evidence)


def _firms(row: GapRow) -> str:
    """Firms that make it, then those that carry it because they lead its industry."""
    makers = dict.fromkeys(cover.firm.name for cover in row.covers if cover.through is None)
    leaders = dict.fromkeys(cover.firm.name for cover in row.covers if cover.through is not None)
    carried = f"{labels()['text']['carried']}：{'、'.join(leaders)}" if leaders else ""
    return "\n".join(part for part in ("、".join(makers), carried) if part)


def _covered(row: GapRow) -> str:
    return sentences(e for cover in row.covers for e in cover.evidence)


def _help(row: GapRow) -> str:
    return "、".join(dict.fromkeys(backing.entity.name for backing in row.supporters)) or words().none


def _candidates(row: GapRow) -> str:
    """The first candidates, those with the same grounds on one line, and who else here seeks it."""
    together: dict[str, list[str]] = {}
    for one in row.candidates[:CANDIDATES_SHOWN]:
        together.setdefault(_grounds(one), []).append(_firm(one))
    lines = [f"{'、'.join(firms)}{grounds}" for grounds, firms in together.items()]
    if len(row.candidates) > CANDIDATES_SHOWN:
        lines.append(words().more.format(count=len(row.candidates) - CANDIDATES_SHOWN))
    sought = dict.fromkeys((one.owner.name, one.match.mention) for one in row.sought_elsewhere)
    lines += [labels()["text"]["elsewhere"].format(owner=owner, name=name) for owner, name in sought]
    return "\n".join(lines) or words().none


def _firm(candidate: Candidate) -> str:
    place = candidate.firm.place or labels()["distance"]["unknown"]
    derived = f"，{labels()['text']['derived'].format(title=candidate.firm.placed_by)}" if candidate.firm.placed_by else ""
    return f"{candidate.firm.name}（{place}{derived}）"


def _grounds(candidate: Candidate) -> str:
    """The tier in words, the industry that ties the firm to the link, and the sentence behind it."""
    through = words().through.format(industry=candidate.through.name) if candidate.through else ""
    supplies = words().supplies.format(chain=candidate.chain, link=candidate.link) if candidate.chain else ""
    quote = "".join(f"“{evidence.text}”（《{evidence.title}》）" for evidence in candidate.evidence[:1])
    return f"{labels()['tier'][candidate.tier]}{through}{supplies}。{quote}"


def sentences(evidence: Iterable[Evidence]) -> str:
    """The first sentences, each with its document and section."""
    unique = dict.fromkeys(f"“{e.text}”（《{e.title}》{'·' if e.section else ''}{e.section}）" for e in evidence)
    return "\n".join(list(unique)[:SENTENCES_SHOWN])
