"""What the columns of a table hold: by the words of its header, by what stands in them where there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lianpu.extract import clauses, lists, names, phrases, spans, words
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.document import Paragraph
from lianpu.extract.headers import titled
from lianpu.extract.rules import headless, planned
from lianpu.extract.tracks import PLUS
from lianpu.model import Status

_TITLE = 30
"""Longest title of a task, characters; more is the task itself."""
_LISTED = 60
"""Longest cell that lists sectors, characters."""
_PART = 3
"""Shortest sector that may have lost the line break between it and the next."""
_MERGED = frozenset({"tracks", "tracks+", "task", "place"})
"""Roles whose cell often stands for several rows and is written only in the first."""
_ROWS_MERGED = 60
"""Most rows that such a cell stands for."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell without blanks at its ends: ``text`` is ``[start:end]`` of the paragraph ``row``."""

    text: str
    start: int
    end: int
    row: int


def roles(header: Paragraph) -> Mapping[str, int]:
    """Role of a column to its index, by the words of the header row."""
    out: dict[str, int] = {}
    for index, (start, end) in enumerate(header.cells):
        title = header.text[start:end]
        held = role(title)
        if held in _TWICE and held in out:
            held = "focus" if held == "tracks" and _AIM.search(title) else f"{held}+"
        if held is not None:
            out.setdefault(held, index)
    return out


_TWICE = frozenset({"tracks", "firms"})
"""Roles that two columns may have (首位产业 | 培育产业): the second one's is the role with a plus."""
_AIM = re.compile(r"方向|重点|主攻|赛道|领域")
"""A second column of sectors that says what the sectors of the first aim at."""


@lru_cache(maxsize=256)
def role(title: str) -> str | None:
    """What a column holds, by its title, a bracket inside it left aside (链主（龙头）企业); a label says the same."""
    title = re.sub(r"\s", "", title)
    forms = (title, re.sub(r"（[^（）]*）(?=.)", "", title))
    return next((held for form in forms for word, held in words.rows("columns") if titled(form, word)), None)


def columns(ctx: Context, index: int) -> Mapping[str, int]:
    """Role of a column to its index, for the table of one row; nothing for a header."""
    row = ctx.outline.paragraphs[index]
    if row.header == index:
        return {}
    if row.header is None:
        return headless.columns(ctx, index)
    told = roles(ctx.outline.paragraphs[row.header])
    return {**headless.untold(ctx, row.header, frozenset(told.values())), **told}


def cells(ctx: Context, index: int) -> Mapping[str, Cell]:
    """The cells of a row by role; those that are merged over several rows are those of the first.

    A project and its firm may stand under each other's title, and whoever answers for a project may be its firm.
    """
    row = ctx.outline.paragraphs[index]
    out: dict[str, Cell] = {}
    for role, at in columns(ctx, index).items():
        found = cell(row, index, at) or (_above(ctx, index, at) if role in _MERGED else None)
        if found is not None:
            out[role] = found
    if (
        "project" in out
        and "firm" in out
        and headless.names_firm(out["project"].text)
        and not headless.names_firm(out["firm"].text)
    ):
        out["project"], out["firm"] = out["firm"], out["project"]
    liable = out.get("responsible") or out.get("lead")
    if "project" in out and "firm" not in out and liable is not None and headless.names_firm(liable.text):
        out["firm"] = liable
    return out


def about_sector(ctx: Context, index: int) -> bool:
    """Whether a table is about sectors, with what they aim at, their firms or parks, and projects only beside these."""
    at = columns(ctx, index)
    beside = at.keys() & {"focus", "firms", "park", "carrier"} and not at.keys() & {"firm", "content"}
    return "tracks" in at and at["tracks"] < at.get("project", -1) and bool(beside)


_AHEAD = re.compile(r"拟建|在建|筹建|续建|新建|规划|谋划|筹备|推进")


def status(found: Mapping[str, Cell]) -> Status:
    """Whether what a row names is there, by its cell on how far it is."""
    return "planned" if "state" in found and _AHEAD.search(found["state"].text) else "existing"


def title(ctx: Context, index: int, role: str) -> str:
    """The title over a role's column, for the table of one row; nothing where it has no header."""
    at, header = columns(ctx, index).get(role), ctx.outline.paragraphs[index].header
    found = cell(ctx.outline.paragraphs[header], header, at) if at is not None and header is not None else None
    return found.text if found is not None else ""


