"""The things that an act has as its objects: the items of its lists, what a rank or a programme is about, the Y of “A、B等Y”."""

from __future__ import annotations

import re
from functools import cache

import msgspec
from msgspec.structs import replace

from lianpu.extract import brands, lists, names, words
from lianpu.extract.acts import Act
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.rules import firms, kinds, packed, ranks
from lianpu.extract.things import Thing, classify
from lianpu.extract.verb_acts import ORIGIN
from lianpu.extract.whereabouts import place_prefix, wide
from lianpu.model import EntityType

_FIRMS = re.compile(r"(?:企业|公司|集团)(?:做大做强|发展壮大|发展|集聚|落地|培育|建设)?$")
_SHARED = re.compile(r"^(?:特色|优势|主导|新兴|未来|前沿|重点|支柱|战略性新兴|细分|核心)*产业")
NAMED_SECTOR = re.compile(r"(?:产业|产业链|服务业|制造业|行业|加工业|旅游业|物流业|农业|经济|产业集群)$")


class Listed(msgspec.Struct, frozen=True, gc=False):
    """A thing in an act's list with what stands around it."""

    thing: Thing
    position: int
    size: int
    tail: str
    after: str
    closing: bool = False
    """Whether it is the Y of “A、B等Y”."""
    praised: bool = False
    marked: bool = False
    """Whether only the tagger found it."""


_MORE = re.compile(r"^[^、和及，]{0,14}(?P<joint>和|及|以及|、|与)(?P<rest>[^、]{2,}(?:、|等).*)$")


_MORE_BESIDE_KIND = re.compile(
    r"^(?:关键|核心|重要|基础|高端|配套|主要)*(?:零部件|部件|元器件|器件|材料|设备|装备|产品|技术)(?P<joint>和|及|以及|与)(?P<rest>[^、]{4,})$"
)
"""“等关键部件和控制系统”: a kind that only closes the list, and one more thing."""


def objects(ctx: Context, text: str, act: Act) -> list[Listed]:
    """Things in an act's lists, the Y of “A、B等Y” last."""
    out: list[Listed] = []
    for span in act.objects:
        out += _single(ctx, text, act, span) or _list(ctx, text, act, span)
    return out


_TITLE = re.compile(r"国家|全国|[省市]级")
"""Opens a rank to be won rather than the name of a body."""


def _single(ctx: Context, text: str, act: Act, span: Span) -> list[Listed]:
    """An object that is one phrase: the sector of a programme (“实施X行动”) or of a place to become (“打造X基地”)."""
    body = text[span.start : span.end]
    work = names.programme(body) if act.verb.word in words.words("programme_verbs") else None
    if work is not None:
        return [Listed(Thing(Owner("Industry", work), span.start, span.start + len(work)), 0, 1, "", body[len(work) :])]
    bodily = names.form(body)[0] in ("Platform", "Institution") and _TITLE.match(body) is None
    single = classify(ctx, body, span.start) if bodily else None
    things = ranks.of(ctx, text, span.start, span.end) if act.kind != "seek" and single is None else []
    return [Listed(x, at, len(things), "", text[x.end : span.end], praised=True) for at, x in enumerate(things)]


@cache
def _for_fields() -> re.Pattern[str]:
    goods = "|".join(map(re.escape, words.longest_first("field_goods")))
    fields = r"(?:重点|特色|关键|典型|细分)*(?:领域|行业|场景|方面)(?:的)?"
    return re.compile(rf"^{fields}(?P<goods>[^，。；：、和与及等的]{{0,8}}?(?:{goods}))(?![\u4e00-\u9fff]*企业)")


def _of_fields(listing: lists.Listing) -> dict[lists.Item, Thing]:
    """“医疗、交通等领域数据集”: the goods of each field, where a list names fields and its tail the goods."""
    made = _for_fields().match(listing.tail.text) if listing.tail is not None and listing.etc else None
    fields = [item for item in listing.items if not words.ending(item.text, "field_goods")] if made is not None else []
    if made is None or not all(names.nameable(item.text) for item in fields):
        return {}
    return {item: Thing(Owner("Product", item.text + made["goods"]), item.start, item.end) for item in fields}


_USED_IN = re.compile(r"(?:重点|特色|关键|典型|细分)*(?:领域|行业|场景|环节)[^，的]{2,}")
"""“公交、物流等领域电动汽车(应用)”: fields that goods are to be used in, of which nothing is said."""


