"""Page, fonts and styles of a Word paper, as ``word.yaml`` says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import docx
import msgspec
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from lianpu.viz import word_xml

_ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "both": WD_ALIGN_PARAGRAPH.JUSTIFY}


class Font(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A font and what stands in for it."""

    name: str
    fallback: str


class Style(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paragraph style."""

    font: str
    size: float
    line: float
    align: Literal["left", "center", "both"] = "left"
    indent: int = 0
    before: float = 0
    after: float = 0
    bold: bool = False
    keep: bool = False


class Setting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The contents of ``word.yaml``."""

    page: Mapping[str, float]
    fonts: Mapping[str, Font]
    latin: str
    styles: Mapping[str, Style]
    head_shade: str

    @property
    def line_width(self) -> float:
        """Millimetres between the margins."""
        return self.page["width"] - self.page["left"] - self.page["right"]


@cache
def setting() -> Setting:
    """How papers are set."""
    return msgspec.yaml.decode(files("lianpu.viz").joinpath("word.yaml").read_bytes(), type=Setting)


def empty(title: str) -> Document:
    """A document without text, set up in every other way."""
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = title, "lianpu"
    document.core_properties.comments = ""
    _page(document)
    for name, style in setting().styles.items():
        _style(document, name, style)
    word_xml.font_table(document, {font.name: font.fallback for font in setting().fonts.values()})
    return document


def _page(document: Document) -> None:
    """A4 with the margins of the standard; page numbers outside, one character in from the edge."""
    section, page = document.sections[0], setting().page
    section.page_width, section.page_height = Mm(page["width"]), Mm(page["height"])
    section.top_margin, section.bottom_margin = Mm(page["top"]), Mm(page["bottom"])
    section.left_margin, section.right_margin = Mm(page["left"]), Mm(page["right"])
    section.footer_distance = Mm(page["bottom"] - 12)
    document.settings.odd_and_even_pages_header_footer = True
    for footer, side in ((section.footer, WD_ALIGN_PARAGRAPH.RIGHT), (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)):
        footer.is_linked_to_previous = False
        line = footer.paragraphs[0]
        line.alignment = side
        line.paragraph_format.left_indent = line.paragraph_format.right_indent = Pt(setting().styles["Footer"].size)
        word_xml.page_number(line)


def _style(document: Document, name: str, look: Style) -> None:
    known = {style.name for style in document.styles}
    style = document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no paragraph style")
    word_xml.bare(style.element)
    style.font.size, style.font.bold = Pt(look.size), look.bold
    word_xml.fonts(style.element, setting().fonts[look.font].name, setting().latin)
    form = style.paragraph_format
    form.alignment = _ALIGN[look.align]
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.line)
    form.keep_with_next = look.keep
    word_xml.first_line(style.element, look.indent, look.size)
