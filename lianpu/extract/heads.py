"""Whom a paragraph's point and a sentence themselves name as the one that they are about."""

from __future__ import annotations

import re

from lianpu.extract import aspects, belts, clauses, names, phrases, titles, words, zone_titles, zones_of_function
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.rules import applied
from lianpu.extract.subjects import acting_sector, sector_lead
from lianpu.extract.things import classify, generic, verbal
from lianpu.extract.whereabouts import place_prefix

_HEAD = re.compile(
    r"^(?:[●■◆▲★]\s*)?[（(]?(?:[一二三四五六七八九十0-9]+(?![是要一二三四五六七八九十])[)）、.]?)?(?P<name>[^，。；：、]{2,18}?(?:（[^（）]{2,8}）)?)(?P<chain>产业链|产业集群|产业|行业)?(?P<mark>[，：。])"
)

_POINT = re.compile(
    r"(?:[一二三四五六七八九十]+(?:是|要)(?:要)?|[①-⑳]|[（(]?[0-9一二三四五六七八九十]+[）)、.]|——|[●◆■★▲▪◇○•]\s*)+"
)


def _point(ctx: Context, name: str, first: bool) -> Owner | None:
    """“二是攻坚X。”, “X区：”, “X园：”: the sector, place or park that a point of a paragraph is headed with."""
    opening = _POINT.match(name)
    body = zone_titles.bare_zone(ctx, titles.slogan(name[opening.end() :] if opening else name))
    place = place_prefix(ctx, body)
    if place is not None and place[1] == len(body):
        return place[0]
    if (belt := belts.named(body.strip("“”"))) is not None:
        return belt
    cues = clauses.tokens(body, Span(0, len(body)))
    named = names.form(body)[0] == "Park" and 4 <= len(body) <= 18 and "是" not in body
    if named and not (cues and cues[0].start == 0) and not verbal(body):
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
    verb = phrases.verb_length(body)
    name = _QUALITY.sub("", body[verb:]) if verb else ""
    found = names.topic(name)
    if found is None or found[0] != name or not 3 <= len(name) <= 10 or clauses.tokens(name, Span(0, len(name))):
        return None
    return Owner("Industry", name) if ctx.count(name) >= 3 and phrases.may_own(name) else None


def is_point(text: str, sentence: Span) -> bool:
    """Whether a sentence is one of a row of points (一是, ②, “甲方面，”), so that the head of the point before it is over."""
    return _POINT.match(text, sentence.start, sentence.end) is not None or aspects.opens(text, sentence)


CHAINED = re.compile(r"(?P<name>[\u4e00-\u9fffA-Za-z]{2,8}(?<!产业)(?<!供应)(?<!价值)(?<!创新)(?<!资金)(?<!人才)链)：")
"""A chain that heads what follows it (丁链：…)."""
COPULA = re.compile(
    r"^(?:“[^“”]{1,8}”(?:是|即|为|指|：))?(?:(?:[东西南北左右]翼|[一两二三多][核心区园轴带翼极])[为是：])?(?=[\u4e00-\u9fff]{2,})"
)
"""“一核”是… in front of the place that the figure stands for."""


_APPLIED = re.compile(r"^[“‘]?(?:人工智能|AI)[”’]?\+[”’]?(?P<field>[\u4e00-\u9fff]{2,8})[”’]?(?:产业|行业)?$")
"""“人工智能+医疗：”: the field that takes up what the document is about."""


_QUOTED = re.compile(r"^“([^“”]{2,10})”$")
_SHORT = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,8}?)(?P<called>领域|板块|方向|方面|赛道)?")


def _short(ctx: Context, text: str, match: re.Match[str], sentence: Span, around: Owner | None) -> Owner | None:
    """“1.家纺。推广…”, “环保领域：发展…” in a sector's section: the part of it that a point is headed with."""
    whole = _SHORT.fullmatch(match["name"])
    numbered = match.start("name") > 0
    if whole is None or match["chain"] or around is None or not (whole["called"] or numbered and match["mark"] == "。"):
        return None
    name = whole["name"]
    end = sentence.start + match.end()
    told = clauses.tokens(text, Span(end, min(len(text), end + _AHEAD)))
    governed = bool(told) and told[0].start == end and told[0].kind in ("adverb", "develop", "seek")
    within = around.type == "Industry" and around != ctx.subject and len(name) <= _PART
    sure = within or whole["called"] or ctx.known_sector(name) or names.goods(name)
    if (
        not governed
        or not sure
        or phrases.means(name)
        or aspects.NO_ASPECT.search(name) is not None
        or generic(name)
        or verbal(name)
    ):
        return None
    found = names.topic(name)
    if found is None or found[0] != name or not phrases.may_own(name) or not phrases.plain(name) or phrases.opens_with_verb(name):
        return None
    return Owner("Industry", name) if names.form(name)[0] in (None, "Industry", "Product") else None


_LABELLED = 4
"""Characters of the name of a sector in front of a label (甲乙产业|发展重点：), at least."""
_PART = 5
"""Characters of the name of such a part that nothing calls one, at most."""
_AHEAD = 8
"""Characters in which the verb behind such a head and its adverb stand."""


