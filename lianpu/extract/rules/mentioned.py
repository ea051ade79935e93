"""Names that a document mentions without saying more: places, economic areas, issuing bodies, cited plans, works."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import names, phrases, words
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.things import generic, strip_verbs, verbal
from lianpu.extract.whereabouts import standing


@cache
def _areas() -> re.Pattern[str]:
    """Known areas, not where they are only the head of a longer name (赣南实验室)."""
    known = words.longest_first("areas")
    long, short = ("|".join(re.escape(w) for w in known if (len(w) > 2) is wanted) for wanted in (True, False))
    after = r"(?=地区|$|[^\u4e00-\u9fff]|[和与及等的在将为地都]|革命|发展|加快|建设|打造|一体|协同|城市|经济)"
    return re.compile(rf"(?P<name>{long}|(?:{short}){after})(?P<more>地区)?")


@cache
def _named_areas() -> re.Pattern[str]:
    ends = "|".join(map(re.escape, words.longest_first("area_ends")))
    return re.compile(rf"[\u4e00-\u9fff]{{2,8}}?(?:{ends})")


def area_at(text: str) -> Owner | None:
    """The economic area that a name begins with (甲乙都市圈环线), if any."""
    known = next((w for w in words.longest_first("areas") if text.startswith(w) and len(w) > 2), None)
    named = re.match(_named_areas().pattern, text)
    name = known or (named.group() if named is not None and not verbal(named.group()) else None)
    return Owner("Region", name) if name is not None and len(name) < len(text) else None


def document(ctx: Context, out: Reading) -> None:
    """Issuers as agencies and cited documents as policies, at the first place where the text has them."""
    for kind, found in (("Agency", ctx.document.issuer), ("Policy", ctx.document.cites)):
        for name in found:
            place = first(ctx, name)
            if place is not None:
                out.name(Owner(kind, name), *place, "document")  # type: ignore[arg-type]


def owners(ctx: Context, out: Reading) -> None:
    """Parks, places and sectors that statements have and no rule has noted, at the first place where the text has them."""
    noted = {m.what for m in out.mentions}
    titled = {owner for owner in ctx.weak_owners if owner is not None}
    named = (owner for d in out.drafts for owner in (d.s, d.o))
    for owner in dict.fromkeys(o for o in named if o not in noted and o.type in ("Park", "Region", "Industry")):
        if (
            strip_verbs(owner.name)
            or _RANK.match(owner.name)
            or (owner.type == "Industry" and owner not in titled and not _ownable(owner.name))
        ):
            continue
        place = first(ctx, owner.name)
        if place is not None:
            out.name(owner, *place, "owner")
            where = (
                standing(ctx, owner.name, owner.type)
                if owner.type == "Park" and not owner.name.endswith(("新城", "）"))
                else None
            )
            if where is not None and where.name != owner.name:
                out.name(where, *place, "place")
                out.state(owner, "locatedIn", where, "existing", place, "owner-place")


def _ownable(name: str) -> bool:
    """Whether a name is a sector's by its ending and nothing else: no verb, no list, no means."""
    return names.form(name)[0] == "Industry" and phrases.plain(name) and phrases.may_own(name)


_RANK = re.compile(r"区域|国家|全[国省市区县]|[大小]|[0-9]|世界|新型|[的\W]")
"""What opens a rank or a count of zones rather than a name."""


def first(ctx: Context, name: str) -> tuple[int, int, int] | None:
    """Paragraph, start and end of the first place where the text has a name."""
    place = next(ctx.said.places(name), None)
    return None if place is None else (*place, place[1] + len(name))


def paragraph(ctx: Context, index: int, out: Reading) -> None:
    """Places and areas of one paragraph."""
    text = ctx.outline.paragraphs[index].text
    for match in _areas().finditer(text) if words.inside(text, "areas") else ():
        aliases = (match.group(),) if match.group("more") else ()
        out.name(Owner("Region", match.group("name")), index, *match.span(), "area", aliases)
    for match in _named_areas().finditer(text) if words.inside(text, "area_ends") else ():
        begin = match.start() + strip_verbs(match.group())
        cut = max((m.end() for m in _EDGE.finditer(text, begin, match.end() - 3)), default=begin)
        cut += _glued(ctx, text[cut : match.end()])
        name = text[cut : match.end()]
        end = next((e for e in words.longest_first("area_ends") if name.endswith(e)), name)
        whole = len(end) > 3 and name == end and ctx.said.count(name) > _OFTEN
        own = 2 <= len(name) - len(end) <= 6 and not generic(name[: -len(end)])
        if (whole or own) and not verbal(name):
            out.name(Owner("Region", name), index, cut, match.end(), "area")
    for match in ctx.place_pattern.finditer(text):
        if match.group() == ctx.places[match.group()] or _ends(text, match.end()):
            out.name(Owner("Region", ctx.places[match.group()]), index, *match.span(), "place")


_OFTEN = 4
"""How many times as often the text has the rest of a name as the name itself, where the first characters are no part of it."""


def _glued(ctx: Context, name: str) -> int:
    """How many characters in front of an area's name are the sentence's own (制定 in 制定甲示范区)."""
    said = ctx.said.count(name)
    return next((cut for cut in range(1, min(4, len(name) - 4)) if ctx.said.count(name[cut:]) >= _OFTEN * said), 0)


_EDGE = re.compile(
    r"(?<=[圈带群区市省])[和与及]|[在对向以融从是与]|多个|(?:融入|推动|支持|以及|大|新|省会)(?=[\u4e00-\u9fff]{2})"
)


def _ends(text: str, at: int) -> bool:
    """Whether a short place name ends at ``at`` rather than being the head of a longer name."""
    after = text[at : at + 2]
    if not after or after[0] in "、，。；等和与及（）”两":
        return True
    return after in words.words("inner_verbs") or after in words.words("builds")
