"""List items as things: a class, a name, the place put in front of it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from lianpu.extract import aliases, borders, brands, clauses, names, words
from lianpu.extract.context import Context, Owner
from lianpu.extract.whereabouts import place_prefix, standing, wide
from lianpu.model import EntityType


class Thing(msgspec.Struct, frozen=True, gc=False):
    """A named thing in the paragraph: ``text[start:end]`` is the name without the place in front."""

    what: Owner
    start: int
    end: int
    place: Owner | None = None
    aliases: tuple[str, ...] = ()


_FIRM_TAIL = re.compile(
    r"(?:等)?(?:一批|若干|国内外|行业|本地|现有|重点|优势|代表性|知名|领军|头部|核心)*(?:“?链主”?|龙头|骨干|领军|头部|重点|优势|“?专精特新”?|“?小巨人”?)*(?:企业|(?<![\u4e00-\u9fff]{3})公司|(?<=[等头干军部点])公司)(?:优势|作用)?$"
)
_FIRM_TAILS = ("企业", "公司", "优势", "作用")
"""What all that :data:`_FIRM_TAIL` matches ends with."""
_JOINED = re.compile(r"(?<=[^，。；：、]{2})(?:及其?|和|与)(?:配套|上下游|相关)?$|等$")
"""What joins a firm to others behind it that have no name."""
_JOINED_TAILS = ("及", "其", "和", "与", "配套", "上下游", "相关", "等")
"""What all that :data:`_JOINED` matches ends with."""
_BROKEN = re.compile(r"[，。；：、“”]")
_NUMBER_OR_LETTERS = re.compile(r"[0-9]+家|[A-Za-z]{1,2}$")
_FOREIGN_WORDS = re.compile(r"的|^(?:和|与|及|各|更|了|由|被|把|将|在|对)|(?:和|与|及|等|·)$")


_FULL = re.compile(r"(?:有限|集团|分|总|股份)公司$")
_BRACKET_END = re.compile(r"（([^（）]{2,16})）$")
_BRACKET = re.compile(r"（([^（）]{2,8})）")


def firm(ctx: Context, text: str, start: int) -> Thing | None:
    """A firm in a slot that only firms fill; ``text`` begins at ``start`` of the paragraph."""
    note = _BRACKET_END.search(text) if text.endswith("）") else None
    if note is not None and note.group(1) not in ctx.places and note.start() >= 2:
        named = firm(ctx, text[: note.start()], start)
        return None if named is None else Thing(named.what, named.start, named.end, named.place, (*named.aliases, text))
    legal = text.endswith("公司") and _FULL.search(text) is not None
    cut = _FIRM_TAIL.search(text) if not legal and text.endswith(_FIRM_TAILS) else None
    body = text[: cut.start()] if cut else text
    body = _JOINED.sub("", body) if body.endswith(_JOINED_TAILS) else body
    shift = 0
    for head in words.openings(body, "trim_head"):
        if len(body) - len(head) >= 3 and len(head) > 1 and head not in words.words("name_heads"):
            shift = len(head)
            break
    shift += brands.behind(body[shift:])
    body = body[shift:]
    while body and body[0] in "“《":
        body, shift = body[1:], shift + 1
    body = body.rstrip("”》")
    if not 2 <= len(body) <= (40 if legal else 24) or _BROKEN.search(body):
        return None
    if not legal and _no_firm(body):
        return None
    if legal and "的" in body:
        return None
    if legal:
        return _registered(ctx, body, start + shift)
    prefix = place_prefix(ctx, body)
    park = _IN_PARK.fullmatch(body) if "园" in body or "区" in body else None
    if park is not None and brands.strength(park["firm"]) == 2 and (prefix is None or prefix[1] < park.end("park")):
        at = start + shift + park.start("firm")
        return Thing(Owner("Enterprise", park["firm"]), at, at + len(park["firm"]), Owner("Park", park["park"]), (body,))
    if prefix is None:
        return Thing(Owner("Enterprise", body), start + shift, start + shift + len(body))
    place, length = prefix
    rest = body[length:]
    if rest.startswith("向") and not rest.startswith(("向日", "向阳")):
        return None
    stem = len(rest) - len(words.ending(rest, "firm_trades"))
    part = len(rest) < 2 or stem == 1 or rest[0] in "市区县省镇" or wide(ctx, place) or names.form(rest)[1] == rest
    if part:
        return Thing(Owner("Enterprise", body), start + shift, start + shift + len(body), None if wide(ctx, place) else place)
    return Thing(Owner("Enterprise", rest), start + shift + length, start + shift + len(body), place, (body,))


_IN_PARK = re.compile(
    r"(?P<park>[\u4e00-\u9fff]{3,18}?(?:产业园区?|工业园区?|科技园区?|开发区|高新区|经开区|集聚区|[\u4e00-\u9fff]园(?=内)))(?:内的?)?(?P<firm>[\u4e00-\u9fff]{3,8})"
)
"""A firm behind the park that it stands in (甲乙装备产业园|丙丁重工)."""


def _no_firm(body: str) -> bool:
    """Whether words in a firm's slot name none: an ending of general words, a bare kind, a clause."""
    if body.startswith(("依托", "以及")):
        return True
    general = words.ending(body, "not_firm_ends") != "" and not (names.form(body)[0] == "Enterprise" and brands.coined(body))
    bare = names.form(body)[1] == body or generic(body) or body in words.words("stops")
    broken = body.count("（") != body.count("）") or _NUMBER_OR_LETTERS.match(body) is not None
    kind = body.endswith(_DONE_TO_GOODS) and names.goods(body[:-2])
    return general or bare or broken or kind or _FOREIGN_WORDS.search(body) is not None


