"""Text of another jurisdiction that slipped into a document: runs of paragraphs about a place that is not the document's.

A place outside the document's region is the subject of a run when the paragraphs name it, its towns or its zones again and
again while the home region is absent. A partner that is merely named never gets there: it lacks towns and zones of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lianpu.extract import clauses, words
from lianpu.extract.document import Outline
from lianpu.extract.occurrences import Occurrences
from lianpu.ontology.regions import Region, RegionTable, short_name

_GAP = 3
"""Paragraphs without any name that a run may step over."""
_NAMED = 3
"""Paragraphs that must name the place."""
_OWN = 3
"""Different towns and zones of the place that the run must name."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Paragraph to the official name of the place it is about, the codes of these places, and the home's names."""

    paragraphs: Mapping[int, str] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    home: re.Pattern[str] = re.compile(r"(?!)")

    def at(self, text: str, paragraph: int, start: int) -> str | None:
        """The place that the sentence at ``start`` is about; none for home text and for a sentence that names the home."""
        place = self.paragraphs.get(paragraph)
        if place is None:
            return None
        span = next((s for s in clauses.sentences(text) if s.start <= start < s.end), None)
        return place if span is None or not self.home.search(text, span.start, span.end) else None


def find(outline: Outline, code: str | None, table: RegionTable, said: Occurrences) -> Foreign:
    """The foreign runs of a document whose region has this code and whose paragraphs say this; none of an unknown region."""
    home = table.get(code) if code else None
    if home is None:
        return Foreign()
    here = _named(home)
    own_count = said.count(short_name(home.name))
    paragraphs: dict[int, str] = {}
    codes: list[str] = []
    for region in _candidates(said, home, table):
        if said.count(short_name(region.name)) >= own_count:
            continue
        towns = [t.name for t in table.towns_within(region.code) if len(t.name) >= 3 and t.name in said]
        named = {line for word in (short_name(region.name), *towns) for line, _ in said.places(word)}
        for run in _runs(outline, sorted(named), _about(_named(region), towns), here):
            paragraphs |= {index: region.name for index in run if index not in paragraphs}
            codes.append(region.code)
    return Foreign(paragraphs, tuple(dict.fromkeys(codes)), here)


def _named(region: Region) -> re.Pattern[str]:
    return re.compile(re.escape(short_name(region.name)))


def _candidates(said: Occurrences, home: Region, table: RegionTable) -> list[Region]:
    """Cities and counties neither inside nor around the home that the text names often enough, counties first."""
    out: dict[str, Region] = {}
    around = {r.code for r in table.parents(home.code)}
    names = table.names()
    for surface in said.among(names):
        codes = names[surface]
        if len(codes) > 1 or said.count(surface) < _NAMED or surface in words.words("place_words"):
            continue
        region = table.get(codes[0])
        if region is None or region.level not in ("city", "county"):
            continue
        if region.code not in around and not table.contains(home.code, region.code):
            out[region.code] = region
    return sorted(out.values(), key=lambda r: (r.level != "county", r.code))


def _about(names: re.Pattern[str], towns: Iterable[str]) -> re.Pattern[str]:
    """Matches the place, a zone with its name (group ``own``) or one of its towns (group ``own``)."""
    zones = "|".join(map(re.escape, words.longest_first("foreign_zones")))
    own = [names.pattern + r"[\u4e00-\u9fff]{0,6}?(?:" + zones + ")", *map(re.escape, sorted(towns))]
    return re.compile("(?P<own>" + "|".join(own) + ")|" + names.pattern)


def _runs(outline: Outline, named: Iterable[int], about: re.Pattern[str], home: re.Pattern[str]) -> list[list[int]]:
    """Runs of paragraphs about a place, from those that name it (``named``).

    They are widened by the paragraphs of their first and last section that do not name the home.
    """
    texts = [p.text for p in outline.paragraphs]
    groups: list[list[int]] = []
    for index in named:
        between = range(groups[-1][-1] + 1, index) if groups else range(0)
        bridged = bool(groups) and sum(outline.paragraphs[i].kind != "heading" for i in between) <= _GAP
        if bridged and not any(home.search(texts[i]) for i in between):
            groups[-1].append(index)
        else:
            groups.append([index])
    out = []
    for group in groups:
        alone = [i for i in group if not home.search(texts[i])]
        own = {m.group("own") for i in alone for m in about.finditer(texts[i]) if m.group("own")}
        if len(alone) >= _NAMED and len(own) >= _OWN and 4 * len(alone) >= 3 * len(group):
            out.append(_widened(outline, group, home))
    return out


def _widened(outline: Outline, group: Sequence[int], home: re.Pattern[str]) -> list[int]:
    """The run with its neighbours of the same sections up to one that names the home."""
    paragraphs = outline.paragraphs

    def joins(index: int, neighbour: int) -> bool:
        inside = 0 <= index < len(paragraphs) and paragraphs[index].section == paragraphs[neighbour].section
        return inside and not home.search(paragraphs[index].text)

    first, last = group[0], group[-1]
    while joins(first - 1, first):
        first -= 1
    while joins(last + 1, last):
        last += 1
    return list(range(first, last + 1))
