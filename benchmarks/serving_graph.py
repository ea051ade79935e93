"""The large graph of benchmarks/serving.py: real districts with a plan each, names of the public table, seeded statements."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from lianpu.graph.directory import Stored
from lianpu.graph.records import Graph
from lianpu.ids import digest, entity_id
from lianpu.model import Claim, DocumentLine, Entity, EntityType, Fact, Status
from lianpu.ontology import regions
from lianpu.ontology.chains import chains

SEED = 20260707
PLANS = 300
_SHARES: dict[EntityType, float] = {"Enterprise": 0.5, "Product": 0.42, "Industry": 0.02}
_COLUMNS: tuple[tuple[str, str, EntityType], ...] = (
    ("company", "name", "Enterprise"),
    ("company_product", "product", "Product"),
    ("product_subtype", "subtype", "Product"),
    ("product_upstream_downstream", "from", "Product"),
    ("product_upstream_downstream", "to", "Product"),
    ("industry_industry", "from", "Industry"),
)
"""Where names are from; what is missing is numbered."""
_SAYS: tuple[tuple[float, str, EntityType, EntityType, Status], ...] = (
    (0.40, "produces", "Enterprise", "Product", "existing"),
    (0.15, "anchors", "Enterprise", "Industry", "existing"),
    (0.12, "stageOf", "Product", "Industry", "existing"),
    (0.12, "seeks", "Industry", "Product", "recruit"),
    (0.08, "seeks", "Region", "Product", "supplement"),
    (0.08, "focusesOn", "Region", "Industry", "planned"),
    (0.05, "focusesOn", "Park", "Industry", "planned"),
)

_Key = tuple[str, str, str, Status, str]
"""Subject, predicate, object, status, document."""


def made(tables: Path, entities: int, facts: int) -> tuple[Graph, tuple[Stored, ...]]:
    """A graph with these numbers of entities and facts, the same for the same tables, and its documents with their texts."""
    dice = random.Random(SEED)
    codes = sorted({code for found in regions().names().values() for code in found})
    districts = [place for code in codes if (place := regions().get(code)) and place.level == "county"]
    places = dice.sample(districts, PLANS)
    documents = tuple(
        DocumentLine(id=f"规划{n:03}", title=f"{place.name}产业规划", region=place.name, region_code=place.code)
        for n, place in enumerate(places)
    )
    here = [Entity(id=entity_id("Region", p.name, p.code), type="Region", name=p.name, code=p.code) for p in places]
    named = _named(tables, entities - len(here))
    pools = {kind: [one.id for one in found] for kind, found in named.items()} | {"Region": [one.id for one in here]}
    keys: dict[_Key, None] = {}
    for number, one in enumerate((*pools["Enterprise"], *pools["Park"])):
        n = number % PLANS
        keys[one, "locatedIn", here[n].id, "existing", documents[n].id] = None
    said = _said(dice, pools, documents)
    while len(keys) < facts:
        keys[next(said)] = None
    texts = {document.id: io.StringIO() for document in documents}
    pairs = sorted((_stated(key, texts[key[4]]) for key in keys), key=lambda pair: (pair[0].s, pair[0].p, pair[0].o))
    graph = Graph(
        documents=documents,
        entities=tuple(sorted((*here, *(one for found in named.values() for one in found)), key=lambda one: one.id)),
        facts=tuple(fact for fact, _ in pairs),
        claims=tuple(sorted((claim for _, claim in pairs), key=lambda one: (one.document, one.start, one.id))),
    )
    return graph, tuple(Stored(name, f"{name}.txt", "", "", text.getvalue(), ()) for name, text in texts.items())


def _named(tables: Path, wanted: int) -> dict[EntityType, list[Entity]]:
    read: dict[EntityType, dict[str, None]] = {"Enterprise": {}, "Product": {}, "Industry": {}, "Park": {}}
    for chain in chains().values():
        read["Industry"][f"{chain.name}产业"] = None
        read["Product"] |= dict.fromkeys(link.name for link in chain.links)
    for file, column, kind in _COLUMNS:
        with (tables / f"chainkg_{file}.tsv").open(encoding="utf-8", newline="") as stream:
            read[kind] |= dict.fromkeys(row[column] for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    sizes = {kind: int(wanted * share) for kind, share in _SHARES.items()}
    sizes["Park"] = wanted - sum(sizes.values())
    return {kind: list(islice(_entities(kind, names), sizes[kind])) for kind, names in read.items()}


def _entities(kind: EntityType, names: dict[str, None]) -> Iterator[Entity]:
    suffix = {"Enterprise": "精密机械有限公司", "Product": "件", "Industry": "业", "Park": "产业园"}[kind]
    seen: set[str] = set()
    for name in (*names, *(f"第{n}{suffix}" for n in range(200_000))):
        identifier = entity_id(kind, name)
        if identifier not in seen:
            seen.add(identifier)
            yield Entity(id=identifier, type=kind, name=name)


def _said(dice: random.Random, pools: dict[EntityType, list[str]], documents: tuple[DocumentLine, ...]) -> Iterator[_Key]:
    weights = [row[0] for row in _SAYS]
    for _ in count():
        for _, predicate, left, right, status in dice.choices(_SAYS, weights, k=10_000):
            # Some things are named often, most seldom.
            o = pools[right][int(len(pools[right]) * dice.random() ** 2)]
            n = dice.randrange(PLANS)
            s = pools["Region"][n] if left == "Region" else dice.choice(pools[left])
            yield s, predicate, o, status, documents[n].id


def _stated(key: _Key, text: io.StringIO) -> tuple[Fact, Claim]:
    """A fact with its claim, whose sentence is added to the text of its document."""
    s, p, o, status, document = key
    quote, start = f"文中称{s.partition('/')[2]}与{o.partition('/')[2]}有关", text.tell()
    text.write(quote + "。\n")
    claim = Claim(
        id=digest(s, p, o, document),
        s=s,
        p=p,
        o=o,
        status=status,
        document=document,
        section="二、任务",
        start=start,
        end=start + len(quote),
        quote=quote,
        text=quote,
        rule="noise",
        confidence=0.9,
    )
    fact = Fact(s=s, p=p, o=o, status=status, statuses=(status,), confidence=0.9, documents=(document,), claims=(claim.id,))
    return fact, claim
