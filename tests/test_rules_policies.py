"""Plans and laws without 《》 in marked sentences."""

from __future__ import annotations

import marked
import pytest

REPORT = "2026年辽宁省政府工作报告"

NAMED = [
    "推动出台<Policy>湿地生态补偿条例</Policy>。",
    "制定<Policy>沈阳航空城改革试点方案</Policy>、<Policy>辽河口生态旅游发展规划</Policy>，办好展会。",
    "深入落实<Policy>渔业资源保护法</Policy>。",
    "<Policy>辽东绿色林区转型发展方案</Policy>获国家批复。",
    "争取<Policy>冰雪经济和避暑经济实施方案</Policy>获批。",
]
UNNAMED = [
    "研究制定专项规划。",
    "实施循环利用倍增行动计划。",
    "制定具体实施方案和年度工作方案。",
    "完善规划方案编制。",
    "编制各市发展规划，提供整体解决方案。",
]


@pytest.mark.parametrize("sentence", NAMED)
def test_issued_and_carried_out_plans_are_policies(sentence: str) -> None:
    assert marked.read(sentence, title=REPORT).marks


@pytest.mark.parametrize("sentence", UNNAMED)
def test_kinds_of_plans_and_programmes_are_none(sentence: str) -> None:
    found = marked.bare(sentence, title=REPORT).entities()
    assert [name for name, kind in found.items() if kind == "Policy" and name not in (REPORT, "本报告")] == []
