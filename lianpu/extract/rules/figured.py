"""partOf by the figures of a zone's layout: ““一区三园”，即甲园、乙园、丙园”, “一核为丁园，两翼为戊片区、己片区”.

Besides what a zone's own plan goes through in its part on the layout.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lianpu.extract import clauses, lists, names, words
from lianpu.extract.acts import Frame
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.document import Paragraph
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading
from lianpu.extract.rules import areas, nested, places

_NUMBER = "[一二两三四五六七八九十多]"
_KIND = "园区|片区|组团|基地|板块|分园|分区|小镇|新城|节点|园|区|核|心|翼|带|轴|极|城|谷|港|镇|廊|廊道|中心"
_SAYS = "即为|即|为|是|指|包括|包含|涵盖"
_STANDS = re.compile(
    rf"(?:“(?P<quoted>[^“”]{{2,16}})”[\u4e00-\u9fff]{{0,10}}|(?<![^，。；：、])(?P<plain>{_NUMBER}(?:{_KIND})))"
    rf"(?:，|：)?(?:分别|具体|主要|其中){{0,2}}(?:{_SAYS}|：)：?"
    rf"(?P<list>[^。；]{{4,200}}?)(?=[。；]|$|，(?:“{_NUMBER}[^“”]{{1,4}}”|{_NUMBER}(?:{_KIND}))(?:分别)?(?:{_SAYS}|：))"
)
"""A figure of a layout and what it stands for."""
_FIGURES = re.compile(
    rf"(?:{_NUMBER}+[个大]?(?![\u4e00-\u9fff]{{0,2}}(?:中心|高地|平台|[链业品牌化]))[\u4e00-\u9fff]{{1,3}}?[、，]?){{1,5}}"
)
_ONE = re.compile(rf"一(?:{_KIND})")
_WHOLE = re.compile(rf"“?一[区园城港谷]”?，?(?:{_SAYS}|：)(?P<zone>[^，。；：、（“”]{{3,20}})")
"""““一区”即甲开发区”: the zone that the other figures are the parts of."""


def _ways() -> tuple[re.Pattern[str], ...]:
    """All that is looked for."""
    return (_STANDS,)


def apply(ctx: Context, text: str, frame: Frame, paragraph: int, options: Sequence[Option], out: Reading) -> None:
    """State what the figures of a zone's layout stand for, and the park of a zone's plan that a statement is about, as parts."""
    _figures(ctx, text, frame.span, paragraph, out)
    _laid_out(ctx, text, frame, paragraph, options, out)


@needs(_ways)
def _figures(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """What the figures of a zone's layout stand for is part of the zone."""
    label = text.rfind("“", 0, span.start) if text[span.start - 2 : span.start] == "”：" else -1
    for match in _STANDS.finditer(text, span.start if label < 0 else label, span.end):
        figure = match["quoted"] or match["plain"]
        if _FIGURES.fullmatch(figure) is not None:
            _parts(ctx, text, match, paragraph, out)


def _parts(ctx: Context, text: str, match: re.Match[str], paragraph: int, out: Reading) -> None:
    """Read what one figure stands for; one part alone only where the figure says one."""
    said = Span(*match.span("list"))
    found = nested.places(ctx, text, said.start, said.end, inner=True)
    if not found and _ONE.fullmatch(match["quoted"] or match["plain"]) is not None:
        first = lists.parse(text, said.start, _clause(text, said)).items[:1]
        found = [(item, thing) for item in first if (thing := areas.place_of(ctx, item.text)) is not None]
    parts = [(item, thing.what) for item, thing in found if thing.what.type == "Park"]
    whole = _around(ctx, text, match.start(), paragraph, frozenset(part.name for _, part in parts))
    if whole is None:
        return
    for item, part in parts:
        if part != whole:
            out.name(part, paragraph, item.start, item.end, "part")
            out.state(part, "partOf", whole, "existing", (paragraph, match.start(), item.end), "figure-of-zone")


def _clause(text: str, said: Span) -> int:
    comma = text.find("，", said.start, said.end)
    return comma if comma > 0 else said.end


