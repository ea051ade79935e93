"""Projects that are listed behind their place. Names are made up."""

from __future__ import annotations

import marked
import pytest

TITLE = "达州市天然气综合利用产业规划（2023—2027年）"


@pytest.mark.parametrize(
    "text",
    [
        "宣汉县：普岭锂钾提取项目（四川钾岭有限公司）、硫磺深加工项目。",
        "大竹县：醪糟扩产项目；宣汉县：普岭锂钾提取项目（四川钾岭有限公司）、硫磺深加工项目。",
        "2.宣汉县（2个）：普岭锂钾提取项目（四川钾岭有限公司）、硫磺深加工项目。",
    ],
)
def test_projects_stand_in_the_place_in_front_of_their_list(text: str) -> None:
    found = marked.bare(text, title=TITLE, section="专栏3 重点项目")
    assert {
        ("普岭锂钾提取项目", "locatedIn", "宣汉县"),
        ("硫磺深加工项目", "locatedIn", "宣汉县"),
    } <= found.claims("locatedIn")
    assert found.entities()["四川钾岭有限公司"] == "Enterprise"


@pytest.mark.parametrize("text", ["宣汉县：推进硫磺深加工项目、发展锂钾产业。", "重点项目：硫磺深加工项目、锂钾提取项目。"])
def test_what_is_done_or_no_place_is_no_such_list(text: str) -> None:
    found = marked.bare(text, title=TITLE, section="专栏3 重点项目")
    assert not any(s == "推进硫磺深加工项目" or o == "重点项目" for s, _, o in found.claims("locatedIn"))
