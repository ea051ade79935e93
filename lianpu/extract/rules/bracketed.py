"""Names with their place in a bracket inside: “中国（甲市）数智谷”, “中欧（乙市）产教研究院”, “长三角（丙县）智算中心”."""

from __future__ import annotations

import re

from lianpu.extract import names
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import named
from lianpu.extract.things import strip_verbs, verbal
from lianpu.extract.whereabouts import local

_INSIDE = re.compile(r"(?P<head>[\u4e00-\u9fff]{2,8})（(?P<place>[\u4e00-\u9fff]{2,6})）(?=[\u4e00-\u9fffA-Za-z]{2})")
_EDGE = re.compile(r"^.*[和与及在将把为对的是由到于以等至]")
_OTHER = re.compile(r"^中国$|(?:公司|集团|企业|[局委会办]|政府)$")
"""Heads of national zones, which have a rule of their own, and of offices and firms."""
_HEAD = 4
"""Longest head in front of the bracket, characters, that is no firm or institute (中国, 长三角, 蒙东)."""


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """Note such names of a statement and where they stand."""
    if text.find("（", span.start, span.end) < 0:
        return
    national(ctx, text, span, paragraph, out)
    for match in _INSIDE.finditer(text, span.start, span.end):
        place = ctx.places.get(match["place"])
        stop = named.longest(text, match.end(), span.end)
        head = _EDGE.sub("", match["head"])
        head = head[strip_verbs(head) :]
        if (
            place is None
            or not local(ctx, place)
            or stop is None
            or not 2 <= len(head) <= _HEAD
            or head in ctx.places
            or _OTHER.search(head)
        ):
            continue
        begin = match.end("head") - len(head)
        kind = names.form(text[match.end() : stop])[0]
        if kind in ("Park", "Platform", "Institution") and not verbal(text[match.end() : stop]):
            thing = out.name(Owner(kind, text[begin:stop]), paragraph, begin, stop, "bracket-inside")
            where = out.name(Owner("Region", place), paragraph, *match.span("place"), "place")
            status = named.status(text, span.start, begin, stop)
            out.state(thing, "locatedIn", where, status, (paragraph, begin, stop), "bracket-inside")


def national(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """“中国（甲市）数智谷” stands in the place of its bracket."""
    if text.find("中国（", span.start, span.end) < 0:
        return
    for match in names.NATIONAL_ZONE.finditer(text, span.start, span.end):
        zone = out.name(Owner("Park", match.group()), paragraph, *match.span(), "national-zone")
        if match["place"] in ctx.places:
            place = Owner("Region", ctx.places[match["place"]])
            out.name(place, paragraph, *match.span(), "place")
            out.state(zone, "locatedIn", place, "existing", (paragraph, *match.span()), "named-place")
