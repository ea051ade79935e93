"""Where rows say that things stand: towns behind counties, parks in brackets, lists of places. Names are made up."""

from __future__ import annotations

import marked
import pytest

TITLE = "许昌市重点产业链培育方案（2024—2026年）"


def _table(*rows: str) -> marked.Reading:
    return marked.bare("\n".join(rows), title=TITLE, section="附件1")


@pytest.mark.parametrize(
    ("cell", "stands", "around"),
    [
        ("长葛市白果镇", {"白果镇", "长葛市"}, {("白果镇", "partOf", "长葛市")}),
        ("禹州市、襄城县白果镇", {"禹州市", "襄城县", "白果镇"}, {("白果镇", "partOf", "襄城县")}),
        ("魏都区（烛光产业园）", {"魏都区", "烛光产业园"}, {("烛光产业园", "locatedIn", "魏都区")}),
        ("烛光产业园（魏都区）", {"魏都区", "烛光产业园"}, {("烛光产业园", "locatedIn", "魏都区")}),
        ("襄城县工业园", {"襄城县工业园"}, {("襄城县工业园", "locatedIn", "襄城县")}),
        ("襄城县循环经济产业园", {"襄城县循环经济产业园"}, {("襄城县循环经济产业园", "locatedIn", "襄城县")}),
        ("长葛市/禹州市", {"长葛市", "禹州市"}, set()),
        ("白果镇", {"白果镇"}, set()),
        ("烛光新城高新片区颍水路36号", {"烛光新城高新片区"}, set()),
        ("烛光产业园3号楼", {"烛光产业园"}, set()),
        ("烛光新城管委会", {"烛光新城"}, set()),
        ("待定", set(), set()),
    ],
)
def test_the_places_of_a_cell(cell: str, stands: set[str], around: set[tuple[str, str, str]]) -> None:
    found = _table("项目名称 | 建设地点 | 总投资（亿元）", f"再生铝锭扩产项目 | {cell} | 3.6")
    said = {claim for claim in found.claims("locatedIn", "partOf") if claim[0] != "再生铝锭扩产项目"}
    assert {o for s, p, o in found.claims("locatedIn") if s == "再生铝锭扩产项目"} == stands
    assert said == around


@pytest.mark.parametrize("title", ["所在区域", "属地", "落地地区", "项目地点"])
def test_columns_of_places_go_by_many_titles(title: str) -> None:
    found = _table(f"项目名称 | 总投资（亿元） | {title}", "再生铝锭扩产项目 | 3.6 | 长葛市")
    assert ("再生铝锭扩产项目", "locatedIn", "长葛市") in found.claims("locatedIn")


def test_a_division_among_parks_has_the_sector_of_its_row() -> None:
    found = _table(
        "产业链 | 链主企业 | 主攻方向 | 承载园区",
        "发制品 | 鬓澜实业 | 假发套、化纤发丝 | 魏都发艺产业园",
        "再生金属 | 熔岭再生 | 再生铝锭 | 长葛市白果镇",
    )
    assert {
        ("魏都发艺产业园", "focusesOn", "发制品"),
        ("白果镇", "focusesOn", "再生金属"),
        ("再生金属", "focusesOn", "再生铝锭"),
    } <= found.claims("focusesOn")
    assert "长葛市白果镇" not in found.entities()


def test_firms_are_where_the_row_begins_and_nowhere_where_it_begins_with_a_chain() -> None:
    by_county = _table("县区 | 主导产业 | 龙头企业", "襄城县 | 硅材料 | 豫晶硅业、襄晶科技", "禹州市 | 钧瓷 | 钧窑阁")
    assert by_county.claims("locatedIn") >= {
        ("豫晶硅业", "locatedIn", "襄城县"),
        ("襄晶科技", "locatedIn", "襄城县"),
        ("钧窑阁", "locatedIn", "禹州市"),
    }
    by_chain = _table("产业链 | 龙头企业 | 布局区域", "硅材料 | 豫晶硅业 | 襄城县")
    assert not by_chain.claims("locatedIn")


def test_projects_beside_what_a_sector_aims_at_leave_the_row_to_the_sector() -> None:
    found = _table(
        "领域 | 主攻方向 | 重点项目 | 重点企业 | 承载园区",
        "石油装备 | 压裂泵、顶驱 | 深海钻机项目 | 许钻集团 | 魏都区",
    )
    assert {
        ("石油装备", "focusesOn", "顶驱"),
        ("魏都区", "focusesOn", "石油装备"),
        ("许钻集团", "anchors", "石油装备"),
    } <= found.claims()
    listed = _table("领域 | 项目名称 | 建设单位 | 建设地点", "石油装备 | 深海钻机项目 | 许钻集团 | 魏都区")
    assert ("魏都区", "focusesOn", "石油装备") not in listed.claims()
