"""Whom a paragraph's point and a sentence themselves name as the one that they are about."""

from __future__ import annotations

import re

from lianpu.extract import advances, brands, clauses, names, titles, words
from lianpu.extract.acts import Act, Frame
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.owners import Option
from lianpu.extract.rules import applied, areas
from lianpu.extract.things import classify, generic, verbal
from lianpu.extract.whereabouts import place_prefix, whole_place

_HEAD = re.compile(
    r"^[（(]?(?:[一二三四五六七八九十0-9]+(?![是要一二三四五六七八九十])[)）、.]?)?(?P<name>[^，。；：、]{2,18}?(?:（[^（）]{2,8}）)?)(?P<chain>产业链|产业集群|产业|行业)?(?P<mark>[，：。])"
)

_POINT = re.compile(r"(?:[一二三四五六七八九十]+(?:是|要)(?:要)?|[①-⑳]|[（(]?[0-9一二三四五六七八九十]+[）)、.]|——)+")


def _point(ctx: Context, name: str, first: bool) -> Owner | None:
    """“二是攻坚X。”, “X区：”, “X园：”: the sector, place or park that a point of a paragraph is headed with."""
    opening = _POINT.match(name)
    body = titles.bare_zone(ctx, name[opening.end() :] if opening else name)
    place = place_prefix(ctx, body)
    if place is not None and place[1] == len(body):
        return place[0]
    cues = clauses.tokens(body, Span(0, len(body)))
    if names.form(body)[0] == "Park" and 4 <= len(body) <= 18 and not (cues and cues[0].start == 0) and not verbal(body):
        return Owner("Park", body)
    found = _built(ctx, body) if first or opening else None
    return found or (ctx.sector_in(body) or _worked(ctx, body) if body != name else None)


def _built(ctx: Context, body: str) -> Owner | None:
    """“建设甲智造园。”: the park that a point builds is what the point is about."""
    begin = words.last_ends(body, "builds")[:1] if words.opening(body, "builds") else []
    thing = classify(ctx, body[begin[0] :], begin[0]) if begin else None
    return thing.what if thing is not None and thing.what.type == "Park" else None


_ONLY = 24
"""Longest sentence that does no more than build a park, characters."""


def only_builds(ctx: Context, text: str, sentence: Span) -> Owner | None:
    """“规划建设面积9亩的甲智造园。”: the park whose figures a sentence has, though it owns nothing behind it."""
    body = text[sentence.start : sentence.end].rstrip("。") if sentence.end - sentence.start <= _ONLY else ""
    return _built(ctx, body) if body and "，" not in body else None


_QUALITY = re.compile(rf"(?:“[^”]*”|{'|'.join(words.longest_first('point_qualities'))})+$")


def _worked(ctx: Context, body: str) -> Owner | None:
    """“三是攻坚甲乙机器人核心部件”: what the verb of a point works on, where the text speaks of it elsewhere."""
    verb = titles.verb_length(body)
    name = _QUALITY.sub("", body[verb:]) if verb else ""
    found = names.topic(name)
    if found is None or found[0] != name or not 3 <= len(name) <= 10 or clauses.tokens(name, Span(0, len(name))):
        return None
    return Owner("Industry", name) if ctx.count(name) >= 3 and titles.may_own(name) else None


def is_point(text: str, sentence: Span) -> bool:
    """Whether a sentence is one of a row of points (一是, ②, “甲方面，”), so that the head of the point before it is over."""
    return (_POINT.match(text, sentence.start, sentence.end) or _ASPECT.match(text, sentence.start, sentence.end)) is not None


_COPULA = re.compile(r"^“[^“”]{1,8}”(?:是|即|为|指)(?=[\u4e00-\u9fff]{2,})")
"""“一核”是… in front of the place that the figure stands for."""


