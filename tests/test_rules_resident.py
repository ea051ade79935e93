"""Firms of tables: known to the whole text, and at home in the place that their row begins with."""

from __future__ import annotations

from pathlib import Path

from lianpu.extract import extract
from lianpu.model import FactLine

TABLE = (
    "序号|县（市、区）|应用领域|成果内容\n"
    "1|麒麟区|AI+铸造|成果名称：云铸科技打造的“铸造工艺大模型”入选典型案例。核心内容：面向铸造企业提供缺陷检测服务。\n"
    "2|沾益区|AI+冶金|成果名称：智能电解车间。核心内容：恒泰铝业联合昆明理工大学开发电解槽智能控制系统。\n"
)


def _located(tmp_path: Path, table: str) -> set[tuple[str, str]]:
    file = tmp_path / "plan.txt"
    file.write_text(f"曲靖市人工智能创新发展行动方案\n一、总体要求\n加快发展。\n附件：标志性成果清单\n{table}", encoding="utf-8")
    return {(line.s, line.o) for line in extract(file) if isinstance(line, FactLine) and line.p == "locatedIn"}


def test_firms_of_a_rows_sentences_stand_in_its_place(tmp_path: Path) -> None:
    found = _located(tmp_path, TABLE)
    assert {("云铸科技", "麒麟区"), ("恒泰铝业", "沾益区")} <= found
    assert not [pair for pair in found if pair[0] == "昆明理工大学"]


def test_a_place_behind_what_is_told_seats_nobody(tmp_path: Path) -> None:
    rows = (line.split("|") for line in TABLE.splitlines())
    turned = "\n".join("|".join((a, c, d, b)) for a, b, c, d in rows)
    assert not [pair for pair in _located(tmp_path, turned) if pair[1] == "麒麟区"]


def test_what_a_place_is_to_be_is_no_sector_of_its_row(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(
        "曲靖市人工智能创新发展行动方案\n一、总体要求\n加快发展。\n附件：区域布局\n"
        "区域|发展定位|重点载体|主攻方向\n麒麟区|智能算力核心区|滇东数谷|智能算力、数据标注\n沾益区|智能冶金示范区|沾益工业园区|智能铝加工\n",
        encoding="utf-8",
    )
    said = {(line.s, line.o) for line in extract(file) if isinstance(line, FactLine) and line.p == "focusesOn"}
    assert ("麒麟区", "数据标注") in said
    assert not [pair for pair in said if "智能算力核心区" in pair]


def test_a_place_whose_row_names_an_institute_has_the_sectors_of_its_row(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(
        "玉溪市人工智能创新发展行动方案\n一、总体要求\n加快发展。\n附件：路径表\n"
        "序号|区县|主攻赛道|代表性企业|新型研发机构\n1|红塔区|智能终端、数据标注|蓝晶科技|红塔智能制造研究院\n"
        "2|通海县|智能五金机械|恒达五金|通海五金产业技术研究院\n",
        encoding="utf-8",
    )
    facts = {(line.s, line.p, line.o) for line in extract(file) if isinstance(line, FactLine)}
    assert {("红塔区", "focusesOn", "数据标注"), ("红塔智能制造研究院", "supports", "数据标注")} <= facts