_DONE_TO_GOODS = ("加工", "种植", "养殖", "生产", "销售", "流通", "经营")
"""What makes a kind of firms of goods (果脯|加工企业)."""


def _registered(ctx: Context, name: str, start: int) -> Thing:
    """A registered name: it stays whole, and says a place only when that is the document's own city or a county of it.

    A place in front of a whole registered name (诸暨市浙江甲有限公司) is no part of it.
    """
    prefix = place_prefix(ctx, name)
    place = prefix[0] if prefix else None
    if prefix is not None and place_prefix(ctx, name[prefix[1] :]) is not None:
        inner = name[prefix[1] :]
        return Thing(Owner("Enterprise", inner), start + prefix[1], start + len(name), place, (name,))
    bracket = _BRACKET.search(name)
    if bracket is not None and bracket.group(1) in ctx.places:
        place = Owner("Region", ctx.places[bracket.group(1)])
    if place is None and (inner_ := ctx.place_pattern.search(name, 2, 8)) is not None:
        place = Owner("Region", ctx.places[inner_.group()])
    own = place is not None and place.type == "Region" and not wide(ctx, place)
    return Thing(Owner("Enterprise", name), start, start + len(name), place if own else None)


@cache
def _generic_openings() -> frozenset[str]:
    return frozenset(word[0] for word in words.words("generic_parts"))


@cache
def _generic() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(map(re.escape, words.longest_first("generic_parts"))) + ")*")


_LOOSE = re.compile(r"(?:基地|示范区|示范园|先导区|先行区|试验区|功能区|核心区|集聚区|聚集区|启动区|合作区|街区)$")


@lru_cache(maxsize=1 << 12)
def strip_verbs(text: str) -> int:
    """Length of the verbs and adverbs that open ``text`` before a name; 0 when it opens with the name."""
    last = 0
    for token in clauses.tokens(text, clauses.Span(0, len(text))):
        last = max(last, token.end)
    ends = words.last_ends(text, "builds", "opens", "inner_verbs", "part_verbs")
    return max((end for end in ends if last < end < len(text)), default=last)


def list_start(text: str, start: int, end: int) -> int:
    """Where the first item of a list in ``text[start:end]`` begins: past the verbs before it."""
    first = min((p for joint in "、和" if (p := text.find(joint, start, end)) > start), default=end)
    return start + strip_verbs(text[start:first])


_COUNTED = re.compile(r"[0-9]+(?:家|个|项|条|大)")


