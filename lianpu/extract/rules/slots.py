"""Firms by their slot alone, wherever it stands: what is listed before “等龙头企业” is firms, whatever they are called."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import clauses, lists, names, words
from lianpu.extract.acts import Frame, Reliance
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading
from lianpu.extract.rules import carriers, firms
from lianpu.extract.things import Thing, classify, list_start


@cache
def _kind() -> str:
    """等 and the words for firms behind it."""
    roles = "|".join(map(re.escape, words.longest_first("firm_roles")))
    counted = "[0-9一二三四五六七八九十百余多]+家"
    firms_ = rf"(?:{roles}|{counted})*(?P<what>[^，。；、等和与及]{{0,6}}?)(?:{roles}|培育)*(?:企业|公司)"
    leaders = rf"(?:行业)?(?:{roles})+(?=[和与及，。；]|$)"
    return rf"等(?P<kind>{firms_}|{leaders})(?![0-9家群名库])"


@cache
def _closing() -> re.Pattern[str]:
    """What closes such a list: without it none is looked for."""
    return re.compile(_kind())


@cache
def _slot() -> re.Pattern[str]:
    return re.compile(rf"(?P<list>[^，。；：]{{2,90}}?){_kind()}")


def apply(
    ctx: Context, text: str, frame: Frame, paragraph: int, options: tuple[Option, ...], near: Owner | None, out: Reading
) -> None:
    """Mention the firms of every such list that no other rule has read, and state the sector that leaders carry."""
    for clause in clauses.clauses(text, frame.span):
        closed = _closing().search(text, clause.start, clause.end) is not None
        for match in _slot().finditer(text, clause.start, clause.end) if closed else ():
            begin = list_start(text, *match.span("list"))
            what = match.group("what") or ""
            if begin == clause.start or _sought(text, clause.start, begin):
                continue
            if what and (len(what) < 2 or carriers.kind_sector(ctx, what, options) is None):
                continue
            found = _firms(ctx, text, Span(begin, match.end("list")), match.group("kind"), out)
            for thing in found:
                _note(out, thing, paragraph, clause)
            if firms.leading(match.group("kind")):
                reliance = Reliance(Span(begin, match.end()), "", "支持", clause)
                sector = carriers.of_list(ctx, text, frame, reliance, options, near)
                _carry(sector, found, (paragraph, begin, match.end()), out)


def _sought(text: str, start: int, end: int) -> bool:
    """Whether a list stands under a verb of recruiting, which names kinds of firms as often as firms."""
    return any(token.kind == "seek" for token in clauses.tokens(text, Span(start, end)))


def _firms(ctx: Context, text: str, span: Span, kind: str, out: Reading) -> list[Thing]:
    """The items as firms, where each is a firm by its ending or by its name that stands nowhere else in the text."""
    items = lists.parse(text, span.start, span.end).items
    known = {m.what.name for m in out.mentions if m.what.type == "Enterprise"}
    things = [classify(ctx, item.text, item.start, slot="Enterprise") for item in items]
    found = [thing for thing in things if thing is not None and thing.what.type == "Enterprise"]
    sure = [
        t for t in found if names.form(t.what.name)[0] == "Enterprise" or t.what.name in known or firms.coined(ctx, t.what.name)
    ]
    return [] if firms.fields(ctx, kind, items) or len(sure) * 2 <= len(items) else sure if len(items) == 1 else found


def _note(out: Reading, thing: Thing, paragraph: int, clause: Span) -> None:
    out.name(thing.what, paragraph, thing.start, thing.end, "firm-slot", thing.aliases)
    if thing.place is not None:
        where = (paragraph, clause.start, clause.end)
        out.name(thing.place, *where, "place")
        out.state(thing.what, "locatedIn", thing.place, "existing", where, "place-prefix")


def _carry(sector: Owner | None, found: list[Thing], place: tuple[int, int, int], out: Reading) -> None:
    """The leaders carry the sector, unless the sentence has said of them which one they carry."""
    said = {d.s for d in out.drafts if d.p == "anchors" and d.paragraph == place[0] and d.start <= place[2] and place[1] <= d.end}
    if sector is not None:
        firms.anchor((thing.what for thing in found if thing.what not in said), sector, place, "anchors-slot", out)
