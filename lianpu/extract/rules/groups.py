"""subIndustryOf from “A、B等Y”, “A、B两类Y”: sectors listed under the one that they belong to, some groups in a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lianpu.extract import clauses, lists, names, phrases, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.lists import Item
from lianpu.extract.reading import Reading
from lianpu.extract.things import strip_verbs, verbal

_COUNT = r"[二三四五六七八九十两](?<=[\u4e00-\u9fff].)(?<![第一二三四五六七八九十两].)[大类种]"
_ETC = re.compile(rf"(?:等|{_COUNT})(?P<whole>[^，。；：、等（）]{{2,24}})")
_NAME = 12
"""Characters of a sector's name, at most."""
_CLAUSE = re.compile(r"[的为“”与和及]|发展|打造|建设|推动|培育|提升|改造|相关|[0-9一二三四五六七八九十]个")
"""What is in no name of a sector."""
_JOINT = re.compile(r"(?:以及|[、和及与])")
_LONGEST = 90
"""Characters of a list, at most."""
_LEAST = 2
"""Characters of the word that kinds of one thing share (科技金融、绿色金融 are 金融)."""
_NO_BODY = r"(?![^，。；、]{0,4}(?:企业|公司|平台|机构|人才|园区|项目))"
_END = re.compile(
    rf"(?:产业|业|经济)(?:集群|链|体系)?(?![园基项企平人政工链群化区内者务态绩主]|机构|资源|技术|发展方|相关){_NO_BODY}"
)
"""The end of a sector's name; what follows is no park, firm or project of the sector."""


@cache
def _group() -> re.Pattern[str]:
    """A sector that is a group of sectors by its name, with what praises it."""
    known = "|".join(map(re.escape, words.longest_first("sector_groups")))
    return re.compile(
        rf"(?:[0-9一二两三四五六七八九十]+(?:大|个|类|种)|一批|多种)?(?P<name>[^\W为的0-9a-zA-Z]{{0,4}}?(?:{known})){_NO_BODY}"
    )


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """Write the groups that a statement lists."""
    for clause in clauses.clauses(text, span) if _ETC.search(text, span.start, span.end) is not None else ():
        for items, whole, end in listed(ctx, text, clause):
            _write(ctx, items, whole, end, paragraph, out)


def listed(ctx: Context, text: str, clause: Span) -> Iterator[tuple[tuple[Item, ...], Owner, int]]:
    """Each list of a clause with the sector behind its 等 and where that ends."""
    begin = clause.start
    for match in _ETC.finditer(text, clause.start, clause.end):
        if match.start() - begin > _LONGEST:
            begin = match.start() - _LONGEST
        first = text.find("、", begin, match.start())
        stop = first if first >= 0 else match.start()
        verbs = [t.end for t in clauses.tokens(text, Span(begin, stop)) if stop - t.end >= 2]
        at = verbs[-1] if verbs else begin
        at += strip_verbs(text[at:stop])
        items = lists.parse(text, at, match.start(), ctx.sector_names).items
        found = _whole(match["whole"], items) or (_field(match["whole"]) if _AROUND.search(text[clause.start : at]) else None)
        end = match.start("whole") + (found[1] if found is not None else 0)
        if found is not None:
            yield items, Owner("Industry", found[0]), end
        joint = _JOINT.match(text, end)
        begin = joint.end() if joint else end if found is not None else begin


def _whole(text: str, items: Sequence[Item]) -> tuple[str, int] | None:
    """The sector that the words behind 等 begin with, and where its name ends; none for what only praises."""
    group = _group().match(text)
    if group is not None:
        return group["name"], group.end("name")
    for match in _END.finditer(text):
        found = names.topic(text[: match.end()]) if match.end() > 2 else None
        if found is not None and text[found[2] : match.end()] in ("", "体系") and _names(found[0]):
            return (found[0], found[2]) if names.form(found[0])[0] == "Industry" else None
    tail = _shared(items)
    at = text.find(tail) if tail else -1
    if at > 0 and not names.goods(tail):
        found = names.topic(text[: at + len(tail)])
        return (found[0], found[2]) if found is not None and _names(found[0]) else None
    return None