def titled(ctx: Context, name: str) -> int:
    """Length of a title of the same kind in front of a zone's name (国家级高新区甲开发区, 乙省重点园区丙旅游区)."""
    for inner in ctx.place_pattern.finditer(name, 3):
        if names.form(name[: inner.start()])[0] == "Park" and len(name) - inner.end() >= 2:
            return inner.start()
    return 0


def verbal(inner: str) -> bool:
    """Whether a stretch holds a verb, so that it is a clause and no name."""
    return words.inside(inner, "inner_verbs") or _COUNTED.search(inner) is not None


def generic(text: str) -> bool:
    """Whether words say only how or for whom, not which."""
    return not text or text[0] in _generic_openings() and _generic().fullmatch(text) is not None


def specific(name: str, kind: EntityType, suffix: str) -> bool:
    """Whether a name without a place says which one is meant, not only what kind of thing (“协同创新平台”)."""
    core = name[: -len(suffix)] if suffix else name
    if "“" in core or re.search(r"[A-Za-z]{2,}", core):
        return True
    if kind == "Park" and _LOOSE.search(name):
        return False
    if core and words.mapping("suffixes").get(suffix, ())[1:] == ("subject",):
        return True
    return not generic(core)


def classify(ctx: Context, text: str, start: int, *, slot: EntityType | None = None) -> Thing | None:
    """The thing that a list item names, by slot, then form, then as a topic."""
    text, start = _strip(text, start)
    if len(text) < 2 and text not in words.words("single"):
        return None
    if aliases.without(text) != text or text in aliases.declared(ctx.text):
        return _declared(ctx, aliases.without(text), start, slot)
    if text in ctx.places:
        return Thing(Owner("Region", ctx.places[text]), start, start + len(text))
    kind, suffix = names.form(text)
    if kind in ("Park", "Platform", "Institution", "Agency", "Project") and len(text) > len(suffix) + 1:
        thing = _proper(ctx, text, start, kind)
        if thing is None and kind in ("Platform", "Institution"):
            return None
        if thing is not None and (kind != "Project" or thing.place is not None or _FULL.search(text[: -len(suffix)]) is not None):
            return thing
    if slot == "Enterprise":
        return firm(ctx, text, start)
    if kind == "Enterprise" and re.search(r"(?:有限公司|集团|股份)$", text):
        return firm(ctx, text, start)
    placed = _placed_firm(ctx, text, start) if kind == "Enterprise" else None
    if placed is not None:
        return placed
    found = names.topic(text)
    if found is None:
        return None
    name, a, b = found
    prefix = place_prefix(ctx, name) if len(name) >= 4 else None
    if prefix is not None and prefix[0].type == "Region" and len(name) - prefix[1] >= 2:
        inner = names.topic(name[prefix[1] :])
        own = prefix[0] == ctx.home
        if inner is not None and (own or ctx.is_sector(inner[0]) or ctx.known_sector(inner[0]) or names.goods(inner[0])):
            kind_: EntityType = "Industry" if ctx.is_sector(inner[0]) else "Product"
            return Thing(
                Owner(kind_, inner[0]), start + a + prefix[1] + inner[1], start + a + prefix[1] + inner[2], prefix[0], (name,)
            )
    if name in words.words("areas") or name in ctx.places:
        return None
    sector = ctx.is_sector(name)
    return Thing(Owner("Industry" if sector else "Product", name), start + a, start + b)


def _placed_firm(ctx: Context, text: str, start: int) -> Thing | None:
    """“乙县华甲新能源”: a place, two or three characters that stand nowhere else, and an ending of firms."""
    prefix = place_prefix(ctx, text)
    rest = text[prefix[1] :] if prefix is not None else ""
    head = rest[: len(rest) - len(names.form(rest)[1])]
    if not 2 <= len(head) <= 3 or len(rest) > 8 or generic(head) or ctx.count(head) > ctx.count(rest) + 1:
        return None
    return firm(ctx, text, start)


