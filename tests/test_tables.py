"""Tables by a mapping: rows as evidence, and every way in which table or mapping may be wrong."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from lianpu.errors import InputError, TooLargeError
from lianpu.extract.tables import TableLines, read
from lianpu.model import EntityLine, FactLine

HEADER = "企业,全称,所在地,产品,占比"
ROWS = ("甲轴承,甲轴承集团有限公司,邹城市,轴承、保持器,60%", "乙液压,,兖州区,液压泵,0.4", "丙钢管,,,钢管,0.001")
MAPPING = """
name: suppliers
file: FILE
date: "2024-06"
columns: {firm: 企业, place: 所在地, product: 产品, weight: 占比}
aliases: {firm: [全称]}
split: {product: 、}
minimum: 0.01
claims:
  - {s: firm, p: produces, o: product}
  - {s: firm, p: locatedIn, o: place}
"""


def table(folder: Path, text: str, mapping: str = MAPPING, *, name: str = "t.csv", encoding: str = "utf-8") -> TableLines:
    (folder / name).write_bytes(text.encode(encoding))
    (folder / "map.yaml").write_text(mapping.replace("FILE", name), encoding="utf-8")
    (found,) = read(folder / "map.yaml")
    return found


def facts(found: TableLines) -> list[tuple[str, str, str, str]]:
    return [(line.s, line.p, line.o, line.section) for line in found.lines if isinstance(line, FactLine)]


EXPECTED = [
    ("甲轴承", "produces", "轴承", "行 2"),
    ("甲轴承", "produces", "保持器", "行 2"),
    ("甲轴承", "locatedIn", "邹城市", "行 2"),
    ("乙液压", "produces", "液压泵", "行 3"),
    ("乙液压", "locatedIn", "兖州区", "行 3"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_each_row_is_the_evidence_of_what_it_says(tmp_path: Path, encoding: str) -> None:
    found = table(tmp_path, "\r\n".join((HEADER, *ROWS)) + "\r\n", encoding=encoding)
    assert facts(found) == EXPECTED
    assert (found.name, found.file, found.rows, found.left_out) == ("suppliers", "t.csv", 3, ())
    for line in found.lines:
        assert isinstance(line, EntityLine | FactLine)
        assert found.text[line.start : line.end] == line.quote == ROWS[int(line.section[2:]) - 2]
        assert line.rule == "table" and "2024-06" in line.text
    firms = [line for line in found.lines if isinstance(line, EntityLine) and line.type == "Enterprise"]
    assert [(firm.name, firm.aliases) for firm in firms] == [("甲轴承", ("甲轴承集团有限公司",)), ("乙液压", ())]


def test_a_workbook_gives_the_same_claims(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADER, *ROWS):
        sheet.append(row.split(","))
    book.save(tmp_path / "t.xlsx")
    (tmp_path / "map.yaml").write_text(MAPPING.replace("FILE", "t.xlsx"), encoding="utf-8")
    (found,) = read(tmp_path / "map.yaml")
    assert facts(found) == EXPECTED
    assert all(found.text[line.start : line.end] == line.quote for line in found.lines if isinstance(line, FactLine))


def test_quotes_are_text_unless_the_mapping_says_otherwise(tmp_path: Path) -> None:
    plain = "name: q\nfile: FILE\ncolumns: {firm: 企业, product: 产品}\nclaims: [{s: firm, p: produces, o: product}]\n"
    assert facts(table(tmp_path, '企业,产品\n"甲"厂,轴承\n', plain)) == [('"甲"厂', "produces", "轴承", "行 2")]
    found = table(tmp_path, '企业,产品\n"甲,厂","轴\n承"\n乙厂,钢管\n', plain + "quoting: minimal\n")
    assert facts(found) == [("甲,厂", "produces", "轴\n承", "行 2"), ("乙厂", "produces", "钢管", "行 4")]
    assert found.rows == 2


def test_a_condition_selects_rows(tmp_path: Path) -> None:
    mapping = (
        "file: FILE\ncolumns: {product: from, relation: relation, other: to}\ntypes: {other: Product}\n"
        "claims: [{s: other, p: feeds, o: product, when: {relation: 上游材料}}]\n"
    )
    found = table(tmp_path, "from\trelation\tto\n轴承\t上游材料\t钢带\n轴承\t下游产品\t电机\n", mapping, name="t.tsv")
    assert (facts(found), found.name, found.rows) == ([("钢带", "feeds", "轴承", "行 2")], "map", 2)


def test_a_name_of_two_classes_is_an_error_or_left_out(tmp_path: Path) -> None:
    text = "\n".join((HEADER, "向阳,,邹城市,轴承,1", "乙厂,,邹城市,向阳,1"))
    with pytest.raises(InputError, match=r"t\.csv:3.*向阳"):
        table(tmp_path, text)
    found = table(tmp_path, text, MAPPING + "homonyms: skip\n")
    assert (found.rows, found.left_out) == (2, (3,))
    assert {line[0] for line in facts(found)} == {"向阳"}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("丁厂,,邹城市,轴承", r"t\.csv:3.*应有 5 列，实有 4 列"),
        ("丁厂,,邹城市,轴承,很多", r"t\.csv:3.*很多"),
        ("丁厂,,邹城市,轴承,nan", r"t\.csv:3"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        table(tmp_path, "\n".join((HEADER, ROWS[0], row)))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("product: 产品", "product: 商品", r"t\.csv:1.*没有列“商品”.*企业"),
        ("p: produces", "p: makes", r"map\.yaml.*makes"),
        ("o: place", "o: product", r"map\.yaml.*locatedIn"),
        ("s: firm, p: produces", "s: maker, p: produces", r"map\.yaml.*maker"),
        ("split: {product: 、}", "split: {goods: 、}", r"map\.yaml.*goods"),
        ("minimum: 0.01", "minimum: much", r"map\.yaml"),
        ("minimum: 0.01", "colour: red", r"map\.yaml"),
        ("claims:", "claims: [", r"map\.yaml:\d+"),
        ("file: t.csv", "file: none.csv", r"none\.csv"),
        ("minimum: 0.01", "encoding: ascii", r"t\.csv.*ascii"),
        ("minimum: 0.01", "encoding: klingon", r"klingon"),
    ],
)
def test_a_bad_mapping_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    mapping = MAPPING.replace("FILE", "t.csv")
    assert old in mapping
    with pytest.raises(InputError, match=message):
        table(tmp_path, "\n".join((HEADER, *ROWS)), mapping.replace(old, new))


def test_an_empty_and_a_large_table_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="空"):
        table(tmp_path, "")
    table(tmp_path, "\n".join((HEADER, *ROWS)))
    with pytest.raises(TooLargeError):
        read(tmp_path / "map.yaml", max_size=10)
