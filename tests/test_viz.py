"""Pages: what is in them, where things are, and that nothing in a name can act."""

from __future__ import annotations

import json
import re
from itertools import combinations
from typing import Any

import pytest

from lianpu.model import EntityType
from lianpu.viz import Edge, Node, Quote, page
from lianpu.viz.layout import CHARACTER, COLUMN_GAP, MAX_ROWS, layout, wrap
from lianpu.viz.style import style

HOSTILE = (
    "<img src=x onerror=window.hacked=1>",
    "</script><script>window.hacked=1</script>",
    "{{ 7*7 }}",
    "<!--<script>",
    "\u2028'\"&",
)


def node(name: str, column: int = 0, kind: EntityType = "Product", **more: Any) -> Node:
    return Node(id=name, label=name, kind=kind, column=column, **more)


def embedded(html: str) -> dict[str, Any]:
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', html, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def test_a_page_is_the_same_twice() -> None:
    nodes, edges = [node("钢带"), node("轴承", 1)], [Edge(source="钢带", target="轴承", label="供给")]
    assert page(nodes, edges, "轴承") == page(nodes, edges, "轴承")


def test_every_class_has_its_own_shape_and_colour() -> None:
    kinds = style().kinds
    assert len({look.shape for look in kinds.values()}) == len({look.fill for look in kinds.values()}) == len(kinds) == 10


def test_a_declared_gap_has_a_shape_of_its_own_and_a_dashed_border() -> None:
    gap = style().states["declared"]
    assert gap.dashed and gap.shape not in {look.shape for look in style().kinds.values()}
    drawn = embedded(page([node("发动机", state="declared", note="招引")], [], "缺口"))["nodes"][0]
    assert drawn["shape"] == gap.shape and drawn["shapeProperties"]["borderDashes"] and drawn["label"] == "发动机\n招引"


def test_edges_of_reference_chains_are_dashed_and_named_in_the_legend() -> None:
    html = page([node("钢带"), node("轴承", 1)], [Edge(source="钢带", target="轴承", label="供给", kind="reference")], "轴承")
    assert embedded(html)["edges"][0]["dashes"]
    assert style().edges["reference"].label in html.split("<footer", 1)[1]


def test_the_legend_names_only_what_is_drawn() -> None:
    legend = page([node("发动机", state="declared")], [], "缺口").split("<footer", 1)[1]
    assert style().states["declared"].label in legend
    assert style().kinds["Agency"].label not in legend and style().edges["reference"].label not in legend


def test_sentences_stand_in_the_page_with_document_and_section() -> None:
    quote = Quote("重点招引发动机企业。", "示例规划", "二、补链")
    data = embedded(page([node("发动机", quotes=(quote,))], [], "缺口"))
    assert data["details"]["发动机"]["quotes"] == [{"text": quote.text, "document": quote.document, "section": quote.section}]


def test_an_edge_to_nowhere_is_not_drawn() -> None:
    assert embedded(page([node("钢带")], [Edge(source="钢带", target="轴承", label="供给")], "轴承"))["edges"] == []


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_text_wherever_they_stand(name: str) -> None:
    html = page([node(name, quotes=(Quote(name, name, name),))], [], name, subtitle=name, summary=[name])
    assert "<" not in name or name not in html
    details = embedded(html)["details"]
    assert details[name]["name"] == name and details[name]["quotes"][0]["text"] == name


def test_a_page_links_to_no_other_host() -> None:
    html = page([node("钢带")], [], "轴承")
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", html.split("<script>", 1)[0])
    assert "cdn" not in html.split("<script>", 1)[0]


def test_labels_cannot_overlap() -> None:
    nodes = [node(f"一种名称相当长的精密机械零部件{i}", column=i % 3, note="招引" if i % 2 else "") for i in range(60)]
    edges = [Edge(source=nodes[i].id, target=nodes[(i * 7 + 1) % 60].id, label="供给") for i in range(60)]
    places = layout(nodes, edges).places.values()
    widest = 11 * CHARACTER
    assert all(abs(a.x - b.x) >= widest or abs(a.y - b.y) >= 70 for a, b in combinations(places, 2))


def test_a_long_column_is_dealt_over_several() -> None:
    found = layout([node(str(i)) for i in range(MAX_ROWS * 2)], [])
    left, right = sorted({place.x for place in found.places.values()})
    assert right - left > COLUMN_GAP
    assert found.columns == {0: (left + right) / 2}


def test_rows_follow_what_they_are_linked_to() -> None:
    nodes = [*(node(f"a{i}") for i in range(4)), *(node(f"b{i}", 1) for i in range(4))]
    edges = [Edge(source=f"a{i}", target=f"b{3 - i}", label="供给") for i in range(4)]
    places = layout(nodes, edges).places
    assert all(places[f"a{i}"].y == places[f"b{3 - i}"].y for i in range(4))


@pytest.mark.parametrize(
    ("text", "lines"), [("轴承", 1), ("十一个汉字正好一行不折", 1), ("十二个汉字需要折成两行吧", 2), ("", 1)]
)
def test_labels_are_wrapped_evenly_and_lose_nothing(text: str, lines: int) -> None:
    wrapped = wrap(text, 11)
    assert wrapped.replace("\n", "") == text and wrapped.count("\n") + 1 == lines


def test_an_edge_inside_a_column_goes_round_what_is_between() -> None:
    nodes = [node("钢带"), node("钢板"), node("轴承", 1)]
    edges = [Edge(source="钢带", target="钢板", label="供给"), Edge(source="钢带", target="轴承", label="供给")]
    inside, across = embedded(page(nodes, edges, "轴承"))["edges"]
    assert inside["smooth"]["type"] == "curvedCW" and 0 < inside["smooth"]["roundness"] <= 0.5
    assert "smooth" not in across


def test_what_the_legend_says_is_not_repeated_on_every_edge() -> None:
    nodes = [node("钢带"), node("甲厂", 1, "Enterprise")]
    edges = [Edge(source="甲厂", target="钢带", label="候选", kind="candidate"), Edge(source="甲厂", target="钢带", label="生产")]
    assert [edge["label"] for edge in embedded(page(nodes, edges, "轴承"))["edges"]] == ["", "生产"]