_ARRIVES = re.compile(
    r"(?<=企业|项目|机构|公司|团队)(?:[到来在向][^、，。]{2,8}?)?(?:落户|入驻|入园|落地|集聚|布局|投资|兴业|建厂)[^、，。]{0,6}$"
)
"""What those who are sought are to do, behind their list (招引甲、乙企业|落户丙市)."""
_KINDS = {
    "recruit": re.compile(r"(?<=[^、和]{3})(?<!服务)(?:机构|(?:外溢|转移|过剩)?产能|公司|服务商|供应商|团队|外溢)$"),
    "extend": re.compile(r"(?<=[^、和]{2})(?:产业)?链条?$"),
    "breakthrough": re.compile(r"(?<=[^、和]{3})(?:关键核心|关键共性|关键|核心|共性|底层|瓶颈)(?:技术|工艺)$"),
}
"""What several things that are sought have in common, behind the last of them."""


def _named(text: str, act: Act, span: Span) -> Span:
    """The names of a list that is sought, without what those are or are to do that make or offer what it names."""
    if act.kind != "seek":
        return span
    stuck = _STUCK.search(text, span.start, span.end) if text.find("卡脖子", span.start, span.end) >= 0 else None
    if stuck is not None and stuck.start() - span.start >= 2:
        return Span(span.start, stuck.start())
    arrives = _ARRIVES.search(text, span.start, span.end)
    end = arrives.start() if arrives is not None else span.end
    several = text.find("、", span.start, end) >= 0 or act.status == "recruit" and _BOTH.search(text, span.start, end) is not None
    kind = _KINDS.get(act.status) if several else None
    shared = kind.search(text, span.start, end) if kind is not None and text.find("等", span.start, end) < 0 else None
    return Span(span.start, shared.start() if shared is not None else end)


_STUCK = re.compile(r"(?:领域|环节|方面|等)?(?:的|一批)*“?卡脖子”?(?:的|关键|核心|技术|问题|难题|环节|瓶颈|材料|难关)*$")
"""What makes goods a thing to be broken through, behind their name."""
_BOTH = re.compile(r"[^、]{4}[和及与][^、]{4,}(?:机构|公司)$")


def _list(ctx: Context, text: str, act: Act, whole: Span) -> list[Listed]:
    span = _named(text, act, whole)
    way = names.find_way(text[span.start : span.end])
    end = span.start + way.start() if way and way.start() >= 2 else span.end
    listing = _unpacked(ctx, text, lists.parse(text, span.start, end, ctx.sector_names, strokes=True))
    tail = listing.tail.text if listing.tail else ""
    firm = _FIRMS.search(tail) is not None and act.kind != "seek" and not firms.fields(ctx, tail, listing.items)
    slot: EntityType | None = "Enterprise" if firm else None
    size = len(listing.items)
    kind = kinds.kind_of(listing)
    each = _of_fields(listing)
    found = (
        Listed(each[item], position, size, tail, "")
        if item in each
        else _item(ctx, text, act, item, position, size, tail, slot, kind)
        for position, item in enumerate(listing.items)
    )
    aimed = act.verb.word in words.words("aims") and tail.endswith(("市场", "需求", "场景", "机遇"))
    used = aimed or act.closing.endswith(("应用", "推广", "示范")) and listing.etc and _USED_IN.match(tail) is not None
    out = [] if used else [x for x in found if x is not None]
    if listing.tail is None or size > 1 and len(out) == size and all(x.thing.what.type == "Region" for x in out):
        return out  # what several places have (“做强甲市、乙市等丙产业”) is theirs
    more = _MORE.match(tail) or _MORE_BESIDE_KIND.match(tail)
    if more is not None:
        again = Span(listing.tail.start + more.start("rest"), span.end)
        out += objects(ctx, text, replace(act, objects=(again,)))
        tail = tail[: more.start("joint")]
    closing = classify(ctx, tail, listing.tail.start)
    if closing is not None and closing.what.type in ("Industry", "Product"):
        out.append(Listed(closing, size, size, tail, text[closing.end : span.end], closing=True))
    return out


_COUNTED = re.compile(r"(?:各)?[0-9一二两三四五六七八九十]+(?:余)?(?:家|个|项|支)(?:以上|左右)?$")
_OFFERED = re.compile(r"(?<=[^、和]{3})(?<!服务)(?:机构|公司|服务商|供应商|运营商)$")


def _recruited(ctx: Context, item: lists.Item) -> lists.Item:
    """What is recruited without the place that it comes from, who offers it and how many (乙大湾区|智能家电, 丙检测|机构2家)."""
    counted = _COUNTED.search(item.text)
    name = item.text[: counted.start()] if counted is not None and counted.start() > _SHORT else item.text
    who = _OFFERED.search(name) if counted is not None else None
    name = name[: who.start()] if who is not None else name
    return _from_elsewhere(ctx, lists.Item(name, item.start, item.start + len(name)))


