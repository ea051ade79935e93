"""Owners that a statement itself names, beside the head of its point: what it leads with, backs, relies on, or advances."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lianpu.extract import advances, belts, clauses, gaps, growing, names, phrases, words, zone_titles, zones_of_function
from lianpu.extract.acts import Act, Frame
from lianpu.extract.aspects import aspect, taken
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.heads import CHAINED, COPULA
from lianpu.extract.owners import Option
from lianpu.extract.rules import areas
from lianpu.extract.subjects import ACTOR, IN, LAYER, sector_lead, sector_name, subject_sector
from lianpu.extract.things import verbal
from lianpu.extract.whereabouts import place_prefix, whole_place

_FIELD = re.compile(r"(?<=[\u4e00-\u9fffA-Za-z]{3})(?:领域|赛道)(?:方面)?$")
_NUMBERED = re.compile(r"(?:[\u4e00-\u9fff]{2,8}：)?(?:[①-⑳]|[（(][0-9]{1,2}[）)])(?=[\u4e00-\u9fffA-Za-z])")
_MODAL = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?:还|也)?(?:[要应须]|(?<=[县市区省镇乡])将)$")


def _pointed(text: str, frame: Frame) -> Owner | None:
    """“②甲乙化工，向丙延伸”, “丁链：发展戊”: the sector that a part of a sentence is headed with."""
    chained = CHAINED.match(text, frame.span.start, frame.span.end)
    if chained is not None:
        return Owner("Industry", chained["name"])
    opening = _NUMBERED.match(text, frame.span.start, frame.span.end)
    if opening is None or len(frame.clauses) < 2:
        return None
    name = text[opening.end() : frame.clauses[0].end]
    whole = 3 <= len(name) <= 12 and phrases.plain(name) and phrases.may_own(name) and names.form(name)[0] in (None, "Industry")
    return Owner("Industry", name) if whole and re.search(r"[、，：“的]", name) is None else None


def own(ctx: Context, text: str, frame: Frame, inherited: Owner) -> list[Option]:
    """Owners that a statement itself names: its opening noun phrase if that is a sector, place or park, or “围绕X”."""
    out: list[Option] = []
    if ctx.home is not None and inherited == ctx.subject and _OURS.match(text, frame.span.start, frame.span.end) is not None:
        out.append(Option(ctx.home, "lead"))
    elif (belt := belts.opened(text, frame.span)) is not None:
        out.append(Option(belt, "lead"))
    elif inherited.type == "Industry" and (pointed := _pointed(text, frame)) is not None:
        out.append(Option(pointed, "lead"))
    elif frame.lead is not None and not _builds_there(text, frame):
        said = text[frame.lead.start : frame.lead.end]
        lead = IN.sub("", _MODAL.sub("", COPULA.sub("", _COUNTED.sub("", said.strip("，：")))), count=1)
        lead = lead[1:-1] if lead.startswith("“") and lead.find("”") == len(lead) - 1 else lead
        lead = lead[:-1] if lead.endswith("将") and names.form(lead[:-1])[0] == "Park" else lead
        lead = zone_titles.bare_zone(ctx, lead) if lead.endswith("）") else _INSIDE.sub("", lead)
        field = _FIELD.sub("", lead)
        place = whole_place(ctx, lead)
        kind, _ = names.form(lead)
        begin = frame.lead.start + max(said.find(lead), 0)
        many = areas.several(ctx, text, begin, begin + len(lead)) if "、" in lead or "和" in lead and place is None else []
        if place is None and frame.clauses:
            place = areas.area(lead)
        if place is not None:
            out.append(Option(place, "lead"))
        elif many:
            out += [Option(owner, "lead" if at == 0 else "together") for at, owner in enumerate(many)]
        elif kind == "Park" and 4 <= len(lead) <= 20 and "是" not in lead and not verbal(lead):
            out.append(Option(Owner("Park", lead), "lead"))
        elif inherited.type != "Park" and (sector := subject_sector(ctx, text, frame.clauses[0])) is not None:
            out.append(Option(sector, "lead"))
        elif (
            3 <= len(lead) <= 14
            and not re.search(r"[、，的《]", lead)
            and inherited.type == "Industry"
            and ctx.count(lead) > 1
            or ctx.known_sector(lead)
            or sector_lead(lead)
            or field != lead
            and phrases.may_own(field)
            and phrases.plain(field)
        ):
            lead = field
            found = names.topic(lead)
            if found is not None and found[0] == lead and not ACTOR.search(lead) and LAYER.fullmatch(lead) is None:
                out.append(Option(Owner("Industry", sector_name(lead)), "lead"))
    if not out and (told := aspect(ctx, text, frame.span)) is not None:
        out.append(Option(told, "lead"))
    if not out and (opened := _opened(ctx, text, frame) or _acting(ctx, text, frame)) is not None:
        out.append(Option(opened, "lead"))
    if not out and any(act.status == "supplement" for act in frame.acts):
        said_of = gaps.spoken(text, frame.clauses[:1])
        found = names.topic(text[said_of.start : said_of.end]) if said_of is not None else None
        if found is not None and phrases.may_own(found[0]):
            out.append(Option(Owner("Industry", found[0]), "lead"))
    for span in frame.around:
        name = text[span.start : span.end].strip("，、 ")
        if 2 <= len(name) <= 14 and "、" not in name:
            found = names.topic(name)
            if found is not None:
                firm_ = ctx.known_sector(name) or ctx.is_sector(name)
                out.append(Option(Owner("Industry", found[0]), "around" if firm_ else "about"))
    return out


def _builds_there(text: str, frame: Frame) -> bool:
    """“在甲镇建设…”: what is built in a place is what the statement is about, not the place."""
    said = frame.lead is not None and text.startswith("在", frame.lead.start)
    return said and bool(frame.acts) and areas.works(text, frame.acts[0].objects[0])


_OURS = re.compile(
    r"(?:我[省市区县州盟旗]|各(?:地|市县|县区|县市|市州))(?:将|要|应|可|须|重点|积极|大力|加快|持续|着力|全力|进一步)"
)
"""Opens what the place of a plan on one industry does as a whole (我省将…)."""
_INSIDE = re.compile(r"(?<=[园区城港谷镇])(?:内|里)$")
_COUNTED = re.compile(r"^[一二三四五六七八九十]+是(?=[\u4e00-\u9fff]{3})")
"""What counts a point (“二是”|甲产业)."""
_OPENED = re.compile(
    r"(?:《[^《》]{2,24}》(?:明确|指出|提出|要求)(?:要)?[，：]?)?(?:“[^“”]{1,8}”(?:是|即|为|指))?“?(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,18}?(?:[区县市旗州盟]|园|组团|板块|小镇|镇|乡|街道|经济圈|都市圈|新城|[科技产学业创]城|物流港))”?(?:（[^（）]{2,12}）)?"
    r"(?:规划面积|占地|总面积|则|要|应|须|含|包括|涵盖|由|位于|地处|选址|按照|实行|以|是|作为|突出|立足|主动)(?!内)"
)
"""“甲园要…，重点发展乙”, “丙组团由丁镇、戊镇构成，布局己”: the place that a statement opens with, whatever it says first."""


_STANDS_FOR = re.compile(
    r"“[^“”]{1,8}”，?(?:是|即|为|指)(?P<name>[\u4e00-\u9fffA-Za-z0-9]{4,20}(?:区|园|组团))(?:（[^（）]{2,12}）)?，"
)
"""““一核”，即甲核心区，发展乙”: the place that a figure of a layout stands for."""


def _opened(ctx: Context, text: str, frame: Frame) -> Owner | None:
    """The zone or town that a statement opens with, in front of a word that says something else of it first."""
    several = len(frame.clauses) > 1
    match = _OPENED.match(text, frame.span.start, frame.span.end) if several else None
    match = match or (_STANDS_FOR.match(text, frame.span.start, frame.span.end) if several else None)
    if match is None or clauses.tokens(text, Span(*match.span("name"))):
        return None
    place = whole_place(ctx, match["name"])
    if place is not None:
        return place if place != ctx.home else None
    if match["name"].endswith(("经济圈", "都市圈")):
        return Owner("Region", match["name"]) if len(match["name"]) > 4 and not verbal(match["name"]) else None
    if (zone := zones_of_function.named(match["name"])) is not None:
        return zone
    park = names.form(match["name"])[0] == "Park" and len(match["name"]) >= 4 and not verbal(match["name"])
    return Owner("Park", match["name"]) if park else None


def _acting(ctx: Context, text: str, frame: Frame) -> Owner | None:
    """The place that a statement of several clauses opens with as the one that acts (“甲镇成功落户乙，…”)."""
    if len(frame.clauses) < 2:
        return None
    begin = frame.clauses[0].start
    end = areas.leading(ctx, text, frame.clauses[0])
    then = text[_DONE.match(text, end).end() :][:_DOES]  # type: ignore[union-attr]
    does = end > begin and any(
        words.opening(then, said) for said in ("adverbs", "placed_verbs", "firm_arrivals", "builds", "opens")
    )
    place = whole_place(ctx, text[begin:end]) if does else None
    return place if place is not None and place != ctx.home else None


_DOES = 6
"""Characters of a word for what a place does, at most."""
_DONE = re.compile(r"(?:成功|先后|相继|已经?|新近?|正在?|累计|陆续|率先|深入|全力|持续|不断|着力|大力|积极|加快|扎实|全面)*")
"""How it does it, in front of that word."""
_FOUNDED = re.compile(
    r"(?:(?:在|依托)[^，。；、]{2,14}?|[\u4e00-\u9fff]{2,6}[市县区旗镇乡])?(?:高标准|高质量|加快|全力|重点|积极|抓紧)?(?:规划建设|谋划建设|布局建设|规划|谋划|新建|建设|打造|建好|设立|筹建|兴建)"
    r"(?P<park>[^，。；、的]{4,20})[，。；]?$"
)
"""“在甲镇规划建设乙园，发展丙”: the zone that a statement founds first."""


def seat(ctx: Context, text: str, sentence: Span, own: Sequence[Option]) -> Owner | None:
    """The one place inside the document's own that a sentence opens with: what the paragraph says then is about it, too."""
    lead = own[0] if own and own[0].relation == "lead" and all(o.relation != "together" for o in own) else None
    if (
        lead is None
        or lead.owner.type not in ("Region", "Park")
        or lead.owner == ctx.home
        or _NAMED.fullmatch(lead.owner.name) is None
    ):
        return None
    begin = sentence.start + text.startswith("“", sentence.start)
    match = ctx.place_pattern.match(text, begin, sentence.end)
    said = match is not None and ctx.places[match.group()] == lead.owner.name or text.startswith(lead.owner.name, begin)
    return lead.owner if said else None


