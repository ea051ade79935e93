"""Series of headings: however each of them says it, it names the field that its part is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianpu.extract import extract, heading_series
from lianpu.model import FactLine

SECTORS = ("电子信息", "绿色食品", "新能源汽车", "现代家居", "铝基新材料")
NUMBERS = "一二三四五"


def _owners(tmp_path: Path, head: str) -> set[str]:
    """Who focuses on the goods of the parts below such headings, and the sectors that the document plans for."""
    parts = [
        f"（{n}）{head.format(sector)}\n重点发展{n}号微型电机、配套真空阀门。\n"
        for n, sector in zip(NUMBERS, SECTORS, strict=True)
    ]
    file = tmp_path / "plan.txt"
    file.write_text(
        "商丘市制造业发展规划（2024—2027年）\n第一章 总体要求\n坚持制造业立市。\n第二章 重点产业\n" + "".join(parts),
        encoding="utf-8",
    )
    facts = [line for line in extract(file) if isinstance(line, FactLine)]
    return {line.s for line in facts if line.p == "focusesOn"} & {line.o for line in facts if line.p == "regulates"}


@pytest.mark.parametrize(
    "head",
    [
        "{}",
        "打造{}千亿级产业集群",
        "打造国家级{}产业基地",
        "壮大{}，打造增长极",
        "抓龙头，强{}",
        "优先发展{}",
        "培育发展{}新兴产业",
        "巩固提升{}优势产业",
        "改造提升{}传统产业",
        "{}千亿集群",
        "主导产业——{}",
        "全力打造{}“链群”",
        "{}“强链”工程",
        "{}产业能级跃升",
        "打造{}之都",
        "推动{}向高端化智能化发展",
        "{}领域",
    ],
)
def test_each_heading_of_a_series_names_its_field(tmp_path: Path, head: str) -> None:
    found = _owners(tmp_path, head)
    assert all(any(owner.startswith(sector) and len(owner) <= len(sector) + 2 for owner in found) for sector in SECTORS)


@pytest.mark.parametrize(
    "title", ["加强组织领导", "完善产业生态", "优化空间布局，提升承载能力", "推动企业转型升级", "打造区域品牌高地"]
)
def test_headings_of_work_name_no_field(title: str) -> None:
    assert heading_series.field(title) == ""


LEADS = ("{}。重点发展", "{}产业：发展", "{}产业发展重点：加快培育", "{}板块。重点发展")


@pytest.mark.parametrize("lead", LEADS)
def test_paragraphs_that_open_with_their_field_are_about_it(tmp_path: Path, lead: str) -> None:
    parts = [f"{lead.format(sector)}{n}轴机床和配套轴承等产品。\n" for n, sector in zip("三四五六七", SECTORS, strict=True)]
    file = tmp_path / "plan.txt"
    file.write_text(
        "商丘市制造业发展规划（2024—2027年）\n第一章 总体要求\n坚持制造业立市。\n第二章 重点任务\n" + "".join(parts),
        encoding="utf-8",
    )
    found = {line.s for line in extract(file) if isinstance(line, FactLine) and line.p == "focusesOn"}
    assert all(any(owner.startswith(sector) for owner in found) for sector in SECTORS)
