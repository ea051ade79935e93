"""Whom platforms and institutes serve: the section's sector, the subject of their names, none for universities from elsewhere."""

from __future__ import annotations

import marked

SECTION = "第一节 线缆产业"


def test_a_built_platform_serves_the_sector_of_its_section() -> None:
    found = marked.bare("建设线缆检测中心。", section=SECTION)
    assert found.claims("supports") == {("线缆检测中心", "supports", "线缆产业")}


def test_a_name_with_another_sector_of_the_text_as_its_subject_serves_that_one() -> None:
    found = marked.bare("建设轴承产业检测中心。", section=SECTION, before=["全区形成轮胎产业、轴承产业两大支柱，轴承产业较强。"])
    assert {o for _, _, o in found.claims("supports")} == {"轴承产业"}


def test_universities_from_elsewhere_are_relied_on_and_serve_none() -> None:
    found = marked.bare("依托湖南大学、天津大学等科研单位改进工艺。", section=SECTION)
    assert found.claims("supports") == set()
    assert {o for _, _, o in found.claims("worksWith")} == {"湖南大学", "天津大学"}


def test_a_verb_in_front_is_no_part_of_a_bodys_name() -> None:
    found = marked.bare("推动校地合作共建线缆联合实验室。", section=SECTION)
    assert "线缆联合实验室" in found.entities()


def test_hospitals_and_platforms_that_are_goods_serve_none() -> None:
    found = marked.bare("建设甲河康复医院，开发线缆云协同平台。", section=SECTION)
    assert found.claims("supports") == set()
