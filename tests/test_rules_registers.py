"""Registers: clusters that places have, firms and parks listed under their place. Names of firms and parks are made up."""

from __future__ import annotations

import marked
import pytest

TITLE = "株洲市2025年特色产业集群名单"


def _read(*rows: str, title: str = TITLE) -> tuple[set[tuple[str, str, str]], dict[str, str]]:
    text = "\n".join((title, *rows)) + "\n"
    lines = marked.extract_source(marked.Source("t", "t.txt", text, "", "utf-8"))
    reading = marked.Reading(text, (), text, lines)
    return reading.claims(), reading.entities()


@pytest.mark.parametrize(
    ("lines", "sectors"),
    [
        (("1.攸县竹木家居产业集群", "2.茶陵县电池隔膜产业集群"), ("竹木家居产业集群", "电池隔膜产业集群")),
        (("1、攸县竹木家居特色产业集群", "2、茶陵县电池隔膜特色产业集群"), ("竹木家居", "电池隔膜")),
        (("1.湖南株洲攸县（竹木家居）特色产业集群", "2.湖南茶陵县（电池隔膜）特色产业集群"), ("竹木家居", "电池隔膜")),
        (("1.株洲市攸县——湖南省竹木家居产业名县", "2.茶陵县——湖南省电池隔膜产业名县（复核）"), ("竹木家居产业", "电池隔膜产业")),
    ],
)
def test_a_listed_cluster_is_its_places(lines: tuple[str, str], sectors: tuple[str, str]) -> None:
    claims, _ = _read(*lines)
    assert {("攸县", "focusesOn", sectors[0]), ("茶陵县", "focusesOn", sectors[1])} <= claims
    assert not {(s, p, o) for s, p, o in claims if p == "regulates" and o != "株洲市"}


def test_one_line_alone_is_no_register_and_a_deed_no_entry() -> None:
    claims, _ = _read("一、主要任务", "打造攸县竹木家居产业集群。", "建设茶陵县电池隔膜产业集群，做强链条。")
    assert not any(s == "攸县" and o == "竹木家居产业集群" and p == "subIndustryOf" for s, p, o in claims)


def test_a_column_of_clusters_has_their_places_and_another_what_they_are_of() -> None:
    claims, _ = _read("序号|集群名称|所属产业", "1|攸县竹木家居产业集群|轻工", "2|茶陵县电池隔膜产业集群|新能源材料")
    assert ("攸县", "focusesOn", "竹木家居产业集群") in claims
    assert ("电池隔膜产业集群", "subIndustryOf", "新能源材料") in claims


def test_firms_and_parks_stand_in_the_place_above_them() -> None:
    claims, classes = _read(
        "攸县（2户）",
        "湖南青竹家居有限公司",
        "攸县绿源农机专业合作社",
        "茶陵县（1个）",
        "茶陵县云阳电池产业园",
        "各县要加强指导。",
        "湖南白云膜业有限公司",
        title="株洲市重点培育企业名单",
    )
    located = {(s, o) for s, p, o in claims if p == "locatedIn"}
    assert {("湖南青竹家居有限公司", "攸县"), ("茶陵县云阳电池产业园", "茶陵县")} <= located
    assert classes["攸县绿源农机专业合作社"] == "Enterprise"
    assert ("湖南白云膜业有限公司", "茶陵县") not in located


def test_numbered_parks_stand_where_their_names_say() -> None:
    lines = ("1.攸县网岭化工园区，面积3.2平方公里，东至东环路。", "2.茶陵县洣江工业园，面积1.8平方公里，南至洣江。")
    claims, _ = _read(*lines, title="株洲市化工园区名单")
    assert {("攸县网岭化工园区", "locatedIn", "攸县"), ("茶陵县洣江工业园", "locatedIn", "茶陵县")} <= claims


def test_parks_that_are_listed_behind_their_place() -> None:
    line = "攸县2个：攸县网岭化工园区（含皇图岭园区、新市园区）、酒埠江工业园。茶陵县1个：洣江工业园。"
    claims, _ = _read(line, title="株洲市化工园区名单")
    assert {("酒埠江工业园", "locatedIn", "攸县"), ("洣江工业园", "locatedIn", "茶陵县")} <= claims
    assert ("皇图岭园区", "partOf", "攸县网岭化工园区") in claims
    assert not any(p == "locatedIn" for _, p, _ in _read("攸县2个：建设化工园区、完善工业园。", title="株洲市化工园区名单")[0])


def test_a_province_in_a_firms_name_says_nothing_of_where_it_stands() -> None:
    claims, _ = _read("湖南青竹家居有限公司（竹地板）、攸县白云膜业有限公司（隔膜）都是单项冠军。")
    assert ("湖南青竹家居有限公司", "produces", "竹地板") in claims
    assert ("攸县白云膜业有限公司", "locatedIn", "攸县") in claims
    assert not any(o == "湖南省" for _, p, o in claims if p == "locatedIn")


def test_what_a_title_lists_is_no_sector_it_is_about() -> None:
    claims, _ = _read("攸县（1户）", "湖南青竹家居有限公司", title="株洲市第五批农业产业化龙头企业名单")
    assert {o for _, p, o in claims if p == "regulates"} == {"株洲市"}
