"""The firms that a clause opens with, in front of what they do: “支持甲县乙药业、丙制药（两家企业）…”."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from lianpu.extract import brands, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import firms
from lianpu.extract.things import Thing, firm, generic, verbal
from lianpu.extract.whereabouts import whole_place


class Doers(msgspec.Struct, frozen=True, gc=False):
    """Firms as the subject of a clause: where their list stands and whether another word makes them act."""

    firms: tuple[Thing, ...]
    span: Span
    caused: bool
    sure: bool = True
    """Whether the names alone say that they are firms'."""


_LONGEST = 70
"""Characters of the longest list of firms that is looked at."""
_CLOSING = re.compile(
    r"(?:等(?:一批)?|(?=[两三四五六七八九十0-9]+[家户]))(?:[两三四五六七八九十0-9]+余?[家户])?(?P<kind>[^、，。；和与及（）等]{0,12}?)(?:企业|厂商|厂家|药企|车企|酒企|公司|集团|龙头|单位)$|等$|(?<=）)(?=$)"
)
_MEANS = re.compile(
    r"(?<=[\u4e00-\u9fffA-Za-z]{3})(?:在|依托|利用|通过|围绕|针对|面向|对标|瞄准|携手|运用|按照|立足|对接|联合|(?:与|同|和)(?=[^、]{2,40}(?:合作|联合|共同|共建|合资|携手|协同|开展)))"
)
"""What opens the means, the place or the partner between firms and their verb."""


_PARTNERS = ("联合", "会同", "携手", "对接", "与")
"""What a clause opens with whose names are partners of what is said."""


_MODAL = (
    "要", "将", "已", "拟", "正在", "正", "可", "应", "分别", "计划", "尽快", "全力", "成功", "已经", "目前", "现", "都", "均",
    "还", "自主", "做", "率先", "相继", "先后", "陆续", "纷纷", "接连",
    "年内", "上半年", "下半年", "落地后", "投产后", "达产后", "建成后", "入驻后",
)  # fmt: skip
"""Words besides the adverbs that stand between firms and their verb."""


@cache
def _modal() -> re.Pattern[str]:
    said = "|".join(map(re.escape, (*words.longest_first("adverbs"), *_MODAL)))
    return re.compile(rf"(?:{said}|总?投资[0-9.]+[万亿]?元?)+$")


@cache
def _modal_ends() -> frozenset[str]:
    """The characters that such words end with."""
    return frozenset("0123456789.万亿元").union(word[-1] for word in (*words.words("adverbs"), *_MODAL))


_CALLED = r"(?:本地|本土|域内|[省市区县]内|国有)?[\u4e00-\u9fff]{0,4}?(?:企业|龙头|链主)(?=[\u4e00-\u9fff]{3})"
"""What firms are called right in front of their names (支持本地软件企业甲、乙)."""


@cache
def _lead() -> re.Pattern[str]:
    adverbs, leads = ("|".join(map(re.escape, words.longest_first(name))) for name in ("adverbs", "deed_lead"))
    return re.compile(rf"(?:(?:{adverbs})*(?P<word>{leads})(?:{_CALLED})?)+")


_LYING = re.compile(r"(?:位于|地处|坐落[于在]?)[^，。；、的]{2,20}的")
"""Where the firms lie that a clause is about."""


