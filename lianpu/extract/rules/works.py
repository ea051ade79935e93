"""Works in lists of plans and reports: “开工甲高铁、乙水库”, “推进丙县丁科技新电池等项目”, “戊、己等4条高速公路”."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from lianpu.extract import clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.lists import Item
from lianpu.extract.reading import Reading
from lianpu.extract.rules import known, ventures
from lianpu.extract.rules.work_states import WHEN, ended, states, status, told_apart
from lianpu.extract.rules.worknames import Group, Work, carries, forms, lone, nouns, site, where
from lianpu.extract.whereabouts import place_prefix


@cache
def _openers() -> re.Pattern[str]:
    found = words.words("work_verbs") | words.words("builds") | words.words("adverbs")
    return re.compile("|".join(map(re.escape, sorted(found, key=lambda word: (-len(word), word)))))


def _unquoted(text: str, span: Span) -> str:
    return text[span.start : span.end].replace("“", "").replace("”", "")


def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """Note the works of a statement and where they stand: by their names, else in the park whose paragraph it is."""
    if not words.inside(_unquoted(text, span), "works"):
        return
    opened = owner.type == "Park" and text.startswith(owner.name, span.start)
    for clause in clauses.clauses(text, span):
        if not words.inside(_unquoted(text, clause), "works") or _OCCASION.search(text, clause.start, clause.end):
            continue
        parts = told_apart(text, clause)
        wished = len(parts) > 1 and _opened(text, clause.start, clause.end) > clause.start
        for part in parts:
            group = _group(ctx, text, part)
            if group is None or not group.said:
                continue
            if opened and group.place is None and group.generic == "项目":
                group = replace(group, place=owner)
            if wished:
                group = replace(group, status="planned")
            for work in group.works:
                _write(ctx, text, work, group, paragraph, part, out)


def _group(ctx: Context, text: str, clause: Span) -> Group | None:
    start, place = clause.start, None
    prefix = place_prefix(ctx, text[start : clause.end])
    if prefix is not None and _opened(text, start + prefix[1], clause.end) > start + prefix[1]:
        place, start = prefix[0], start + prefix[1]
    begin = _opened(text, start, clause.end)
    listing = lists.parse(text, begin, clause.end, ctx.sector_names)
    if not listing.items or "现有" in text[clause.start : clause.end]:
        return None
    tail = (listing.tail.text if listing.tail else "").replace("“", "").replace("”", "")
    if listing.etc and _FIELDS.match(tail) is not None:
        return None
    state = states().search(tail) if listing.etc else None
    items = _joined(ctx, text, _apart(listing.items))
    if not listing.etc:
        items, state = ended(items)
        items = _without_end(items)
    noun = _closing(tail[: state.start()] if state is not None else tail) if listing.etc else _last(ctx, items)
    generic_noun = noun if noun in ("项目", "工程") else ""
    shared = noun if not generic_noun else ""
    said = begin > start or state is not None or bool(shared)
    if place is None and generic_noun and state is not None and state.group() == "落地":
        place = ctx.home
    return Group(_shared(items, shared), generic_noun, status(text, start, begin, state), said, place)


_OCCASION = re.compile(r"机遇|契机|有利时机")
"""What makes of a work the occasion of something else (抢抓甲高铁通车机遇)."""
_FIELDS = re.compile(
    r"(?:重点|关键|优势|新兴)*(?:领域|行业|方面|赛道|方向)|(?:特色|优势|重点|产业|制造|生产|研发)*(?:基地|集群)(?:建设|发展)?$"
)
"""What the items of “甲、乙等领域项目” and “丙、丁等基地” are instead of works."""
_MANY = re.compile(r"(?:[0-9一二两三四五六七八九十百]+余?(?:个|项|条|座)|集中)+$")
"""How many works were listed, behind their noun (项目126个)."""


def _without_end(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The last of several without what is done behind 项目 (乙项目建设)."""
    last = items[-1]
    built = _BUILT.search(last.text)
    if len(items) < 2 or built is None or built.group() == "项目":
        return items
    return (*items[:-1], Item(last.text[: built.start() + 2], last.start, last.start + built.start() + 2))


