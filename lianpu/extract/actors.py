"""Who an act of a statement is about: the places before its object, the sector, park or firms that its subject names."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from lianpu.extract import names, subjects, words
from lianpu.extract.acts import Act, Frame, Reliance
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading
from lianpu.extract.rules import areas, carriers, firm_words, firms, makers
from lianpu.extract.things import generic
from lianpu.extract.whereabouts import place_prefix


def led_by(ctx: Context, text: str, clause: Span) -> tuple[Owner, ...]:
    """The places that a later clause leads with."""
    alone = areas.opening(text, clause)
    return tuple(areas.led(ctx, text, clause)[0]) or ((alone,) if alone is not None else ())


def stands_alone(text: str, act: Act, who: Owner, options: tuple[Option, ...]) -> bool:
    """Whether a sector is itself the subject of a verb, so that nothing else owns the objects."""
    opens = act.subject is not None and act.subject.start == act.clause.start
    alone = who.type == "Industry" and not act.caused and (act.status != "extend" or opens)
    return alone and _AROUND.match(text, act.subject.start if act.subject else 0) is None and other(who, options)


def other(who: Owner, options: tuple[Option, ...]) -> bool:
    """Whether a sector is no other name of the one that the text is about anyway."""
    key, known = sector_key(who.name), sector_key(options[0].owner.name)
    return key not in known and known not in key


def closing_chain(ctx: Context, text: str, frame: Frame, options: tuple[Option, ...]) -> tuple[Owner, int] | None:
    """The chain or cluster that the last clause of a statement makes of what the clauses before it say, and where it stands.

    “引进甲、乙项目，延伸丙产业链”: nobody else that the statement itself names owns what comes before.
    """
    piece = frame.clauses[-1]
    if len(frame.clauses) < 2 or options[0].owner.type != "Industry" or options[0].relation in ("lead", "together"):
        return None
    match = _closed().match(text, piece.start, piece.end)
    found = names.topic(match["chain"]) if match is not None else None
    if match is None or found is None or len(found[0]) < 4 or not found[0].endswith(("产业", "链", "集群")):
        return None
    chain = Owner("Industry", found[0])
    named = re.sub(r"产业链?|集群|链$", "", chain.name)
    narrower = sector_key(chain.name) not in sector_key(options[0].owner.name) and not generic(named)
    return (chain, match.start("chain")) if narrower and not words.inside(found[0], "no_subjects") else None


@cache
def _closed() -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, words.longest_first("chain_closed")))
    adverbs = "|".join(map(re.escape, words.longest_first("adverbs")))
    return re.compile(
        rf"(?:{adverbs})*(?:{verbs})(?P<chain>[\u4e00-\u9fff0-9A-Za-z]{{2,12}}?(?:产业链条?|全产业链|产业集群|新?材料链))(?=。|；|$)"
    )


def together(
    ctx: Context, text: str, index: int, act: Act, options: tuple[Option, ...], out: Reading
) -> tuple[Act, bool, tuple[Owner, ...]]:
    """Places that an act is about together: before its object, which is cut to the rest, in its subject, else those that lead.

    The flag tells whether they stand before the object.
    """
    ahead, begin = areas.before_object(ctx, text, act.objects[0].start, act.objects[0].end)
    if ahead:
        for place in ahead:
            out.name(place, index, act.clause.start, act.clause.end, "place")
        return replace(act, objects=(Span(begin, act.objects[0].end), *act.objects[1:])), True, tuple(ahead)
    if act.subject is not None and text.startswith("在", act.subject.start) and areas.works(text, act.objects[0]):
        return act, False, ()
    if act.subject is not None:
        several = tuple(areas.several(ctx, text, act.subject.start, act.subject.end))
        for place in several:
            out.name(place, index, act.subject.start, act.subject.end, "place")
        return act, False, several
    return act, False, leading(options)


def leading(options: tuple[Option, ...]) -> tuple[Owner, ...]:
    """The places that a statement leads with together."""
    group = tuple(o.owner for o in options if o.relation == "together")
    return (options[0].owner, *group) if group else ()


_MODAL = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?<![主重需必只首供相响适反效对概])(?:则|也|还)*(?:要|应当?|须|拟)$")
_INSIDE = re.compile(r"(?<=[园区城港谷])(?:内|里)$")
_AROUND = re.compile(r"^(?:重点|主要|紧紧|紧密)?(?:围绕|针对|面向|聚焦|抓住|瞄准|立足)")


def subject(
    ctx: Context,
    text: str,
    frame: Frame,
    index: int,
    act: Act,
    options: tuple[Option, ...],
    near: Owner | None,
    out: Reading,
) -> tuple[Owner | None, list[Owner]]:
    """The owner that a noun phrase before or inside the verb names, and the firms that it lists."""
    span = act.subject
    if span is None:
        return None, []
    around = _AROUND.match(text[span.start : span.end])
    start = span.start + (around.end() if around else subjects.place_opener(text[span.start : span.end]))
    body = text[start : span.end].strip("，、 ")
    if len(body) < 2:
        return None, []
    place = place_prefix(ctx, body)
    if place is not None and place[1] == len(body):
        return place[0], []
    if (area := areas.area(body)) is not None:
        return area, []
    body = _INSIDE.sub("", _MODAL.sub("", body))
    if names.form(body)[0] == "Park" and len(body) <= 20 and "、" not in body and body not in words.words("bare_parks"):
        return Owner("Park", body), []
    if ctx.known_sector(body) or ctx.is_sector(body) and "、" not in body and len(body) <= 12:
        found = names.topic(body)
        return (Owner("Industry", found[0]) if found else None), []
    one = firms.acting(ctx, body, out.told["Enterprise"]) if makers.makes(text, act) else 0
    if act.caused or around or one:
        end = start + one if one else _listed_end(text, Span(start, span.end))
        reliance = Reliance(Span(start, end), "龙头" if act.caused or one else "", "支持", Span(span.start, span.end))
        named = (
            _FIRMS.search(text, start, end)
            or firms.all_placed(ctx, text, start, span.end)
            or firms.all_sure(ctx, text, start, span.end)
        )
        if one or named:
            relied = firms.read(ctx, text, reliance, sure=bool(one))
            plain = makers.only_make(ctx, text, act, body, len(relied.firms))
            sector = None if plain else carriers.of(ctx, text, frame, reliance, options, near)
            firms.apply(ctx, frame, index, options[0].owner, relied, reliance, out, sector, carry=not plain)
            return None, [f.what for f in relied.firms]
    if around and "、" not in body and len(body) <= 12 and not subjects.abroad(body):
        found = names.topic(body)
        if found is not None:
            return Owner("Industry", found[0]), []
    opens = act.status != "extend" or span.start == act.clause.start
    if act.status == "extend" and not opens and not (names.goods(body) and options[0].owner.type == "Industry"):
        return subjects.acting_sector(ctx, text, Span(start, span.end), "重点"), []
    plain = not act.caused and not around and opens and options[0].owner.type != "Park"
    return subjects.acting_sector(ctx, text, Span(start, span.end), text[span.end : act.verb.end]) if plain else None, []


def _listed_end(text: str, span: Span) -> int:
    """Where a list of firms ends in front of the means by which they do something (“A、B等企业利用…开发C”)."""
    closing = next(firm_words.closings(text, span), None)
    return closing.end if closing is not None and _MEANS.match(text, closing.end, span.end) else span.end


_MEANS = re.compile(r"利用|通过|围绕|在|向|由|与|联合|加大|加快|依托|立足|面向|针对|瞄准|对接|运用|采用|借助")
_FIRMS = re.compile(r"(?:企业|公司|集团)$")
