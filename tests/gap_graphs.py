"""Small resolved graphs for the tests of gaps: statements as ``subject predicate object [status] [upstream|1]``."""

from __future__ import annotations

from dataclasses import dataclass, field

from lianpu.ids import digest, entity_id
from lianpu.model import Claim, DocumentLine, Entity, EntityType, Fact, Status, Target

TYPES: dict[str, EntityType] = {
    "市": "Region",
    "区": "Region",
    "省": "Region",
    "园": "Park",
    "厂": "Enterprise",
    "集团": "Enterprise",
    "产业": "Industry",
    "集群": "Industry",
    "机械": "Industry",
    "装备": "Industry",
    "商贸": "Industry",
    "意见": "Policy",
    "实验室": "Platform",
}
CODES = {"济宁市": "370800", "东昌府区": "371502", "莱芜区": "370116", "聊城市": "371500", "淄博市": "370300", "任城区": "370811"}
SEEKS = {"recruit", "supplement", "breakthrough", "extend"}


@dataclass(frozen=True)
class Records:
    """The tuples that the questions read."""

    documents: tuple[DocumentLine, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    targets: tuple[Target, ...]
    claims: tuple[Claim, ...]


@dataclass
class Plan:
    """One document: its region and its statements, each with the sentence 某文写明：…"""

    region: str
    statements: str
    foreign: bool = False
    origin: str = "documents"
    targets: tuple[tuple[str, str, float, str], ...] = ()
    claims: list[Claim] = field(default_factory=list)


def identify(name: str) -> str:
    """The id of a name, its class told by its last characters (a product otherwise)."""
    return entity_id(kind(name), name)


def kind(name: str) -> EntityType:
    """The class of a name, by its ending; a product if it has none of the endings."""
    return next((t for ending, t in TYPES.items() if name.endswith(ending)), "Product")


def graph(*plans: Plan) -> Records:
    """Resolve the plans: one fact per subject, predicate, object and origin; firms work where their plan's region is."""
    documents = tuple(
        DocumentLine(id=f"plan{n}", title=f"{p.region}规划{n}", region=p.region, region_code=CODES[p.region])
        for n, p in enumerate(plans)
    )
    claims = [claim for n, plan in enumerate(plans) for claim in _claims(f"plan{n}", plan)]
    facts = {
        (c.s, c.p, c.o, c.origin): _fact([d for d in claims if (d.s, d.p, d.o, d.origin) == (c.s, c.p, c.o, c.origin)])
        for c in claims
    }
    located = {fact.s for fact in facts.values() if fact.p == "locatedIn"}
    for claim in claims:
        here = identify(plans[int(claim.document[4:])].region)
        if claim.p in ("anchors", "produces") and claim.origin == "documents" and claim.s not in located:
            facts[claim.s, "locatedIn", here, "documents"] = Fact(
                s=claim.s,
                p="locatedIn",
                o=here,
                status="existing",
                documents=(claim.document,),
                claims=(claim.id,),
                rule="region-of-document",
            )
    names = sorted({end for fact in facts.values() for end in (fact.s, fact.o)} | {identify(p.region) for p in plans})
    entities = tuple(_entity(i, claims) for i in names)
    targets = tuple(
        Target(id=digest(n, *t), s=identify(t[0]), metric=t[1], value=t[2], unit=t[3], documents=(f"plan{n}",))
        for n, plan in enumerate(plans)
        for t in plan.targets
    )
    return Records(documents, entities, tuple(facts.values()), targets, tuple(claims))


def _claims(document: str, plan: Plan) -> list[Claim]:
    out = []
    for place, line in enumerate(plan.statements.strip().splitlines()):
        s, p, o, *rest = line.split()
        status = next((word for word in rest if word in SEEKS or word in ("existing", "planned")), "existing")
        order = next((int(word) for word in rest if word.isdigit()), None)
        position = next((word for word in rest if word in ("upstream", "midstream", "downstream")), None)
        sentence = f"某文写明：{s}与{o}之间有此一说。"
        out.append(
            Claim(
                id=digest(document, place, line, plan.foreign),
                s=identify(s),
                p=p,
                o=identify(o),
                status=status,
                order=order,
                position=position,  # type: ignore[arg-type]
                document=document,
                section="第一章",
                start=100 * place,
                end=100 * place + len(sentence),
                quote=sentence,
                text=sentence,
                origin="foreign" if plan.foreign else plan.origin,
            )
        )
    return out


def _fact(claims: list[Claim]) -> Fact:
    first = claims[0]
    statuses: tuple[Status, ...] = tuple(dict.fromkeys(c.status for c in claims))  # type: ignore[arg-type]
    return Fact(
        s=first.s,
        p=first.p,
        o=first.o,
        status="existing" if "existing" in statuses else statuses[0],
        statuses=statuses,
        order=first.order,
        position=first.position,
        documents=tuple(dict.fromkeys(c.document for c in claims)),
        claims=tuple(c.id for c in claims),
        origin=first.origin,
    )


def _entity(identifier: str, claims: list[Claim]) -> Entity:
    name = identifier.split("/")[1]
    said = tuple(dict.fromkeys(c.document for c in claims if identifier in (c.s, c.o)))
    return Entity(id=identifier, type=kind(name), name=name, code=CODES.get(name), documents=said)
