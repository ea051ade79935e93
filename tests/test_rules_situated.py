"""Where a project lies that a sentence is about."""

from __future__ import annotations

import pytest

from tests.marked import bare

PLAN = "襄阳市人工智能创新发展工作方案"


@pytest.mark.parametrize(
    "sentence",
    [
        "智能传感器产业化项目位于樊城区，总投资5亿元。",
        "智能传感器产业化项目由湖北甲创传感科技有限公司投资建设，位于樊城区，年产智能传感器100万套。",
        "智能传感器产业化项目总投资5亿元，选址樊城区。",
    ],
)
def test_a_project_lies_where_its_sentence_says(sentence: str) -> None:
    assert ("智能传感器产业化项目", "locatedIn", "樊城区") in bare(sentence, title=PLAN).claims("locatedIn")


def test_a_project_without_a_name_lies_nowhere() -> None:
    assert bare("重点项目位于樊城区，总投资5亿元。", title=PLAN).claims("locatedIn") == set()
