"""Whose figure it is: what the metric names, else what the clauses before it are about, else who is in force there.

Words: ``lexicon/bearers.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lianpu.extract import aliases, bearer_sectors, clauses, metric_cues, names, openings, owners, phrases
from lianpu.extract.bearer_sectors import POINT, SECTOR, roles
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.reading import Mention
from lianpu.extract.rules import applied
from lianpu.extract.values import Value
from lianpu.extract.whereabouts import place_prefix

_WHOLE = re.compile(
    r"^(?:到[0-9]{4}年(?:底|末)?，?)?(?:力争|争取)?(?:全市|全区|全省|全县|我市|我区|我省|我县|全域|本市|全旗|全州)"
)
_LOCAL = re.compile(r"^(?:其中|本地|全[市省区县州]|我[市省区县])+")
_CORE = re.compile(r"核心(?=产业$)|核心$")
_RELATED = re.compile(r"(?<=..)(?:[及和与]其?相关.*|相关(?=产业))")
"""What a sector is measured together with (甲产业及相关应用)."""
_UNNAMED = re.compile(
    r"(?:[一二三四五六七八九十0-9]+[条个大])?(?:产业链|产业集群|集群)|(?:核心|相关|关联|主导|支柱|优势|特色|配套|全|[一二三四五六七八九十]+大)+(?:产业|产业集群|产业链)?"
)
"""An “industry” that only points at the one that the text is about."""
_COUNTED = re.compile(r"(?:规模(?:以上)?|规上|单位|限额以上|限上)(?:工业|服务业|商贸业|建筑业|文化产业)?$")
"""All firms of a place that are large enough to be counted (规模工业): their figures are the place's."""
_MADE = ("Park", "Project", "Platform")


def of(ctx: Context, mentions: Iterable[Mention], text: str, value: Value, inherited: Owner | None) -> Owner | None:
    """The owner of a figure; ``mentions`` are the names in its paragraph, ``inherited`` who owns its sentence."""
    # Where a park has the paragraph, the industry that the whole document is about says nothing new.
    held = inherited is not None and inherited.type in ("Park", "Platform") and not _vague(inherited)
    subject = _subject(ctx, value)
    if subject is not None and not (held and subject == ctx.subject):
        return subject
    start = max(text.rfind(mark, 0, value.start) for mark in "。；！？") + 1
    if (work := _paid(mentions, text, value, start)) is not None:
        return work
    field = _field(text[start : value.end])
    if field is not None:
        return field
    if _says_whole(text[start : value.end], value):
        return _whole(ctx, text[start : value.end], value, inherited)
    named = (
        _measured(mentions, text, value, start)
        or _nearest(text, start, value)
        or _acting(ctx, mentions, text, value, start)
        or (openings.place(text, cell + 1) if (cell := text.rfind("|", start, value.start)) >= 0 else None)
        or (ctx.home if metric_cues.macro(value.metric) else None)
        or bearer_sectors.turned(ctx, text[start : value.start])
        or bearer_sectors.chained(ctx, value.metric)
    )
    headed = bearer_sectors.headed(ctx, text[:start]) or bearer_sectors.grown(text[start : value.start], value)
    named = named or (headed if headed is not None and not owners.is_sum(headed) else None)
    joint = (
        named is not None and inherited is not None and inherited.type == "Industry" and sector_key(named.name) in inherited.name
    )
    if named is not None and not joint and not (held and named == ctx.subject):
        return named
    if inherited is None or not _vague(inherited) or any(form in text for form in aliases.applied(inherited.name)):
        return inherited
    return ctx.subject or ctx.home


_FIELD = re.compile(r"在(?P<name>[^，。、；：和与及“”]{2,10})(?:领域|方面)，")


def _field(before: str) -> Owner | None:
    """“在X领域，…”: the field that a sentence opens with."""
    match = _FIELD.match(before)
    return Owner("Industry", applied.called(match["name"])) if match is not None and phrases.may_own(match["name"]) else None


_PAID = re.compile(r"(?:总|计划|拟|预计|累计)*投资额?(?:约|达|超|近)?[0-9.]+[多余]?[万亿]?[美欧]?元的$")
_PAID_FOR = re.compile(
    r"投资额?(?:约|达|超|近)?[0-9.]+[多余]?[万亿]?[美欧]?元的(?P<work>(?![0-9]+个)[^，。；、：的和与及（）“”]{3,24}?项目)(?=[^，。；、名库群组])"
)
_SUM = 24
"""Characters of the sum that is paid for a work, in front of its name."""


