"""A way between two entities, each step with its sentence or marked as a statement of a reference chain."""

from __future__ import annotations

import pytest

from lianpu.errors import UnknownNameError
from lianpu.graph.resolve import Graph, resolve
from lianpu.model import DocumentLine, EntityLine, EntityType, FactLine, Line
from lianpu.ontology.chains import references
from lianpu.queries.path import path

TYPES: dict[str, EntityType] = {
    "厂": "Enterprise",
    "链": "Industry",
    "业": "Industry",
    "械": "Industry",
    "市": "Region",
    "区": "Region",
}


def _plan(name: str, code: str, region: str, *facts: tuple[str, str, str]) -> tuple[Line, ...]:
    lines: list[Line] = [DocumentLine(id=name, title=f"{region}规划", region=region, region_code=code)]
    names = dict.fromkeys(end for s, _, o in facts for end in (s, o))
    lines += (EntityLine(type=TYPES.get(n[-1], "Product"), name=n, quote=n, start=i, end=i + len(n)) for i, n in enumerate(names))
    for i, (s, p, o) in enumerate(facts):
        quote = f"文中写道{s}与{o}"
        start = 100 * (i + 1)
        status = "recruit" if p == "seeks" else "existing"
        lines.append(FactLine(s=s, p=p, o=o, status=status, quote=quote, text=quote, start=start, end=start + len(quote)))
    return tuple(lines)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return resolve(
        (
            _plan("laiwu", "370116", "莱芜区", ("泰钢厂", "anchors", "不锈钢产业"), ("泰钢厂", "locatedIn", "莱芜区")),
            _plan("east", "371502", "东昌府区", ("金帝厂", "anchors", "轴承产业"), ("轴承产业", "seeks", "钢带")),
            _plan("jining", "370800", "济宁市", ("山推厂", "anchors", "工程机械"), ("孤厂", "locatedIn", "济宁市")),
        ),
        references=references(),
    )


def test_steel_bearings_and_machines_are_joined_by_reference_chains(graph: Graph) -> None:
    found = path(graph, "泰钢厂", "山推厂")
    assert (found.start.place, found.end.place) == ("济南市莱芜区", "济宁市")
    assert [s.target.name for s in found.steps][-1] == "山推厂"
    assert [s.source.name for s in found.steps[1:]] == [s.target.name for s in found.steps[:-1]]
    assert not found.steps[0].reference
    assert not found.steps[-1].reference
    inner = found.steps[1:-1]
    assert inner
    assert all(s.reference and s.origin.startswith("chain/") and ".yaml 行 " in s.place and not s.evidence for s in inner)


def test_steps_of_documents_carry_their_sentence(graph: Graph) -> None:
    step = path(graph, "泰钢厂", "金帝厂").steps[0]
    assert step.forward
    assert step.predicate == "anchors"
    assert [e.text for e in step.evidence] == ["文中写道泰钢厂与不锈钢产业"]


def test_nothing_leads_through_a_region_or_a_wish(graph: Graph) -> None:
    assert path(graph, "孤厂", "山推厂").steps == ()
    assert all(s.predicate != "seeks" for s in path(graph, "金帝厂", "泰钢厂").steps)


def test_an_unknown_end_suggests_near_names(graph: Graph) -> None:
    with pytest.raises(UnknownNameError) as caught:
        path(graph, "泰钢", "山推厂")
    assert "泰钢厂" in caught.value.near