_APPLIED = re.compile(r"^[“‘]?(?:人工智能|AI)[”’]?\+[”’]?(?P<field>[\u4e00-\u9fff]{2,8})[”’]?(?:产业|行业)?$")
"""“人工智能+医疗：”: the field that takes up what the document is about."""


_ASPECT = re.compile(
    r"(?:在?(?P<name>[^，。；：、]{3,20}?)(?P<kind>产业链|产业集群|集群|产业|行业|领域)?方面|在(?P<field>[^，。；：、]{3,12}?)(?:领域|行业))，"
)


_NO_ASPECT = re.compile(
    r"效能|渗透|设施|模型|算力|管理|治理|监管|合作|效益|规模|结构|布局|数据|政策|资金|空间|民生|改革|开放|投资|消费|人员|数量|质量|安全"
)
"""In what a sentence may be about that is no sector."""


def _aspect(ctx: Context, text: str, sentence: Span) -> Owner | None:
    """“在培育甲产业链方面，…”, “乙集群方面，…”, “在丙领域，…”: the sector that a sentence is said to be about."""
    match = _ASPECT.match(text, sentence.start, sentence.end)
    called = (match["name"] or match["field"]) if match is not None else ""
    name = called[titles.verb_length(called) :]
    found = names.topic(name) if match is not None and titles.may_own(name) else None
    if match is None or found is None or found[0] != name or clauses.tokens(name, Span(0, len(name))):
        return None
    sure = match["kind"] or names.goods(name) or ctx.is_sector(name) or ctx.known_sector(name)
    sure = sure or match["name"] and not titles.means(name) and not generic(name)
    sure = sure and (match["kind"] or _NO_ASPECT.search(name) is None)
    return Owner("Industry", name) if sure else None


def head(ctx: Context, text: str, sentence: Span) -> Owner | None:
    """“X产业链，依托…”, “X：…”, “X。…”: the sector that a sentence opens with owns what follows in the paragraph."""
    aspect = _aspect(ctx, text, sentence)
    if aspect is not None:
        return aspect
    if (chained := _CHAINED.match(text, sentence.start, sentence.end)) is not None:
        return Owner("Industry", chained["name"])
    match = _HEAD.match(text[sentence.start : sentence.end])
    if match is None:
        return _goods(ctx, text, sentence)
    name = _COPULA.sub("", match.group("name"))
    if match.group("mark") == "，" and match.group("chain"):
        name = _POINT.sub("", name, count=1) if _POINT.match(name) else name
    field = _APPLIED.match(name) if match.group("mark") == "：" else None
    if field is not None and titles.may_own(field["field"]):
        return Owner("Industry", applied.called(field["field"]))
    if match.group("mark") in "：。":
        point = _point(ctx, name, match.group("mark") == "：" or sentence.start <= clauses.unlabelled(text))
        if point is not None or _POINT.match(name):
            return point or _goods(ctx, text, sentence)
    if (
        match.group("mark") == "，"
        and names.form(name)[0] == "Park"
        and len(name) >= 4
        and not verbal(name)
        and not clauses.tokens(text, Span(sentence.start, sentence.start + len(name)))
    ):
        return Owner("Park", re.sub(r"（[^（）]*）$", "", name))
    if not match.group("chain") and not ctx.is_sector(name) and not ctx.known_sector(name):
        comma = match.group("mark") == "，" and not name.endswith("方面")
        said = Span(sentence.start, sentence.start + match.end())
        return _topic(ctx, text, said, name) if comma else _goods(ctx, text, sentence)
    if clauses.tokens(text, Span(sentence.start, sentence.start + len(name))):
        return None
    found = names.topic(name)
    if ctx.opens_with_verb(name):
        return ctx.sector_in(name + (match.group("chain") or ""))
    return (
        Owner("Industry", name + (match.group("chain") or "" if match.group("chain") in ("产业", "行业") else ""))
        if found and found[0] == name
        else None
    )


