"""The smallest PDF that holds Chinese text and ruled tables: UTF-16 codes of a font that no reader has to draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SIZE = 10
LEADING = 16
_TOP, _LEFT = 780, 60

_UNICODE = (
    "/CIDInit /ProcSet findresource begin begincmap /CMapName /Uni def /CMapType 2 def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange "
    + " ".join(
        f"{len(part)} beginbfrange {' '.join(f'<{high:02X}00> <{high:02X}FF> <{high:02X}00>' for high in part)} endbfrange"
        for part in (range(100), range(100, 200), range(200, 256))
    )
    + " endcmap end"
).encode()


@dataclass(frozen=True)
class Table:
    """A ruled table: widths of its columns in characters, and its rows; a cell has the lines that it is written in."""

    widths: Sequence[int]
    rows: Sequence[Sequence[str]]


def pdf(*pages: Sequence[str | Table]) -> bytes:
    """A PDF of pages that hold lines and tables from top to bottom."""
    family = b"/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 6 0 R"
    bounds = b"/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 900/StemV 80"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2" + family + b">>",
        _stream(_UNICODE),
        b"<</Type/FontDescriptor/FontName/Song/Flags 4" + bounds + b">>",
    ]
    kids = []
    for page in pages:
        objects += [_stream(_content(page)), b""]
        kids.append(len(objects))
        shown = b"/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>" % (len(objects) - 1)
        objects[-1] = b"<</Type/Page/Parent 2 0 R" + shown + b">>"
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    return _file(objects)


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def _file(objects: Sequence[bytes]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return data + head + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(data))


def _content(page: Sequence[str | Table]) -> bytes:
    out: list[str] = []
    y = _TOP
    for block in page:
        if isinstance(block, str):
            out.append(_text(_LEFT, y, block))
            y -= LEADING
        else:
            y = _table(out, block, y + SIZE + 2) - LEADING
    return "\n".join(out).encode()


def _text(x: float, y: float, text: str) -> str:
    return f"BT /F1 {SIZE} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET"


def _table(out: list[str], table: Table, top: int) -> int:
    """Draw a table from ``top`` down; gives its lower edge."""
    edges = [_LEFT]
    for width in table.widths:
        edges.append(edges[-1] + width * SIZE + 8)
    for row in table.rows:
        bottom = top - max(cell.count("\n") + 1 for cell in row) * LEADING - 4
        for left, right, cell in zip(edges, edges[1:], row, strict=False):
            out.append(f"{left} {bottom} {right - left} {top - bottom} re S")
            out += [_text(left + 4, top - LEADING + 2 - at * LEADING, line) for at, line in enumerate(cell.split("\n"))]
        top = bottom
    return top
