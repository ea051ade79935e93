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
    return {line.value: line for line in extract.extract_source(source(text)) if type(line) is TargetLine}


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


def test_a_name_that_ends_without_a_mark_breaks_off_no_row() -> None:
    rows = " | 农机与泵阀装备 | 人工智能+消费：新增直播基地52个。\n | 泵阀与农机装备 | 到2027年，建成沉浸式体验街区51个。\n"
    found = targets(f"{PLAN}附件1\n成果清单\n序号 | 主攻赛道 | 主要标志性成果\n{rows}")
    assert (found[52].s, found[51].s) == ("消费", "人工智能产业")


def test_places_in_brackets_behind_a_full_stop_share_the_figure_before() -> None:
    found = extract.extract_source(source(f"{PLAN}四、应用\n力争打造智能样板60个。（任城、邹城各16个以上，曲阜8个）\n"))
    said = {(line.s, line.metric, line.value, line.op) for line in found if type(line) is TargetLine}
    assert {(f"{place}", "智能样板", 16, ">=") for place in ("任城区", "邹城市")} <= said


def test_a_track_that_is_to_grow_into_an_ecology_owns_its_part_and_its_rows() -> None:
    text = (
        f"{PLAN}三、特色赛道\n赛道一：开放生态\n标志性成果：到2027年，上架模型71个。\n四、保障措施\n做好服务。\n附件1\n成果清单\n"
        "序号 | 所属赛道 | 主要标志性成果\n1 | 开放生态 | 到2027年，注册用户达到72万人，引育服务机构73家。\n"
    )
    assert {value: line.s for value, line in targets(text).items()} == {71: "开放生态", 72: "开放生态", 73: "开放生态"}


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("到2027年，全市人工智能终端领域新增链主工厂81家。", "智能终端产业"),
        ("到2027年，全市人工智能产业新增链主工厂81家。", "人工智能产业"),
        ("打造管控系统，覆盖全市81个港口点位。", "智能终端产业"),
    ],
)
def test_the_whole_city_in_the_part_of_a_track(sentence: str, owner: str) -> None:
    assert targets(f"{PLAN}三、特色赛道\n赛道一：智能终端\n{sentence}支持智能终端产业、人工智能产业。\n")[81].s == owner


def test_the_subject_of_a_title_by_its_plain_name() -> None:
    text = "济宁市新一代机器人高质量发展行动计划\n一、目标\n到2027年，机器人核心产业规模突破91亿元，整机企业达到92家。\n"
    assert {line.s for line in targets(text).values()} == {"新一代机器人"}


def test_what_a_work_costs_is_its_own() -> None:
    report = "济宁市2026年政府工作报告\n二、2026年工作安排\n"
    found = targets(f"{report}加快总投资15亿元的华能邹城储能电站建设，完成投资16亿元，推进华能曲阜储能电站建设。\n")
    assert [(found[value].s, found[value].metric) for value in (15, 16)] == [("华能邹城储能电站", "总投资"), ("济宁市", "投资")]


def test_the_field_of_making_is_manufacturing() -> None:
    text = f"{PLAN}四、应用赋能\n人工智能+制造：建成样板车间61个。在制造领域，新增应用62个。\n"
    assert {line.s for line in targets(text).values()} == {"制造业"}


def test_places_part_the_figure_before_and_pointers_name_none() -> None:
    text = "到2028年，新签约项目93个，其中：任城区31个、邹城市42个、高新区20个。"
    more = "到2030年，上述指标达到180个。其他县至少7个。\n"
    lines = extract.extract_source(source(f"济宁市农机产业发展规划\n一、目标\n{text}{more}"))
    found = {(line.s, line.metric, line.value) for line in lines if type(line) is TargetLine}
    assert found == {
        ("农机产业", "新签约项目", 93),
        *((s, "新签约项目", v) for s, v in (("任城区", 31), ("邹城市", 42), ("高新区", 20))),
    }


def test_sectors_part_the_output_before() -> None:
    plan = "邹城市工业发展规划\n一、重点产业\n发展煤化工产业、造纸产业。\n二、目标\n"
    found = targets(f"{plan}到2028年，工业集群营业收入达到970亿元，其中煤化工410亿元、造纸230亿元左右，高新技术企业71家。\n")
    assert {v: (found[v].s, found[v].metric) for v in (410, 230)} == {
        410: ("煤化工产业", "营业收入"),
        230: ("造纸产业", "营业收入"),
    }
    assert found[71].metric == "高新技术企业"


def test_rows_own_their_bare_figures() -> None:
    text = (
        f"{PLAN}附件1\n产业链目标表\n产业链 | 2027年营业收入目标 | 重点任务 | 责任单位\n"
        "农机产业链 | 61亿元 | 引进龙头3家 | 市工信局\n轴承产业链 | 42亿元 | 新建厂房5座 | 市工信局\n"
    )
    assert {line.value: line.s for line in targets(text).values()} == {
        61: "农机产业",
        3: "农机产业",
        42: "轴承产业",
        5: "轴承产业",
    }


