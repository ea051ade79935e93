"""Lines of a source to logical paragraphs: page furniture dropped, wrapped lines joined, characters made uniform.

A paragraph keeps for each character where it came from, so that evidence is always a slice of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from lianpu.extract import broken, cell_lines, clauses, furniture, headers, labels, spans, words
from lianpu.extract.characters import clean
from lianpu.extract.document import Paragraph, Source
from lianpu.extract.furniture import TextLine
from lianpu.extract.marks import mark

_FINAL = "。！？；：!?;:…"
_CLOSERS = "”’）)」』】"
_INSIDE = re.compile(r"[。，；：、,;]")
_CONTINUES = "，、,。；）)》”’"
_ALONE = re.compile(
    r"[（(]?(?:20\d\d|[二一][〇○零OＯ0九][〇○零OＯ0一二三四五六七八九]{2})年(?:[\d一二三四五六七八九十]{1,2}月)?(?:[\d一二三四五六七八九十]{1,3}日)?[）)]?"
    r"|[\u4e00-\u9fff]{2,10}[〔\[（]20\d\d[〕\]）]\d{1,4}号"
)
_TITLE_END = re.compile(
    r"^(?:.*(?:关于|印发).{8,}|.{2,12}[省市区县].{6,})(?:意见|通知|方案|规划|计划|若干措施|政府工作报告)(?:[（(][^（）()]{2,12}[）)])?$"
    r"|[（(](?:征求意见稿|送审稿)[）)]$|》的通知$|年.{2,6}日在.+会议?上[）)]?$"
)
_ASIDE = re.compile(r"[（(][^（）()]*[）)]$")
_SHORT, _LONG = 30, 40
_BROKEN = 60
"""Characters from which on a labelled line without a stop is taken for broken off where paragraphs have a line each."""
_GROUP = 24
"""Longest line that heads a group of rows inside a table, characters."""
_LABEL = re.compile(r"(?P<name>[^，。；：:]{3,8})[：:]")
_LABELLED = re.compile(r"[^，。；：]{2,8}：[^。]+$")

_PLAIN = 5
"""One in so many lines at least has no mark in a text whose lines are broken."""

_WIDEST = 200
"""Columns that no page has: a text where one line in twenty has them is not broken at a width."""

_INDENTED, _SNUG = 6, 2
"""Columns that a full line may fall short of the usual width: the first line of a paragraph by its indent, others by a mark."""

_LOOSE = 0.8
"""Share of the usual width that the first line of a paragraph with many digits and marks may have."""


def paragraphs(source: Source) -> list[Paragraph]:
    """The paragraphs of a document in reading order. ``section`` is 0 in all: see :func:`lianpu.extract.sections.outline`."""
    lines = list(headers.rows(furniture.strip(cell_lines.rows(furniture.lines(source.text)))))
    width = _width(lines)
    out: list[Paragraph] = []
    for group in _groups(lines, width):
        row = group[0].row
        text, offsets = clean(_pieces(source.text, group), row=row, gap=group[0].gap)
        if not text or (row and not text.strip("|-—")):
            continue
        found = _row(Paragraph(text, offsets)) if row else labels.plain(Paragraph(text, offsets))
        whole = _rejoined(out[-1], found) if row and group[0].paged and out else None
        if whole is None:
            out.append(found)
        else:
            out[-1] = whole
    return _with_headers(_with_titles(spans.halves(spans.sideways(out))))


# -- joining ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Width:
    """``full``: usual width of a full line in columns, for a text whose lines are broken at a width, else None; ``flowing``:
    every paragraph has a line of its own, however long.
    """

    full: int | None
    flowing: bool = False

    def filled(self, line: TextLine) -> bool:
        """Whether the line ends where the page does; one that ends a sentence has to fill it to the edge."""
        slack = _SNUG if _ended(line.text) else _INDENTED
        return self.full is not None and furniture.columns(line.text) >= self.full - slack

    def nearly(self, line: TextLine) -> bool:
        """Whether a line that breaks off in mid-sentence is about as wide as a line whose characters are set more tightly."""
        return self.full is not None and not _ended(line.text) and furniture.columns(line.text) >= self.full * _LOOSE


def _width(lines: Sequence[TextLine]) -> _Width:
    """A text is hard-wrapped when most longer lines, also of those that are no headings, end in mid-sentence and hardly any is
    much longer than the others."""
    long = [line for line in lines if not line.row and len(line.text) >= 15]
    if len(long) < 8:
        return _Width(None)
    broken = sum(line.text[-1] not in _FINAL for line in long)
    plain = [line.text[-1] not in _FINAL for line in long if mark(line.text) is None]
    if len(plain) * _PLAIN < len(long):
        return _Width(None)  # a list, whose lines all have a mark
    widths = sorted(furniture.columns(line.text) for line in long)
    usual, most = widths[len(widths) * 3 // 4], widths[len(widths) * 19 // 20]
    if broken > len(long) * 0.5 and sum(plain) > len(plain) * 0.5 and most <= usual * 1.4:
        return _Width(usual)
    return _Width(None, flowing=most >= _WIDEST)


def _groups(lines: Sequence[TextLine], width: _Width) -> Iterator[list[TextLine]]:
    group: list[TextLine] = []
    for index, line in enumerate(lines):
        titled = index == 1 and furniture.columns(line.text) > _WIDER * furniture.columns(lines[0].text)
        if group and not titled and _continues(group, line, width):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _continues(group: Sequence[TextLine], line: TextLine, width: _Width) -> bool:
    """Whether ``line`` goes on where the last line of the group broke off."""
    last = group[-1]
    if line.joint:
        return True
    if last.row or line.row or _opens(line.text) or _stands_alone(last.text) or _stands_alone(line.text):
        return False
    if last.text[-1] in "，、,":
        return True
    if line.text[0] in _CONTINUES and last.text[-1] not in _FINAL and not line.text.startswith("”"):
        return True
    head = mark(group[0].text)
    body = "".join(part.text for part in group)
    if width.full is not None:
        if not width.filled(last) and not (width.nearly(last) and _unfinished(body, head is not None and head.style != "dash")):
            return False
        return not (_ended(last.text) and head is not None and "。" not in body)
    if width.flowing and len(group) == 1 and len(last.text) < _BROKEN and _LABELLED.match(last.text):
        return False
    return not _ended(last.text) and _unfinished(body, head is not None and head.style != "dash")


_WIDER = 2
"""So many times as wide as the first line is one that no edge of a page can have parted from it: the first is a title."""


def _stands_alone(text: str) -> bool:
    """A date, a document number, or a title that ends as titles of plans do."""
    bare = re.sub(r"\s", "", text)
    return _ALONE.fullmatch(bare) is not None or ("。" not in bare and "，" not in bare and _TITLE_END.search(bare) is not None)


def _opens(text: str) -> bool:
    """Whether a line begins a paragraph: by its mark, its first word or the label in front of a value (建设地点：…)."""
    text = text.replace("**", "")
    opened = mark(text) is not None or text.startswith(words.longest_first("line_openers")) or clauses.unlabelled(text) > 0
    return opened or (label := _LABEL.match(text)) is not None and headers.is_title(label["name"])


def _ended(text: str) -> bool:
    """Whether a line ends a sentence, a bracket behind the stop (who is responsible) left aside."""
    bare = _ASIDE.sub("", text)
    return not bare or bare.rstrip(_CLOSERS + " ")[-1:] in tuple(_FINAL)


def _unfinished(body: str, marked: bool) -> bool:
    """Whether text that ends without a stop was broken in mid-sentence rather than being a title or a short item."""
    if marked:
        return "。" in body or len(body) > _LONG
    return len(body) >= _SHORT or ("。" in body) or (len(body) >= 15 and _INSIDE.search(body) is not None)


def _pieces(text: str, group: Sequence[TextLine]) -> Iterator[tuple[int, str]]:
    """The lines of a group; between two Latin words the line break counts as a space, between cells as what parts them."""
    for index, line in enumerate(group):
        if index:
            gap = group[index - 1].end
            yield gap, line.joint or text[gap]
        yield line.start, text[line.start : line.end]


# -- tables -------------------------------------------------------------------------------------------------------------


def _row(paragraph: Paragraph) -> Paragraph:
    """Cells lie between bars; a bar at either end of a Markdown row bounds no cell."""
    text, cells = paragraph.text, _between_bars(paragraph.text)
    if len(cells) > 2 and text.startswith("|") and text.endswith("|"):
        cells = cells[1:-1]
    return replace(paragraph, kind="row", cells=cells)


def _between_bars(text: str) -> tuple[tuple[int, int], ...]:
    bars = [at for at, c in enumerate(text) if c == "|"]
    starts = [0, *(at + 1 for at in bars)]
    ends = [*bars, len(text)]
    return tuple(zip(starts, ends, strict=True))


def _rejoined(above: Paragraph, row: Paragraph) -> Paragraph | None:
    """The row above with the first one of the next page, where that goes on with it."""
    if above.kind != "row" or _is_header(above):
        return None
    return broken.join(above, row, _as_wide(row, above))


def _with_headers(found: Sequence[Paragraph]) -> list[Paragraph]:
    """Rows of a table know its header row: the first row, if it is one, up to the next header or the end of the table.

    A line that heads a group of rows does not end a table: a short one behind which rows of as many cells go on.
    """
    out: list[Paragraph] = []
    header: int | None = None
    for index, paragraph in enumerate(found):
        if paragraph.kind != "row":
            header = header if header is not None and _parts_rows(found, index, header) else None
            out.append(paragraph)
            continue
        if _is_header(paragraph):
            header = index
        cells = paragraph.cells
        if header is not None and header != index:
            cells = spans.aligned(paragraph, _as_wide(paragraph, found[header]), found[header])
        out.append(replace(paragraph, header=header, cells=cells))
    return out


def _with_titles(found: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs; a header whose titles a second row of titles parts is one with it."""
    out: list[Paragraph] = []
    for paragraph in found:
        above = out[-1] if out and paragraph.kind == "row" and out[-1].kind == "row" and _is_header(out[-1]) else None
        whole = spans.titles(above, paragraph, _as_wide(paragraph, above)) if above is not None else None
        if whole is None:
            out.append(paragraph)
        else:
            out[-1] = whole
    return out


def _as_wide(row: Paragraph, header: Paragraph) -> tuple[tuple[int, int], ...]:
    """The cells of a row; bars at both its ends bound empty cells where it lacks just two of its header's."""
    return _between_bars(row.text) if len(row.cells) + 2 == len(header.cells) else row.cells


def _parts_rows(found: Sequence[Paragraph], index: int, header: int) -> bool:
    """Whether a line stands between rows of one table as the heading of those below it (“二、乙县（2个）”)."""
    line, after = found[index], found[index + 1] if index + 1 < len(found) else None
    if after is None or after.kind != "row" or _is_header(after) or found[index - 1].kind != "row":
        return False
    short = len(line.text) <= _GROUP and not line.text.startswith("附") and _INSIDE.search(line.text[3:]) is None
    return short and len(after.cells) == len(found[header].cells)


def _is_header(row: Paragraph) -> bool:
    return headers.are_titles([row.text[start:end] for start, end in row.cells])
