"""Several files of one mapping, and the cleaning of what their cells name."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianpu.errors import InputError
from lianpu.extract import registered
from lianpu.extract.cleaning import Cleaner, Cleaning
from lianpu.extract.mapping import load
from lianpu.extract.tables import TableLines, read
from lianpu.model import REGISTERED_NAME, EntityLine, FactLine

CHAINKG = Path(__file__).parent.parent / "examples" / "tables" / "chainkg.yaml"
FIRMS = (
    "code\tname\tfullname\texchange\tlisted\tindustries",
    "000001\t甲推股份\t甲推工程机械股份有限公司\t某所\t2001-01-01\t",
    "000002\t乙明\t上海乙明股份有限公司\t某所\t2001-01-01\t",
    "000003SH\t乙明\t江苏乙明药业股份有限公司\t某所\t2001-01-01\t",
    "000004\t农货\t深圳市农货集团股份有限公司\t某所\t2001-01-01\t",
    '000005\t"丙"材\t丙材电子（苏州）股份有限公司\t某所\t2001-01-01\t',
)
GOODS = (
    "code\tcompany\tproduct\tweight",
    "000001SZ\t甲推股份\t推土机类产品\t0.6",
    "000001SZ\t甲推股份\t平衡项目\t-0.01",
    "000001SZ\t甲推股份\t履带和底盘业务\t0.001",
    "000002SZ\t乙明\t传媒设备\t0.5",
    "000003SH\t乙明\t原料药\t1.2",
    "000001SZ\t甲推股份\t农货\t0.1",
    '000005SZ\t"丙"材\t"高频"覆铜板\t0.987',
)
PAIRS = ("from\trelation\tto", "推土机\t上游材料\t钢板", "钢板\t下游产品\t货架", "饱和树脂\t上游材料\t丙烯")


@pytest.fixture
def together(tmp_path: Path) -> tuple[TableLines, ...]:
    for name, rows in (("company", FIRMS), ("company_product", GOODS), ("product_upstream_downstream", PAIRS)):
        (tmp_path / f"chainkg_{name}.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return read(CHAINKG, tmp_path)


def facts(table: TableLines) -> list[tuple[str, str, str]]:
    return [(line.s, line.p, line.o) for line in table.lines if isinstance(line, FactLine)]


def test_every_row_of_every_file_is_read_without_quoting(together: tuple[TableLines, ...]) -> None:
    assert [(table.name, table.file) for table in together] == [
        ("chainkg", "chainkg_company.tsv"),
        ("chainkg", "chainkg_company_product.tsv"),
        ("chainkg", "chainkg_product_upstream_downstream.tsv"),
    ]
    assert [table.rows for table in together] == [len(FIRMS) - 1, len(GOODS) - 1, len(PAIRS) - 1]
    assert all(table.left_out == () for table in together)
    for table in together:
        for line in table.lines:
            assert isinstance(line, EntityLine | FactLine)
            assert table.text[line.start : line.end] == line.quote
            assert line.text.endswith("数据截至2021年）")


def test_firms_are_named_even_without_claims_and_twins_are_told_apart(together: tuple[TableLines, ...]) -> None:
    firms = {line.name: line.aliases for line in together[0].lines if isinstance(line, EntityLine) and line.type == "Enterprise"}
    assert firms == {
        "甲推股份": ("甲推工程机械股份有限公司",),
        "乙明（000002）": ("上海乙明股份有限公司", "乙明"),
        "乙明（000003）": ("江苏乙明药业股份有限公司", "乙明"),
        "农货": ("深圳市农货集团股份有限公司",),
        '"丙"材': ("丙材电子（苏州）股份有限公司",),
    }


def test_goods_are_cleaned_and_what_is_called_like_a_firm_is_told_from_it(together: tuple[TableLines, ...]) -> None:
    assert facts(together[1]) == [
        ("甲推股份", "produces", "推土机"),
        ("甲推股份", "produces", "履带"),
        ("甲推股份", "produces", "底盘"),
        ("乙明（000002）", "produces", "传媒设备"),
        ("乙明（000003）", "produces", "原料药"),
        ("甲推股份", "produces", "农货（产品）"),
        ('"丙"材', "produces", '高频"覆铜板'),
    ]


def test_a_share_is_stated_only_where_it_can_be_one(together: tuple[TableLines, ...]) -> None:
    shares = {line.o: (line.share, line.text) for line in together[1].lines if isinstance(line, FactLine)}
    assert shares["推土机"] == (0.6, "000001SZ | 甲推股份 | 推土机类产品 | 占比60.0%（年报口径，可能重叠；数据截至2021年）")
    assert shares["履带"] == (None, "000001SZ | 甲推股份 | 履带和底盘业务 | 占比未载明（数据截至2021年）")
    assert shares["原料药"][0] is None


def test_places_are_those_of_registered_names(together: tuple[TableLines, ...]) -> None:
    places = [(line.s, line.o, line.rule) for line in together[0].lines if isinstance(line, FactLine)]
    assert places == [
        ("乙明（000002）", "上海市", REGISTERED_NAME),
        ("乙明（000003）", "江苏省", REGISTERED_NAME),
        ("农货", "深圳市", REGISTERED_NAME),
        ('"丙"材', "苏州市", REGISTERED_NAME),
    ]


def test_pairs_run_from_what_is_bought_to_what_is_made_with_little_confidence(together: tuple[TableLines, ...]) -> None:
    assert facts(together[2]) == [("钢板", "feeds", "推土机"), ("钢板", "feeds", "货架"), ("丙烯", "feeds", "饱和树脂")]
    assert {line.confidence for line in together[2].lines if isinstance(line, FactLine)} == {0.3}


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("金安国纪集团股份有限公司", None),
        ("甲推工程机械股份有限公司", None),
        ("东方甲材股份有限公司", None),
        ("浙江华甲新材股份有限公司", "浙江省"),
        ("浙江杭州甲材股份有限公司", "杭州市"),
        ("吉林甲东药业股份有限公司", "吉林省"),
        ("内蒙古甲牧股份有限公司", "内蒙古自治区"),
        ("甲胜科技(深圳)股份有限公司", "深圳市"),
        ("甲辰装备（昆山）股份有限公司", None),
        ("中国甲船（集团）股份有限公司", None),
        ("上海", None),
    ],
)
def test_a_registered_name_tells_a_province_or_prefecture_never_a_county(name: str, place: str | None) -> None:
    found = registered.place(name)
    assert (found.name if found else None) == place


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("覆铜板和粘结片", ("覆铜板", "粘结片")),
        ("不饱和聚酯树脂", ("不饱和聚酯树脂",)),
        ("阀与泵", ("阀与泵",)),
        ("汽车电子类产品业务", ("汽车电子",)),
        ("分部间抵销", ()),
        ("制品及其他", ()),
        ("五金及其他", ("五金",)),
        ("业务", ("业务",)),
        ("材", ()),
    ],
)
def test_cells_name_things(cell: str, names: tuple[str, ...]) -> None:
    cleaner = Cleaner(
        Cleaning(
            split=("及", "和", "与"),
            whole=("饱和",),
            strip=("业务", "类", "产品"),
            drop=("制品",),
            drop_with=("抵销", "其他"),
        )
    )
    assert cleaner.things(cell) == cleaner.things(cell) == names


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("names: [firm]", "names: [maker]", "maker"),
        ("names: [firm]", "names: [code]", "code"),
        ("keys: {firm: code}", "keys: {firm: number}", "number"),
        ("registered: {firm: full}", "registered: {firm: long}", "long"),
        ("weight: weight}", "share: weight}", "weight"),
        ("split: [以及", "splits: [以及", "splits"),
        ("tables:", "sheets:", "sheets"),
    ],
)
def test_a_bad_mapping_of_several_files_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = CHAINKG.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "bad.yaml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=rf"bad\.yaml.*{message}"):
        load(tmp_path / "bad.yaml")
