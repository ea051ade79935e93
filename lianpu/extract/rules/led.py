"""Firms named without a word for firms behind them: “以A为链主的X”, “骨干企业：B、C”, “链主企业D”, “支持E、F等在…”."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import brands, clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading
from lianpu.extract.rules import firm_words, firms
from lianpu.extract.things import Thing, classify

_LEADERS = re.compile(
    r"以(?P<list>[^，。；：]{2,60}?)等?(?:企业|公司|集团)?为(?:“?链主”?|龙头|代表|骨干|引领|领军|牵引|核心)的(?P<what>[^，。；：、的和与及等]{2,14})"
)
_NOUN = re.compile(r"(?:产业集群|集群|产业链|基地|企业.*|龙头.*)$")


def apply(ctx: Context, text: str, span: Span, paragraph: int, options: tuple[Option, ...], out: Reading) -> None:
    """Note such firms, and the sector that those carry which lead it."""
    for match in _LEADERS.finditer(text, span.start, span.end) if text.find("以", span.start, span.end) >= 0 else ():
        sector = _sector(ctx, match.group("what"), options)
        for thing in _sure(ctx, text, Span(*match.span("list"))):
            out.name(thing.what, paragraph, thing.start, thing.end, "led", thing.aliases)
            if sector is not None:
                firms.anchor([thing.what], sector, (paragraph, *match.span()), "anchors-led", out)
    for match in _titled().finditer(text, span.start, span.end) if text.find("企业", span.start, span.end) >= 0 else ():
        listed = match.group("mark") == "："
        found = _sure(ctx, text, Span(*match.span("list")), most=listed)
        if not listed and any(names.form(thing.what.name)[0] != "Enterprise" for thing in found):
            continue
        sector = next((o.owner for o in options if o.owner.type == "Industry"), None)
        for thing in found:
            out.name(thing.what, paragraph, thing.start, thing.end, "titled-firm", thing.aliases)
            if sector is not None and firm_words.leading(match.group("role")):
                firms.anchor([thing.what], sector, (paragraph, *match.span()), "anchors-titled", out)
    for clause in clauses.clauses(text, span):
        are = _are().fullmatch(text, clause.start, clause.end)
        if are is not None and (sector := next((o.owner for o in options if o.owner.type == "Industry"), None)) is not None:
            for thing in _sure(ctx, text, Span(*are.span("list")), most=True):
                out.name(thing.what, paragraph, thing.start, thing.end, "titled-firm", thing.aliases)
                firms.anchor([thing.what], sector, (paragraph, clause.start, clause.end), "anchors-titled", out)
        caused = _caused().match(text, clause.start, clause.end)
        found = _sure(ctx, text, Span(*caused.span("list"))) if caused is not None else []
        for thing in found if len(found) > 1 else ():
            out.name(thing.what, paragraph, thing.start, thing.end, "caused-firm", thing.aliases)


@cache
def _titled() -> re.Pattern[str]:
    """“骨干企业：A、B”, “链主企业A”: firms behind the word for what they are."""
    roles = "|".join(map(re.escape, words.longest_first("firm_roles")))
    behind = r"[^，。；：、的等和与及]{2,12}?"
    return re.compile(
        rf"(?P<role>(?:{roles})+)(?:企业|公司)(?P<mark>：?)(?P<list>(?<=：)[^。；：]{{2,120}}|(?<!：){behind}(?:、{behind})*?(?=等|[，。；]|$|{_ACTS}))"
    )


_ACTS = "在|向|与|围绕|加快|开展|牵头|参与|建设|打造|联合|率先|带头|实施|开发|研发|扩大|通过|利用|引领|带动|为"


@cache
def _are() -> re.Pattern[str]:
    """“A、B为骨干企业”: a clause that says what firms are to the sector of the text."""
    roles = "|".join(map(re.escape, (word for word, *mark in words.rows("firm_roles") if mark)))
    return re.compile(
        rf"(?P<list>[^以，。；：][^，。；：]{{2,60}}?)等?(?:企业)?(?:为|是|成为)[^，。；：的]{{0,6}}?(?:{roles})+企业[。；]?"
    )


@cache
def _caused() -> re.Pattern[str]:
    """“支持A、B等在…”: names that are to do something, before what they are to do."""
    return re.compile(rf"(?:{'|'.join(words.longest_first('causes'))})(?P<list>[^，。；：等]{{2,60}})等?(?={_ACTS})")


def _sector(ctx: Context, what: str, options: tuple[Option, ...]) -> Owner | None:
    """The sector that is led: what follows 的, or the one of the section where that is only a word for firms."""
    noun = _NOUN.search(what)
    name = what[: noun.start()] if noun is not None else what
    if len(name) < 2 or names.adjectival(name) or not names.nameable(name):
        return next((o.owner for o in options if o.owner.type == "Industry"), None)
    return ctx.sector_in(name) or Owner("Industry", name)


def _sure(ctx: Context, text: str, span: Span, *, most: bool = False) -> list[Thing]:
    """The listed names, if each is a firm's by itself, or ``most`` of several."""
    items = lists.parse(text, span.start, span.end).items
    things = [classify(ctx, item.text, item.start, slot="Enterprise") for item in items]
    firms_ = [t for t in things if t is not None and t.what.type == "Enterprise"]
    sure = [t for t in firms_ if brands.strength(t.what.name) == 2]
    if most and len(items) > 1:
        return firms_ if 2 * len(sure) > len(items) else []
    return sure if len(sure) == len(items) else []