def _joined(ctx: Context, text: str, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Items that a 和 inside a name has split (甲市软磁和钛材料) put together again where all others open with a place."""
    led = [place_prefix(ctx, item.text) is not None for item in items]
    if sum(led) < 3 or sum(led) != len(items) - 1 or led[-1]:
        return items
    last, before = items[-1], items[-2]
    if text[before.end : last.start] not in ("和", "与", "及"):
        return items
    return (*items[:-2], Item(text[before.start : last.end], before.start, last.end))


def _apart(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Items whose first half is a work of its own (甲东站和乙) are two."""
    out: list[Item] = []
    for item in items:
        match = re.search(r"以及|和|及", item.text[2:-2])
        if match is not None and nouns().search(item.text[: match.start() + 2]):
            cut = match.start() + 2
            out.append(Item(item.text[:cut], item.start, item.start + cut))
            cut += len(match.group())
            item = Item(item.text[cut:], item.start + cut, item.end)
        out.append(item)
    return tuple(out)


_BUILT = re.compile(r"项目(?:建设|落地|投产|进度|前期工作)?$")
"""What ends the last of several works without 等."""


def _last(ctx: Context, items: tuple[Item, ...]) -> str:
    """项目 where the last of several works without 等 ends with it and stands for all: each has a place or a firm in front."""
    if len(items) < 2 or _BUILT.search(items[-1].text) is None:
        return ""
    placed = [(place_prefix(ctx, item.text) or (None, 0))[1] for item in items]
    led = (
        0 < size < len(i.text) - 1 or (ventures.maker(i.text) or ventures.coined(ctx, i.text)) not in ("", i.text)
        for size, i in zip(placed, items, strict=True)
    )
    return "项目" if all(led) else ""


def _closing(tail: str) -> str:
    """The noun of works that closes “等…”: 高铁 of “6条高铁”, 抽水蓄能项目, or just 项目, 工程."""
    tail = _MANY.sub("", WHEN.sub("", tail.strip("“”的等和、")))
    match = nouns().search(tail)
    if match is None or match.start("noun") > 16:
        return ""
    noun = match.group("noun")
    if noun not in ("项目", "工程") and words.mapping("works")[noun][0] in ("work", "firm"):
        return ""
    if noun in ("项目", "工程"):
        kind = next(
            (
                w
                for w in words.longest_first("works")
                if tail[: match.start("noun")].endswith(w) and words.mapping("works")[w][0] != "work"
            ),
            "",
        )
        return kind + noun if kind else noun
    return match.group()


def _shared(items: tuple[Item, ...], noun: str) -> tuple[Work, ...]:
    """Items with the noun that they share: that of the whole list, or of the next item that has one of its own."""
    out: list[Work] = []
    carried = noun
    for item in reversed(items):
        match = nouns().search(item.text)
        if match is not None:
            carried = match.group() if carries(match) else ""
            out.append(Work(item, ""))
        else:
            short = (len(item.text) <= 6 or "至" in item.text or noun) and names.form(item.text)[0] is None
            out.append(Work(item, carried if short else ""))
    return tuple(reversed(out))


_TIME = re.compile(r"(?:今年|明年|年内|到?20[0-9]{2}年(?:底)?|(?<=年)、(?=20)|分别)+")


def _opened(text: str, start: int, end: int) -> int:
    """Past the verbs, adverbs and years that open a clause of works."""
    moved = True
    while moved:
        moved = False
        when = _TIME.match(text, start, end)
        if when is not None:
            start, moved = when.end(), True
        opener = _openers().match(text, start, end - 1)
        if opener is not None:
            start, moved = opener.end(), True
    return start


_COST = re.compile(r"(?:总)?投资(?:约|超)?[0-9.]+[万亿]*元的?")


def _write(ctx: Context, text: str, work: Work, group: Group, paragraph: int, clause: Span, out: Reading) -> None:
    begin = _opened(text, work.item.start, work.item.end)
    body, payer = text[begin : work.item.end], ""
    cost = _COST.search(body)
    if cost is not None:
        payer, body, begin = body[: cost.start()], body[cost.end() :], begin + cost.end()
    if (
        not 2 <= len(body) <= 30
        or body.count("“") != body.count("”")
        or _NO_WORK.search(body)
        or body in ctx.places
        and not work.noun
    ):
        return
    seat = _SEAT.search(body)
    seated = place_prefix(ctx, seat["place"]) if seat is not None else None
    if seat is not None and seated is not None and not work.noun:
        body, group = body[: seat.start()], replace(group, place=seated[0])
    prefix = place_prefix(ctx, body)
    if prefix is not None and (_OWN_FIRM.match(body, prefix[1]) or len(known.opening(body)) > prefix[1]):
        prefix = None
    rest = body[prefix[1] :] if prefix is not None else body
    own = group.generic or body.endswith(("项目", "基地", "期"))
    maker = payer or ventures.maker(rest) or (ventures.coined(ctx, rest) if own and not site(rest) else "")
    at = (paragraph, clause.start if work.item.end - clause.start <= 110 else begin, work.item.end)
    if (
        group.generic
        and prefix is not None
        and (2 <= len(rest) <= 3 or rest == maker)
        and "至" not in body
        and nouns().search(rest) is None
    ):
        _firm(body if names.form(rest)[1] == rest else rest, prefix[0], Span(begin, work.item.end), at, out)
        return
    called = forms(ctx, body, rest, work, group) if maker != body else []
    if not called:
        if maker == body or group.generic == "项目" and not work.noun and lone(body, group):
            _alone(body, group, Span(begin, work.item.end), at, out)
        return
    if prefix is not None and len(rest) >= 4:
        called += [rest, rest + (group.generic or "项目")]
        if maker:
            called.insert(0, next(f for f in called if f.startswith(body))[prefix[1] :])
    stood = where(ctx, body, work, group)
    thing = out.name(Owner("Project", called[0]), paragraph, begin, work.item.end, "works", tuple(dict.fromkeys(called[1:])))
    if stood is not None:
        out.name(stood, paragraph, begin, work.item.end, "place")
        out.state(thing, "locatedIn", stood, group.status, at, "works-place")
    if maker:
        stand = stood if prefix is not None and not payer or group.place else None
        builder = _firm(maker, stand, Span(begin, work.item.end), at, out)
        shift = body.find(maker) + len(maker) if not payer else 0
        ventures.made(ctx, builder, body[shift:], begin + shift, group.status, at, out)


def _alone(body: str, group: Group, span: Span, at: tuple[int, int, int], out: Reading) -> None:
    """Note the firm, and its project, which stands where the group does; a known firm in a list of other things is only named."""
    _firm(body, None, span, at, out)
    if group.generic != "项目":
        return
    project = out.name(Owner("Project", body + "项目"), at[0], span.start, span.end, "works")
    if group.place is not None:
        out.name(group.place, at[0], span.start, span.end, "place")
        out.state(project, "locatedIn", group.place, group.status, at, "works-place")


_SEAT = re.compile(r"（(?P<place>[\u4e00-\u9fff]{2,12})）$")
"""Where a work stands, behind its name (甲工厂（乙经开区）)."""
_OWN_FIRM = re.compile(r"集团|公司|股份")
"""Behind a place: what makes a firm's name of it (甲川集团)."""
_NO_WORK = re.compile(r"^[0-9]+号|[：。]|——|的|^[以和与“第]|^依托|^围绕|^[0-9]+\.|^[0-9一二三两]+万?(?:条|个|座|项|处|家)")


def _firm(name: str, place: Owner | None, span: Span, at: tuple[int, int, int], out: Reading) -> Owner:
    firm = out.name(Owner("Enterprise", name), at[0], span.start, span.end, "works-firm", (place.name + name,) if place else ())
    if place is not None:
        out.name(place, at[0], span.start, span.end, "place")
        out.state(firm, "locatedIn", place, "existing", at, "works-place")
    return firm