def test_a_firms_row_owns_what_the_firm_is_to_sell() -> None:
    text = f"{PLAN}附件1\n重点企业目标表\n企业名称 | 所在地 | 2027年产值（亿元）\n甲乙智能装备有限公司 | 邹城市 | 12\n"
    assert targets(text)[12].s == "甲乙智能装备有限公司"


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("大力发展新能源汽车，整车产量突破97万辆。", "新能源汽车"),
        ("大力发展新能源汽车，新建充电桩97万个。", "济宁市"),
        ("建设国家能源保障基地，煤炭产量达到97万吨。", "济宁市"),
    ],
)
def test_the_goods_that_a_clause_is_to_grow_own_their_output(sentence: str, owner: str) -> None:
    assert targets(f"济宁市2026年政府工作报告\n二、2026年工作安排\n{sentence}\n")[97].s == owner


def test_the_core_of_the_whole_citys_industry_is_the_documents() -> None:
    assert targets("济宁市农机产业发展规划\n一、目标\n到2028年，全市能级提升，核心产业规模突破98亿元。\n")[98].s == "农机产业"


def test_a_track_of_building_an_ecology() -> None:
    assert targets(f"{PLAN}三、特色赛道\n赛道一：算力生态建设\n培育企业99家。\n")[99].s == "算力生态"


def test_an_annex_that_says_it_again_in_other_words_adds_nothing() -> None:
    said = "三、特色赛道\n赛道一：海洋数据\n到2027年，建成标准化海洋数据集30个，培育标注企业5家。\n四、保障措施\n做好服务。\n"
    head = "附件1\n成果清单\n序号 | 所属赛道 | 主要标志性成果\n"
    rows = "1 | 海洋数据 | 形成标准化高质量海洋数据集30个。\n2 | 海洋数据 | 培育数商5家，到2030年培育标注企业5家。\n"
    found = extract.extract_source(source(f"{PLAN}{said}{head}{rows}"))
    assert [(line.metric, line.year) for line in found if isinstance(line, TargetLine)] == [
        ("标准化海洋数据集", 2027),
        ("标注企业", 2027),
        ("数商", None),
        ("标注企业", 2030),
    ]


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("支持徐工集团做大做强，力争营业收入突破62亿元。", "徐工集团"),
        ("支持徐工集团、临工集团做大做强，力争营业收入突破62亿元。", "农机产业"),
        ("支持徐工集团做大做强，引进人才62人。", "农机产业"),
        ("任城区重点发展智能终端，到2027年产值达到62亿元。", "任城区"),
        ("任城区、邹城市重点发展智能终端，到2027年产值达到62亿元。", "农机产业"),
        ("济宁高新区聚焦高端装备，力争引进项目62个。", "济宁高新区"),
        ("三是支持邹城市发展智能终端，力争引进项目62个。", "邹城市"),
    ],
)
def test_who_is_to_reach_it(sentence: str, owner: str) -> None:
    found = targets(f"济宁市农机产业高质量发展行动计划\n二、重点任务\n（一）优化布局。做好服务。\n{sentence}\n")
    assert found[62].s == owner


def test_a_body_owns_how_many_it_serves() -> None:
    text = "济宁市2026年政府工作报告\n二、2026年工作安排\n提升国家工程机械质检中心服务能力，年服务企业突破63家。\n"
    assert targets(text)[63].s == "国家工程机械质检中心"


REPORT = "济宁市2026年政府工作报告\n一、2025年工作回顾\n建成驿站3001个。\n二、2026年重点工作\n"


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("轴承产业加快智能改造，产值达到302亿元。", "轴承产业"),
        ("数字技术全面赋能传统产业，数控化率达到302%。", "济宁市"),
        ("推动有色金属向高端延伸，精深加工产品产量突破302万吨。", "有色金属"),
        ("支持徐工集团建设铝基新材料产业园，总投资302亿元。", "铝基新材料产业园"),
        ("蓼河恒味酱料智能工厂，选址邹城市，总投资302亿元。", "蓼河恒味酱料智能工厂"),
        ("鲁泓年产6万吨硅溶胶，计划投资302亿元。", "鲁泓年产6万吨硅溶胶"),
        ("全年实施重点技改工程，总投资302亿元。", "济宁市"),
        ("推进鲁泓年产6万吨硅溶胶项目，力争化工产业产值突破302亿元。", "化工产业"),
        ("依托济宁高新区打造算力集聚地，力争集聚企业302家。", "济宁高新区"),
        ("绿茶繁育基地达到302亩。", "济宁市"),
        ("任城区力争外贸增长9%，曲阜市新签约项目302个。", "曲阜市"),
        ("任城区力争外贸增长9%，曲阜市盘活厂房302栋。", "曲阜市"),
        ("蓼河产业新城规划用地302亩。", "蓼河产业新城"),
        ("在邹城市布局算力基地，机架达到302个。", "邹城市"),
        ("鲁泓微晶玻璃生产线，投资302亿元。", "鲁泓微晶玻璃生产线"),
        ("鲁南化工示范园到2027年入驻企业达到302家。", "鲁南化工示范园"),
        ("推进蓼河特高压输电工程，总投资9亿元，送电能力302万千瓦。", "蓼河特高压输电工程"),
    ],
)
def test_what_a_sentence_is_about_from_its_first_word_on(sentence: str, owner: str) -> None:
    assert targets(f"{REPORT}（一）做强工业。做好服务。\n{sentence}\n")[302].s == owner


