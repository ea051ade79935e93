"""What every extracted line keeps, whatever the document says."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianpu import extract
from lianpu.extract import read as files
from lianpu.extract.document import Source
from lianpu.model import DocumentLine, EntityLine, FactLine, Line, TargetLine, encode_lines
from lianpu.ontology import schema

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
CORPUS = sorted([*SHARED.glob("corpus*/*.txt"), *SHARED.glob("gold*/*.txt")])
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))

PLAN = """济宁市绿色建材产业发展规划（2021—2025年）

济政发〔2021〕99号

第一章  总体要求

到2025年，绿色建材产业营业收入达到300亿元，规模以上企业达到120家。

第二章  重点任务

一、绿色建材产业

依托邹城市甲山水泥有限公司、曲阜乙河玻璃有限公司等骨干企业，重点发展光伏玻
璃、保温板材、特种陶瓷等产品。招引密封胶生产企业，突破低碳胶凝材料制备技术。
建设济宁绿色建材产业园，打造全省领先的装配式建筑部品基地。

— 3 —

二、责任分工

牵头单位：市工业和信息化局。责任单位：市住房和城乡建设局、市科技局。
"""


def source(text: str) -> Source:
    return Source("t", "t.txt", text, "", "utf-8")


def faults(text: str, lines: tuple[Line, ...]) -> list[str]:
    """Everything about the lines that breaks the contract."""
    head, *rest = lines
    out = [] if isinstance(head, DocumentLine) else ["the first line is not the document's"]
    names = [line.name for line in rest if isinstance(line, EntityLine)]
    out += [f"two entities named {name}" for name, n in Counter(names).items() if n > 1]
    known = set(names)
    claims: Counter[tuple[object, ...]] = Counter()
    for line in rest:
        assert not isinstance(line, DocumentLine)
        if text[line.start : line.end] != line.quote or not line.quote:
            out.append(f"span of {line}")
        if isinstance(line, FactLine):
            predicate = schema().predicates[line.p]
            out += [f"{end} of {line} is no entity" for end in (line.s, line.o) if end not in known]
            if line.status not in predicate.status:
                out.append(f"status of {line}")
            claims[line.s, line.p, line.o, line.start, line.end, line.status, line.order, line.position] += 1
        elif isinstance(line, TargetLine):
            if line.s not in known:
                out.append(f"subject of {line} is no entity")
            claims[line.s, type(line), line.metric, line.year, line.value, line.unit, line.start, line.end] += 1
    return out + [f"stated twice: {claim}" for claim, n in claims.items() if n > 1]


def test_the_plan_says_something_of_every_kind() -> None:
    lines = extract.extract_source(source(PLAN))
    assert {type(line).__name__ for line in lines} >= {"DocumentLine", "EntityLine", "FactLine", "TargetLine"}
    assert {line.p for line in lines if isinstance(line, FactLine)} >= {"locatedIn", "focusesOn", "regulates", "leadAgency"}
    assert faults(PLAN, lines) == []


def test_a_broken_line_is_noticed() -> None:
    lines = extract.extract_source(source(PLAN))
    assert any("span" in fault for fault in faults("　" + PLAN, lines))
    assert any("twice" in fault for fault in faults(PLAN, (*lines, lines[-1], lines[-1])))
    entity = next(line for line in lines if isinstance(line, EntityLine))
    assert any("two entities" in fault for fault in faults(PLAN, (*lines, entity)))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_examples_keep_the_contract(path: Path) -> None:
    text = files.read(path, max_size=extract.MAX_SIZE).text
    lines = extract.extract(path)
    assert faults(text, lines) == []
    assert encode_lines(lines) == encode_lines(extract.extract(path))


@pytest.mark.skipif(not CORPUS, reason="no reference corpus beside the repository")
def test_the_corpus_keeps_the_contract() -> None:
    whole = os.environ.get("LIANPU_REQUIRE_ALL") == "1"  # elsewhere the shortest documents, to be quick
    for path in CORPUS if whole else sorted(CORPUS, key=lambda p: p.stat().st_size)[:4]:
        text = files.read(path, max_size=extract.MAX_SIZE).text
        assert faults(text, extract.extract(path)) == [], path.name


def test_nothing_needs_the_faster_word_splitter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rjieba", None)
    assert len(extract.extract_source(source(PLAN))) > 10


def test_line_wraps_change_spans_only() -> None:
    wrapped = PLAN.replace("达到300亿元", "达到\n300亿元")

    def said(text: str) -> set[tuple[str, str, str]]:
        return {(x.s, x.p, x.o) for x in extract.extract_source(source(text)) if isinstance(x, FactLine)}

    assert said(wrapped) == said(PLAN)


WORDS = """
依托 围绕 重点发展 招引 突破 打造 支持 建设 以 为龙头 产业链 产业 产业园 集团 有限公司 研究院 实验室 市 链 业
市工业和信息化局 济宁市 邹城 济宁高新区 光伏玻璃 密封胶 绿色建材 上游 下游 到2025年 达到300亿元 20%以上 约 等
和 及 、 ， 。 ； ： （ ） “ ” 《 》 —— → + 一、 （二） 第一章 1. 牵头单位： 责任单位：
的 | － Ａ ｌ 😀 〔2021〕 — 3 · … 、和 （）
"""
PIECES = st.sampled_from(["\n", "\r\n", "\u3000", "\t", "、", "，", "。", *WORDS.split()])
TEXTS = st.lists(PIECES | st.text(alphabet="的一是工业园发展镇𠀀９％\n\u3000 。，", max_size=4), max_size=60).map("".join)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_is_read_and_every_span_holds(text: str) -> None:
    assert faults(text, extract.extract_source(source(text))) == []
