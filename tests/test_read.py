"""Bytes to text: encodings, formats, and what is refused with a reason."""

from __future__ import annotations

import codecs
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianpu.errors import TooLargeError, UnreadableError
from lianpu.extract.read import decode, read

TEXT = "一、总体要求\n依托某市轴承产业园，重点发展精密轴承、保持器。到2025年，产值达到300亿元。\n"


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_every_encoding_gives_the_same_text(tmp_path: Path, data: bytes, encoding: str) -> None:
    source = read(put(tmp_path, "plan.txt", data))
    assert (source.text, source.encoding, source.id, source.file) == (TEXT, encoding, "plan", "plan.txt")


@given(st.text(st.sampled_from("重点发展轴承钢管产业，。、；到2025年abc\n（）《》"), min_size=12))
def test_chinese_text_survives_gb18030_and_utf16(text: str) -> None:
    if not text.strip() or text.isascii():
        return
    for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
        assert decode(text.encode(encoding), place="t")[0] == text


def test_line_breaks_become_one_kind(tmp_path: Path) -> None:
    assert read(put(tmp_path, "a.txt", "甲\r\n乙\r丙\f丁".encode())).text == "甲\n乙\n丙\n丁"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "空的"),
        (b" \n\t\n", "空的"),
        (b"\xff" * 4000, "不是文本"),
        (bytes(range(256)) * 20, "不是文本"),
        (b"\x7fELF\x02\x01\x01" + b"\x00\x03\x3e" * 500, "不是文本"),
        (codecs.BOM_UTF16_LE + b"\x41", "utf-16-le"),
        (b"%PDF-1.7 broken", "PDF"),
        (b"PK\x03\x04broken", "压缩包"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
    ],
)
def test_what_is_no_text_is_refused_with_file_and_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        read(put(tmp_path, "bad.txt", data))
    assert "bad.txt" in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"none\.txt"):
        read(tmp_path / "none.txt")


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "long.txt", TEXT.encode() * 10)
    with pytest.raises(TooLargeError, match=r"long\.txt.*上限 100"):
        read(path, max_size=100)


def test_word_paragraphs_and_tables_come_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("一、重点项目")
    table = document.add_table(rows=2, cols=3)
    for row, values in enumerate((("序号", "项目名称", "责任单位"), ("1", "甲轴承项目", "市工信局"))):
        for column, value in enumerate(values):
            table.cell(row, column).text = value
    document.add_paragraph("二、保障措施")
    document.save(str(tmp_path / "plan.docx"))
    assert read(tmp_path / "plan.docx").text.splitlines() == [
        "一、重点项目",
        "序号 | 项目名称 | 责任单位",
        "1 | 甲轴承项目 | 市工信局",
        "二、保障措施",
    ]


def test_a_web_page_gives_its_main_text(tmp_path: Path) -> None:
    body = "".join(f"<p>第{i}条，支持轴承企业扩大产能，推动钢管企业提升质量，培育一批专精特新企业。</p>" for i in range(1, 8))
    page = f"<!DOCTYPE html><html><head><title>某市</title></head><body><nav>首页</nav><article>{body}</article></body></html>"
    text = read(put(tmp_path, "page.html", page.encode())).text
    assert "第3条，支持轴承企业扩大产能" in text
    assert "<p>" not in text


def test_a_short_page_keeps_its_table_and_its_lines(tmp_path: Path) -> None:
    page = """<html><head><title>首页</title><style>p{}</style></head><body><nav>首页</nav><h2>项目清单</h2>
      <p>重点发展<span>精密</span><b>轴承</b>、
      陶瓷滚子。<br>招引密封件企业。</p>
      <table><tr><th>产业</th><th>任务</th><th>单位</th></tr>
      <tr><td rowspan="2">轴承<br>产业</td><td>建园</td><td></td></tr><tr><td>建检测中心</td><td>市工信局</td></tr>
      <tr><td colspan="3">二、续建</td></tr></table></body></html>"""
    assert read(put(tmp_path, "page.html", page.encode())).text.splitlines() == [
        "项目清单",
        "重点发展精密轴承、 陶瓷滚子。",
        "招引密封件企业。",
        "产业 | 任务 | 单位",
        "轴承产业 | 建园 | ",
        "轴承产业 | 建检测中心 | 市工信局",
        "二、续建 |  | ",
    ]


def test_a_table_that_lays_out_a_page_is_no_table(tmp_path: Path) -> None:
    page = "<html><body><table><tr><td><p>一、发展轴承产业。</p><p>二、发展钢管产业。</p></td></tr></table></body></html>"
    assert read(put(tmp_path, "page.html", page.encode())).text.splitlines() == ["一、发展轴承产业。", "二、发展钢管产业。"]


def test_a_pdf_gives_its_pages(tmp_path: Path) -> None:
    # Helvetica is one of the fonts that every reader has, so that the smallest valid file needs none of its own.
    content = b"BT /F1 12 Tf 72 700 Td (Bearing plan 2025) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)
    assert read(put(tmp_path, "plan.pdf", data)).text.strip() == "Bearing plan 2025"