def _paid(mentions: Iterable[Mention], text: str, value: Value, start: int) -> Owner | None:
    """The work that a sentence has told the price of (“投资3亿元的甲园…，年产值…”): the sum and what comes of it are its own."""
    if text.find("元的", start, value.end + 2) < 0 or "投资" in value.metric and text[value.end : value.end + 1] != "的":
        return None
    made = [
        m
        for m in mentions
        if m.what.type in ("Project", "Park")
        and start < m.start <= value.end + 2
        and _PAID.search(text, max(start, m.start - _SUM), m.start) is not None
    ]
    if made:
        return max(made, key=lambda m: (m.start, m.end)).what
    named = [m for m in _PAID_FOR.finditer(text, start) if m.start("work") <= value.end + 2]
    return Owner("Project", named[-1]["work"]) if named else None


def of_sector(ctx: Context, value: Value) -> bool:
    """Whether the metric itself names the sector whose it is (“推进甲项目，力争乙产业产值…”)."""
    subject = _subject(ctx, value)
    return subject is not None and subject.type == "Industry"


def _vague(owner: Owner) -> bool:
    """Whether an owner is the economy as a whole, or a “park” that is a verb with its object (建强产业园区)."""
    return sector_key(owner.name) in roles("broad") or owner.type == "Park" and owner.name.startswith(tuple(roles("turn")))


def _subject(ctx: Context, value: Value) -> Owner | None:
    """The owner that stands before the metric, where it is a place or a sector."""
    subject = _RELATED.sub("", _LOCAL.sub("", value.subject.strip("，")))
    if subject.count("“") != subject.count("”"):
        subject = subject.strip("“”")
    if not subject:
        return None
    if _UNNAMED.fullmatch(subject) or _COUNTED.match(subject):
        return None
    key = sector_key(_CORE.sub("", subject.lstrip("市省")))
    if ctx.subject is not None and key and _is(key, sector_key(ctx.subject.name)):
        return ctx.subject
    if value.metric.startswith("产业") and subject.endswith("核心"):
        subject += "产业"
    if value.classed:
        found = names.topic(subject)
        return Owner("Industry", found[0]) if found is not None else None
    place = place_prefix(ctx, subject)
    if place is not None and place[1] == len(subject):
        return place[0]
    if place is not None and place[0] == ctx.home and len(subject) - place[1] >= 3:
        subject = subject[place[1] :].removeprefix("的")
    one = "、" not in subject
    named = ctx.known_sector(subject) or one and (ctx.is_sector(subject) or _earns(value, subject))
    return Owner("Industry", subject) if named else None


def _is(key: str, subject: str) -> bool:
    """Whether a sector is the document's, but for what its title adds in front of it (“新一代人工智能” of 人工智能)."""
    return key == subject or len(key) >= 3 and subject.endswith(key)


def _earns(value: Value, subject: str) -> bool:
    """Whether what stands before an output or turnover is a sector or its goods, not a kind of firm or place."""
    found = names.topic(subject)
    plain = found is not None and found[0] == subject and names.nameable(subject)
    return (
        metric_cues.is_output(value.metric)
        and bearer_sectors.may_be_goods(subject)
        and plain
        and not subject.endswith(tuple(roles("kind")))
    )


def _says_whole(sentence: str, value: Value) -> bool:
    """Whether the sentence opens, or the metric, with a word for the whole region (全市)."""
    before = sentence[: sentence.find(value.metric)] if value.metric and value.metric in sentence else sentence
    return _WHOLE.search(before) is not None or _WHOLE.match(value.subject) is not None


_POINTS = re.compile(r"(?:核心|相关|关联)产业")
_PART = re.compile(r"全[市省区县州旗域](?P<name>[^，。、的]{3,12}?)(?:领域|行业|产业)")


def _whole(ctx: Context, sentence: str, value: Value, inherited: Owner | None) -> Owner | None:
    """The region; in a document about one industry that industry, where the sentence is about it or a part of it."""
    if ctx.subject is not None and _POINTS.match(value.metric):
        return ctx.subject
    part = _PART.search(sentence)
    if part is not None and inherited is not None and inherited.type == "Industry" and inherited != ctx.subject:
        return inherited if sector_key(inherited.name) in part["name"] or part["name"] in inherited.name else ctx.subject
    if ctx.subject is not None and _CORE.sub("", sector_key(ctx.subject.name)) in sentence:
        return ctx.subject
    if (
        inherited is not None
        and inherited.type == "Industry"
        and _OF_ALL + sector_key(inherited.name) in _ALL.sub(_OF_ALL, sentence)
    ):
        return inherited
    return ctx.home or inherited


_ALL, _OF_ALL = re.compile(r"(?:全|我)[市省区县州旗](?:的)?"), "全"
_BUILT = re.compile(r"建设|打造|新建|建成|规划|布局|开发")