_NAMED = re.compile(r"(?![各该本])[\u4e00-\u9fff（）]+")
_OF_ALL = re.compile(
    r"(?:[^，。；]{0,6}[，、])?(?:全|我|本|各)[省市区县州盟旗地]|各[县市区乡镇]|支持[\u4e00-\u9fff]{2,8}[市县区镇]"
)


def of_all(text: str, sentence: Span) -> bool:
    """Whether a sentence is about the whole of the document's place or backs another one: no place's paragraph goes on."""
    return _OF_ALL.match(text, sentence.start, sentence.end) is not None


def backed(ctx: Context, text: str, frame: Frame) -> list[Option]:
    """The places that a statement backs (“支持甲市、乙县…”): it is about them to its end."""
    first = frame.clauses[0] if frame.clauses else frame.span
    found, _ = areas.led(ctx, text, first)
    if ctx.place_pattern.match(text, first.start) is not None:
        return []
    return [Option(owner, "lead" if at == 0 else "together") for at, owner in enumerate(found)]


def weighed(ctx: Context, text: str, frame: Frame) -> list[Option]:
    """Several places that a statement puts its weight on (“以甲县、乙县为重点，布局…”): it is about them together."""
    for reliance in frame.reliances:
        if reliance.opener == "以" and _weighs(reliance.role) and "、" in text[reliance.span.start : reliance.span.end]:
            found = areas.several(ctx, text, reliance.span.start, reliance.span.end)
            return [Option(owner, "lead" if at == 0 else "together") for at, owner in enumerate(found)]
    return []


