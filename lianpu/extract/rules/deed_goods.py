"""The goods of what firms do: a list without the works that are to make them (“扩产甲、乙生产线”)."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from lianpu.extract import brands, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.rules import ventures
from lianpu.extract.rules.doers import Doers
from lianpu.extract.rules.sayings import SOME
from lianpu.extract.things import Thing, classify, verbal
from lianpu.model import Status


class Deed(msgspec.Struct, frozen=True, gc=False):
    """Who a clause is about, the verb of what they do, and where its objects stand."""

    who: Doers
    verb: str
    kind: str
    objects: Span
    status: Status
    each: bool = False
    """Whether each of several makes the one of as many goods that stands in its place (甲、乙分别布局丙、丁)."""


SIZED = re.compile(
    rf"(?:了|出|着)?(?:[0-9]+条)?(?:(?:年(?:产|处理|加工|新增)|日处理|新增)?(?:{SOME}(?![英寸系代纳微])(?:级)?的?))?(?:年产)?"
)
_OPENED = re.compile(r"(?<=项目)(?:已|将|全面|正式|顺利|成功|加快|开工|建设|竣工|建成|投产|投用|达产|达效|落地)+$")
"""What is told of a project behind its name."""
_COUNT = re.compile(rf"{SOME}$|[0-9].*$")


@cache
def _tails() -> re.Pattern[str]:
    lists_ = ("deed_tails", "venture_tails", "output_lines")
    found = sorted(frozenset().union(*map(words.words, lists_)), key=lambda word: (-len(word), word))
    return re.compile(rf"(?:的?(?:{'|'.join(map(re.escape, found))}))+$")


_BARE = re.compile(r"[0-9.]+$|.*建设|(?:新型|关键|核心|重大|先进)?(?:技术|装备|设备|产品|材料|零部件)$")


def goods(ctx: Context, text: str, deed: Deed) -> list[Thing]:
    """The goods of a list, without the works that are to make them; behind a verb of building or of work they must be named."""
    out: list[Thing] = []
    span = deed.objects
    built = deed.verb.endswith(("建", "建设", "建造", "建成", "建有"))
    if deed.kind in ("act", "raw", "place") or deed.kind == "light" and _tails().search(text[span.start : span.end]) is None:
        return []
    items = lists.parse(text, span.start, span.end).items
    for item in items:
        lead = _item_lead().match(item.text)
        begin = lead.end() if lead is not None and len(item.text) - lead.end() >= 2 else 0
        body = _COUNT.sub("", _OPENED.sub("", item.text[begin:]))
        tail = _tails().search(body)
        body = body[: tail.start()] if tail is not None and tail.start() >= 2 else body
        if names.form(item.text)[0] in ("Platform", "Institution", "Park"):
            name = item.text[begin:]
            software = name.endswith("平台") and words.inside(name, "software_cues") and "公共" not in name and "创新" not in name
            if software and 4 <= len(name) <= 16 and ctx.place_pattern.match(name) is None:
                out.append(Thing(Owner("Product", name), item.start + begin, item.end))
            continue
        if built and tail is None and item is items[-1]:
            continue
        thing = classify(ctx, body, item.start + begin) if len(body) >= 2 else None
        if thing is not None and thing.what.type in ("Product", "Industry") and _plain(thing.what.name):
            out.append(thing)
    making = deed.who.sure and deed.verb in words.of_role("deeds", "make")
    fit = [thing for thing in out if making or _fit(ctx, thing.what.name) or thing.what.name.endswith("平台")]
    return [thing for thing in out if thing in fit or 2 < len(thing.what.name) <= 9] if 2 * len(fit) >= len(out) else fit


@cache
def _item_lead() -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, words.longest_first("deeds")))
    return re.compile(rf"(?:{verbs})?{SIZED.pattern}")


_SAID = re.compile(r"^[以为与及和从由]|[“”]|填补|走廊以")
"""What makes a piece of a sentence of an item."""


def _plain(name: str) -> bool:
    """Whether a name may say what is made: no works, no success, no clause."""
    other = (
        verbal(name)
        or _SAID.search(name) is not None
        or brands.traded(name) > 0
        or _BARE.match(name) is not None
        or bool(words.ending(name, "deed_no_goods"))
    )
    return not other and not names.adjectival(name) and name not in words.words("stops")


def _fit(ctx: Context, name: str) -> bool:
    """Whether a name is one of goods by itself."""
    return names.goods(name) or ctx.known_sector(name) or brands.common(name) and ventures.plain(name)
