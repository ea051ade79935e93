"""Registered names in prose: where they begin, where their firms stand; cells that list the firms of sectors."""

from __future__ import annotations

import marked
import pytest

SECTION = "第一节 线缆产业"
CITY = "温州市推动线缆产业高质量发展行动计划（2026—2028年）"

NAMES = [
    ("由温州市炜宁孵化器发展有限公司负责运营。", {("温州市炜宁孵化器发展有限公司", "温州市")}),
    ("基地由文成县珂洛建设投资有限公司投资建设。", {("文成县珂洛建设投资有限公司", "文成县")}),
    ("引进宇瀚智能装备有限公司开展中试。", {("宇瀚智能装备有限公司", "温州市")}),
    ("与安徽宇瀚智能装备股份有限公司共建中试线。", set()),
]


@pytest.mark.parametrize(("sentence", "placed"), NAMES)
def test_where_registered_firms_stand(sentence: str, placed: set[tuple[str, str]]) -> None:
    found = marked.bare(sentence, section=SECTION, title=CITY)
    firms = {name for name, kind in found.entities().items() if kind == "Enterprise"}
    assert any(name.endswith("有限公司") for name in firms)
    assert not any(name.startswith(("由", "与", "引进", "基地")) for name in firms)
    assert {(s, o) for s, _, o in found.claims("locatedIn") if s in firms} == placed


@pytest.mark.parametrize("sentence", ["培育专精特新企业和有限公司100家。", "设立各方出资的有限公司。", "推动下属有限公司改制。"])
def test_words_for_companies_are_no_names(sentence: str) -> None:
    assert "Enterprise" not in marked.bare(sentence, section=SECTION, title=CITY).entities().values()


TABLE = """序号 | 主攻赛道 | 代表性企业
1 | 海底线缆、光纤传感 | 1.温州宇瀚有限公司2.温州珂洛有限公司1温州炜宁有限公司
2 | 阻燃护套 | 1.温州瑞沣有限公司拟引进：宇瀚材料有限公司、珂洛材料有限公司"""


def test_firms_of_several_sectors_in_one_cell_carry_each_their_own() -> None:
    found = marked.bare(TABLE, section="附件1 路径表", title=CITY)
    assert {(s, o) for s, _, o in found.claims("anchors")} == {
        ("温州宇瀚有限公司", "海底线缆"),
        ("温州珂洛有限公司", "海底线缆"),
        ("温州炜宁有限公司", "光纤传感"),
        ("温州瑞沣有限公司", "阻燃护套"),
    }


def test_firms_to_come_stand_in_the_region_as_planned() -> None:
    found = marked.bare(TABLE, section="附件1 路径表", title=CITY)
    planned = {f.s for f in found.facts() if f.p == "locatedIn" and f.status == "planned"}
    assert planned == {"宇瀚材料有限公司", "珂洛材料有限公司"}
