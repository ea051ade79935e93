"""Projects whose firm, place and goods stand behind labels."""

from __future__ import annotations

import pytest

from tests.marked import bare, targets

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
        """1.智能传感器产业化项目
建设单位：湖北甲创传感科技有限公司
总投资：5亿元
建设地点：樊城区
2.人形机器人关节模组项目
建设单位：湖北乙动科技有限公司
建设地点：襄州区""",
        """1.智能传感器产业化项目（建设单位：湖北甲创传感科技有限公司；建设地点：樊城区）。年产智能传感器100万套。
2.人形机器人关节模组项目（建设单位：湖北乙动科技有限公司；建设地点：襄州区）。""",
        """●智能传感器产业化项目  建设单位：湖北甲创传感科技有限公司  建设地点：樊城区  总投资：5亿元
●人形机器人关节模组项目  建设单位：湖北乙动科技有限公司  建设地点：襄州区  总投资：2亿元""",
        """1.智能传感器产业化项目（湖北甲创传感科技有限公司，樊城区）。总投资5亿元，年产智能传感器100万套。
2.人形机器人关节模组项目（湖北乙动科技有限公司，襄州区）。总投资2亿元。""",
        """1.智能传感器产业化项目。由湖北甲创传感科技有限公司投资建设，选址樊城区，年产智能传感器100万套。
2.人形机器人关节模组项目。由湖北乙动科技有限公司承建，位于襄州区。""",
    ],
)
def test_each_project_has_its_own_particulars(text: str) -> None:
    assert bare(text, title=PLAN).claims("locatedIn", "produces") >= WANTED


def test_labels_of_a_task_are_no_project() -> None:
    text = "推进产业链招商。牵头单位：市商务局。责任单位：樊城区人民政府。"
    assert bare(text, title=PLAN).claims("locatedIn") == set()


@pytest.mark.parametrize(
    "text",
    [
        "1.智能传感器产业化项目。建设单位：湖北甲创传感科技有限公司；建设地点：樊城区；总投资：5亿元；建设厂房2万平方米。",
        "1.智能传感器产业化项目  建设单位：湖北甲创传感科技有限公司  建设地点：樊城区  总投资：5亿元",
        "项目名称：智能传感器产业化项目\n建设单位：湖北甲创传感科技有限公司\n建设地点：樊城区\n总投资：5亿元",
        "1.智能传感器产业化项目（湖北甲创传感科技有限公司，樊城区），总投资5亿元。",
    ],
)
def test_what_a_project_costs_is_its_own(text: str) -> None:
    found = targets(bare(text, title=PLAN))
    assert [(t.s, t.metric, t.value, t.unit) for t in found] == [("智能传感器产业化项目", "总投资", 5, "亿元")]


def test_a_town_behind_its_county() -> None:
    text = "1.智能传感器产业化项目。建设单位：湖北甲创传感科技有限公司。建设地点：襄州区白果镇。"
    claims = bare(text, title=PLAN).claims("locatedIn", "partOf")
    assert {
        ("智能传感器产业化项目", "locatedIn", "白果镇"),
        ("智能传感器产业化项目", "locatedIn", "襄州区"),
        ("白果镇", "partOf", "襄州区"),
    } <= claims


def test_a_sentence_about_a_task_goes_on_as_text() -> None:
    text = "推进智能传感器产业化项目。由湖北甲创传感科技有限公司建设。"
    assert "推进智能传感器产业化项目" not in bare(text, title=PLAN).entities()


def test_projects_below_the_place_that_heads_them() -> None:
    text = """一、樊城区（2个）
1.智能传感器产业化项目（湖北甲创传感科技有限公司，总投资5亿元）
2.电子级异丙醇项目（湖北丙纯材料有限公司，总投资4.2亿元）
二、襄州区（1个）
1.人形机器人关节模组项目（湖北乙动科技有限公司，总投资2亿元）"""
    found = bare(text, title=PLAN)
    assert found.claims("locatedIn", "produces") >= WANTED | {("电子级异丙醇项目", "locatedIn", "樊城区")}
    assert {(t.s, t.value) for t in targets(found)} == {
        ("智能传感器产业化项目", 5),
        ("电子级异丙醇项目", 4.2),
        ("人形机器人关节模组项目", 2),
    }
