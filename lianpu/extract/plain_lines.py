"""Lines without a mark: headings, the title page, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lianpu.extract import headers, words
from lianpu.extract.document import Paragraph
from lianpu.extract.marks import mark

_TITLE = 45
"""Longest line that may stand over others, characters."""
_PLAIN = 25
"""Longest heading without a mark, characters."""
_DATE = re.compile(r"[（(]?(?:[12]\d{3}|[二一][〇○零O0一二三四五六七八九]{3})年\d{0,2}[一二三四五六七八九十]{0,3}月?.{0,5}$")


def starts_fresh(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the paragraph before is complete, so that this one is no broken-off part of it."""
    if index == 0 or paragraphs[index - 1].kind == "row":
        return True
    before = paragraphs[index - 1].text
    return before[-1] in "。：；！？）”" or len(before) <= _TITLE


def is_plain(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """A short line without any punctuation that stands over text."""
    text = paragraphs[index].text
    if (
        not 3 <= len(text) <= _PLAIN
        or re.search(r"[，。：；！？、|《》]|\d{4}|…", text)
        or not re.search(r"[\u4e00-\u9fff]{3}", text)
    ):
        return False
    if index + 1 >= len(paragraphs) or text.endswith(words.longest_first("not_titles")) or text.startswith(("（", "）", "”")):
        return False
    following = paragraphs[index + 1]
    return starts_fresh(paragraphs, index) and (
        following.kind == "row" or len(following.text) > _PLAIN or mark(following.text) is not None
    )


def first_text(paragraphs: Sequence[Paragraph]) -> int:
    """Index of the first paragraph of the text proper: what stands before is title, addressees, covering letter."""
    last_title = 0
    titled = False
    for index, paragraph in enumerate(paragraphs[:40]):
        if paragraph.kind == "row" or titled and len(paragraph.text) > _TITLE and paragraph.text.endswith("。"):
            break
        found = mark(paragraph.text)
        if found and found.style not in ("annex", "dash") or titled and _is_entry(paragraph.text):
            break
        if len(paragraph.text) <= 60 and not paragraph.text.endswith(("。", "；")):
            last_title = index + 1
            titled = titled or _is_title(paragraph.text)
    return last_title - _heads_text(paragraphs, last_title)


_ENTRY = re.compile(
    r"(?P<label>[^，。；：]{2,10})[：:].|[^，。；：]{2,12}[（(]?(?:共|合计)?[0-9]+[个家户项条][)）：:]|[^，。；：]{3,30}(?:公司|集团|合作社|农场)$"
)
"""What a document that does nothing but list has below its title: a label, a place with a count, the name of a firm."""


def _is_entry(line: str) -> bool:
    """Whether a line below a title is one of a list rather than one of the title page."""
    match = _ENTRY.match(line)
    return match is not None and (match["label"] is None or headers.is_title(match["label"]) or _NUMBERED.match(line) is not None)


_NUMBERED = re.compile(r"(?:项目|工程)[0-9一二三四五六七八九十]{1,3}[：:]")
_BEHIND = re.compile(r"[（(][^（）()]*[）)]$")
"""Years or the state of a draft behind a title."""
_KIND = 6
"""Characters that a title has more than."""


def _is_title(line: str) -> bool:
    """Whether a line ends as titles do, not as that of a covering letter does."""
    bare = _BEHIND.sub("", line)
    return bare.endswith(words.longest_first("document_kinds")) and not bare.endswith("通知") and len(bare) > _KIND


def _heads_text(paragraphs: Sequence[Paragraph], below: int) -> bool:
    """Whether the line right above the text is the heading of its first part, below a title that is whole."""
    if below < 2 or not is_plain(paragraphs, below - 1):
        return False
    title, line = (paragraphs[at].text for at in (below - 2, below - 1))
    return _is_title(title) and not line.endswith(words.longest_first("issuer_ends")) and _DATE.fullmatch(line) is None


def signatures(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Issuers above a date that stands alone, and the date."""
    out: set[int] = set()
    for index, paragraph in enumerate(paragraphs):
        if len(paragraph.text) > 16 or not _DATE.fullmatch(paragraph.text):
            continue
        out.add(index)
        above = index - 1
        while above >= 0 and index - above <= 4 and _signs(paragraphs[above].text):
            out.add(above)
            above -= 1
    return frozenset(out)


def _signs(text: str) -> bool:
    return len(text) <= 60 and not re.search(r"[。；：，]", text) and mark(text) is None
