"""Platforms and institutes behind any verb that founds, wins, raises or uses them, and whom they serve."""

from __future__ import annotations

import marked
import pytest

SECTION = "第一节 做强线缆产业"


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("加快推进线缆检测认证中心和第三方支撑机构建设。", {"线缆检测认证中心"}),
        ("推动导体材料联合实验室实体化运作。", {"导体材料联合实验室"}),
        ("全力争取国家特种线缆检测中心落地。", {"国家特种线缆检测中心"}),
        ("充分发挥东昌府区线缆行业协会在技术培训等方面的作用。", {"东昌府区线缆行业协会"}),
        ("完成高压线缆可靠性实验室建设，打造评价体系。", {"高压线缆可靠性实验室"}),
        ("东昌府区线缆公共服务平台投入运营。", {"东昌府区线缆公共服务平台"}),
        ("筹建线缆标准化技术委员会。", {"线缆标准化技术委员会"}),
        ("推进铜材、铝材等线缆共性技术实验室建设。", {"线缆共性技术实验室"}),
        ("推进绝缘料改性与交联重点实验室提档升级。", {"绝缘料改性与交联重点实验室"}),
        ("高标准建设海缆中试平台：统筹推进场地改造、设备采购。", {"海缆中试平台"}),
        ("支撑平台有铜杆检测中心、导体材料实验室等。", {"铜杆检测中心", "导体材料实验室"}),
        ("创新平台：铜杆检测中心、导体材料实验室。", {"铜杆检测中心", "导体材料实验室"}),
        ("持续优化铜杆检测中心服务功能。", {"铜杆检测中心"}),
    ],
)
def test_a_body_is_read_behind_its_verb_and_serves_the_sector(sentence: str, bodies: set[str]) -> None:
    found = marked.bare(sentence, section=SECTION)
    assert {(s, o) for s, _, o in found.claims("supports")} == {(body, "线缆产业") for body in bodies}


@pytest.mark.parametrize(
    "sentence",
    [
        "支持符合条件的企业到沪深交易所上市挂牌。",
        "布局一批研发平台。",
        "引导企业与省内外知名高校建立合作。",
        "鼓励这一创新平台发挥作用。",
        "推动产业链条与平台能力融合。",
        "拥有线缆领域重点实验室3家。",
    ],
)
def test_kinds_of_bodies_and_clauses_are_none(sentence: str) -> None:
    assert marked.bare(sentence, section=SECTION).claims("supports") == set()


def test_a_list_of_bodies_shares_no_kind() -> None:
    found = marked.bare("鼓励线缆数字化促进中心、装备检测中心等开放服务。", section=SECTION)
    assert "中心检测中心" not in found.entities()
