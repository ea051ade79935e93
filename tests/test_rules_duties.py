"""leadAgency and responsibleAgency in marked sentences."""

from __future__ import annotations

from lianpu.extract import extract_source
from lianpu.extract.document import Source
from lianpu.model import FactLine
from tests.marked import TITLE, bare, read

SECTION = "一、轴承产业"


def test_the_section_s_sector_has_its_lead_and_the_others() -> None:
    found = read("牵头单位：<Agency>区工业和信息化局</Agency>；责任单位：<Agency>区发展和改革局</Agency>。", section=SECTION)
    assert found.claims("leadAgency") == {("轴承产业", "leadAgency", "区工业和信息化局")}
    assert found.claims("responsibleAgency") == {("轴承产业", "responsibleAgency", "区发展和改革局")}


def test_an_agency_that_leads_the_document_takes_no_other_part_in_it() -> None:
    first = "责任单位：区发展和改革局、区工业和信息化局。"
    second = "牵头单位：<Agency>区发展和改革局</Agency>；责任单位：<Agency>区工业和信息化局</Agency>。"
    for before, after in ((first, second), (second, first)):
        found = bare(read(after).sentence if "<" in after else after, before=[read(before).sentence if "<" in before else before])
        assert {o for _, _, o in found.claims("leadAgency")} == {"区发展和改革局"}
        assert {o for _, _, o in found.claims("responsibleAgency")} == {"区工业和信息化局"}


def test_who_is_responsible_is_said_in_the_line_behind_who_leads() -> None:
    found = bare("牵头单位：区工业和信息化局\n责任单位：区发展和改革局、区财政局", section=SECTION)
    assert found.claims("leadAgency") == {("轴承产业", "leadAgency", "区工业和信息化局")}
    assert {o for _, _, o in found.claims("responsibleAgency")} == {"区发展和改革局", "区财政局"}


def test_an_office_of_a_sector_is_led_by_its_seat() -> None:
    found = read("<Industry>轴承产业</Industry>推进专班设在<Agency>区工业和信息化局</Agency>。轴承产业基础好。")
    assert ("轴承产业", "leadAgency", "区工业和信息化局") in found.claims("leadAgency")


def test_a_sentence_without_a_duty_names_no_agency() -> None:
    assert not bare("区工业和信息化局统计，轴承产业增长。", section=SECTION).claims("leadAgency", "responsibleAgency")


CHAINS = ["一、做强主导产业", "1.竹木家居产业。建设选材中心。", "2.石材产业。建设荒料市场。"]
LISTED = ["（责任单位：区发展和改革局、区财政局）"]


def whole(*paragraphs: str) -> set[tuple[str, str, str]]:
    """Who leads what in a document of these paragraphs."""
    text = "\n".join([TITLE, "第一章 发展基础", "基础扎实。", *paragraphs]) + "\n"
    lines = extract_source(Source("t", "t.txt", text, "", "utf-8"))
    return {(line.s, line.p, line.o) for line in lines if isinstance(line, FactLine) and line.p == "leadAgency"}


def test_a_closing_clause_is_about_each_sector_that_it_closes() -> None:
    expected = {(sector, "leadAgency", "区发展和改革局") for sector in ("竹木家居产业", "石材产业")}
    assert whole(*CHAINS, *LISTED) == expected


def test_a_closing_clause_behind_a_point_about_work_closes_the_sectors_before_it() -> None:
    expected = {(sector, "leadAgency", "区发展和改革局") for sector in ("竹木家居产业", "石材产业")}
    assert whole(*CHAINS, "3.建强园区平台。盘活闲置厂房。", *LISTED) == expected


def test_a_sector_that_has_its_own_clause_is_not_closed_by_the_next() -> None:
    own = CHAINS[1] + "（责任单位：区林业局）"
    assert whole(CHAINS[0], own, CHAINS[2], *LISTED) == {
        ("竹木家居产业", "leadAgency", "区林业局"),
        ("石材产业", "leadAgency", "区发展和改革局"),
    }


def test_a_row_is_about_the_field_that_its_point_is_headed_with() -> None:
    rows = [
        "序号 | 任务 | 责任单位",
        "1 | 人工智能+农业：建设数字牧场。 | 区农业农村局",
        "2 | 人工智能+治理：建设指挥中心。 | 区公安局",
    ]
    text = "\n".join([TITLE, "一、重点任务", "任务如下。", *rows]) + "\n"
    found = {(x.s, x.p, x.o) for x in extract_source(Source("t", "t.txt", text, "", "utf-8")) if isinstance(x, FactLine)}
    assert ("农业", "responsibleAgency", "区农业农村局") in found
    assert {s for s, p, o in found if o == "区公安局"} == {TITLE}


def test_a_row_is_about_the_sector_that_its_task_grows() -> None:
    rows = ["序号 | 工作任务 | 牵头单位", "1 | 壮大线缆产业。建成检测线两条 | 区工信局", "2 | 推进文旅融合 | 区文旅局"]
    assert whole("二、重点任务", *rows) == {("线缆产业", "leadAgency", "区工信局"), (TITLE, "leadAgency", "区文旅局")}


def test_who_is_in_charge_may_stand_in_the_heading_of_a_sector() -> None:
    found = bare("推动产线改造。", section="（一）壮大钟表产业（牵头单位：区工信局；责任单位：区商务局、区科技局）")
    assert found.claims("leadAgency") == {("钟表产业", "leadAgency", "区工信局")}
    assert {o for _, _, o in found.claims("responsibleAgency")} == {"区商务局", "区科技局"}
