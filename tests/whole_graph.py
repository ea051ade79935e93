"""A graph with every kind of thing: documents, foreign text, a table, reference chains, derived facts, targets, awkward names."""

from __future__ import annotations

import msgspec
from graph_lines import plan

from lianpu.graph.records import Graph, TableLines
from lianpu.graph.resolve import resolve
from lianpu.model import DocumentLine, IndicatorLine, Line, TargetLine
from lianpu.ontology.chains import references

AWKWARD = "引'号\"件\\u0027}) DETACH DELETE n //<&>;，\u202e右\U0002070e左"
"""A name that would break out of a careless writer."""

CHAINS = ("chain/工程机械", "chain/轴承")


def figure(kind: type[TargetLine], **values: object) -> TargetLine:
    given = {"s": "工程机械", "metric": "产值", "value": 1500.5, "unit": "亿元", "op": ">=", "start": 3, "end": 9}
    return kind(**{**given, "quote": "产值的\r\n“目标”\t数", **values})  # type: ignore[arg-type]


def table() -> TableLines:
    head, *lines = plan(
        "供应商.csv", None, "Enterprise 乙厂;Product 推土机;Region 常州市", "乙厂 produces 推土机;乙厂 locatedIn 常州市"
    )
    shared = [msgspec.structs.replace(line, share=0.35) if getattr(line, "p", "") == "produces" else line for line in lines]
    return TableLines(name="供应商", file="供应商.csv", lines=(head, *shared))


def documents() -> list[tuple[Line, ...]]:
    targets = (
        figure(TargetLine, year=2027, value_max=1600.25),
        figure(TargetLine, metric="企业数", value=8, unit="", op="~"),
        figure(IndicatorLine, year=2022, value=0.1 + 0.2),
    )
    head, *lines = plan(
        "规划 一（甲）/#?.50%",
        "济宁市",
        "Enterprise 山推股份=山推=山推公司;Product 推土机;Industry 工程机械;Region 济宁市;Enterprise 外地厂;Agency 市工信局",
        "山推股份 produces 推土机 planned;山推股份 produces 推土机;山推股份 anchors 工程机械;济宁市 seeks 工程机械 recruit;"
        "济宁市 seeks 工程机械 extend;工程机械 leadAgency 市工信局",
        foreign="外地厂 produces 推土机",
        targets=targets,
    )
    assert isinstance(head, DocumentLine)
    said = DocumentLine(
        id=head.id,
        title="济宁市工程机械规划",
        number="甲发〔2024〕6 号",
        issuer=("甲市工信局", "甲市发改委"),
        date="2024-05",
        region="济宁市",
        horizon=(2023, 2027),
        cites=("《乙省规划》", "《甲省规划》"),
        file="规划 一.txt",
        sha256="ab" * 32,
        length=120,
    )
    renamed = [_renamed(line) for line in lines]
    other = plan("规划二", "邹城市", "Region 邹城市;Enterprise 山推股份=山推;Product 推土机", "山推股份 produces 推土机")
    return [(said, *renamed), other]


def _renamed(line: Line) -> Line:
    """The agency gets the awkward name."""
    names = {"市工信局": AWKWARD}
    changes = {key: names[value] for key in ("name", "s", "o") if (value := getattr(line, key, None)) in names}
    changes |= {"quote": f"{AWKWARD}\n\x0c", "text": AWKWARD} if changes else {}
    return msgspec.structs.replace(line, **changes)


def whole_graph() -> Graph:
    """The graph of those documents."""
    return resolve(documents(), tables=[table()], references=[one for one in references() if one.origin in CHAINS])
