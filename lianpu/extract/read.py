"""Files to decoded text: plain text in the encodings that offices use, PDF, Word and HTML.

``Source.text`` is the decoded text with ``\\r\\n``, ``\\r`` and form feeds turned into ``\\n``; every offset counts its code
points. The text of a PDF is that of its pages one after the other, of a Word file its paragraphs in document order, of an HTML
page its main content; a row of a table is a line with `` | `` between its cells.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from lianpu.errors import TooLargeError, UnreadableError
from lianpu.extract import pages, web
from lianpu.extract.characters import unbroken
from lianpu.extract.document import Source

MAX_SIZE = 20 * 1024 * 1024
"""Bytes."""

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_WHITE = frozenset("\t\n\r\f\v\u2028\u2029\u3000\xa0\ufeff")
_STRAY = 0.001
"""Share of control characters that a text may hold."""
_PLAUSIBLE = 0.85
"""Share of characters in everyday use that tells Chinese text from bytes read in the wrong encoding."""


def read(path: Path, *, max_size: int = MAX_SIZE) -> Source:
    """Decode one file; its id is the file name without suffix.

    :param max_size: bytes.
    :raises TooLargeError: the file is larger than ``max_size``.
    :raises UnreadableError: it is missing, empty, or holds no text that lianpu can read.
    """
    place = str(path)
    try:
        size = path.stat().st_size
        if size > max_size:
            raise TooLargeError("too_large", place=place, size=size, limit=max_size)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError("unreadable", place=place, reason=error.strerror) from error
    if not data.strip():
        raise UnreadableError("empty_file", place=place)
    text, encoding = _text(data, path)
    if not text.strip("\ufeff \t\n\u3000\xa0"):
        raise UnreadableError("no_text", place=place)
    return Source(path.stem, path.name, text, hashlib.sha256(data).hexdigest(), encoding)


def _text(data: bytes, path: Path) -> tuple[str, str]:
    reader = _container(data, path)
    if reader is not None:
        name, convert = reader
        try:
            return _newlines(convert(data)), name
        except UnreadableError as error:
            raise UnreadableError(error.said, place=str(path)) from error
    text, encoding = decode(data, place=str(path))
    if path.suffix.lower() in (".html", ".htm") or text[:200].lstrip().lower().startswith(("<!doctype html", "<html")):
        return _newlines(_html(text, str(path))), encoding
    return text, encoding


def _container(data: bytes, path: Path) -> tuple[str, Callable[[bytes], str]] | None:
    if data.startswith(b"%PDF-"):
        return "pdf", pages.text
    if data.startswith(b"PK\x03\x04"):
        try:
            names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
        except zipfile.BadZipFile as error:
            raise UnreadableError("zip_broken", place=str(path)) from error
        if "word/document.xml" in names:
            return "docx", _docx
        raise UnreadableError("zip_no_word", place=str(path))
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError("old_office", place=str(path))
    return None


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")


# -- plain text ---------------------------------------------------------------------------------------------------------


def decode(data: bytes, *, place: str) -> tuple[str, str]:
    """Text and encoding of bytes: by byte order mark, else strict UTF-8, else what reads best as Chinese text.

    :raises UnreadableError: no known encoding gives text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], encoding)
            if text is None or not _is_text(text):
                raise UnreadableError("not_as_marked", place=place, encoding=encoding)
            return _newlines(text), encoding
    text = _strict(data, "utf-8")
    if text is not None and _is_text(text):
        return _newlines(text), "utf-8"
    guesses = ((_strict(data, encoding), encoding) for encoding in ("gb18030", "utf-16-le", "utf-16-be"))
    scored = [(_everyday(text), text, encoding) for text, encoding in guesses if text is not None and _is_text(text)]
    best = max(scored, key=lambda guess: guess[0], default=None)
    if best is None or best[0] < _PLAUSIBLE:
        raise UnreadableError("no_text_file", place=place)
    return _newlines(best[1]), best[2]


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_text(text: str) -> bool:
    """No NUL, no code points that no text has, and no more control characters than stray ones in a table."""
    odd = {c for c in set(text) if (c < " " and c not in _WHITE) or c in "\x7f\ufffe\uffff"}
    return not odd & set("\x00\ufffe\uffff") and sum(text.count(c) for c in odd) <= len(text) * _STRAY


@cache
def _in_use() -> frozenset[str]:
    """ASCII, white space and the 7,445 characters of GB 2312, of which everyday Chinese text consists."""
    rows = (bytes((a, b)) for a in range(0xA1, 0xF8) for b in range(0xA1, 0xFF))
    chinese = {text for row in rows if (text := row.decode("gb2312", errors="ignore"))}
    return frozenset(chinese | {chr(code) for code in range(0x20, 0x7F)} | _WHITE)


def _everyday(text: str) -> float:
    known = _in_use()
    return sum(c in known for c in text) / max(len(text), 1)


# -- formats ------------------------------------------------------------------------------------------------------------


def _docx(data: bytes) -> str:
    import docx
    from docx.opc.exceptions import OpcError
    from docx.table import Table
    from lxml.etree import LxmlError

    try:
        blocks = list(docx.Document(io.BytesIO(data)).iter_inner_content())
    except (OpcError, LxmlError, KeyError, ValueError) as error:
        raise UnreadableError("word_broken", reason=error) from error
    lines: list[str] = []
    for block in blocks:
        lines.extend(_rows(block) if isinstance(block, Table) else [block.text])
    return "\n".join(lines)


def _rows(table: object) -> list[str]:
    """Rows of a Word table; a cell merged over several columns appears once, the others stay empty."""
    out = []
    for row in table.rows:  # type: ignore[attr-defined]
        cells, seen = [], set()
        for cell in row.cells:
            cells.append("" if cell._tc in seen else unbroken(cell.text))
            seen.add(cell._tc)
        out.append(" | ".join(cells))
    return out


def _html(page: str, place: str) -> str:
    content = web.text(page)
    if not content:
        raise UnreadableError("no_content", place=place)
    return content