def _measured(mentions: Iterable[Mention], text: str, value: Value, start: int) -> Owner | None:
    """The park, project or platform before a metric that is nothing but a size (“建设X基地，规划面积3平方公里”)."""
    if value.metric not in roles("size"):
        return None
    made = [m for m in mentions if m.what.type in _MADE and start <= m.start and m.end <= value.end]
    if made:
        return max(made, key=lambda m: m.start).what
    clause = text[start : value.start].rstrip("，").rpartition("，")[2]
    body = _BUILT.split(bearer_sectors.lead().sub("", clause))[-1]
    kind, _ = names.form(body)
    return Owner(kind, body) if kind in _MADE and body != clause and 4 <= len(body) <= 20 and "、" not in body else None


_BACKED = re.compile(r"(?:积极|大力|重点|全力|加快|持续)?(?:支持|推动|鼓励|引导|扶持|助推|助力|推进|促进)")
_LEANT = re.compile(r"(?:加快|充分)?(?:依托|以|在)(?=.{2})")
"""What may stand before the park that a sentence is about (“依托甲园打造…”)."""
_EARNED = re.compile(r"收入|产值|产能|产量|销售|营收|利润|利税|税收|纳税")


def _acting(ctx: Context, mentions: Iterable[Mention], text: str, value: Value, start: int) -> Owner | None:
    """Who is to reach it, where the sentence opens with one place, park or firm (“支持甲厂做强，产值达到…”, “乙园聚焦…，…”)."""
    point = POINT.match(text, start)
    begin = point.end() if point is not None else start
    backed = _BACKED.match(text, begin)
    leant = _LEANT.match(text, begin)
    places = {begin, *(match.end() for match in (backed, leant) if match is not None)}
    found = [m for m in mentions if m.start in places and m.end <= value.end and m.what.type in _ACTORS and _says(ctx, m, text)]
    if not found:
        return _opening(ctx, text, begin) or next((one for at in sorted(places) if (one := openings.place(text, at))), None)
    who = max((m for m in found if _acts(text, m.end)), key=lambda m: m.end, default=max(found, key=lambda m: m.end))
    if who.what.type == "Platform":
        return who.what if backed and not _LISTED.match(text, who.end) else None
    if who.what.type == "Enterprise":
        return who.what if backed and _EARNED.search(value.metric) and not _LISTED.match(text, who.end) else None
    return who.what if who.what != ctx.home and _acts(text, who.end) else None


def _nearest(text: str, start: int, value: Value) -> Owner | None:
    """The town or park that a later clause of the sentence opens with (“甲区实行…，乙组团收储土地…，新建厂房…”)."""
    end = min(value.end, text.find("，", value.start) if "，" in text[value.start : value.end] else value.end)
    at = text.rfind("，", start, end)
    for _ in range(_CLAUSES):
        if at < start:
            return None
        if (found := openings.place(text, at + 1)) is not None:
            return found
        at = text.rfind("，", start, at)
    return None


_CLAUSES = 3
"""How many clauses before a figure may open with whose it is."""
_LISTED = re.compile(r"[、和与及等的（]")


def _opening(ctx: Context, text: str, begin: int) -> Owner | None:
    """The sector that a sentence is about from its first word on (“甲产业加快改造，产值达到…”)."""
    match = SECTOR.match(text, begin)
    plain = match is not None and phrases.plain(match["name"]) and _acts(text, match.end("name"))
    return bearer_sectors.sector(ctx, match["name"]) if plain and match is not None else None


def _says(ctx: Context, mention: Mention, text: str) -> bool:
    """Whether a mention is a name and not a clause that has it."""
    said = text[mention.start : mention.end]
    return said == mention.what.name or said in mention.aliases or ctx.places.get(said) == mention.what.name


def _acts(text: str, end: int) -> bool:
    """Whether a verb or a comma follows a name, so that it is neither one of a list nor the head of a longer name."""
    note = _NOTE.match(text, end)
    end = note.end() if note is not None else end
    found = clauses.tokens(text, clauses.Span(end, min(len(text), end + _VERB)))
    return text.startswith((*_ON, *roles("acts")), end) or bool(found) and found[0].start == end or openings.goes_on(text, end)


_ON = ("，", "：", "要", "按照", "按", "以", "坚持", "实行", "紧扣", "聚焦", "立足", "围绕")
"""What goes on behind the name of who acts, besides a verb."""


_NOTE = re.compile(r"（[^（）]{2,16}）")
"""What may stand behind the name of who acts (甲组团（乙镇）)."""
_VERB = 8
"""Characters in which a verb and its adverb stand."""


_ACTORS = frozenset({"Region", "Park", "Enterprise", "Platform"})
