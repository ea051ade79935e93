"""What stands behind goods and is no part of their name: capacities, routes, paces; whose chain a run of stages is."""

from __future__ import annotations

import marked
import pytest

from lianpu.extract import lists, names


@pytest.mark.parametrize(
    ("listed", "goods"),
    [
        ("陶瓷球后段加工能力", "陶瓷球"),
        ("圆锥滚子新应用领域", "圆锥滚子"),
        ("完整圆锥滚子产品体系", "圆锥滚子"),
        ("圆锥滚子进口替代", "圆锥滚子"),
        ("密封圈量产", "密封圈"),
        ("密封圈核心技术攻关", "密封圈"),
        ("加工中心", "加工中心"),
    ],
)
def test_capacities_and_routes_are_no_part_of_what_they_are_of(listed: str, goods: str) -> None:
    found = names.topic(listed)
    assert found is not None and found[0] == goods


@pytest.mark.parametrize("sentence", ["提升后段加工能力。", "加快产业化步伐。", "拓展新应用领域。"])
def test_a_capacity_of_nothing_named_is_nothing(sentence: str) -> None:
    assert not marked.bare(sentence).claims("focusesOn")


def test_a_quoted_run_of_stages_is_of_the_goods_in_front_of_it() -> None:
    found = marked.bare("重点壮大锂电池“配料—涂布—化成”产业链。", section="（二）先进材料产业")
    assert {(f.s, f.o) for f in found.facts() if f.p == "stageOf"} == {(s, "锂电池") for s in ("配料", "涂布", "化成")}


def test_a_conjunction_in_front_of_the_last_mark_joins_the_words_of_a_name() -> None:
    def items(listed: str) -> list[str]:
        return [item.text for item in lists.parse(listed, 0, len(listed)).items]

    assert items("机床研发与制造、机床运营与维护、机床培训") == ["机床研发与制造", "机床运营与维护", "机床培训"]
    assert items("制药和食品制造业、金融服务业、商贸服务业") == ["制药和食品制造业", "金融服务业", "商贸服务业"]
    assert items("圆锥滚子和保持架、密封圈") == ["圆锥滚子", "保持架", "密封圈"]


def test_firms_that_come_one_after_the_other_stand_in_the_park_that_opens_the_sentence() -> None:
    found = marked.bare("在嘉明工业园，金帝精密、博源节能等企业相继落户。").claims("locatedIn")
    assert {(firm, "locatedIn", "嘉明工业园") for firm in ("金帝精密", "博源节能")} <= found
    one_by_one = marked.bare("金帝精密、博源节能、中通客车相继落户嘉明经开区。").claims("locatedIn")
    assert ("中通客车", "locatedIn", "嘉明经开区") in one_by_one


def test_sectors_that_are_aimed_at_and_wooed_for_are_sought() -> None:
    found = marked.bare("东昌府区聚焦轴承、钢管、滚针、保持器四大重点产业加大招商力度。").claims("seeks")
    assert {"轴承", "钢管", "保持器"} <= {o for _, _, o in found}
    aimed = marked.bare("东昌府区聚焦轴承、钢管、滚针、保持器四大重点产业加快转型。").claims("seeks")
    assert not aimed
