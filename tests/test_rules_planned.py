"""regulates beyond headings: industries that a plan counts among its leading ones, tracks, sentences that are headings."""

from __future__ import annotations

import marked
import pytest

from lianpu.extract import extract_source
from lianpu.extract.document import Source
from lianpu.model import FactLine

REPORT = "2026年辽宁省政府工作报告"
CITY = "绍兴市人工智能产业行动方案（2026—2028年）"

LEADING = [
    (
        "大力发展<Industry>船舶制造</Industry>、<Industry>冰雪旅游</Industry>等优势产业。",
        {"船舶制造", "冰雪旅游"},
    ),
    (
        "加快布局<Industry>深海采矿</Industry>、<Industry>核聚变能</Industry>、<Industry>生物铸造</Industry>等三大未来产业。",
        {"深海采矿", "核聚变能", "生物铸造"},
    ),
    (
        "构建以<Industry>船舶制造</Industry>、<Industry>冰雪旅游</Industry>两大产业为主导的体系。",
        {"船舶制造", "冰雪旅游"},
    ),
    ("大力发展<Industry>冰雪经济</Industry>。建设雪场20处。", {"冰雪经济"}),
    ("培育<Industry>船舶制造</Industry>、<Industry>冰雪旅游</Industry>两大百亿级产业。", {"船舶制造", "冰雪旅游"}),
    ("打造<Industry>船舶制造</Industry>、<Industry>冰雪旅游</Industry>“2个千亿元级产业”。", {"船舶制造", "冰雪旅游"}),
    ("重点发展<Industry>船舶制造</Industry>、<Industry>冰雪旅游</Industry>等产业。", {"船舶制造", "冰雪旅游"}),
    (
        "一是<Industry>船舶制造产业</Industry>，加快扩能。二是<Industry>冰雪旅游产业</Industry>，提升品质。",
        {"船舶制造产业", "冰雪旅游产业"},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), LEADING)
def test_leading_industries_are_planned_for(sentence: str, expected: set[str]) -> None:
    found = marked.read(sentence, title=REPORT)
    assert {o for _, _, o in found.claims("regulates")} == {"辽宁省", *expected}


NOT_PLANNED = [
    "前瞻布局深海采矿、生物铸造等未来产业。",
    "围绕船舶制造、冰雪旅游等优势产业开展招商。",
    "支持鞍山发展船舶制造、冰雪旅游等优势产业。",
    "培育壮大新兴产业和未来产业。建设雪场20处。",
    "优化提升传统产业。建设雪场20处。",
    "支持船舶制造、冰雪旅游等产业。",
    "一是主导产业，加快扩能。二是新兴产业，提升品质。",
]


@pytest.mark.parametrize("sentence", NOT_PLANNED)
def test_uses_counties_and_praise_are_not_planned_for(sentence: str) -> None:
    assert {o for _, _, o in marked.bare(sentence, title=REPORT).claims("regulates")} == {"辽宁省"}


HEADINGS = [
    ("赛道一：AI+光学元件、耐磨合金", {"光学元件", "耐磨合金"}),
    ("方向/赛道二：光子芯片与机器视觉", {"光子芯片", "机器视觉"}),
    ("一、创新成果突出", set()),
    ("一、培育企业群体", set()),
    ("1.人工智能发展路径表", set()),
]


@pytest.mark.parametrize(("heading", "expected"), HEADINGS)
def test_headings_name_sectors_or_states(heading: str, expected: set[str]) -> None:
    text = "\n".join([CITY, heading, "夯实发展根基。", "二、保障措施", "加强组织领导。"]) + "\n"
    lines = extract_source(Source("t", "t.txt", text, "", "utf-8"))
    found = {line.o for line in lines if isinstance(line, FactLine) and line.p == "regulates"}
    assert found == {"绍兴市", "人工智能产业", *expected}