def parted(ctx: Context, text: str, frame: Frame, act: Act) -> tuple[Owner, ...]:
    """Several places that a statement relies on, each with its own of what an act has (“依托甲园、乙园，分别发展丙、丁”)."""
    for reliance in frame.reliances:
        near = reliance.opener == "依托" and reliance.span.start < act.verb.start <= reliance.span.end + _NEAR
        match = _PARTED.search(text, reliance.span.start, act.verb.start) if near else None
        if match is not None:
            return tuple(areas.several(ctx, text, reliance.span.start, match.start()))
    return ()


_NEAR = 8
"""Characters between such places and the verb, at most."""
_PARTED = re.compile(r"[，、]?(?:分别|各自)(?:重点|着力|大力|主要)?$")


def worked(ctx: Context, text: str, frame: Frame, around: Owner) -> list[Option]:
    """The sector that the first of several clauses is a deed about (“做强甲制造，重点发展乙、丙”): the rest is about it, too."""
    if len(frame.clauses) < 2 or _beside(text, frame):
        return []
    weighs = bool(frame.reliances) and frame.reliances[0].opener == "以" and frame.reliances[0].role in _AIMS
    if (one := taken(text, frame.span)) is not None:
        return [Option(one, "lead")]
    first = frame.clauses[1 if weighs and frame.reliances[0].clause.start == frame.clauses[0].start else 0]
    deed = text[first.start : first.end].rstrip("，。；")
    sector = advances.sector(ctx, deed, around) or (growing.lifted(deed) if first is not frame.clauses[0] else None)
    return [Option(sector, "lead")] if sector is not None else []