_GOODS = re.compile(
    rf"(?:{_POINT.pattern}|[●◆■★▲]\s*)?[“【]?(?P<name>[^，。；：、“”【】（）]{{3,16}}?)类?[”】]?(?:（[^（）]{{2,24}}）)?(?P<mark>[：。]|(?<=】))"
)


def _goods(ctx: Context, text: str, sentence: Span) -> Owner | None:
    """“数控机床：重点发展…”, “（2）先进封装材料。”: goods that a sentence, or a point alone, is headed with."""
    match = _GOODS.match(text, sentence.start, sentence.end)
    if match is None or match["mark"] == "。" and match.start("name") == sentence.start:
        return None
    name = match["name"]
    if not (names.goods(name) or names.form(name)[0] == "Industry") or not titles.may_own(name) or not titles.plain(name):
        return None
    told = clauses.tokens(text, Span(match.end(), sentence.end)) if match["mark"] != "。" else []
    governed = match["mark"] == "。" or bool(told) and told[0].start == match.end()
    return Owner("Industry", name) if governed and not titles.opens_with_verb(name) else None


def _topic(ctx: Context, text: str, said: Span, name: str) -> Owner | None:
    """“甲基础件，依托…”: goods that a sentence opens with, right before the clause that says what is done with them."""
    then = clauses.tokens(text, Span(said.end, text.find("，", said.end) if "，" in text[said.end :] else len(text)))
    if not then or then[0].start != said.end or not names.goods(name):
        return None
    return acting_sector(ctx, text, Span(said.end - 1 - len(name), said.end - 1), "")


_RUN_IN = re.compile(r"(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．])?(?P<head>[^，。；：“”（）]{3,24})：")


def behind_head(text: str, sentence: Span) -> Span:
    """A sentence without the task that it is headed with (“可信数据底座建设：聚焦…”), where a governing word follows at once."""
    match = _RUN_IN.match(text, sentence.start, sentence.end)
    if match is None or titles.plain(match["head"]):
        return sentence
    rest = Span(match.end(), sentence.end)
    found = clauses.tokens(text, rest)
    return rest if found and found[0].start == rest.start else sentence


LAYER = re.compile(r"[\u4e00-\u9fff]{2}层面?")
"""A layer of what the text is about (基础层, 应用层), which is no sector of its own."""
_FIELD = re.compile(r"(?<=[\u4e00-\u9fffA-Za-z]{3})(?:领域|赛道)(?:方面)?$")
_ACTOR = re.compile(
    r"(?:上游|中游|下游|企业|政府|部门|园区|单位|机构|院所|高校|我[省市区县]|全[省市区县]|各地|各级|[省市区县]委|公司|社会|资本|人才|项目|目标|政策|到[0-9]|年)$|^[0-9]|^(?:力争|到|各|对|其中|同时|此外)"
)


def sector_name(name: str) -> str:
    """A sector as the guide names it: a chain or cluster of it is the sector itself."""
    return re.sub(r"(?:产业链|链)$", "", name) if len(name) > 4 else name


_NUMBERED = re.compile(r"(?:[\u4e00-\u9fff]{2,8}：)?(?:[①-⑳]|[（(][0-9]{1,2}[）)])(?=[\u4e00-\u9fffA-Za-z])")
_CHAINED = re.compile(r"(?P<name>[\u4e00-\u9fffA-Za-z]{2,8}(?<!产业)(?<!供应)(?<!价值)(?<!创新)(?<!资金)(?<!人才)链)：")
_MODAL = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?:还|也)?[要应须]$")