def _from_elsewhere(ctx: Context, item: lists.Item) -> lists.Item:
    prefix = place_prefix(ctx, item.text) if len(item.text) > _SHORT else None
    far = prefix is not None and prefix[0].type == "Region" and wide(ctx, prefix[0])
    origin = ORIGIN.match(item.text)
    at = prefix[1] if prefix is not None and far else origin.end() if origin is not None else 0
    return lists.Item(item.text[at:], item.start + at, item.end) if 0 < at <= len(item.text) - 2 else item


_SHORT = 3
"""Characters of a name that has no place in front of it, at most."""


_SIZE = re.compile(r"[0-9.]+(?:英寸|寸|系|纳米|nm|微米|毫米|吨级|千瓦|兆瓦|吉瓦|[MGk]W|代)")
"""A size that a list gives by itself (6英寸、|8英寸衬底): the goods are the same."""


def _unpacked(ctx: Context, text: str, listing: lists.Listing) -> lists.Listing:
    """“甲（乙、丙、丁）”: what a bracket lists stands beside what it explains; a size by itself is no item."""
    if not any(item.text.endswith("）") or item.text[0].isdigit() for item in listing.items):
        return listing
    out: list[lists.Item] = []
    sized = False
    for item in listing.items:
        size = _SIZE.match(item.text)
        if size is not None and size.end() == len(item.text):
            sized = True
            continue
        if size is not None and sized:
            item = lists.Item(item.text[size.end() :], item.start + size.end(), item.end)
        out.append(item)
    return replace(listing, items=packed.unpacked(ctx, text, tuple(out)))


def _item(
    ctx: Context, text: str, act: Act, item: lists.Item, position: int, size: int, tail: str, slot: EntityType | None, kind: str
) -> Listed | None:
    item = _recruited(ctx, item) if act.status == "recruit" else item
    thing = _made(act, item) or classify(ctx, item.text, item.start, slot=slot)
    based = thing is not None and thing.what.type != "Platform" and _BASE.search(thing.what.name) is not None
    unnamed = thing is None or thing.what.type == "Park" and thing.place is None and not brands.coined(thing.what.name) or based
    rank = ranks.of(ctx, text, item.start, item.end) if act.kind != "seek" and unnamed else []
    if rank and (thing is None or not item.text.endswith(("园", "园区"))):
        return Listed(rank[0], position, size, tail, text[rank[0].end : item.end], praised=True)
    if thing is None:
        return None
    if tail.endswith(_BRANDS) and (prefix := place_prefix(ctx, item.text)) is not None and thing.start == item.start + prefix[1]:
        thing = replace(thing, what=Owner("Product", text[item.start : thing.end]), start=item.start, place=None)
    if _SHARED.search(tail) and thing.what.type in ("Industry", "Product") and not thing.what.name.endswith("产业"):
        thing = replace(thing, aliases=(thing.what.name + "产业",))
    return Listed(kinds.completed(thing, kind), position, size, tail, text[thing.end : item.end])


_BRANDS = ("品牌", "地理标志", "地理标志产品", "地标产品")
"""What a list calls goods whose names have their place in them (甲县柚、乙县茶等区域公用品牌)."""


def _made(act: Act, item: lists.Item) -> Thing | None:
    """A platform that is developed or looked for like goods (“研发数据融合平台”, “引育供应链平台”): a product, no body."""
    if act.verb.word not in words.words("serves_no_verbs") or not item.text.endswith("平台"):
        return None
    found = names.topic(item.text)
    if found is None or found[0] == names.form(found[0])[1]:
        return None
    return Thing(Owner("Product", found[0]), item.start + found[1], item.start + found[2])


_BASE = re.compile(r"(?:基地|高地|集聚区|之都|之乡)$")
"""Ends of ranks that are neither goods nor sectors."""


def single_sector(ctx: Context, text: str, act: Act) -> Owner | None:
    """The sector that is the only object of an act (“重点发展工业模具产业”), if there is one."""
    listed = objects(ctx, text, act)
    if (
        len(listed) == 1
        and listed[0].thing.what.type in ("Industry", "Product")
        and NAMED_SECTOR.search(text[listed[0].thing.start : act.objects[-1].end].removesuffix("基地"))
    ):
        return Owner("Industry", listed[0].thing.what.name)
    closing = [x for x in listed if x.closing]
    if closing and closing[0].thing.what.type == "Industry" or closing and _FIELD.search(closing[0].thing.what.name):
        return Owner("Industry", closing[0].thing.what.name)
    return None


_FIELD = re.compile(r"装备$")