def led(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where a clause goes on behind the words that lead to its firms, and whether they make them act."""
    lying = _LYING.match(text, start, end) if text.startswith(("位于", "地处", "坐落"), start) else None
    match = _lead().match(text, start, end)
    if match is None:
        return lying.end() if lying is not None else start, False
    return match.end(), any(word in match.group() for word, kind in words.rows("deed_lead") if kind != "word")


def may_open(ctx: Context, text: str, start: int, out: Reading) -> bool:
    """Whether a clause may open with a firm's name at all: with a pair of no common word, a place, or one told before."""
    head = text[start : start + 2]
    return not brands.common(head) or head in out.firm_openings or ctx.place_pattern.match(text, start) is not None


def read(ctx: Context, text: str, at: Span, caused: bool, out: Reading, *, bold: bool = False) -> Doers | None:
    """The firms that a stretch in front of a verb lists, if these are firms; ``bold``: only firms have such a verb."""
    start, end = at.start, at.end
    if not 3 <= end - start <= _LONGEST or text.startswith(_PARTNERS, start):
        return None
    modal = _modal().search(text[start:end]) if text[end - 1] in _modal_ends() else None
    stop = start + modal.start() if modal is not None else end
    means = _MEANS.search(text, start + 2, stop)
    stop = means.start() if means is not None else stop
    modal = _modal().search(text[start:stop]) if text[stop - 1] in _modal_ends() else None
    stop = start + modal.start() if modal is not None else stop
    span = Span(start, stop)
    closing = _CLOSING.search(text[start:stop])
    called = closing is not None and closing.start() > 0 and closing.end() > closing.start()
    stop = start + closing.start() if called and closing is not None else stop
    listed = lists.parse(text, start, stop).items
    items = [item for item in listed if names.form(item.text)[0] not in ("Institution", "Platform")]
    rated = [(thing, _rate(ctx, thing, out)) for thing in (_firm(ctx, i, out) for i in items) if thing is not None]
    if not rated or len(rated) < len(items) or any(not strength for _, strength in rated):
        return None
    found = [thing for thing, _ in rated]
    best = max(strength for _, strength in rated)
    if best < 2 and not _enough(ctx, found, caused, called, bold):
        return None
    return Doers(tuple(found), span, caused, best >= 2)


def _enough(ctx: Context, found: list[Thing], caused: bool, called: bool, bold: bool) -> bool:
    """Whether names of which none is a firm's by itself are those of firms by what stands around them."""
    names_ = [thing.what.name for thing in found]
    if len(names_) == 1 and (caused or bold or ctx.count(names_[0]) > 1) and _traded(names_[0]):
        return True
    ended = sum(names.form(name)[0] == "Enterprise" for name in names_)
    many = (caused or called) and len(names_) > 1 and (ended * 2 > len(names_) or bold and called)
    bare = [_bare(ctx, name) for name in names_]
    if len(bare) == 1 and brands.alone(bare[0]) and (bold or ctx.count(names_[0]) > 1) and not ctx.says(f"“{names_[0]}"):
        return True
    return many or caused and all(brands.alone(name) or len(bare) > 1 and _traded(name) for name in bare)


def _firm(ctx: Context, item: lists.Item, out: Reading) -> Thing | None:
    """An item as a firm, unless its form or a place says that it is something else."""
    if item.text in out.told["Enterprise"]:
        return Thing(Owner("Enterprise", item.text), item.start, item.end)
    if (
        names.form(item.text)[0] in ("Park", "Platform", "Institution", "Agency", "Project", "Region")
        or whole_place(ctx, item.text) is not None
    ):
        return None
    return firm(ctx, item.text, item.start)


def _bare(ctx: Context, name: str) -> str:
    place = ctx.place_pattern.match(name)
    return name[place.end() :] if place is not None and len(name) - place.end() > 2 else name


def _ended(name: str) -> bool:
    """Whether a name has a firm's ending or one of goods or trades, behind a word of its own."""
    ends = ("firm_heads", "firm_trades", "goods")
    return names.form(name)[0] == "Enterprise" or any(words.ending(name, of, leave=2) for of in ends) or name.endswith("业")


def _traded(name: str) -> bool:
    """Whether a name has a firm's ending behind a word of its own."""
    trade = words.ending(name, "firm_heads", leave=2) or words.ending(name, "firm_trades", leave=2)
    head = name[: -len(trade)]
    return bool(trade) and not generic(head) and not names.adjectival(head) and not words.ending(head, "goods")


_VERBS = re.compile(r"[了着过]|成功|吸引|聚集|并[成将]|填补")
"""Words of the sentence that no name holds."""


def _rate(ctx: Context, thing: Thing, out: Reading) -> int:
    """How surely a listed name is a firm's: 2 by itself or told before, 1 where it may be, 0 where it is not."""
    name = thing.what.name
    if name in out.told["Enterprise"] or name in words.words("firm_known") or name.endswith(("有限公司", "集团", "公司")):
        return 2 if not verbal(name) else 0
    bare = _bare(ctx, name)
    if ctx.known_sector(bare) or verbal(bare) or generic(bare) or not 2 <= len(bare) <= 9 or _VERBS.search(bare):
        return 0
    if brands.alone(bare) and _ended(bare):
        return 2
    if brands.alone(bare):
        return 1
    return 1 if firms.coined(ctx, bare) and (not names.goods(bare) or not brands.common(bare) or _traded(bare)) else 0


def adverbial(text: str) -> bool:
    """Whether words only say how something is done (加快, 重点)."""
    modal = _modal().search(text)
    return modal is not None and modal.start() == 0
