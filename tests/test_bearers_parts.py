"""Whose figure it is where a part of the plan has an owner: a field, a park of a list, the results of a track, a row."""

from __future__ import annotations

import pytest

from lianpu import extract
from lianpu.model import EntityLine, TargetLine
from tests.reader_fixture import source

PLAN = "济宁市人工智能产业发展工作方案\n"
TRACKS = f"{PLAN}三、特色赛道\n赛道一：智能终端\n1.完善配套能力。\n做好服务。\n2.构建智能家电产业集群。\n做好对接。\n"


def targets(text: str) -> dict[float, TargetLine]:
    """Value to target of a text."""
    return {line.value: line for line in extract.extract_source(source(text)) if isinstance(line, TargetLine)}


def test_the_field_that_a_sentence_opens_with() -> None:
    found = targets(f"{PLAN}四、应用赋能\n在养老领域，建成示范院12家以上、智能终端样板13个。在重点领域，建成样板14个。\n")
    assert {value: line.s for value, line in found.items()} == {12: "养老", 13: "养老", 14: "人工智能产业"}


def test_an_applied_field_is_known_by_both_names() -> None:
    text = f"{PLAN}四、应用赋能\n人工智能+养老：建成示范院12家。\n"
    named = [line for line in extract.extract_source(source(text)) if isinstance(line, EntityLine) and line.name == "养老"]
    assert targets(text)[12].s == "养老"
    assert [line.aliases for line in named] == [("人工智能+养老",)]


def test_parks_under_the_title_of_their_list() -> None:
    text = (
        f"{PLAN}三、保障措施\n做好服务。\n附件1\n济宁市重点产业平台清单\n一、济宁智算谷简介\n"
        "到2027年，建成百亿级人工智能产业集群，集聚企业21家，人工智能相关产业产值突破22亿元。\n"
        "二、蓼河云港\n到2027年，集聚企业23家，核心产业营收突破24亿元。\n"
    )
    owners = {value: line.s for value, line in targets(text).items()}
    assert owners == {21: "济宁智算谷", 22: "济宁智算谷", 100: "济宁智算谷", 23: "蓼河云港", 24: "蓼河云港"}


@pytest.mark.parametrize(
    ("paragraph", "owner"),
    [("标志性成果：到2027年，骨干企业达到31家。", "智能终端产业"), ("到2027年，骨干企业达到31家。", "智能家电产业")],
)
def test_results_are_those_of_the_whole_track(paragraph: str, owner: str) -> None:
    assert targets(f"{TRACKS}{paragraph}\n支持智能终端产业、智能家电产业。\n")[31].s == owner


def test_a_sector_measured_with_what_is_related_to_it() -> None:
    text = "济宁市产业发展规划\n一、目标\n到2028年，农机产业及相关服务产值突破41亿元。支持农机产业。\n"
    assert targets(text)[41].s == "农机产业"


def test_an_industry_that_only_points_names_no_owner() -> None:
    found = targets("济宁市农机产业发展规划\n一、目标\n到2028年，核心产业营业收入突破42亿元，带动关联产业规模超43亿元。\n")
    assert (found[42].s, found[43].s) == ("农机产业", "农机产业")


HEADER = "序号 | 实施路径 | 责任单位\n"


@pytest.mark.parametrize(
    ("first", "second", "owner"),
    [
        ("1 | 人工智能+消费：鼓励电商企业应用数字人直播等技术 | 市商务局", " | 降本增效，建成沉浸式体验街区51个。 | ", "消费"),
        ("1 | 人工智能+消费：鼓励电商企业应用数字人直播等技术。 | 市商务局", " | 建成沉浸式体验街区51个。 | ", "人工智能产业"),
        ("1 | 人工智能+消费：鼓励电商企业应用数字人直播等技术 | 市商务局", "2 | 建成沉浸式体验街区51个。 | ", "人工智能产业"),
    ],
)
def test_a_row_that_a_page_parts_goes_on(first: str, second: str, owner: str) -> None:
    assert targets(f"{PLAN}附件1\n工作任务清单\n{HEADER}{first}\n{second}\n")[51].s == owner


def test_places_in_brackets_behind_a_full_stop_share_the_figure_before() -> None:
    found = extract.extract_source(source(f"{PLAN}四、应用\n力争打造智能样板60个。（任城、邹城各16个以上，曲阜8个）\n"))
    said = {(line.s, line.metric, line.value, line.op) for line in found if isinstance(line, TargetLine)}
    assert {(f"{place}", "智能样板", 16, ">=") for place in ("任城区", "邹城市")} <= said
