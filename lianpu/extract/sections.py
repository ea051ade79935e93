"""The section tree: headings by their marks, run-in heads, headings without a mark, titled groups of table rows.

A section's level is its depth. Which style nests in which follows the numbers: a mark that continues an open series closes what
is inside that series; a series that starts inside another is its child (also when both are written 一、).
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from lianpu.extract import plain_lines, words
from lianpu.extract.document import Kind, Outline, Paragraph, Section, Source
from lianpu.extract.marks import Mark, Style, mark
from lianpu.extract.section_tree import Head, Open, Tree

_SENTENCE = re.compile(r"[^。！？；]*?(?:。|：(?![0-9]))|[^。！？；]*$")
_TITLE = 45
"""Longest title of a marked heading, characters."""
_RUN_IN = re.compile(r"[^，。：；！？0-9（）]{4,24}(?:（[^，。：；！？（）]{2,16}）)?。(?=.{8})")
_SAYS = re.compile(r"[\u4e00-\u9fff]{2}(?:是我|是全|要(?:以|把|坚持|充分|着力|积极|进一步|主动|立足|围绕))")
"""A first sentence that says something of its subject (“甲企业要以乙为抓手”) and heads nothing."""
_DASH_TITLE = 30
_FOR_ALL = re.compile(r"[（(]?(?:牵头|责任|配合)(?:单位|部门)")
_CHARGED = re.compile(
    r"(?P<title>[^。；：，（）！？]{2,})[（【〔](?=[^（）【】〔〕]*?(?:牵头|负责|配合|(?:单位|部门|链长|链主|专班)[：:]|[省市区县州][\u4e00-\u9fff]{2,10}[局委厅]、))(?:[^（）]|（[^（）]*）)*[）】〕]"
)
"""A title with who is in charge of it in a bracket (做强甲产业（牵头单位：乙局；责任单位：丙局）)."""
_NUMBER_ONLY = re.compile(r"[一二三四五六七八九十]+|（[一二三四五六七八九十]+）")
_FIGURES = re.compile(r"20\d\d年|\d+(?:\.\d+)?(?:%|亿|万|个|家)")


def outline(source: Source, paragraphs: Sequence[Paragraph]) -> Outline:
    """Headings found, sections nested, each paragraph told its section; title lines are headings in section 0."""
    marks = [mark(paragraph.text) if paragraph.kind == "body" else None for paragraph in paragraphs]
    ahead: dict[Style, deque[tuple[int, ...] | None]] = defaultdict(deque)
    for one in filter(None, marks):
        ahead[one.style].append(one.number)
    tree = Tree(ahead)
    body = plain_lines.first_text(paragraphs)
    signed = plain_lines.signatures(paragraphs)
    out: list[Paragraph] = []
    table_parent: list[Open] | None = None
    for index, paragraph in enumerate(paragraphs):
        if (found := marks[index]) is not None:
            ahead[found.style].popleft()
        if paragraph.kind == "row":
            table_parent = list(tree.stack) if table_parent is None else table_parent
            out.append(_table_row(tree, paragraph, table_parent))
            continue
        if table_parent is not None:
            tree.stack, table_parent = table_parent, None
        if index < body or index in signed:
            out.append(replace(paragraph, kind="heading" if len(paragraph.text) <= 80 else "body"))
            continue
        kind = _place_paragraph(tree, paragraphs, index)
        out.append(replace(paragraph, kind=kind, section=tree.current))
    return Outline(source, tuple(out), tuple(tree.sections))


def _place_paragraph(tree: Tree, paragraphs: Sequence[Paragraph], index: int) -> Kind:
    """Open or close sections for one paragraph; what it is."""
    paragraph = paragraphs[index]
    found = mark(paragraph.text)
    head = _marked(paragraph.text, found) if found else _unmarked(paragraphs, index)
    if head is not None:
        if head.style == "plain":
            tree.close_like(head.title)
        tree.open(head)
        if head.whole:
            return "heading"
    elif found is not None:
        tree.close(found.style, found.number)
    elif _FOR_ALL.match(paragraph.text):
        while tree.stack and tree.stack[-1].style == "runin":
            tree.stack.pop()
    tree.touch()
    return "body"


# -- headings -----------------------------------------------------------------------------------------------------------


def _marked(text: str, found: Mark) -> Head | None:
    """The heading of a paragraph that opens with a mark, or None for an item that is a sentence of its own."""
    rest = text[found.end :]
    label = text[: found.end]
    charged = _CHARGED.fullmatch(rest)
    if charged is not None and len(charged["title"]) <= _TITLE:
        return Head(found.style, found.number, label, charged["title"], False)
    match = _SENTENCE.match(rest)
    if match is None or not match.group():
        return None
    first = match.group()
    title = first.rstrip("。：")
    whole = len(first) == len(rest)
    limit = _DASH_TITLE if found.style == "dash" else _TITLE
    if not title.strip() or len(title) > limit or rest[len(first) - 1 : len(first)] in "，、":
        return None
    if first.endswith("；") or (whole and not first.endswith(("。", "：")) and found.style == "dash"):
        return None
    if _FIGURES.search(title) and first.endswith("。"):
        return None
    if first.endswith("：") and len(title) > 24:
        return None
    return Head(found.style, found.number, label, title, whole and not first.endswith("。"))


def _unmarked(paragraphs: Sequence[Paragraph], index: int) -> Head | None:
    paragraph = paragraphs[index]
    run_in = _RUN_IN.match(paragraph.text)
    heads = run_in is not None and not paragraph.text.startswith(words.longest_first("not_heads"))
    if run_in and heads and plain_lines.starts_fresh(paragraphs, index) and _SAYS.search(run_in.group()) is None:
        return Head("runin", None, "", run_in.group().rstrip("。"), False)
    if plain_lines.is_plain(paragraphs, index):
        return Head("plain", None, "", paragraph.text.rstrip("：").removeprefix("【").removesuffix("】"), True)
    return None


# -- tables -------------------------------------------------------------------------------------------------------------


def _titles_rows(text: str, *, numbered: bool) -> bool:
    """A title of rows; without a number it may be the rest of a cell that was broken over two lines."""
    if len(text) > _TITLE or text.endswith(("。", "；", "，")) or text.isdigit() or text.count("（") != text.count("）"):
        return False
    return len(text) >= (2 if numbered else 4) and (numbered or "。" not in text)


def _table_row(tree: Tree, row: Paragraph, above: Sequence[Open]) -> Paragraph:
    """A row that holds nothing but a title, at its beginning, opens a section for the rows below it.

    Further on it is the rest of a cell that a page break divided.
    """
    filled = [row.text[start:end] for start, end in row.cells if start < end]
    titles = [cell for cell in filled if not _NUMBER_ONLY.fullmatch(cell)]
    ahead = len(row.cells) >= 3 and any(start < end for start, end in row.cells[:2])
    if ahead and len(titles) == 1 and len(filled) <= 2 and _titles_rows(titles[0], numbered=len(filled) == 2):
        tree.stack = list(above)
        parent = tree.current
        number = filled[0] if len(filled) == 2 else ""
        found = mark(titles[0])
        label, title = (titles[0][: found.end], titles[0][found.end :]) if found and not number else (number, titles[0])
        tree.sections.append(Section(title, len(tree.stack) + 1, parent, label))
        tree.stack.append(Open(len(tree.sections) - 1, "plain", None))
    return replace(row, section=tree.current)


def lines(found: Outline) -> Iterator[str]:
    """The section tree as indented lines, for people."""
    for section in found.sections[1:]:
        yield "  " * (section.level - 1) + section.number + section.title
