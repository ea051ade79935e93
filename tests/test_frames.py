"""What a sector is to be extended to, and which fields are to be broken through in."""

from __future__ import annotations

import pytest

from lianpu.extract import frames
from lianpu.extract.clauses import Span
from lianpu.extract.frames import Act


def extended(text: str) -> list[Act]:
    return [act for act in frames.parse(text, Span(0, len(text))).acts if act.status == "extend"]


@pytest.mark.parametrize(
    ("text", "subject", "listed"),
    [
        ("推动纺纱产业向面料、服装等下游产品延伸", "纺纱产业", "面料、服装"),
        ("支持药企向功能食品、化妆品等领域不断拓展", "药企", "功能食品、化妆品"),
        ("引导铸造企业向上游的生铁冶炼延伸", "铸造企业", "生铁冶炼"),
    ],
)
def test_things_that_a_sector_extends_to_are_sought(text: str, subject: str, listed: str) -> None:
    (act,) = extended(text)
    assert act.kind == "seek"
    assert act.subject is not None
    assert text[act.subject.start : act.subject.end] == subject
    assert [text[s.start : s.end] for s in act.objects] == [listed]


@pytest.mark.parametrize(
    "text", ["推动纺纱产业向高端化延伸", "推动产业链向上下游延伸", "推动制造业向价值链中高端拓展", "引导企业向园区集聚"]
)
def test_ways_and_directions_are_not(text: str) -> None:
    assert extended(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("围绕纺纱、印染等产业，着力突破一批关键技术", "breakthrough"),
        ("围绕纺纱、印染等产业，着力突破一批带动力强的大项目", "planned"),
        ("开展联合攻关，重点在纺纱、印染等核心技术上发力，推动成果转化", "breakthrough"),
        ("开展推广活动，重点在纺纱、印染等核心技术上发力", "planned"),
        ("围绕纺纱、印染等产业，招引一批带动力强的大项目", "recruit"),
    ],
)
def test_fields_are_broken_through_in_by_techniques_not_by_projects(text: str, status: str) -> None:
    acts = frames.parse(text, Span(0, len(text))).acts
    fields = [act for act in acts if text[act.objects[0].start : act.objects[0].end].startswith("纺纱、印染")]
    assert [act.status for act in fields] == [status]
