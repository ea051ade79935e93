"""Towns and villages by their bare names, where the words behind their list say what they are (“甲、乙、丙等十个乡镇”)."""

from __future__ import annotations

import re

from lianpu.extract import clauses, lists, names
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.whereabouts import town, whole_place

_SMALL = r"(?:乡镇|镇乡|镇村|乡村|镇)?街道|镇街|街镇|镇办|乡镇|镇乡"
KINDS = rf"(?:县（市、?区）|县（市）区?|县（区）|市（县）|县市区|县市|市县|县区|市区|{_SMALL}|[地市县区旗州镇])"
"""What several places are together."""
_COUNT = r"[0-9一二两三四五六七八九十]+(?:多|余)?个?"
HOW_MANY = re.compile(rf"{_COUNT}{KINDS}")
"""Behind several places: how many they are (“甲、乙两市”)."""
SUCH = re.compile(
    rf"(?:等(?:{_COUNT})?|{_COUNT})(?:主产|主要|重点|核心|优势|产茶|产粮|山区|沿江|沿河|周边|中心|特色)*"
    rf"(?:{_SMALL}|[镇乡村]|行政村|自然村|村屯|林场|农场|产区|片区)(?:（[^（）]{{1,12}}）)?$"
)
"""What closes a list of towns or villages that need no ending of their own."""
GROUNDS = ("主产区", "主产地", "优势区", "优势产区", "产区", "主产县", "生产大县", "种植大县", "养殖大县", "产业大县", "生产大镇")
"""What several places are to a crop, behind its name (甲、乙等花椒|主产区)."""
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_NO_NAME = re.compile(r"[的了在为以由和与及各该本全等一二三四五六七八九十]|^(?:我|其|有|是|重点|主要|特色|部分)")


def listed(ctx: Context, text: str, start: int, end: int) -> list[Owner]:
    """The places of a list that closes with what they are; none where an item may be anything else."""
    such = SUCH.search(text, start, end)
    if such is None:
        return []
    items = lists.parse(text, start, such.start()).items
    found = [whole_place(ctx, item.text) or bare(item.text) for item in items]
    return [place for place in found if place is not None] if len(items) > 1 and all(found) else []


def bare(name: str) -> Owner | None:
    """A place by a short name that is no word for goods."""
    plain = _NAME.fullmatch(name) is not None and _NO_NAME.search(name) is None and names.form(name)[0] is None
    return Owner("Region", name) if plain and not names.goods(name) and not names.adjectival(name) else None


def last(text: str, at: int, clause: Span) -> int:
    """Where the last of several places ends that has a bare name and its verb right behind it, else the clause's start."""
    for size in (2, 3):
        row = clauses.tokens(text, Span(at + size, clause.end)) if bare(text[at : at + size]) is not None else ()
        if row and row[0].start == at + size and row[0].kind in ("develop", "seek", "adverb"):
            return at + size
    return clause.start


def own_goods(text: str, start: int, end: int) -> tuple[Owner, int] | None:
    """The town in front of several goods, all of which are its own (做强|石花镇|白酒、红茶等产业), and where it ends."""
    name = town(text[start : min(end, start + _TOWN)]) if text.find("、", start, end) > 0 else None
    if name is None:
        return None
    items = lists.parse(text, start + len(name), end).items
    plain = len(items) > 1 and all(town(item.text) is None for item in items)
    return (Owner("Region", name), start + len(name)) if plain and names.goods(items[0].text) else None


_TOWN = 9
"""Characters of a town's name, at most."""