def cell(row: Paragraph, index: int, at: int) -> Cell | None:
    """What is written in a column of a row."""
    if at >= len(row.cells):
        return None
    start, end = row.cells[at]
    while start < end and row.text[start] in " 　":
        start += 1
    while end > start and row.text[end - 1] in " 　":
        end -= 1
    return Cell(row.text[start:end], start, end, index) if end > start else None


def _above(ctx: Context, index: int, at: int) -> Cell | None:
    """The nearest cell above that is filled, up to the header or a row that heads a group."""
    paragraphs = ctx.outline.paragraphs
    section, header = paragraphs[index].section, paragraphs[index].header
    for before in range(index - 1, max(-1, index - 1 - _ROWS_MERGED), -1):
        row = paragraphs[before]
        if row.kind != "row" or row.header != header or before == header or row.section != section or spans.heading(row):
            return None
        if (found := cell(row, before, at)) is not None:
            return found
    return None


def span(index: int, *found: Cell) -> tuple[int, int, int]:
    """What is quoted from row ``index`` for a statement about some cells: from the first of its own to the last."""
    own = [one for one in found if one.row == index]
    return index, min(one.start for one in own), max(one.end for one in own)


def sectors(ctx: Context, found: Mapping[str, Cell]) -> list[tuple[Owner, Cell]]:
    """The sectors that a row's own cell lists, else the one that its task names; the document's for a slogan (“甲+乙”焕新)."""
    tracks = [found[role] for role in ("tracks", "tracks+") if role in found]
    if tracks:
        return [one for track in tracks for one in _tracks(ctx, found, track)]
    task = found.get("task")
    owner = _tasked(ctx, task.text) if task is not None else None
    return [(owner, task)] if owner is not None and task is not None else []


def _tracks(ctx: Context, found: Mapping[str, Cell], track: Cell) -> list[tuple[Owner, Cell]]:
    """The sectors that a cell of sectors lists."""
    if re.search(r"”.|\+.*”", re.sub(r"^“?(?:人工智能|AI)\+”?", "", track.text)):
        return [(ctx.subject, track)] if ctx.subject is not None else []
    own = "task" not in found and ("project" not in found or about_sector(ctx, track.row))
    named = [(_sector(ctx, item.text, own), item) for item in _parts(ctx, track.text)]
    if len(named) > 1 and _JOINED.fullmatch(track.text) and any(who is None for who, _ in named):
        named = [(_sector(ctx, track.text, own), lists.Item(track.text, 0, len(track.text)))]
    return [(who, Cell(i.text, track.start + i.start, track.start + i.end, track.row)) for who, i in named if who is not None]


_POINT = re.compile(r"(?:(?<![0-9.])[0-9]{1,2}[.．、](?![0-9])|[（(][0-9一二三四五六七八九十]{1,2}[)）]|[①-⑳])\s*")


def points(text: str) -> list[tuple[int, int]]:
    """Start and end of the numbered items of a cell (1.甲2.乙, ①甲②乙); the whole of it where it does not begin with a number."""
    marks = list(_POINT.finditer(text))
    if not marks or marks[0].start() > 0:
        return [(0, len(text))]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    items = [(mark.end(), text[mark.end() : end].rstrip("；;。、，, ")) for mark, end in zip(marks, ends, strict=True)]
    return [(start, start + len(item)) for start, item in items if item]


def prose(text: str) -> bool:
    """Whether a cell holds sentences: a clause of it begins with a governing verb."""
    spans = clauses.split(text, 0, len(text), "，；。")
    return any(t.start == span.start and t.kind != "adverb" for span in spans for t in clauses.tokens(text, span))


def _parts(ctx: Context, text: str) -> list[lists.Item]:
    """What a cell of sectors lists; nothing where it holds sentences. Lines that were put together are taken apart again."""
    if prose(text) or len(text) > _LISTED or "，" in text:
        return []
    if len(numbered := points(text)) > 1:
        return [lists.Item(text[start:end], start, end) for start, end in numbered]
    whole = frozenset(name for name in ctx.sector_names | ctx.titled if not _two(ctx, name))
    items = lists.parse(text, 0, len(text.rstrip("。")), whole).items
    if len(items) == 1 and len(text) >= 2 * _PART and sector_key(text) not in ctx.titled:
        return _glued(text, 0, ctx.titled | ctx.cells) or list(items)
    return list(items)


def _two(ctx: Context, name: str) -> bool:
    """“甲芯片与乙视觉”: two sectors of the document that share a section rather than one name."""
    halves = re.split(r"[与和及]", name)
    return len(halves) == 2 and all(len(half) >= 3 and ctx.known_sector(half) for half in halves)


