"""Which administrative division a document is about: the one that its title names, else its issuer, else its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lianpu.extract import dates, words
from lianpu.extract.occurrences import Occurrences
from lianpu.extract.placenames import Places
from lianpu.ontology.regions import LEVELS, Region, RegionTable, short_name

_FIRST = 8
"""Lines at the head of a document in which its issuer may stand."""
_OPENED = re.compile(
    r"(?:关于)?(?:进一步|全面|全力|深入|加快|大力|积极|持续|切实|扎实|高质量|着力)*(?:推动|推进|支持|促进|加强|服务|做好|深化|建设|打造|加快|数字|智慧|健康|平安|美丽|法治|文化|诚信|质量)*"
)
"""What may stand in a title in front of the place that it is about (“关于加快推进甲省…”, “数字甲省…”)."""


def region(title: str, text: Sequence[str], table: RegionTable) -> Region | None:
    """The smallest division that the title names first; else the one that the issuer lines name, else the text most often."""
    bare = _NATIONAL.sub(r"\1", re.sub(r"^(?:中共|20\d\d年度?)", "", title))
    titled = _named(bare, table) or _nearest(namesakes(title, table), text, table)
    lines = (*(dates.SESSION.sub("", line) for line in text[:_FIRST] if len(line) <= dates.LINE), behind_opening(bare))
    return titled or next((found for line in lines if (found := _named(line, table))), None) or _spoken(text, table)


_NATIONAL = re.compile(r"^中国（([\u4e00-\u9fff]{2,6})）")
"""What zones of the nation's have in front of their name (中国（甲省）自由贸易试验区)."""


def namesakes(title: str, table: RegionTable) -> tuple[Region, ...]:
    """The divisions of one full name that a title names first (鼓楼区), of which it does not say which it means."""
    bare = behind_opening(re.sub(r"^(?:中共|20\d\d年度?)", "", title))
    for size in range(min(len(bare), 12), 2, -1):
        hits = tuple(r for r in table.find(bare[:size]) if r.name == bare[:size] and r.level != "town")
        if hits:
            return hits
    return ()


def _nearest(hits: Sequence[Region], text: Sequence[str], table: RegionTable) -> Region | None:
    """Of several divisions of one name that in the city or province that the text writes."""
    if len(hits) < 2:
        return None
    whole = "\n".join(text)
    above = [{short_name(r.name) for r in table.parents(hit.code)} for hit in hits]
    counts = [max((whole.count(name) for name in around), default=0) for around in above]
    most = max(counts)
    return hits[counts.index(most)] if most and counts.count(most) == 1 else None


def behind_opening(title: str) -> str:
    """A title without what it says is to be done.

    >>> behind_opening("关于加快推进黄河省数字经济发展的意见")
    '黄河省数字经济发展的意见'
    """
    return _OPENED.sub("", title, count=1)


def area(title: str) -> str | None:
    """The named area across divisions that a title begins with (甲乙一体化发展示范区产业规划)."""
    ends = "|".join(words.longest_first("area_ends"))
    match = re.match(rf"[\u4e00-\u9fff]{{2,10}}?(?:{ends})(?=[\u4e00-\u9fff]{{2}})", title)
    return match.group() if match else None


def _named(text: str, table: RegionTable) -> Region | None:
    """Divisions at the head of a text, from the outermost inward: 济南市莱芜区… is 莱芜区."""
    found: Region | None = None
    rest = text
    while rest:
        step = _longest(rest, table, found.code if found else None)
        if step is None:
            break
        found, size = step
        rest = rest[size:]
    return found


def _longest(text: str, table: RegionTable, within: str | None) -> tuple[Region, int] | None:
    for size in range(min(len(text), 12), 1, -1):
        hits = [r for r in table.find(text[:size], within) if r.level != "town" or r.name == text[:size]]
        if hits and (len(hits) == 1 or hits[0].level != hits[1].level):
            return hits[0], size
    return None


_SPOKEN = {"省": "province", "自治区": "province", "市": "city", "县": "county", "区": "county", "旗": "county"}
_OURS = re.compile(r"(?:我|全)(?P<level>省|市|县|旗|区|自治区)(?![域内外间块位])")
_LEAST = 3
"""So often at least a text writes the place that it is about."""


def _spoken(text: Sequence[str], table: RegionTable) -> Region | None:
    """The division that a text writes far more often than any other, raised to what it calls its own (我省, 全市)."""
    whole = "\n".join(text)
    said = Occurrences(whole)
    places = Places(None, table, said)
    counts: Counter[str] = Counter()
    for form in places.written():
        counts[places[form]] = max(counts[places[form]], said.count(form))
    most = counts.most_common(2)
    if not most or most[0][1] < _LEAST or len(most) > 1 and 2 * most[1][1] > most[0][1]:
        return None
    found = table.find(most[0][0])
    if len(found) != 1:
        return None
    ours = Counter(match["level"] for match in _OURS.finditer(whole)).most_common(1)
    level = _SPOKEN[ours[0][0]] if ours else found[0].level
    around = (found[0], *table.parents(found[0].code))
    above = next((r for r in around if r.level == level), None)
    return above if above is not None and LEVELS.index(level) <= LEVELS.index(found[0].level) else found[0]