def _pointed(text: str, frame: Frame) -> Owner | None:
    """“②甲乙化工，向丙延伸”, “丁链：发展戊”: the sector that a part of a sentence is headed with."""
    chained = _CHAINED.match(text, frame.span.start, frame.span.end)
    if chained is not None:
        return Owner("Industry", chained["name"])
    opening = _NUMBERED.match(text, frame.span.start, frame.span.end)
    if opening is None or len(frame.clauses) < 2:
        return None
    name = text[opening.end() : frame.clauses[0].end]
    whole = 3 <= len(name) <= 12 and titles.plain(name) and titles.may_own(name) and names.form(name)[0] in (None, "Industry")
    return Owner("Industry", name) if whole and re.search(r"[、，：“的]", name) is None else None


def own(ctx: Context, text: str, frame: Frame, inherited: Owner) -> list[Option]:
    """Owners that a statement itself names: its opening noun phrase if that is a sector, place or park, or “围绕X”."""
    out: list[Option] = []
    if inherited.type == "Industry" and (pointed := _pointed(text, frame)) is not None:
        out.append(Option(pointed, "lead"))
    elif frame.lead is not None and not _builds_there(text, frame):
        said = text[frame.lead.start : frame.lead.end]
        lead = _IN.sub("", _MODAL.sub("", _COPULA.sub("", _COUNTED.sub("", said.strip("，：")))), count=1)
        lead = titles.bare_zone(ctx, lead) if lead.endswith("）") else lead
        field = _FIELD.sub("", lead)
        place = whole_place(ctx, lead)
        kind, _ = names.form(lead)
        begin = frame.lead.start + max(said.find(lead), 0)
        many = areas.several(ctx, text, begin, begin + len(lead)) if "、" in lead else []
        if place is not None:
            out.append(Option(place, "lead"))
        elif many:
            out += [Option(owner, "lead" if at == 0 else "together") for at, owner in enumerate(many)]
        elif kind == "Park" and 4 <= len(lead) <= 20 and not verbal(lead):
            out.append(Option(Owner("Park", lead), "lead"))
        elif inherited.type != "Park" and (sector := subject_sector(ctx, text, frame.clauses[0])) is not None:
            out.append(Option(sector, "lead"))
        elif (
            3 <= len(lead) <= 14
            and not re.search(r"[、，的]", lead)
            and inherited.type == "Industry"
            and ctx.count(lead) > 1
            or ctx.known_sector(lead)
            or _sector_lead(lead)
            or field != lead
            and titles.may_own(field)
            and titles.plain(field)
        ):
            lead = field
            found = names.topic(lead)
            if found is not None and found[0] == lead and not _ACTOR.search(lead) and LAYER.fullmatch(lead) is None:
                out.append(Option(Owner("Industry", sector_name(lead)), "lead"))
    if not out and (aspect := _aspect(ctx, text, frame.span)) is not None and not names.goods(aspect.name):
        out.append(Option(aspect, "lead"))
    if not out and (opened := _opened(ctx, text, frame)) is not None:
        out.append(Option(opened, "lead"))
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


_COUNTED = re.compile(r"^[一二三四五六七八九十]+是(?=[\u4e00-\u9fff]{3})")
"""What counts a point (“二是”|甲产业)."""
_WHOLE = re.compile(r"[全本我各][省市区县州旗国]|规模?上|规模以上|非|高耗能|两高")
"""What makes all the industry of a place of a name."""


def _sector_lead(lead: str) -> bool:
    """Whether the phrase that opens a statement is a sector by its ending (装备工业), not the economy of a place."""
    form = names.form(lead)[0] == "Industry" and 3 <= len(lead) <= 10 and _WHOLE.match(lead) is None
    return form and titles.may_own(lead) and titles.plain(lead) and lead not in words.of_role("bearers", "broad")


_TAKES_ON = re.compile(r"(?:产业链|领域|板块|方向)?(?:方面)?(?:仍|也|还|则|要|将|应|须|拟|尽快|加快|抓紧|主要|重点)*$")
"""Behind a sector that is the subject of a verb: what the verb's own words are."""
_NO_ACTOR = re.compile(
    r"[我各本全该其此这每关重核特典融]|[一二三四五六七八九十]+[是要]|(?:近|今|去|明|当|同|现|目前|同时|通过|围绕|利用|按照|根据|坚持|以|在|对|与|从|由|把|将|向|为)"
)
"""What opens no sector that is the subject of a verb."""