def test_the_part_of_a_report_that_plans_states_no_facts() -> None:
    text = f"{REPORT}（一）扩大投资。实施重点项目311个，完成投资813亿元，新开工项目217个、竣工123个。\n"
    assert set(targets(text)) == {311, 813, 217, 123}
    assert {line.year for line in targets(text).values()} == {2026}
    assert set(targets(text.replace("二、2026年重点工作", "二、2025年工作成效"))) == set()


def test_what_a_project_costs_may_stand_with_its_unit_in_its_cell() -> None:
    rows = "项目名称 | 建设地点 | 总投资\n甲硅石英砂扩产项目 | 邹城市 | 7.5亿元\n乙瓷管件项目 | 曲阜市 | 3200万元\n"
    text = f"{PLAN}附件\n重点项目表\n{rows}"
    found = {value: line.s for value, line in targets(text).items()}
    assert found == {7.5: "甲硅石英砂扩产项目", 3200: "乙瓷管件项目"}


def test_several_places_each_of_which_is_to_reach_the_same() -> None:
    text = f"{REPORT}（一）做强工业。做好服务。\n任城区、邹城市各新增规上企业12家以上，曲阜市新增7家。\n"
    found = {(line.s, line.metric, line.value) for line in extract.extract_source(source(text)) if type(line) is TargetLine}
    assert found == {(place, "新增规上企业", 12) for place in ("任城区", "邹城市")} | {("曲阜市", "新增规上企业", 7)}


def test_sectors_that_an_output_is_parted_by() -> None:
    text = (
        f"{REPORT}（一）做强工业。做好服务。\n规上工业总产值达到90亿元，其中新能源装备35亿元、绿色建材20亿元、化工产业15亿元。\n"
    )
    found = {(line.s, line.metric, line.value) for line in extract.extract_source(source(text)) if type(line) is TargetLine}
    assert found == {
        ("济宁市", "规上工业总产值", 90),
        ("新能源装备", "规上工业总产值", 35),
        ("绿色建材", "规上工业总产值", 20),
        ("化工产业", "规上工业总产值", 15),
    }


def test_what_a_work_costs_and_yields_is_of_no_one_year() -> None:
    text = f"{REPORT}（一）做强工业。做好服务。\n推进鲁泓硅溶胶项目，2026年9月开工，总投资18亿元，新增就业120人。\n"
    assert {value: line.year for value, line in targets(text).items()} == {18: None, 120: 2026}


def test_places_in_front_of_a_year() -> None:
    shared = "任城区、曲阜市2027年机电产业产值分别达到12亿元和20亿元。"
    text = f"{REPORT}（一）做强工业。做好服务。\n{shared}\n蓼河产业园新建厂房8万平方米。\n"
    found = [(line.s, line.metric, line.value) for line in extract.extract_source(source(text)) if type(line) is TargetLine]
    assert [(s, value) for s, _, value in found] == [("任城区", 12), ("曲阜市", 20), ("蓼河产业园", 8)]
    assert found[-1][1] == "新建厂房"
    text = f"{REPORT}（一）做强工业。做好服务。\n任城区、曲阜市分别新增规上企业15户、21户。\n"
    found = [(line.s, line.metric, line.value) for line in extract.extract_source(source(text)) if type(line) is TargetLine]
    assert found == [("任城区", "新增规上企业", 15), ("曲阜市", "新增规上企业", 21)]


def test_a_column_of_paces_is_of_the_row_s_indicator() -> None:
    rows = "指标名称 | 单位 | 2030年 | 年均增速（%）\n规上工业总产值 | 亿元 | 350 | 10.8\n能耗下降 | % | [13] | -\n"
    found = [line for line in extract.extract_source(source(f"{PLAN}一、目标\n{rows}")) if type(line) is TargetLine]
    assert [(line.metric, line.value) for line in found] == [
        ("规上工业总产值", 350),
        ("规上工业总产值年均增速", 10.8),
        ("能耗下降", 13),
    ]