def _declared(ctx: Context, text: str, start: int, slot: EntityType | None) -> Thing | None:
    """A name in front of its declared short form, or such a short form: the full name is the thing's."""
    full = aliases.declared(ctx.text).get(text, text)
    full = full[titled(ctx, full) or strip_verbs(full) :]
    known = classify(ctx, full, start, slot=slot)
    if known is None:
        return None
    short = tuple(s for s, name in aliases.declared(ctx.text).items() if name.endswith(known.what.name))
    return Thing(known.what, start, start + len(text), known.place, (*known.aliases, *short))


def _strip(text: str, start: int) -> tuple[str, int]:
    while text and text[0] in " “" and (text[0] == " " or text.count("“") != text.count("”") or text.endswith("”")):
        if text[0] == "“" and text.endswith("”"):
            text = text[:-1]
        text, start = text[1:], start + 1
    return text.rstrip(" ，。；"), start


_COUNTED_TAIL = re.compile(r"[0-9两三四五六七八九十]+(?:个|家|大)[^0-9]{1,6}$")


_RANKED = re.compile(r"(?:国家|[省市]|省部|自治区)级$")
"""A rank right in front of a body's name, which some write as a part of it."""


_TOLD = re.compile(
    r"（[^（）]*(?:位于|地处|设在|占地|面积|总投资)[^（）]*）$"
    r"|(?<=[区园城镇])(?:作为|属于|属(?=[\u4e00-\u9fff]{0,6}级))[\u4e00-\u9fff]+$"
)
"""What a bracket or a verb tells of a park, which is no part of its name."""
_TOWARD = re.compile(r"[\u4e00-\u9fff]{2,}(?<![方面定导取])向(?![阳日上前荣])(?=[\u4e00-\u9fff]{4})")
"""What goes where in front of a park's name (甲镇零散分布|向|乙产业园)."""


def _proper(ctx: Context, text: str, start: int, kind: EntityType) -> Thing | None:
    """A park, platform, institution … with its place; None when the words are only a kind of thing."""
    count = _COUNTED_TAIL.search(text)
    if count is not None and names.form(text[: count.start()])[0] == kind:
        text = text[: count.start()]
    shift = borders.before_name(text, kind)
    shift = 2 if not shift and text.startswith(("联动", "辐射")) and ctx.place_pattern.match(text, 2) is not None else shift
    rank = _RANKED.search(text[:shift]) if kind in ("Platform", "Institution") else None
    shift += titled(ctx, text[shift:]) if kind == "Park" else 0
    if text.endswith("老工业基地"):
        return None
    if kind == "Park":
        text = _TOLD.sub("", text)
        toward = _TOWARD.match(text, shift)
        shift = toward.end() if toward is not None else shift
    shift += borders.work_verbs(text[shift:]) if kind == "Project" else 0
    text, start = text[shift:], start + shift
    opening = clauses.tokens(text, clauses.Span(0, len(text)))
    if opening and opening[0].start == 0:
        return None
    shift = borders.body_verbs(text) if kind in ("Platform", "Institution") else 0
    shift += borders.partner(ctx, text[shift:]) if kind in ("Platform", "Institution") else 0
    text, start = text[shift:], start + shift
    odd = re.search(r"[，。；：]", text) is not None or text.count("“") != text.count("”")
    if not 4 <= len(text) <= 40 or text in words.words("stops") or odd:
        return None
    chain = borders.chain(ctx, text, len(names.form(text)[1])) if kind in ("Park", "Platform", "Institution") else None
    if chain is not None:
        return Thing(Owner(kind, text[chain[1] :]), start + chain[1], start + len(text), chain[0], (text,))
    seat = borders.seat(ctx, text) if kind == "Park" else None
    if seat is not None:
        name = text[: text.rindex("（")]
        return Thing(Owner(kind, name), start, start + len(name), seat, (text,))
    other = borders.second_name(text) if kind == "Park" else ""
    text = text[: -len(other) - 2] if other else text
    place = standing(ctx, text, kind)
    bare = place is None and kind in ("Park", "Platform", "Institution") and ctx.place_pattern.match(text) is None
    if bare and not specific(text, kind, names.form(text)[1]):
        return None
    ranked = (rank.group() + text,) if rank is not None else ()
    return Thing(Owner(kind, text), start, start + len(text), place, (other, f"{text}（{other}）") if other else ranked)