def head(ctx: Context, text: str, sentence: Span, around: Owner | None = None) -> Owner | None:
    """“X产业链，依托…”, “X：…”, “X。…”: the sector that a sentence opens with owns what follows in the paragraph."""
    told = aspects.aspect(ctx, text, sentence) or zones_of_function.opening(text, sentence)
    if told is not None:
        return told
    if (chained := CHAINED.match(text, sentence.start, sentence.end)) is not None:
        return Owner("Industry", chained["name"])
    if (bidden := _bidden(text, sentence)) is not None:
        return bidden
    match = _HEAD.match(text[sentence.start : sentence.end])
    if match is None:
        return _goods(text, sentence)
    name = _QUOTED.sub(r"\1", COPULA.sub("", match.group("name")))
    if match["mark"] == "：" and (label := words.ending(name, "label_acts", leave=_LABELLED)):
        name = name.removesuffix(label)
    if match["mark"] in "：。" and (short := _short(ctx, text, match, sentence, around)) is not None:
        return short
    if match.group("mark") == "，" and match.group("chain"):
        name = _POINT.sub("", name, count=1) if _POINT.match(name) else name
    field = _APPLIED.match(name) if match.group("mark") == "：" else None
    if field is not None and phrases.may_own(field["field"]):
        return Owner("Industry", applied.called(field["field"]))
    if match.group("mark") in "：。":
        point = _point(ctx, name, match.group("mark") == "：" or sentence.start <= clauses.unlabelled(text))
        if point is not None or _POINT.match(name):
            return point or _goods(text, sentence)
    if (
        match.group("mark") == "，"
        and names.form(name)[0] == "Park"
        and len(name) >= 4
        and "是" not in name
        and not verbal(name)
        and not clauses.tokens(text, Span(sentence.start, sentence.start + len(name)))
    ):
        return Owner("Park", re.sub(r"（[^（）]*）$", "", name))
    if not match.group("chain") and not ctx.is_sector(name) and not ctx.known_sector(name):
        comma = match.group("mark") == "，" and not name.endswith("方面")
        said = Span(sentence.start, sentence.start + match.end())
        return _topic(ctx, text, said, name) if comma else _goods(text, sentence)
    if clauses.tokens(text, Span(sentence.start, sentence.start + len(name))) or phrases.only_verbs(name):
        return None
    placed = place_prefix(ctx, name) if match["chain"] else None
    name = name[placed[1] :] if placed is not None and placed[0] == ctx.home and len(name) - placed[1] >= 2 else name
    found = names.topic(name)
    if ctx.opens_with_verb(name):
        return ctx.sector_in(name + (match.group("chain") or ""))
    return (
        Owner("Industry", name + (match.group("chain") or "" if match.group("chain") in ("产业", "行业") else ""))
        if found and found[0] == name
        else None
    )


_BIDDEN = re.compile(
    r"(?:20[0-9]{2}年，?)?(?P<name>[\u4e00-\u9fff]{1,8}?(?:产业|行业|制造业|工业|服务业|业))(?:链条?|集群)?"
    r"(?:(?:还|也|则|仍)?[要应须](?![素求点害闻用对急])|(?:突出|坚持|重在|着重)(?=[^，。；]{2,12}，)(?!贡献|问题|特点))"
)
"""“甲产业要延伸链条。”, “乙产业链突出补链，…”: the sector that a sentence bids to do something."""


def _bidden(text: str, sentence: Span) -> Owner | None:
    """The sector that a sentence opens with as what is to do something; kinds of industry and a place's whole are none."""
    match = _BIDDEN.match(text, sentence.start, sentence.end)
    name = match["name"] if match is not None else ""
    if (
        not name
        or not sector_lead(name.removesuffix("行业") + "产业" if name.endswith("行业") else name)
        or phrases.opens_with_verb(name)
        or generic(name)
    ):
        return None
    return Owner("Industry", name)


_GOODS = re.compile(
    rf"(?:{_POINT.pattern}|[●◆■★▲]\s*)?[“【]?(?P<name>[^，。；：、“”【】（）]{{3,16}}?)类?[”】]?(?:（[^（）]{{2,24}}）)?(?P<mark>[：。]|(?<=】))"
)


def _goods(text: str, sentence: Span) -> Owner | None:
    """“数控机床：重点发展…”, “（2）先进封装材料。”: goods that a sentence, or a point alone, is headed with."""
    match = _GOODS.match(text, sentence.start, sentence.end)
    if match is None or match["mark"] == "。" and match.start("name") == sentence.start:
        return None
    name = match["name"]
    if not (names.goods(name) or names.form(name)[0] == "Industry") or not phrases.may_own(name) or not phrases.plain(name):
        return None
    told = clauses.tokens(text, Span(match.end(), sentence.end)) if match["mark"] != "。" else []
    governed = match["mark"] == "。" or bool(told) and told[0].start == match.end()
    return Owner("Industry", name) if governed and not phrases.opens_with_verb(name) else None


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
    if match is None or phrases.plain(match["head"]):
        return sentence
    rest = Span(match.end(), sentence.end)
    found = clauses.tokens(text, rest)
    return rest if found and found[0].start == rest.start else sentence
