"""An audit as sheets and as a paper: a section and a sheet for each kind of finding, every sentence among the sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lianpu.messages import Language
from lianpu.papers.draft import Draft
from lianpu.papers.phrases import Phrases
from lianpu.papers.printed import Printed
from lianpu.papers.words import Words, words
from lianpu.queries.audit import KINDS, Audit, AuditKind, Finding
from lianpu.viz.paper import Cell, Line
from lianpu.viz.sheets import Sheet, Value

_SHOWN = 2
"""Sentences that a table quotes; the others are among the sources."""
_HEADS: Mapping[AuditKind, tuple[str, ...]] = {
    "foreign": ("jurisdiction",),
    "shared": ("length",),
    "target": ("subject", "metric", "values"),
    "place": ("name",),
    "alias": ("name", "entities"),
    "redirect": ("id", "leads_to"),
}
"""What a finding of each kind has beside its sentences."""
_WIDE = {"sentence": 4.0, "entities": 2.5, "id": 3.0, "leads_to": 3.0, "length": 0.8}


def audit_report(found: Audit, language: Language = "zh") -> Printed:
    """An audit to be printed; its sheets have a row for every sentence."""
    texts = words(language)
    draft = Draft(texts)
    for kind in KINDS:
        if findings := found.of(kind):
            _section(draft, kind, findings)
            if kind == "place" and found.unplaced:
                draft.paragraph(texts("audit_unplaced", count=found.unplaced))
    draft.sources()
    subtitle = texts("audit_subtitle", documents=len(found.documents), count=len(found.findings))
    summary = map(Line, audit_notes(found, language))
    return Printed(draft.paper(texts.title("audit_title"), subtitle, summary), lambda: audit_sheets(found, language))


def audit_notes(found: Audit, language: Language = "zh") -> tuple[str, ...]:
    """How much of each kind was found."""
    texts = words(language)
    counts = ((texts(f"audit_{kind}"), len(found.of(kind))) for kind in KINDS)
    parts = [texts("audit_count", heading=heading, count=count) for heading, count in counts if count]
    return (texts("semicolon").join(parts) + texts("stop").rstrip() if parts else texts("audit_none"),)


def audit_sheets(found: Audit, language: Language = "zh", *, brief: bool = False) -> tuple[Sheet, ...]:
    """A sheet for each kind of finding that there is.

    :param brief: for a terminal: a row a finding with its first sentences, not a row a sentence.
    """
    texts = words(language)
    return tuple(_sheet(texts, kind, findings, brief) for kind in KINDS if (findings := found.of(kind)))


def _sheet(texts: Words, kind: AuditKind, findings: Iterable[Finding], brief: bool) -> Sheet:
    tail = ("sentence",) if brief else ("title", "section", "start", "end", "sentence")
    columns = tuple(texts(f"column_{key}") for key in (*_HEADS[kind], *tail))
    lines = _brief if brief else _every
    return Sheet(texts(f"audit_{kind}"), columns, tuple(row for finding in findings for row in lines(texts, finding)))


def _brief(texts: Words, finding: Finding) -> Iterable[tuple[Value, ...]]:
    shown = [texts.sentence(one, section=True) for one in finding.evidence[:_SHOWN]]
    more = len(finding.evidence) - len(shown)
    if more:
        shown.append(texts("audit_more", count=len(finding.evidence)))
    yield (*_head(texts, finding), "\n".join(shown))


def _every(texts: Words, finding: Finding) -> Iterable[tuple[Value, ...]]:
    head = _head(texts, finding)
    for one in finding.evidence:
        yield (*head, one.title, one.section, one.start, one.end, one.text)
    if not finding.evidence:
        yield (*head, None, None, None, None, None)


def _head(texts: Words, finding: Finding) -> tuple[str, ...]:
    if finding.kind == "shared":
        return (texts("audit_length", length=finding.length),)
    if finding.kind == "target":
        return finding.entities[0].name, finding.name, "\n".join(_figures(texts, finding))
    if finding.kind == "alias":
        return finding.name, texts.names(one.id for one in finding.entities)
    return (finding.name, finding.to) if finding.kind == "redirect" else (finding.name,)


def _figures(texts: Words, finding: Finding) -> Iterable[str]:
    say = Phrases(Draft(texts), {})
    return (texts("audit_figure", year=one.year, figure=say.amount(one)) for one in finding.figures)


def _section(draft: Draft, kind: AuditKind, findings: Iterable[Finding]) -> None:
    texts = draft.words
    draft.heading(1, texts(f"audit_{kind}"))
    draft.paragraph(texts(f"audit_{kind}_intro"))
    keys = (*_HEADS[kind], "title", "section", "sentence")
    columns = {texts(f"column_{key}"): _WIDE.get(key, 1.5) for key in keys}
    draft.table(texts(f"audit_{kind}"), columns, [_row(draft, finding) for finding in findings])


def _row(draft: Draft, finding: Finding) -> tuple[Cell | str, ...]:
    texts, evidence = draft.words, finding.evidence
    titles = texts.titles(dict.fromkeys(one.title for one in evidence))
    sections = texts.names(dict.fromkeys(one.section for one in evidence if one.section))
    shown = [Line(texts("quoted", text=one.text), draft.cite([one])) for one in evidence[:_SHOWN]]
    if len(evidence) > _SHOWN:
        shown.append(Line(texts("audit_sentences", count=len(evidence)), draft.cite(evidence[_SHOWN:])))
    return (*_head(texts, finding), titles, sections, tuple(shown))
