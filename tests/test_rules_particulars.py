"""Projects whose firm, place and goods stand behind labels."""

from __future__ import annotations

import pytest

from tests.marked import bare

PLAN = "襄阳市人工智能创新发展工作方案"
WANTED = {
    ("智能传感器产业化项目", "locatedIn", "樊城区"),
    ("人形机器人关节模组项目", "locatedIn", "襄州区"),
    ("湖北甲创传感科技有限公司", "produces", "智能传感器"),
}


@pytest.mark.parametrize(
    "text",
    [
        """1.智能传感器产业化项目。建设单位：湖北甲创传感科技有限公司。建设地点：樊城区。建设内容：年产智能传感器100万套。
2.人形机器人关节模组项目。建设单位：湖北乙动科技有限公司。建设地点：襄州区。""",
        """项目名称：智能传感器产业化项目
建设单位：湖北甲创传感科技有限公司
建设地点：樊城区
建设内容：年产智能传感器100万套
项目名称：人形机器人关节模组项目
建设单位：湖北乙动科技有限公司
建设地点：襄州区""",
    ],
)
def test_each_project_has_its_own_particulars(text: str) -> None:
    assert bare(text, title=PLAN).claims("locatedIn", "produces") >= WANTED


def test_labels_of_a_task_are_no_project() -> None:
    text = "推进产业链招商。牵头单位：市商务局。责任单位：樊城区人民政府。"
    assert bare(text, title=PLAN).claims("locatedIn") == set()
