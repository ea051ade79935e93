"""leadAgency and responsibleAgency in marked sentences."""

from __future__ import annotations

from tests.marked import bare, read

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


def test_an_office_of_a_sector_is_led_by_its_seat() -> None:
    found = read("<Industry>轴承产业</Industry>推进专班设在<Agency>区工业和信息化局</Agency>。轴承产业基础好。")
    assert ("轴承产业", "leadAgency", "区工业和信息化局") in found.claims("leadAgency")


def test_a_sentence_without_a_duty_names_no_agency() -> None:
    assert not bare("区工业和信息化局统计，轴承产业增长。", section=SECTION).claims("leadAgency", "responsibleAgency")
