"""What python-docx has no words for: East Asian fonts, fields, bookmarks, repeated header rows, shading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph
from lxml import etree

Element = Any
"""An element of python-docx, whose classes have no types."""


def element(tag: str, **attributes: str | int) -> Element:
    """``<w:tag w:attribute="…"/>``."""
    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def bare(style: Element) -> None:
    """Take colours, borders, fonts and spacing of the template out of a style."""
    for tag in ("w:rPr", "w:pPr"):
        for found in style.findall(qn(tag)):
            for child in list(found):
                if child.tag != qn("w:outlineLvl"):
                    found.remove(child)


def fonts(style: Element, chinese: str, latin: str) -> None:
    """The fonts of a style, one for Chinese, one for the rest."""
    properties = style.get_or_add_rPr()
    properties.insert(0, element("rFonts", ascii=latin, hAnsi=latin, eastAsia=chinese, cs=latin))


def first_line(style: Element, characters: int, size: float) -> None:
    """Indent the first line by so many characters; 0 takes away what a style inherits."""
    properties = style.get_or_add_pPr()
    for old in properties.findall(qn("w:ind")):
        properties.remove(old)
    # "firstLine" (twentieths of a point) is what is read where characters are not understood.
    properties.get_or_add_ind().set(qn("w:firstLineChars"), str(100 * characters))
    properties.get_or_add_ind().set(qn("w:firstLine"), str(round(20 * size * characters)))


def styled(line: Paragraph, identifier: str) -> None:
    """Give a paragraph the style of this id; python-docx searches all styles each time, which a long table feels."""
    line._p.style = identifier


def font_table(document: Document, fallbacks: Mapping[str, str]) -> None:
    """Name, for each font, the one that stands in for it where it is missing."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    root = etree.fromstring(part.blob)
    known = {font.get(qn("w:name")) for font in root}
    for name, fallback in sorted(fallbacks.items()):
        if name in known:
            continue
        font = etree.SubElement(root, qn("w:font"), {qn("w:name"): name})
        etree.SubElement(font, qn("w:altName"), {qn("w:val"): fallback})
        etree.SubElement(font, qn("w:charset"), {qn("w:val"): "86"})
        etree.SubElement(font, qn("w:family"), {qn("w:val"): "auto"})
        etree.SubElement(font, qn("w:pitch"), {qn("w:val"): "variable"})
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def page_number(line: Paragraph) -> None:
    """``— 1 —``, with the number of the page."""
    line.add_run("— ")
    for kind in ("begin", "", "separate", "shown", "end"):
        run = line.add_run()
        if kind == "":
            text = element("instrText")
            text.text = "PAGE"
            run._r.append(text)
        elif kind == "shown":
            run.text = "1"
        else:
            run._r.append(element("fldChar", fldCharType=kind))
    line.add_run(" —")


def bookmark(line: Paragraph, name: str, number: int) -> None:
    """Make a paragraph a place that links lead to."""
    line._p.insert(1 if line._p.pPr is not None else 0, element("bookmarkStart", id=number, name=name))
    line._p.append(element("bookmarkEnd", id=number))


def reference(line: Paragraph, text: str, name: str) -> None:
    """A raised link to a bookmark."""
    link = element("hyperlink", anchor=name, history=1)
    run = line.add_run(text)
    run.font.superscript = True
    link.append(run._r)
    line._p.append(link)


def repeat(row: _Row) -> None:
    """Show a header row again on every page of its table."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def whole(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(element("cantSplit"))


def shade(cell: _Cell, colour: str) -> None:
    """Fill a cell."""
    cell._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=colour))
