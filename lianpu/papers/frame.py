"""What every paper on a region begins and ends with: what it rests on, what is unknown, its documents, how to read it."""

from __future__ import annotations

from collections.abc import Iterable

from lianpu.model import DocumentLine
from lianpu.papers.draft import Draft
from lianpu.queries.records import ChainReport, GapReport
from lianpu.viz.paper import Line


def subtitle(draft: Draft, documents: tuple[DocumentLine, ...]) -> str:
    """How many documents a paper rests on, and the date of the latest."""
    dates = sorted(document.date for document in documents if document.date)
    if not documents:
        return ""
    if not dates:
        return draft.words("subtitle_undated", count=len(documents))
    key = "subtitle_one" if len(documents) == 1 else "subtitle"
    return draft.words(key, count=len(documents), date=draft.words.date(dates[-1]))


def documents(draft: Draft, found: tuple[DocumentLine, ...]) -> None:
    """The documents with issuer, number and date."""
    words = draft.words
    if found:
        draft.heading(1, words("heading_documents"))
    columns = {
        words("column_title"): 3.2,
        words("column_doc_number"): 1.4,
        words("column_issuer"): 1.8,
        words("column_date"): 1.3,
    }
    rows = [(words.titles([d.title]), d.number or "", words.names(d.issuer), words.date(d.date)) for d in found]
    draft.table(words("caption_documents"), columns, rows)


def unknown(draft: Draft, report: GapReport) -> tuple[Line, ...]:
    """That nothing is known, and what was searched: never to be read as missing."""
    words = draft.words
    heading = words.labels["heading"]["unknown"]
    text = heading + words("stop").strip() if report.chains else words("no_chain")
    listed = words("searched", titles=words.titles(report.searched)) if report.searched else ""
    return Line(text), Line(listed)


def reading(draft: Draft, chains: Iterable[ChainReport]) -> None:
    """How to read the words that a paper uses."""
    known = tuple(chains)
    rows = [row for chain in known for row in chain.links]
    candidates = [one for row in rows for one in row.candidates]
    shown = {
        "reading_declared": any(row.declared for row in rows),
        "reading_unstated": any("unstated" in row.states for row in rows),
        "reading_reference": any(chain.kind == "reference" for chain in known),
        "reading_tiers": bool(candidates),
        "reading_derived": any(one.firm.placed_by for one in candidates),
        "reading_registered": any(one.firm.registered for one in candidates),
        "reading_share": any(one.share is not None for one in candidates),
        "reading_coverage": True,
        "reading_priority": any(row.priority for row in rows),
        "reading_unknown": True,
    }
    draft.heading(1, draft.words("heading_reading"))
    draft.items(draft.words(key) for key, wanted in shown.items() if wanted)
