"""Papers and sheets as files: what stands in them, that texts stay texts, and that the same values give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from lianpu.viz.excel import excel
from lianpu.viz.markdown import markdown
from lianpu.viz.paper import Box, Flow, Heading, Items, Line, Paper, Paragraph, Source, Sources, Stage, Table
from lianpu.viz.sheets import Sheet
from lianpu.viz.web import html
from lianpu.viz.word import word

HOSTILE = "<img src=x onerror=hacked()>|*{{ 7*7 }}*&`"


def paper(name: str = "液压件", language: str = "zh") -> Paper:
    stage = Stage("上游", "零部件", (Box(name, "declared", "招引"), Box("轴承", "covered", "2家企业")))
    return Paper(
        title_lines=("甲市", f"{name}报告"),
        subtitle="（依据文件1份）",
        language=language,  # type: ignore[arg-type]
        quotes="原文",
        summary=(Line(f"文件写明需招引{name}。", (1,)),),
        blocks=(
            Heading(1, "一、链条现状", "h1"),
            Flow("表1　各环节", "位置与阶段", (stage,), (("covered", "已有"), ("declared", "缺口"))),
            Heading(1, "二、招引与补链", "h2"),
            Table("表2　招引与补链环节", ("环节", "原文"), (((Line(name),), (Line("“某句”", (1,)), Line("—"))),), (1, 3)),
            Heading(2, f"（一）{name}", "h2-1"),
            Paragraph((Line("某企业", (1,)), Line("。")), "候选企业。"),
            Items((Line("缺口：文件写明。"),)),
            Heading(1, "三、资料来源", "h3"),
            Sources((Source(1, "《甲市规划》", "第一章", f"重点招引{name}企业"),)),
        ),
    )


def opened(data: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(data))


# -- every form ---------------------------------------------------------------------------------------------------


@given(st.text(max_size=30))
@settings(max_examples=40, deadline=None)
def test_any_text_can_be_set(name: str) -> None:
    shown = paper(name)
    markdown(shown).encode("utf-8", "surrogatepass")
    html(shown)
    assert opened(word(shown)).paragraphs
    openpyxl.load_workbook(io.BytesIO(excel([Sheet(name, (name,), ((name,),))], "x")))


@pytest.mark.parametrize("form", [markdown, html, word], ids=["md", "html", "docx"])
def test_the_same_paper_is_the_same_file(form: object) -> None:
    assert form(paper()) == form(paper())  # type: ignore[operator]


def test_a_markdown_paper_has_headings_tables_and_a_list_of_sources() -> None:
    text = markdown(paper())
    assert text.startswith("# 甲市液压件报告\n") and "\n## 二、招引与补链\n" in text and "\n### （一）液压件\n" in text
    assert "| 液压件 | “某句”[1]<br>— |" in text
    assert "| 上游 · 零部件 | 轴承 | 液压件 |" in text
    assert text.endswith("1. 《甲市规划》，第一章：“重点招引液压件企业”\n")


def test_texts_stay_texts_in_markdown() -> None:
    assert "<img" not in markdown(paper(HOSTILE)).replace("\\<img", "") and "\\|\\*" in markdown(paper(HOSTILE))


# -- HTML ---------------------------------------------------------------------------------------------------------


def test_a_page_needs_nothing_else_and_runs_nothing() -> None:
    page = html(paper())
    assert "default-src 'none'; style-src 'unsafe-inline'" in page and "<script" not in page
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", page)


def test_a_page_draws_the_chain_and_unfolds_quotes() -> None:
    page = html(paper())
    assert '<div class="box declared">液压件<small>招引</small></div>' in page
    quote = re.search(r"<details.*?</details>", page, re.DOTALL)
    assert quote and "重点招引液压件企业" in quote[0] and "《甲市规划》 · 第一章" in quote[0]
    assert '<a href="#s1">[1]</a>' in page and '<li id="s1"' in page


def test_texts_stay_texts_in_a_page() -> None:
    page = html(paper(HOSTILE))
    assert "<img" not in page and "&lt;img" in page and "{{ 7*7 }}" in page


def test_a_page_says_its_language() -> None:
    assert '<html lang="en">' in html(paper(language="en")) and '<html lang="zh-CN">' in html(paper())


# -- Word ---------------------------------------------------------------------------------------------------------


def test_a_word_paper_is_laid_out_as_an_official_document() -> None:
    document = opened(word(paper()))
    section = document.sections[0]
    sizes = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round(size.mm) for size in sizes if size] == [210, 297, 37, 28]
    looks = {
        "Title": ("方正小标宋简体", 22),
        "Normal": ("仿宋_GB2312", 16),
        "Heading 1": ("黑体", 16),
        "Heading 2": ("楷体_GB2312", 16),
    }
    for name, (font, size) in looks.items():
        style = document.styles[name]
        assert style.element.rPr.rFonts.get(qn("w:eastAsia")) == font
        assert style.font.size == Pt(size)
    assert document.styles["Normal"].element.pPr.ind.get(qn("w:firstLineChars")) == "200"
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"][:2] == ["一、链条现状", "二、招引与补链"]


def test_a_long_title_is_broken_where_it_may_be() -> None:
    assert opened(word(paper())).paragraphs[0].text == "甲市液压件报告"
    assert opened(word(paper("液压件" * 6))).paragraphs[0].text == "甲市\n" + "液压件" * 6 + "报告"


def test_pages_of_a_word_paper_are_numbered_outside() -> None:
    document = opened(word(paper()))
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer in (section.footer, section.even_page_footer):
        assert footer.paragraphs[0].text == "— 1 —" and "PAGE" in footer.paragraphs[0]._p.xml


def test_a_missing_font_has_a_stand_in() -> None:
    with zipfile.ZipFile(io.BytesIO(word(paper()))) as parts:
        fonts = parts.read("word/fontTable.xml").decode()
    assert 'w:name="方正小标宋简体"><w:altName w:val="宋体"/>' in fonts


def test_tables_of_a_word_paper_repeat_their_header_and_are_numbered() -> None:
    document = opened(word(paper()))
    assert [p.text for p in document.paragraphs if p.style.name == "Paper Caption"] == ["表1　各环节", "表2　招引与补链环节"]
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    first, second = document.tables
    assert [cell.text for cell in first.rows[1].cells] == ["上游 · 零部件", "轴承", "液压件"]
    assert second.rows[1].cells[1].paragraphs[0].style.name == "Paper Cell"


def test_references_of_a_word_paper_lead_to_its_sources() -> None:
    document = opened(word(paper()))
    links = {link.get(qn("w:anchor")) for link in document.element.iter(qn("w:hyperlink"))}
    places = {mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))}
    assert links == {"source1"} <= places
    assert document.paragraphs[-1].text == "[1] 《甲市规划》，第一章：“重点招引液压件企业”"


# -- Excel --------------------------------------------------------------------------------------------------------

SHEETS = (
    Sheet("招引与补链", ("环节", "原文", "优先度"), (("液压件", "重点招引液压件。" * 40, 9.5), ("=1+1", None, None))),
    Sheet("招引与补链", ("a/b",), (("x\x00y",),)),
    Sheet("[a]:*?/\\" + "长" * 40, ("列",), ()),
)


def test_a_workbook_has_frozen_headers_filters_and_wrapped_text() -> None:
    book = openpyxl.load_workbook(io.BytesIO(excel(SHEETS, "甲市报告")))
    page = book.worksheets[0]
    assert page.freeze_panes == "A2" and page.auto_filter.ref == "A1:C3"
    assert [cell.value for cell in page[1]] == ["环节", "原文", "优先度"] and page["C2"].value == 9.5
    assert page["B2"].alignment.wrap_text and page["A1"].font.bold
    widths = [page.column_dimensions[letter].width for letter in "ABC"]
    assert widths[0] < widths[1] <= 50
    assert page.row_dimensions[2].height > 100


def test_what_looks_like_a_formula_is_text() -> None:
    page = openpyxl.load_workbook(io.BytesIO(excel(SHEETS, "甲市报告"))).worksheets[0]
    assert (page["A3"].value, page["A3"].data_type) == ("=1+1", "s")


def test_names_of_tabs_are_made_to_fit() -> None:
    book = openpyxl.load_workbook(io.BytesIO(excel(SHEETS, "甲市报告")))
    assert book.sheetnames[:2] == ["招引与补链", "招引与补链 2"]
    assert len(book.sheetnames[2]) <= 31 and not set("[]:*?/\\") & set(book.sheetnames[2])
    assert book.worksheets[1]["A2"].value == "xy"


def test_the_same_sheets_are_the_same_file() -> None:
    assert excel(SHEETS, "甲市报告") == excel(SHEETS, "甲市报告")