_IN = re.compile(r"(?:为此|着力|力争|努力|重点)?(?:在|把|将|由|于|让|使)(?=[\u4e00-\u9fff]{3})")
"""What stands in front of the place that something is done in or with."""


def place_opener(text: str) -> int:
    """Length of the preposition in front of a place (“在甲园布局”)."""
    match = _IN.match(text)
    return match.end() if match is not None else 0


def sound(ctx: Context, option: Option, before: str, then: str) -> bool:
    """Whether words that a sentence has for an owner are a name: a sector or goods, a place without its preposition.

    ``before`` and ``then`` are what stands around the name.
    """
    kind, name = option.owner.type, option.owner.name
    if kind != "Industry":
        return len(name) >= 4 and _IN.match(name) is None and not re.search(r"[：“”《》，]|依托", name)
    odd = len(name) < 3 or re.search(r"[“”《》（+—]", name) is not None or _NO_ACTOR.match(name) is not None
    if odd or not titles.plain(name) or not titles.may_own(name):
        return False
    ended = names.form(name)[0] == "Industry" or names.goods(name) or ctx.known_sector(name)
    acts = option.relation == "subject" and not before.endswith(_AHEAD_OF)
    return ended or acts or option.relation == "lead" and (ctx.count(name) > 1 or then.startswith(_SURELY))


_AHEAD_OF = ("围绕", "针对", "面向", "聚焦", "瞄准", "立足", "抓住")
"""What is in front of words that something is done for, which need be no sector."""


_LEADS_ON = frozenset({"依托", "依靠", "围绕", "立足", "以", "发挥", "利用", "面向", "针对", "结合", "向"})
"""What may stand between a sector and its verb."""


def subject_sector(ctx: Context, text: str, clause: Span) -> Owner | None:
    """The sector that opens a clause right before its verb or what it relies on (“甲乙机床重点发展丙”)."""
    row = clauses.tokens(text, clause)
    if not row or row[0].start - clause.start not in range(2, 16):
        return None
    if row[0].kind not in ("adverb", "develop", "seek") and row[0].word not in _LEADS_ON:
        return None
    return acting_sector(ctx, text, Span(clause.start, row[0].start), row[0].word)


_SURELY = ("依托", "围绕", "重点", "主要", "着重", "优先", "聚焦", "主攻")
"""Words that sectors have behind them more than anything else does."""


def acting_sector(ctx: Context, text: str, span: Span, then: str) -> Owner | None:
    """A noun phrase in front of a verb of developing as the sector that does it; no actor, no place, no firm."""
    said = text[span.start : span.end]
    name = said[: match.start()] if (match := _TAKES_ON.search(said)) is not None else said
    if not 3 <= len(name) <= 10 or re.search(r"[、，的：“（]", name) or _NO_ACTOR.match(name) or _ACTOR.search(name):
        return None
    if not titles.plain(name) or not titles.may_own(name) or verbal(name) or generic(name) or LAYER.fullmatch(name):
        return None
    kind = names.form(name)[0]
    sure = kind == "Industry" or names.goods(name) or ctx.known_sector(name) or ctx.is_sector(name)
    firm = brands.alone(name) or brands.strength(name) == 2 and not sure or kind == "Enterprise" and not brands.common(name)
    if firm or kind not in (None, "Industry", "Product", "Enterprise") or place_prefix(ctx, name) is not None:
        return None
    return Owner("Industry", sector_name(name)) if sure or then.startswith(_SURELY) or said[len(name) :] else None


