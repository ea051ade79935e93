"""Tables whose columns only blanks part, as text that was copied from a page has them."""

from __future__ import annotations

import marked

TITLE = "东昌府区制造业发展规划（2026—2030年）"


def test_columns_parted_by_runs_of_blanks() -> None:
    found = marked.bare(
        "序号  项目名称  建设单位  建设地点  总投资（亿元）\n"
        "1  年产6万吨磷酸锰铁锂项目  山东锂沃新能源有限公司  嘉明经济开发区  22\n"
        "重点培育\n"
        "2  汽车轻量化轮毂扩能项目  山东铸远科技有限公司  堂邑镇  8\n"
        "各镇街要抓好落实。",
        title=TITLE,
    )
    assert ("年产6万吨磷酸锰铁锂项目", "locatedIn", "嘉明经济开发区") in found.claims()
    assert ("汽车轻量化轮毂扩能项目", "locatedIn", "堂邑镇") in found.claims()


def test_titles_parted_by_single_blanks_have_to_be_known_all() -> None:
    rows = "\n蒲公英精酿中心 乡镇 5 预期性\n"
    table = marked.bare("指标名称 单位 2030年 属性\n工业用水重复利用率 % 88 预期性", title=TITLE)
    assert [(t.metric, t.value, t.unit, t.year) for t in marked.targets(table)] == [("工业用水重复利用率", 88, "%", 2030)]
    assert not marked.targets(marked.bare("指标名称 我们 2030年 属性" + rows, title=TITLE))
    assert not marked.targets(marked.bare("单位 项目名称\n" + rows, title=TITLE))
