"""What a listed work is called, whether its name says which one it is, and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lianpu.extract import brands, names, words
from lianpu.extract.context import Context, Owner
from lianpu.extract.lists import Item
from lianpu.extract.rules import mentioned, ventures
from lianpu.extract.things import classify, generic, verbal
from lianpu.extract.whereabouts import PARENT, inner_place, local, place_prefix
from lianpu.model import Status


@dataclass(frozen=True, slots=True)
class Work:
    """One listed work and the noun that it shares with the ones after it (西甲、西乙高铁), if any."""

    item: Item
    noun: str


@dataclass(frozen=True, slots=True)
class Group:
    """Works of one clause, what is said of them and the place that owns them; ``generic``: the list closes with 项目 or 工程."""

    works: tuple[Work, ...]
    generic: str
    status: Status
    said: bool
    place: Owner | None


@cache
def nouns() -> re.Pattern[str]:
    """A noun of works at the end, with the section or phase that may follow it (甲高铁乙段, 丙机场二期)."""
    nouns = "|".join(map(re.escape, words.longest_first("works")))
    return re.compile(
        rf"(?P<noun>{nouns})(?:[\u4e00-\u9fff]{{2,10}}段|[一二三四五六七八九十]+期|(?P<more>扩能改造|拓宽改造|升级改造|改扩建|扩建|扩容|扩能|清淤|增容|除险加固)|[一二三]跑道|航站楼|[0-9一二三四五六七八九]+号?(?:机组|线)){{0,2}}(?:工程|项目)?$"
    )


def site(text: str) -> bool:
    """Whether a work is built on land (机场, 水库), which no firm's goods are."""
    own = nouns().search(text)
    return own is not None and words.mapping("works")[own.group("noun")][0] in ("site", "line")


def forms(ctx: Context, body: str, rest: str, work: Work, group: Group) -> list[str]:
    """Names of a work, the fullest first; empty when the words name only a kind of work."""
    own = nouns().search(body)
    if own is not None and _worth(ctx, body, own):
        return [body, body + "项目", body + "工程"]
    if own is not None and own.group().endswith(("项目", "工程")):
        return []
    if own is None and work.noun and not generic(body):
        return [body + work.noun, *([body] if len(body) > 2 else [])]
    if group.generic and _concrete(ctx, body, rest, work.item):
        return [body + group.generic, body]
    return []


def _worth(ctx: Context, body: str, own: re.Match[str]) -> bool:
    """Whether a name with a noun of works says which one: not “城市轨道交通”, “7条高速公路”, “一批重大工程”."""
    core = body[: own.start()]
    if (
        len(core) < 2
        and own.group() == own.group("noun")
        or generic(core)
        or re.match(r"^(?:[0-9一二三两十]+[条个座处]|一批|多[条个]|新增|全[省市国])|[0-9]+[条个座处]", core)
    ):
        return False
    if core in words.words("work_kinds") or verbal(core):
        return False
    kind = words.mapping("works")[own.group("noun")][0]
    if kind != "work":
        return kind != "firm" or bool(ventures.maker(core))
    near = ctx.place_pattern.search(core) is not None or re.search(r"[A-Za-z0-9]|至|(?<!^)“", core) is not None
    water = re.search(r"[江河湖海山岛湾港](?!道|湖|流|域|上|洋)", core) is not None
    return (
        near or water or own.group().endswith("期") and len(core) >= 2 or bool(ventures.maker(core) or ventures.coined(ctx, core))
    )


def _concrete(ctx: Context, body: str, rest: str, item: Item) -> bool:
    """Whether an item of “…等项目” is a work of its own rather than a sector or a kind of goods."""
    if len(body) < 4 or generic(body) or verbal(body):
        return False
    if rest != body or bool(ventures.maker(body) or ventures.coined(ctx, body)):
        return True
    if ctx.known_sector(body) or len(body) <= 4 or names.goods(body) and len(body) <= 5:
        return False
    thing = classify(ctx, body, item.start)
    return thing is not None and ctx.count(body[:2]) <= 2


def where(ctx: Context, body: str, work: Work, group: Group) -> Owner | None:
    """Where a work stands: the place that the clause opens with or that its name has; lines between places stand in none."""
    if group.place is not None:
        return group.place
    area = mentioned.area_at(body)
    if area is not None:
        return area
    own = nouns().search(body)
    noun = own.group("noun") if own else work.noun
    if "至" in body or words.mapping("works").get(noun, ("",))[0] == "line" and "绕城" not in body:
        return None
    prefix = place_prefix(ctx, body) if PARENT.match(body) is None else None
    itself = prefix is not None and (prefix[1] == len(body) and prefix[0].type == "Park")
    if itself:
        return None
    place = prefix[0] if prefix is not None and prefix[1] < len(body) + len(work.noun) else inner_place(ctx, body)
    return place if place is not None and (place.type == "Park" or local(ctx, place.name)) else None


def lone(body: str, group: Group) -> bool:
    """Whether a listed work is called by the name of its firm alone (宇瀚机电等9个项目), by itself or beside one that is."""
    listed = [work.item.text for work in group.works]
    return brands.alone(body) or brands.among(body) and brands.common(body) <= any(map(brands.alone, listed))


def carries(match: re.Match[str]) -> bool:
    """Whether the noun of a work is that of the ones before it, too (甲、乙高铁)."""
    noun = match.group("noun")
    return match.group() == noun + (match.group("more") or "") and (words.mapping("works")[noun][0] == "line" or noun in _CARRIED)


_CARRIED = frozenset(
    {"机场", "抽水蓄能", "抽水蓄能电站", "输变电工程", "水库", "水电站", "核电", "核电站", "电厂", "变电站", "大桥", "隧道"}
)
"""Sites that several places share as one word (甲、乙机场)."""