def clause_sector(ctx: Context, text: str, act: Act) -> Owner | None:
    """The sector that the clause of an act opens with, where what it relies on stands in between (“甲产业依托乙发展丙”)."""
    row = clauses.tokens(text, act.clause)
    between = row and row[0].kind == "prep" and row[0].start < act.verb.start
    return subject_sector(ctx, text, act.clause) if between else None


_OPENED = re.compile(
    r"(?:“[^“”]{1,8}”(?:是|即|为|指))?(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,18}?(?:[区县市旗州盟]|园|组团|板块|小镇|镇|乡|街道|经济圈|都市圈))(?:（[^（）]{2,12}）)?"
    r"(?:规划面积|占地|总面积|要|应|须|含|包括|涵盖|由|位于|地处|选址|按照|实行|以|是|作为|突出|立足|主动)(?!内)"
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
    park = names.form(match["name"])[0] == "Park" and len(match["name"]) >= 4 and not verbal(match["name"])
    return Owner("Park", match["name"]) if park else None


_FOUNDED = re.compile(
    r"(?:在[^，。；、]{2,14}?|[\u4e00-\u9fff]{2,6}[市县区旗镇乡])?(?:高标准|高质量|加快|全力|重点|积极|抓紧)?(?:规划建设|谋划建设|布局建设|规划|谋划|新建|建设|打造|建好|设立|筹建|兴建)"
    r"(?P<park>[^，。；、的]{5,20})[，。；]?$"
)
"""“在甲镇规划建设乙园，发展丙”: the zone that a statement founds first."""


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
        if reliance.opener == "以" and reliance.role in _WEIGHT and "、" in text[reliance.span.start : reliance.span.end]:
            found = areas.several(ctx, text, reliance.span.start, reliance.span.end)
            return [Option(owner, "lead" if at == 0 else "together") for at, owner in enumerate(found)]
    return []


def worked(ctx: Context, text: str, frame: Frame, around: Owner) -> list[Option]:
    """The sector that the first of several clauses is a deed about (“做强甲制造，重点发展乙、丙”): the rest is about it, too."""
    if len(frame.clauses) < 2:
        return []
    sector = advances.sector(ctx, text[frame.clauses[0].start : frame.clauses[0].end].rstrip("，"), around)
    return [Option(sector, "lead")] if sector is not None else []


def topics(text: str, frame: Frame) -> list[Option]:
    """The sector or park that the first clause is about without naming it as its object (“推动X产业向高端延伸，发展…”)."""
    if not frame.clauses:
        return []
    clause = text[frame.clauses[0].start : frame.clauses[0].end]
    sector = titles.lifted(clause) or titles.grown(clause)
    if sector is not None:
        return [Option(sector, "topic")]
    if len(frame.clauses) > 1 and (field := titles.raised(clause)) is not None:
        return [Option(field, "raised")]
    founded = _FOUNDED.match(clause) if len(frame.clauses) > 1 else None
    if founded is not None and names.form(founded["park"])[0] == "Park" and not verbal(founded["park"]):
        return [Option(Owner("Park", founded["park"]), "topic")]
    verb = titles.verb_length(clause)
    park = clause[verb:].removesuffix(words.ending(clause[verb:], "built_tails")) if verb else ""
    named = 5 <= len(park) <= 20 and park != clause[verb:] and names.form(park)[0] == "Park" and "、" not in park
    return [Option(Owner("Park", park), "topic")] if named and not verbal(park) else []


_WEIGHT = frozenset({"重点", "核心", "主"})


def relied(ctx: Context, text: str, frame: Frame) -> list[Option]:
    """Places that a statement puts its weight on (“以X为重点，布局…”), as if it led with them, or relies on (“依托X，…”)."""
    out: list[Option] = []
    for reliance in frame.reliances:
        body = text[reliance.span.start : reliance.span.end].strip("，、 ")
        place = place_prefix(ctx, body)
        if place is not None and place[1] == len(body):
            out.append(Option(place[0], "lead" if reliance.role in _WEIGHT else "relied"))
    return out
