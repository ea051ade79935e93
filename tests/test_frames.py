"""What a sector is to be extended to: the things named, not the ways and directions."""

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
