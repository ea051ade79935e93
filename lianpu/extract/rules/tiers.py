"""focusesOn from the tiers of an economy: “以甲为主导、乙为支撑、丙为补充”, “农业以丁、戊为主导，工业以己为支撑”."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import brands, lists, names, phrases, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.rules import places
from lianpu.extract.things import generic, verbal
from lianpu.model import Status

_LIST = r"[^，。；：以为]{2,60}?"


@cache
def _tier() -> re.Pattern[str]:
    """One tier: what it is made of and the part that it plays, behind the sector that it is the tier of."""
    roles = "|".join(map(re.escape, words.longest_first("tier_roles")))
    return re.compile(rf"(?:(?P<of>[^，。；：、以]*)以)?(?P<list>{_LIST})为(?P<role>{roles})(?:产业)?(?=[、，。；的]|$)")


@cache
def _opening() -> re.Pattern[str]:
    """A row of tiers: the first with 以, the next ones behind a comma or stroke, with 以 or without."""
    roles = "|".join(map(re.escape, words.longest_first("tier_roles")))
    return re.compile(
        rf"以{_LIST}为(?:主导|主体|支柱|首位|优势|引领)(?:产业)?"
        rf"(?:[、，](?:[^，。；：、以]{{0,6}}以)?[^，。；：以为]{{2,40}}?为(?:{roles})(?:产业)?)+"
    )


_SECTOR = re.compile(r"(?:农业|工业|服务业|商贸业|旅游业|制造业|[一二三]产业?|第[一二三]产业|[\u4e00-\u9fff]{2,6}产业)$")
"""What a tier may be of, in front of 以."""
_WISHED = re.compile(r"构建|打造|推动|加快|着力|努力|力争|促进|推进|培育|建设")


@needs(_opening, nothing=list)
def apply(ctx: Context, text: str, span: Span, paragraph: int, owners: tuple[Owner, ...], out: Reading) -> list[Span]:
    """State what each tier has, under its own sector, that of the text or the place; gives the stretches that are read."""
    above = next((owner for owner in owners if owner.type in ("Region", "Park", "Industry")), ctx.home)
    read: list[Span] = []
    for row in _opening().finditer(text, span.start, span.end) if above is not None else ():
        begin = max(text.rfind(mark, span.start, row.start()) for mark in "，。；：") + 1
        begin = max(begin, span.start)
        wished = _WISHED.search(text, begin, row.start()) is not None and not places.present(ctx, paragraph)
        status: Status = "planned" if wished else "existing"
        at = begin
        while (tier := _tier().match(text, at, row.end())) is not None:
            of = _SECTOR.search(tier["of"] or "")
            if of is not None:
                out.name(
                    Owner("Industry", of.group()), paragraph, tier.start("of") + of.start(), tier.start("of") + of.end(), "tier"
                )
            whose = Owner("Industry", of.group()) if of is not None else above
            assert whose is not None
            _write(ctx, text, Span(*tier.span("list")), whose, status, (paragraph, tier.start(), tier.end()), out)
            at = tier.end() + 1
        read.append(Span(begin, row.end()))
    return read


def _write(
    ctx: Context, text: str, listed: Span, whose: Owner, status: Status, place: tuple[int, int, int], out: Reading
) -> None:
    """State the items of one tier, where each is a sector or goods."""
    items = lists.parse(text, listed.start, listed.end, ctx.sector_names).items
    found = [(item, names.topic(item.text)) for item in items]
    for item, topic in found:
        firm = topic is not None and (len(topic[0]) > 2 and brands.strength(topic[0]) == 2 or topic[0] in out.told["Enterprise"])
        if topic is None or firm or verbal(topic[0]):
            continue
        name = topic[0]
        called = names.form(name)[0] == "Industry" and names.nameable(name)
        sector = ctx.known_sector(name) or ctx.is_sector(name)
        plain = not generic(name) and not phrases.means(name) and names.form(name)[0] in (None, "Product", "Enterprise")
        if not (called or plain) or not phrases.may_own(name):
            continue
        what = Owner("Industry" if sector or not names.goods(name) else "Product", name)
        start = item.start + topic[1]
        out.name(what, place[0], start, start + len(name), "tier")
        out.state(whose, "focusesOn", what, status, place, "tier")
