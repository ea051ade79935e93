"""Two short plans as lines, for the tests that hold SPARQL and Cypher together."""

from __future__ import annotations

from lianpu.model import DocumentLine, EntityLine, EntityType, FactLine, Line, Status, TargetLine

JINING_ENTITIES: dict[str, EntityType] = {
    "济宁市": "Region",
    "邹城市": "Region",
    "济宁经开区": "Park",
    "山推股份": "Enterprise",
    "东华重工": "Enterprise",
    "工程机械": "Industry",
    "高端装备产业": "Industry",
    "推土机": "Product",
    "发动机": "Product",
    "市工业和信息化局": "Agency",
    "市科技局": "Agency",
    "济宁市装备产业规划": "Policy",
    "轴承产业": "Industry",
}
JINING_FACTS: tuple[tuple[str, str, str, Status], ...] = (
    ("山推股份", "locatedIn", "济宁经开区", "existing"),
    ("济宁经开区", "locatedIn", "济宁市", "existing"),
    ("东华重工", "locatedIn", "邹城市", "existing"),
    ("山推股份", "anchors", "工程机械", "existing"),
    ("山推股份", "produces", "推土机", "existing"),
    ("山推股份", "produces", "推土机", "planned"),
    ("东华重工", "produces", "工程机械", "planned"),
    ("工程机械", "subIndustryOf", "高端装备产业", "existing"),
    ("济宁经开区", "focusesOn", "工程机械", "planned"),
    ("工程机械", "seeks", "发动机", "recruit"),
    ("邹城市", "seeks", "推土机", "breakthrough"),
    ("高端装备产业", "leadAgency", "市工业和信息化局", "existing"),
    ("工程机械", "responsibleAgency", "市科技局", "existing"),
    ("邹城市", "focusesOn", "轴承产业", "planned"),
)
EAST_ENTITIES: dict[str, EntityType] = {
    "东昌府区": "Region",
    "金帝": "Enterprise",
    "轴承产业": "Industry",
    "轴承钢": "Product",
    "远方钢厂": "Enterprise",
    "东昌府区轴承规划": "Policy",
    "嘉明经开区": "Park",
    "工程机械": "Industry",
    "水城钢厂": "Enterprise",
    "轴承检测中心": "Platform",
    "轴承钢生产项目": "Project",
    "水城大学": "Institution",
    "润滑脂": "Product",
}
EAST_FACTS: tuple[tuple[str, str, str, Status], ...] = (
    ("金帝", "anchors", "轴承产业", "existing"),
    ("轴承产业", "seeks", "轴承钢", "breakthrough"),
    ("轴承产业", "seeks", "润滑脂", "supplement"),
    ("水城钢厂", "produces", "轴承钢", "existing"),
    ("金帝", "produces", "轴承钢", "planned"),
    ("金帝", "worksWith", "水城大学", "existing"),
    ("嘉明经开区", "locatedIn", "东昌府区", "existing"),
    ("嘉明经开区", "focusesOn", "工程机械", "planned"),
    ("轴承检测中心", "locatedIn", "嘉明经开区", "existing"),
    ("轴承检测中心", "supports", "轴承产业", "existing"),
    ("轴承钢生产项目", "locatedIn", "嘉明经开区", "planned"),
    ("轴承钢", "stageOf", "轴承产业", "existing"),
    ("轴承钢", "feeds", "轴承产业", "existing"),
    ("东昌府区", "focusesOn", "轴承产业", "planned"),
    ("东昌府区轴承规划", "regulates", "轴承产业", "existing"),
)


def documents() -> tuple[tuple[Line, ...], ...]:
    """The lines of both plans; the second carries a sentence of another jurisdiction."""
    jining = DocumentLine(
        id="jining", file="jining.txt", title="济宁市装备产业规划", region="济宁市", region_code="370800", length=5000
    )
    east = DocumentLine(
        id="east", file="east.txt", title="东昌府区轴承规划", region="东昌府区", region_code="371502", length=5000
    )
    targets = (
        _target("高端装备产业", "营业收入", 1500, "亿元", 2025, 4000),
        _target("工程机械", "企业数量", 30, "家", None, 4100),
    )
    foreign = _fact("远方钢厂", "anchors", "轴承产业", "existing", 3000, foreign=True)
    return (
        (jining, *_entities(JINING_ENTITIES), *_facts(JINING_FACTS), *targets),
        (east, *_entities(EAST_ENTITIES), *_facts(EAST_FACTS), foreign),
    )


def _entities(names: dict[str, EntityType]) -> tuple[EntityLine, ...]:
    return tuple(
        EntityLine(type=kind, name=name, quote=name, text=name, start=10 * n, end=10 * n + len(name), foreign=name == "远方钢厂")
        for n, (name, kind) in enumerate(names.items())
    )


def _facts(rows: tuple[tuple[str, str, str, Status], ...]) -> tuple[FactLine, ...]:
    return tuple(_fact(s, p, o, status, 1000 + 50 * n) for n, (s, p, o, status) in enumerate(rows))


def _fact(s: str, p: str, o: str, status: Status, start: int, *, foreign: bool = False) -> FactLine:
    quote = f"规划提出{s}与{o}（{p}，{status}）"
    return FactLine(
        s=s,
        p=p,
        o=o,
        status=status,
        quote=quote,
        text=quote,
        start=start,
        end=start + len(quote),
        section="二、任务",
        rule="test",
        foreign=foreign,
        position="upstream" if p == "stageOf" else None,
    )


def _target(s: str, metric: str, value: float, unit: str, year: int | None, start: int) -> TargetLine:
    quote = f"{s}{metric}达到{value:g}{unit}"
    return TargetLine(
        s=s,
        metric=metric,
        value=value,
        unit=unit,
        year=year,
        op="=",
        quote=quote,
        text=quote,
        start=start,
        end=start + len(quote),
        section="一、目标",
        rule="test",
    )
