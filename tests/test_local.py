"""Names inside a document: what is one thing, what stays two."""

from __future__ import annotations

import pytest

from lianpu.extract.context import Owner
from lianpu.extract.resolver import _stem
from lianpu.extract.spellings import contains, shortens
from lianpu.model import EntityLine, TargetLine
from tests.marked import bare


@pytest.mark.parametrize(
    ("kind", "short", "long"),
    [
        ("Enterprise", "泰钢", "泰山钢铁"),
        ("Institution", "中科院", "中国科学院"),
        ("Institution", "山东工艺美院", "山东工艺美术学院"),
        ("Institution", "山东农大", "山东农业大学"),
    ],
)
def test_characters_in_order_shorten_a_name(kind: str, short: str, long: str) -> None:
    assert shortens(Owner(kind, short), Owner(kind, long))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "short", "long"),
    [
        ("Institution", "山东大学", "山东理工大学"),
        ("Enterprise", "泰钢", "天山钢铁"),
        ("Enterprise", "泰安机械", "泰安重工机械"),
        ("Enterprise", "泰山钢铁", "泰钢"),
    ],
)
def test_full_names_of_one_kind_shorten_nothing(kind: str, short: str, long: str) -> None:
    assert not shortens(Owner(kind, short), Owner(kind, long))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "short", "same"),
    [
        ("山东金帝精密机械科技有限公司", "金帝", True),
        ("山东金帝精密机械科技有限公司", "金帝集团", True),
        ("新金帝精密机械", "金帝集团", False),
        ("金帝精密机械", "金帝集团", True),
        ("中通客车", "中通客车", False),
        ("聊城东昌中通客车", "中通", True),
        ("聊城市东昌府区中通客车", "中通", False),
    ],
)
def test_a_piece_of_a_firms_name(name: str, short: str, same: bool) -> None:
    assert contains(name, short, {"山东", "聊城", "聊城市"}) is same


def test_forms_of_a_sector_share_a_key_and_short_words_keep_their_end() -> None:
    assert _stem("现代物流业") == _stem("现代物流产业") == _stem("现代物流") == "现代物流"
    assert _stem("建筑业") == "建筑业" and _stem("现代农业") == "现代农业"


def test_one_firm_under_three_names_is_one_entity() -> None:
    found = bare("依托山东金帝精密机械科技有限公司重点发展轴承保持器。依托金帝集团重点发展冲压件。")
    firms = [e for e in found.lines if isinstance(e, EntityLine) and e.type == "Enterprise"]
    assert [(e.name, "金帝集团" in e.aliases) for e in firms] == [("山东金帝精密机械科技有限公司", True)]


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("东昌府高新技术产业开发区重点发展轴承。东昌府高新区重点发展钢管。", "Park", 1),
        ("郑家镇工业集聚区重点发展轴承。郑家工业集聚区重点发展钢管。", "Park", 1),
        ("郑家镇工业集聚区重点发展轴承。沙镇工业集聚区重点发展钢管。", "Park", 2),
    ],
)
def test_zones_in_short_and_long_form_are_one_and_those_of_two_places_two(text: str, kind: str, count: int) -> None:
    found = [e for e in bare(text).lines if isinstance(e, EntityLine) and e.type == kind]
    assert len(found) == count, found


def test_a_university_at_the_head_of_an_institute_goes_by_its_short_form() -> None:
    assert shortens(Owner("Institution", "浙大甲城研究院"), Owner("Institution", "浙江大学甲城研究院"))
    assert not shortens(Owner("Institution", "浙大甲城研究院"), Owner("Institution", "浙江大学乙城研究院"))


def test_a_figure_said_twice_under_a_longer_and_a_shorter_metric_is_one() -> None:
    lines = bare("到2025年，轴承产业产值达到300亿元。到2025年，轴承产业总产值达到300亿元。").lines
    assert len([line for line in lines if isinstance(line, TargetLine)]) == 1