_AROUND = re.compile(r"(?:围绕|聚焦|瞄准|包括|涵盖)$")
_FIELD = re.compile(r"(?P<name>[\u4e00-\u9fff]{4,10})领域(?=[，。；]|$)")


def _field(text: str) -> tuple[str, int] | None:
    """The sector that a list is gathered around, called a field (“围绕甲、乙等丙材料领域”)."""
    match = _FIELD.match(text)
    found = names.topic(match["name"]) if match is not None else None
    if match is None or found is None or found[0] != match["name"] or verbal(found[0]) or _CLAUSE.search(found[0]):
        return None
    return None if names.adjectival(found[0]) or not phrases.may_own(found[0]) else (found[0], found[2])


def _names(name: str) -> bool:
    """Whether a name behind 等 is one of a sector: no praise alone, no general word, no clause."""
    if (
        verbal(name)
        or len(name) > _NAME
        or _CLAUSE.search(name)
        or names.goods(name)
        or words.ending(name, "group_not_ends", leave=0)
    ):
        return False
    if names.adjectival(name) or not names.nameable(name) or names.form(name)[0] not in (None, "Industry"):
        return False
    return phrases.may_own(name)


def _shared(items: Sequence[Item]) -> str:
    """The longest end that most items have in common, if it has two characters and more."""
    texts = [item.text for item in items]
    for size in (4, 3, _LEAST):
        ends = [text[-size:] for text in texts if len(text) > size]
        for end in dict.fromkeys(ends):
            if ends.count(end) >= 2 and 2 * ends.count(end) >= len(texts):
                return end
    return ""


_LED = re.compile(r"等?(?:企业|公司|集团)?为(?:代表|龙头|骨干|引领|领军|链主|“链主”)")


def led(ctx: Context, items: Sequence[Item], paragraph: int) -> bool:
    """Whether a list is of those who lead a sector (“甲、乙等为代表的丙产业链”), which are no parts of it."""
    return bool(items) and _LED.match(ctx.outline.paragraphs[paragraph].text, items[-1].end) is not None


def _write(ctx: Context, items: Sequence[Item], whole: Owner, end: int, paragraph: int, out: Reading) -> None:
    if led(ctx, items, paragraph):
        return
    group = whole.name.endswith(words.longest_first("sector_groups"))
    found = [(item, name) for item in items if (name := part(ctx, item.text, goods=group)) is not None]
    named = [(item, name) for item, name in found if name not in out.told["Enterprise"] and name != whole.name]
    tail = _shared(items)
    around = ctx.outline.paragraphs[paragraph].text.startswith("领域", end)
    if around:
        named = [(item, name) for item in items if (name := part(ctx, item.text, goods=True)) is not None and name != whole.name]
    if not group and not around and not (tail and tail in whole.name):
        said = {draft.o.name for draft in out.stated(paragraph) if draft.p in ("focusesOn", "seeks", "produces")}
        named = [(item, name) for item, name in named if name in said and not names.goods(name)]
        items = [item for item, _ in named] if len(named) > 1 else items
    for item, name in named if len(named) >= 2 and 2 * len(named) > len(items) else ():
        place = (paragraph, items[0].start, end)
        out.name(whole, *place, "sector")
        what = out.name(Owner("Industry", name), paragraph, item.start, item.end, "sector-part")
        out.state(what, "subIndustryOf", whole, "existing", place, "sector-group")


def part(ctx: Context, text: str, *, goods: bool = False) -> str | None:
    """The sector that an item names; none for goods that the text never calls a sector (unless ``goods``), and for deeds."""
    found = names.topic(text)
    if found is None or verbal(found[0]) or found[0] in ctx.places:
        return None
    if names.form(found[0])[0] in ("Park", "Agency", "Institution", "Platform", "Project"):
        return None
    sector = ctx.known_sector(found[0]) or ctx.is_sector(found[0]) or not names.goods(found[0])
    return found[0] if sector or goods else None