def _glued(text: str, start: int, alone: frozenset[str]) -> list[lists.Item]:
    """“甲机器人乙传感”: two or more sectors of the document with nothing between them."""
    for end in range(len(text) - _PART, start + _PART - 1, -1):
        if text[start:end] in alone:
            whole = text[end:] in alone
            rest = [lists.Item(text[end:], end, len(text))] if whole else _glued(text, end, alone)
            if rest:
                return [lists.Item(text[start:end], start, end), *rest]
    return []


_JOINED = re.compile(r"[^、，；]{3,12}[与和及][^、，；]{2,8}")
"""Two names that a word joins (甲物流与供应链): one sector where only the first has a name of its own."""


def _sector(ctx: Context, text: str, own: bool = False) -> Owner | None:
    """One sector of a cell of sectors; what a bracket behind its name says is no other.

    ``own``: the row is about the sector, so that it may be called by a work (甲制造).
    """
    noted = re.fullmatch(r"(?P<name>[^（）]{3,})（[^（）]+）", text)
    text = noted["name"] if noted is not None and text not in ctx.named_owners else text
    if own and _works(text):
        return Owner("Industry", PLUS.sub("", text))
    if words.ending(text, "place_roles") and sector_key(text) not in ctx.titled:
        return None
    general = text in words.words("title_words") or words.ending(text, "nominal_verbs")
    if general and sector_key(text) not in ctx.titled or text in ctx.places or not 2 <= len(text) <= 24:
        return None
    owner = ctx.sector_in(text) or ctx.named_owners.get(text)
    plain = len(text) <= 12 and names.nameable(text) and not names.adjectival(text) and not words.ending(text, "title_words")
    return owner or (Owner("Industry", text) if plain else None)


def _works(text: str) -> bool:
    """“先进制造”, “AI+社会治理”, “AI+甲物流与供应链”: a sector by its work, or what takes up a technique."""
    bare = PLUS.sub("", text)
    if bare in words.words("title_words") or not 3 <= len(bare) <= _WORK:
        return False
    if bare != text and _JOINED.fullmatch(bare) is not None:
        return True
    work = words.ending(bare, "nominal_verbs", leave=2) if names.form(bare)[0] == "Industry" else ""
    means = words.ending(bare, "title_words", leave=2) if bare != text else ""
    return names.topic(bare) == (bare, 0, len(bare)) and bool(work or means)


_WORK = 12
"""Longest name of a sector by its work, characters."""


_NAMED = re.compile(
    r"(?:[十百千万]+亿级|[世国省]\w{0,2}级|全国|特色)*(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,10}?)"
    r"(?P<kind>(?:首位|主导|优势|支柱)?产业(?:链条?|集群|基地)?)"
    r"(?:“[^”]+”|高质量|发展|提升|转型|升级|[强补延][链群]|提质|增效|扩量|培育|壮大|倍增|跃升|突破|建设|集聚|行动|工程|计划)*"
)
"""A task or result that is but the name of a sector and how it is to grow (甲产业集群, 乙产业强链, 做强丙首位产业)."""


def _whole(ctx: Context, title: str) -> Owner | None:
    """The sector that a task is all about, behind its verb."""
    match = _NAMED.fullmatch(title, phrases.verb_length(title))
    if match is None or not names.nameable(match["name"]) or names.adjectival(f"{match['name']}产业"):
        return None
    name = match["name"] + (match["kind"] if match["kind"] in ("产业链", "产业集群") else "产业")
    plain = not ctx.opens_with_verb(name) and phrases.may_own(name) and match["name"] not in words.words("title_words")
    return ctx.sector_in(name) or Owner("Industry", name) if plain else None


def _tasked(ctx: Context, title: str) -> Owner | None:
    """“攻坚甲零部件”: what a task's title grows, or the longest sector with a section of its own, or listed as one, in it."""
    if len(title) > _TITLE or re.search(r"[。；，]", title):
        return None
    if (whole := _whole(ctx, title) or planned.alone(ctx, title)) is not None:
        return whole
    body = title
    while verb := words.opening(body, "task_grows", leave=4):
        body = body[len(verb) :]
    grown = [body[:end] for end in range(4, len(body) + 1) if body != title and names.goods(body[:end])]
    grown = [name for name in grown if ctx.count(name) > 1 and names.nameable(name)]
    if grown:
        return Owner("Industry", grown[-1])
    known = [key for key in ctx.titled | ctx.listed if len(key) >= 3 and key in title and names.nameable(key)]
    return ctx.sector_in(max(known, key=lambda key: (len(key), key))) if known else None
