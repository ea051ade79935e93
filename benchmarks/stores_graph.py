"""The large graph of benchmarks/stores.py: what the public table says, filled up with seeded noise."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from lianpu.graph.records import Graph
from lianpu.ids import digest, entity_id
from lianpu.model import Claim, DocumentLine, Entity, EntityType, Fact, Status, Target

SEED = 20250601
CITIES, DISTRICTS, PARKS, AGENCIES = 20, 15, 500, 100
SMALLEST = 20_000
"""Entities of the smallest graph: below it regions, parks and agencies leave no room for industries."""
CITY, PARK = "region/市0", "park/园0"
FIRM, INDUSTRY = "enterprise/厂0", "industry/业0"
_SHARES: dict[EntityType, float] = {"Enterprise": 0.55, "Product": 0.4, "Industry": 0.04}
"""Parts of the entities; the rest are regions, parks and agencies."""
_NOISE: tuple[tuple[float, str, EntityType, EntityType, Status], ...] = (
    (0.45, "produces", "Enterprise", "Product", "existing"),
    (0.15, "anchors", "Enterprise", "Industry", "existing"),
    (0.10, "stageOf", "Product", "Industry", "existing"),
    (0.10, "seeks", "Industry", "Product", "recruit"),
    (0.08, "seeks", "Region", "Product", "supplement"),
    (0.06, "focusesOn", "Park", "Industry", "planned"),
    (0.03, "leadAgency", "Industry", "Agency", "existing"),
    (0.03, "feeds", "Product", "Product", "existing"),
)
"""Weights of what the noise says."""

_Key = tuple[str, str, str, Status]


def made(tables: Path, entities: int, facts: int) -> Graph:
    """A graph with these numbers of entities and facts, the same for the same tables."""
    dice = random.Random(SEED)
    names = _names(tables, entities)
    ids = {kind: [entity_id(kind, name) for name in found] for kind, found in names.items()}
    districts = ids["Region"][1 + CITIES :]
    keys = dict.fromkeys(islice(_hierarchy(ids["Region"]), facts))
    parts = len(keys)
    keys |= dict.fromkeys((firm, "locatedIn", dice.choice(districts), "existing") for firm in ids["Enterprise"])
    keys |= dict.fromkeys([(FIRM, "anchors", INDUSTRY, "existing"), (INDUSTRY, "leadAgency", ids["Agency"][0], "existing")])
    keys |= dict.fromkeys(_told(tables, {kind: set(found) for kind, found in ids.items()}))
    noise = _noise(dice, ids)
    while len(keys) < facts:
        keys[next(noise)] = None
    documents = _documents(districts)
    pairs = [_fact(key, number < parts, documents, dice) for number, key in enumerate(islice(keys, facts))]
    targets = tuple(_target(number, dice.choice(ids["Industry"]), documents) for number in range(entities // 100))
    return Graph(
        documents=documents,
        entities=tuple(sorted(_entities(names, ids), key=lambda e: e.id)),
        facts=tuple(fact for fact, _ in pairs),
        claims=tuple(claim for _, claim in pairs),
        targets=(*targets, _target(len(targets), INDUSTRY, documents)),
    )


def _names(tables: Path, entities: int) -> dict[EntityType, list[str]]:
    regions = ["省", *(f"市{n}" for n in range(CITIES)), *(f"区{n}" for n in range(CITIES * DISTRICTS))]
    found: dict[EntityType, list[str]] = {
        "Region": regions,
        "Park": [f"园{n}" for n in range(PARKS)],
        "Agency": [f"局{n}" for n in range(AGENCIES)],
    }
    read: dict[EntityType, Iterator[str]] = {
        "Enterprise": (row["name"] for row in _rows(tables, "company")),
        "Product": (row["product"] for row in _rows(tables, "company_product")),
        "Industry": (row["from"] for row in _rows(tables, "industry_industry")),
    }
    left = entities - sum(map(len, found.values()))
    for kind, mark in (("Enterprise", "厂"), ("Product", "件"), ("Industry", "业")):
        wanted = left if kind == "Industry" else int(entities * _SHARES[kind])
        own = dict.fromkeys([f"{mark}0", *read[kind]])
        made_up = (f"{mark}{n}" for n in count(1))
        while len(own) < wanted:
            own[next(made_up)] = None
        found[kind] = list(islice(own, wanted))
        left -= wanted
    return found


def _rows(tables: Path, name: str) -> Iterator[dict[str, str]]:
    with (tables / f"chainkg_{name}.tsv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _hierarchy(regions: list[str]) -> Iterator[_Key]:
    cities, districts = regions[1 : 1 + CITIES], regions[1 + CITIES :]
    yield from ((city, "partOf", regions[0], "existing") for city in cities)
    yield from ((district, "partOf", cities[n % CITIES], "existing") for n, district in enumerate(districts))


def _told(tables: Path, known: dict[EntityType, set[str]]) -> Iterator[_Key]:
    """What the table says of things that the graph has."""
    files: tuple[tuple[str, tuple[str, str], str, EntityType, EntityType], ...] = (
        ("company_product", ("company", "product"), "produces", "Enterprise", "Product"),
        ("product_upstream_downstream", ("to", "from"), "feeds", "Product", "Product"),
        ("industry_industry", ("to", "from"), "feeds", "Industry", "Industry"),
    )
    for name, columns, predicate, left, right in files:
        for row in _rows(tables, name):
            s, o = entity_id(left, row[columns[0]]), entity_id(right, row[columns[1]])
            if s in known[left] and o in known[right]:
                yield s, predicate, o, "existing"


def _noise(dice: random.Random, ids: dict[EntityType, list[str]]) -> Iterator[_Key]:
    weights = [row[0] for row in _NOISE]
    while True:
        for _, predicate, left, right, status in dice.choices(_NOISE, weights, k=10_000):
            # Some things are named often, most seldom.
            o = ids[right][int(len(ids[right]) * dice.random() ** 2)]
            yield dice.choice(ids[left]), predicate, o, status


def _documents(districts: list[str]) -> tuple[DocumentLine, ...]:
    names = [district.partition("/")[2] for district in districts]
    return tuple(DocumentLine(id=f"规划{n}", title=f"{name}产业规划", region=name) for n, name in enumerate(names))


def _entities(names: dict[EntityType, list[str]], ids: dict[EntityType, list[str]]) -> Iterator[Entity]:
    for kind, found in names.items():
        yield from (Entity(id=i, type=kind, name=name) for name, i in zip(found, ids[kind], strict=True))


def _fact(key: _Key, region: bool, documents: tuple[DocumentLine, ...], dice: random.Random) -> tuple[Fact, Claim]:
    s, p, o, status = key
    document = documents[int(len(documents) * dice.random())].id
    origin = "regions" if region else "documents"
    quote = f"文中称{s.partition('/')[2]}与{o.partition('/')[2]}有关"
    claim = Claim(
        id=digest(*key),
        s=s,
        p=p,
        o=o,
        status=status,
        document=document,
        section="二、任务",
        start=10,
        end=10 + len(quote),
        quote=quote,
        text=quote,
        rule="noise",
        confidence=0.9,
        origin=origin,
    )
    return _stated(claim, status), claim


def _stated(claim: Claim, status: Status) -> Fact:
    return Fact(
        s=claim.s,
        p=claim.p,
        o=claim.o,
        status=status,
        statuses=(status,),
        confidence=claim.confidence,
        documents=(claim.document,),
        claims=(claim.id,),
        origin=claim.origin,
    )


def _target(number: int, industry: str, documents: tuple[DocumentLine, ...]) -> Target:
    document = documents[number % len(documents)].id
    return Target(id=digest(number), s=industry, metric="产值", value=number, unit="亿元", year=2027, documents=(document,))
