"""Labels in front of lists: however they are numbered and marked, what stands behind them is read, under its heading."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from lianpu.extract import extract, labels
from lianpu.extract.document import Paragraph
from lianpu.model import FactLine

LISTS = (
    ("主攻方向", "高频覆铜板、柔性电路板"),
    ("重点企业", "华讯光电、鼎立微电子"),
    ("补链方向", "光刻胶、驱动芯片"),
    ("重点园区", "樟树工业园、万载县"),
    ("牵头单位", "市工信局"),
)
SAID = {
    ("focusesOn", "柔性电路板"),
    ("anchors", "鼎立微电子"),
    ("seeks", "驱动芯片"),
    ("focusesOn", "樟树工业园"),
    ("focusesOn", "万载县"),
    ("leadAgency", "市工信局"),
}
FORMS = (
    "{label}：{value}。",
    "【{label}】{value}。",
    "——{label}：{value}。",
    "{label}。{value}。",
    "（1）{label}：{value}。",
    "**{label}**：{value}",
)
HEADS = (
    "（一）做强电子信息产业",
    "产业链一：电子信息产业",
    "链条一：电子信息",
    "1.电子信息产业",
    "第一节 电子信息产业",
    "一、电子信息产业集群",
)


def _said(tmp_path: Path, head: str, form: str) -> set[tuple[str, str]]:
    """What is said of electronics: the predicate and the other end."""
    lists = "\n".join(form.format(label=label, value=value) for label, value in LISTS)
    other = head.replace("一", "二").replace("1", "2").replace("电子信息", "纺织服装")
    file = tmp_path / "plan.txt"
    file.write_text(
        f"宜春市重点产业链发展行动方案\n一、总体要求\n坚持链式发展。\n二、重点产业链\n{head}\n{lists}\n{other}\n",
        encoding="utf-8",
    )
    facts = [line for line in extract(file) if isinstance(line, FactLine)]
    own = {(line.p, line.o) for line in facts if line.s.startswith("电子信息")}
    return own | {(line.p, line.s) for line in facts if line.o.startswith("电子信息")}


@pytest.mark.parametrize("form", FORMS)
def test_a_label_is_one_in_any_dress(tmp_path: Path, form: str) -> None:
    assert _said(tmp_path, HEADS[0], form) >= SAID


@pytest.mark.parametrize("head", HEADS)
def test_its_heading_owns_what_a_label_lists(tmp_path: Path, head: str) -> None:
    assert _said(tmp_path, head, FORMS[1]) >= SAID


@pytest.mark.parametrize("label", ["依托企业", "重点培育企业", "支撑企业", "代表性企业"])
def test_firms_behind_a_label_carry_the_sector(tmp_path: Path, label: str) -> None:
    assert ("anchors", "鼎立微电子") in _said(tmp_path, HEADS[0], FORMS[0].replace("{label}", label))


@pytest.mark.parametrize(
    "text",
    [
        "（1）总体目标。到2027年，产值翻一番。",
        "甲市产业规划——甲乙丙丁",
        "中国—东盟丙园建成，重点发展乙。",
        "主攻方向。依托甲园重点发展乙、丙，引进丁企业。",
        "——集群能级提升。产值增长一成。",
        "（1）重点企业",
    ],
)
def test_what_is_no_label_of_a_list_stays_as_it_is(text: str) -> None:
    paragraph = Paragraph(text, array("i", range(len(text))))
    assert labels.plain(paragraph) is paragraph


@pytest.mark.parametrize("text", ["【甲市】重点发展乙、丙。", "甲市——重点发展乙、丙。", "［甲市］：重点发展乙、丙。"])
def test_whom_a_paragraph_is_about_stands_before_a_colon(text: str) -> None:
    assert labels.plain(Paragraph(text, array("i", range(len(text))))).text == "甲市：重点发展乙、丙。"


def test_each_bracket_of_a_paragraph_is_a_label_and_characters_keep_their_places() -> None:
    text = "【重点企业】甲、乙。【招商方向】：丙。"
    found = labels.plain(Paragraph(text, array("i", range(len(text)))))
    assert found.text == "重点企业：甲、乙。招商方向：丙。"
    assert all(text[at] == c or c == "：" for at, c in zip(found.offsets, found.text, strict=True))


@pytest.mark.parametrize(
    "line",
    [
        "（1）上高县：主导产业：陶瓷板、脱水蔬菜；承载园区：上高工业园。",
        "（1）上高县：突出陶瓷板和脱水蔬菜两大特色，依托上高工业园。",
    ],
)
def test_a_place_with_its_own_labels_and_deeds_behind_a_number_owns_them(tmp_path: Path, line: str) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(f"宜春市制造业高质量发展行动方案\n一、总体要求\n坚持统筹协调。\n二、空间布局\n{line}\n", encoding="utf-8")
    facts = {(f.s, f.p, f.o) for f in extract(file) if isinstance(f, FactLine)}
    assert ("上高县", "focusesOn", "脱水蔬菜") in facts
    assert not [o for _, _, o in facts if o == "承载园区"]


@pytest.mark.parametrize(
    "lines",
    [
        "（1）上游环节：碳酸锂、石墨。\n（2）下游环节：储能电站、电动自行车。",
        "——上游。碳酸锂、石墨。\n——下游。储能电站、电动自行车。",
        "【上游】碳酸锂、石墨。【下游】储能电站、电动自行车。",
        "上游（原材料）：碳酸锂、石墨；下游（应用）：储能电站、电动自行车。",
    ],
)
def test_stages_of_a_chain_are_labels(tmp_path: Path, lines: str) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(f"宜春市新能源产业规划（2024—2027年）\n第一章 重点产业\n第一节 锂电池产业链\n{lines}\n", encoding="utf-8")
    said = {(f.s, f.position) for f in extract(file) if isinstance(f, FactLine) and f.p == "stageOf"}
    assert said == {("碳酸锂", "upstream"), ("石墨", "upstream"), ("储能电站", "downstream"), ("电动自行车", "downstream")}