def _beside(text: str, frame: Frame) -> bool:
    """Whether several clauses each tell of a sector of its own (“壮大甲产业集群，发展乙产业集群”), which none of them owns."""
    grown = (growing.grown(_CLUSTER.sub("", text[c.start : c.end].rstrip("，。；"))) for c in frame.clauses)
    return sum(sector is not None for sector in grown) > 1


_CLUSTER = re.compile(r"(?:集群|链)(?:发展|建设)?$")
_AIMS = frozenset({"重点", "突破口", "核心", "主攻方向", "发展方向", "方向", "切入点", "着力点"})
"""What goods are to a sector that the next clause is a deed about (“以甲、乙为重点，做强丙产业”)."""


def topics(text: str, frame: Frame) -> list[Option]:
    """The sector or park that the first clause is about without naming it as its object (“推动X产业向高端延伸，发展…”)."""
    if not frame.clauses:
        return []
    clause = text[frame.clauses[0].start : frame.clauses[0].end]
    sector = None if _beside(text, frame) else growing.lifted(clause) or growing.grown(clause)
    if sector is not None:
        return [Option(sector, "topic")]
    if len(frame.clauses) > 1 and (field := growing.raised(clause)) is not None:
        return [Option(field, "raised")]
    founded = _FOUNDED.match(clause) if len(frame.clauses) > 1 else None
    if founded is not None and names.form(founded["park"])[0] == "Park" and not verbal(founded["park"]):
        return [Option(Owner("Park", founded["park"]), "topic")]
    verb = phrases.verb_length(clause)
    park = clause[verb:].removesuffix(words.ending(clause[verb:], "built_tails")) if verb else ""
    named = 5 <= len(park) <= 20 and park != clause[verb:] and names.form(park)[0] == "Park" and "、" not in park
    return [Option(Owner("Park", park), "topic")] if named and not verbal(park) else []


def founded(text: str, frame: Frame, options: Sequence[Option]) -> tuple[Owner, ...]:
    """The zones that a statement founds first, which own what it says then."""
    first = options[0]
    over = first.owner.type == "Region" or text.startswith(("在", "依托"), frame.span.start) or first.relation == "section0"
    found = [option.owner for option in options if over and option.relation == "topic"]
    return tuple(owner for owner in found if owner.type == "Park" and owner.name.endswith(_OWNING))


_OWNING = ("园", "园区", "谷", "港", "港区", "片区", "组团", "工业区", "加工区", "物流区", "产业区")
"""Ends of zones that own what is done once they are built; a base or a new town is what is to become of a place."""
_KEY = re.compile(r"重点[县市区乡镇街]+$")
"""What places are as places (以甲县为布局|重点县)."""
_REGION = re.compile(r"[\u4e00-\u9fff]{2,6}(?:地区|片区|经济圈|都市圈|城市群|经济带)")
"""A region that is called one, whatever it is made of."""
_WEIGHT = frozenset({"重点", "核心", "主", "主产区", "优势区", "基地", "区域", "产区", "布局优势区域", "优势区域", "重点区域"})


def relied(ctx: Context, text: str, frame: Frame) -> list[Option]:
    """Places that a statement puts its weight on (“以X为重点，布局…”), as if it led with them, or relies on (“依托X，…”)."""
    out: list[Option] = []
    for reliance in frame.reliances:
        body = text[reliance.span.start : reliance.span.end].strip("，、 ")
        place = place_prefix(ctx, body)
        if place is not None and place[1] == len(body):
            out.append(Option(place[0], "lead" if _weighs(reliance.role) else "relied"))
        elif _weighs(reliance.role) and _REGION.fullmatch(body) is not None:
            out.append(Option(Owner("Region", body), "lead"))
    return out


def _weighs(role: str) -> bool:
    """Whether a role says that what is told behind it is done there above all."""
    return role in _WEIGHT or _KEY.search(role) is not None
