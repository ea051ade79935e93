"""Zones, functional areas and platforms that a park's own paragraph lays out, and what counts as built in a place."""

from __future__ import annotations

import re

from lianpu.extract import lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.lists import Item
from lianpu.extract.reading import Reading
from lianpu.extract.rules import mentioned
from lianpu.extract.things import classify, generic, strip_verbs, verbal
from lianpu.extract.whereabouts import standing

_ZONES = re.compile(r"(?:功能区|功能板块|园区|片区|组团|板块|分区|节点|聚集区|集聚区)(?:（(?P<bracket>[^（）]{5,80})）)")


def building(ctx: Context, item: Item, *, loose: bool = True) -> Owner | None:
    """A park, platform, institute or work that an item names; kinds without a subject count where a place is said."""
    thing = classify(ctx, item.text, item.start)
    if thing is not None and thing.what.type in ("Park", "Platform", "Institution", "Project"):
        return thing.what
    if not loose:
        return None
    kind, suffix = names.form(item.text)
    if kind == "Project" and suffix == "项目" and not generic(item.text[:-2]):
        return (
            Owner(kind, item.text)
            if 4 <= len(item.text) <= 24 and not VAGUE.search(item.text) and not verbal(item.text)
            else None
        )
    if kind not in ("Park", "Platform", "Institution") or not 5 <= len(item.text) <= 20 or len(item.text) - len(suffix) < 2:
        return None
    return (
        None
        if re.search(r"的|[0-9一二三四五六七八九十]+(?:个|家|处)|级$|^(?:一批|国家|省)", item.text) or verbal(item.text)
        else Owner(kind, item.text)
    )


VAGUE = re.compile(
    r"的|[0-9一二三四五六七八九十]+(?:个|家|处)|级|^(?:一批|若干|等|重[点大]|示范|试点)|(?:建设|示范|试点|类|重[点大])项目$"
)
"""In words for projects that name none of them."""


_INNER = re.compile(
    rf"(?P<verb>{'|'.join(words.longest_first('layout_verbs'))})(?P<list>(?!为)(?:[^，。；：（]|（[^（）]{{1,8}}）){{4,120}})"
)


def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """Zones that the paragraph of a park lays out are parts of it, or of the one zone that the paragraph laid out before."""
    for match in _ZONES.finditer(text, span.start, span.end):
        _laid(ctx, text, Span(*match.span("bracket")), match.start(), paragraph, owner, True, out)
    for match in _INNER.finditer(text, span.start, span.end):
        if not (match.group("verb") == "打造" and match.group("list").endswith(("基地", "高地"))):
            _laid(ctx, text, Span(*match.span("list")), match.start(), paragraph, owner, False, out)


def _laid(ctx: Context, text: str, at: Span, start: int, paragraph: int, owner: Owner, bracket: bool, out: Reading) -> None:
    listing = lists.parse(text, at.start, at.end)
    tail = listing.tail.text if listing.tail else ""
    ends = sum(re.search(r"[区园](?:（[^（）]*）)?$", item.text) is not None for item in listing.items)
    loose = bracket or words.inside(tail, "inner_zones") or ends > 1
    bodies = [(item, body) for item in listing.items if (body := building(ctx, item)) is not None and len(listing.items) > 1]
    bodies = [(item, body) for item, body in bodies if body.type in ("Platform", "Institution") and not _served(body.name)]
    for item, body in bodies:
        out.name(body, paragraph, item.start, item.end, "built")
        out.state(body, "locatedIn", owner, "planned", (paragraph, start, item.end), "platform-of-park")
    found = [(item, name) for item in listing.items if (name := _zone(ctx, item, owner, loose, bracket)) is not None]
    whole = _before(paragraph, start, owner, out) if len(found) > 1 or bracket else owner
    heading = mentioned.first(ctx, whole.name) if found or bodies else None
    if heading is not None:
        out.name(whole, *heading, "park-of-section")
    for item, name in found:
        begin = item.start + item.text.index(name)
        part = out.name(Owner("Park", name), paragraph, begin, begin + len(name), "part")
        out.state(part, "partOf", whole, "existing", (paragraph, start, item.end), "zones-of-park")


_BARE = re.compile(r"“|^[一二三四五六七八九十大]|^(?:国家|省级?|市级?)(?!级)")


def bare(name: str) -> bool:
    """Whether a park without a place is only of a kind that a plan wants more of (特色街区, 三大片区, “双创”基地)."""
    return _BARE.search(name) is not None or bool(words.ending(name, "bare_parks"))


def _served(name: str) -> bool:
    """Whether a body is only a service that a park is to have (甲服务平台, 乙综合服务中心)."""
    return name.endswith(("平台", "服务中心"))


def _before(paragraph: int, start: int, owner: Owner, out: Reading) -> Owner:
    """The single zone that an earlier statement of the paragraph laid out in the owner, if there is one."""
    earlier = [d for d in out.stated(paragraph) if d.rule == "zones-of-park" and d.o == owner and d.start < start]
    groups = {d.start: [e for e in earlier if e.start == d.start] for d in earlier}
    single = [group[0].s for _, group in sorted(groups.items()) if len(group) == 1]
    return single[-1] if single else owner


def _zone(ctx: Context, item: Item, owner: Owner, loose: bool, bare: bool) -> str | None:
    """The name of a zone that an item holds; ``loose``: any …区 or …园 counts; ``bare``: no verb stands in front."""
    begin = 0 if bare else strip_verbs(item.text)
    body = re.sub(r"（[^（）]*）$|(?:建设|发展|规模)$", "", item.text[begin:])
    kind, suffix = names.form(body)
    if kind != "Park" and not (loose and re.search(r"[区园城带点]$", body)) or not 4 <= len(body) <= 18 or verbal(body):
        return None
    if (
        re.search(r"的|[0-9]|级|^(?:一批|新型|特色|为|世界|全国|或)|单", body)
        or len(body) - len(suffix) < 2
        or body == owner.name
    ):
        return None
    if generic(body[: len(body) - len(suffix)]) or re.match(r"[一二三四五六七八九十两]*(?:大|个)|业", body):
        return None
    return body if standing(ctx, body, "Park") is None else None