def _around(ctx: Context, text: str, at: int, paragraph: int, parts: frozenset[str]) -> Owner | None:
    """The zone whose layout a paragraph tells: the one that a figure stands for, else the one whose text it is."""
    if (told := _WHOLE.search(text, 0, at)) is not None:
        zone = areas.place_of(ctx, told["zone"])
        if zone is not None and zone.what.type == "Park":
            return zone.what
    around = (ctx.owner_of(ctx.outline.paragraphs[paragraph].section), ctx.home)
    return next((zone for zone in around if zone is not None and zone.type == "Park" and zone.name not in parts), None)


_POINT = re.compile(r"^(?:——|[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．])+")
"""The number of a point in front of a part's name."""


def _laid_out(ctx: Context, text: str, frame: Frame, paragraph: int, options: Sequence[Option], out: Reading) -> None:
    """State that a park that a zone's own plan goes through under a title on its layout is part of the zone."""
    section = ctx.outline.paragraphs[paragraph].section
    if ctx.home is None or ctx.home.type != "Park" or not _on_layout(ctx, section):
        return
    opened = (areas.opening(text, clause) for clause in frame.clauses)
    told = [options[0].owner] if options and options[0].relation in ("lead", "head") else []
    for said in (*told, *(one for one in opened if one is not None)):
        part = Owner(said.type, _POINT.sub("", said.name))
        whole = _above(ctx, section, part)
        at = text.rfind(part.name, 0, frame.span.end)
        if part.type == "Park" and whole is not None and part != whole and at >= 0:
            out.name(part, paragraph, at, at + len(part.name), "part")
            out.state(part, "partOf", whole, "existing", (paragraph, at, at + len(part.name)), "part-of-plan")


def _above(ctx: Context, section: int, part: Owner) -> Owner | None:
    """The nearest zone whose text holds that of a part."""
    owners = (ctx.section_owners[at] for at in reversed(ctx.outline.path(section)))
    return next((one for one in owners if one is not None and one.type == "Park" and one != part), ctx.home)


def row(ctx: Context, index: int, part: Owner | None, out: Reading) -> None:
    """State the same of the park of a row."""
    whole = ctx.home
    if part is None or whole is None or part.type != "Park" or whole.type != "Park" or part == whole:
        return
    paragraph = ctx.outline.paragraphs[index]
    at = paragraph.text.find(part.name)
    if at >= 0 and _on_layout(ctx, paragraph.section):
        out.state(part, "partOf", whole, "existing", (index, at, at + len(part.name)), "part-of-plan")


def headed(ctx: Context, out: Reading) -> None:
    """State that parks in titles are parts of the zone whose text or layout these divide, and stand in their bracket's town."""
    for index, paragraph in enumerate(ctx.outline.paragraphs):
        if paragraph.kind == "heading":
            places.bracketed(ctx, paragraph.text, Span(0, len(paragraph.text)), index, out)
        part = ctx.section_owners[paragraph.section] if paragraph.kind == "heading" else None
        if part is None or part.type != "Park" or index in ctx.foreign.paragraphs:
            continue
        parent = ctx.outline.sections[paragraph.section].parent
        whole = ctx.owner_of(parent)
        inner = names.INNER_ZONE.search(part.name) is not None
        told = whole == ctx.home and _on_layout(ctx, parent) or whole != ctx.home and inner
        if told and whole is not None and whole.type == "Park" and part != whole:
            where = (index, 0, len(paragraph.text))
            out.name(part, *where, "part")
            out.state(part, "partOf", whole, "existing", where, "part-of-plan")


def goes_through(ctx: Context, text: str, sentence: Span, paragraph: Paragraph, inherited: Sequence[Option]) -> bool:
    """Whether the place that a sentence opens with has the paragraph: the first of one that no sector or park has.

    In a plan on one sector so under titles on its layout alone.
    """
    first = sentence.start <= clauses.unlabelled(text)
    near = inherited[0].relation
    return first and (near == "home" or near == "document" and _on_layout(ctx, paragraph.section))


def _on_layout(ctx: Context, section: int) -> bool:
    """Whether a section or one around it is about how things are laid out."""
    return any(words.inside(ctx.outline.sections[at].title, "layout_titles") for at in ctx.outline.path(section))
