"""The vocabulary files: what they give, and what is refused with file and line."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from lianpu.errors import SchemaError
from lianpu.model import EntityType, Status
from lianpu.ontology import schema
from lianpu.ontology.schema import load

SHIPPED = Path(__file__).parent.parent / "lianpu" / "ontology" / "schema"

GUIDE = {
    "locatedIn": ("Enterprise Park Platform Institution Project", "Region Park", "existing planned"),
    "partOf": ("Region Park", "Region Park", "existing planned"),
    "subIndustryOf": ("Industry", "Industry", "existing"),
    "anchors": ("Enterprise", "Industry", "existing"),
    "produces": ("Enterprise", "Product Industry", "existing planned"),
    "focusesOn": ("Region Park Industry", "Industry Product", "existing planned"),
    "seeks": ("Region Park Industry", "Industry Product", "recruit supplement extend breakthrough"),
    "stageOf": ("Product Industry", "Industry", "existing"),
    "feeds": ("Product Industry", "Product Industry", "existing"),
    "worksWith": (
        "Enterprise Region Park Industry Institution",
        "Institution Platform Enterprise Region Park",
        "existing planned",
    ),
    "supports": ("Platform Institution", "Industry", "existing planned"),
    "leadAgency": ("Industry Project Policy", "Agency", "existing"),
    "responsibleAgency": ("Industry Project Policy", "Agency", "existing"),
    "regulates": ("Policy", "Industry Region Park Enterprise", "existing"),
}
"""Domain, range and statuses as the guide to annotation gives them."""


def test_classes_are_those_of_the_model_and_four_kinds_of_record_and_one_of_files() -> None:
    assert schema().entities == get_args(EntityType)
    assert set(schema().stored) - set(schema().entities) == {"Document", "Claim", "Target", "Indicator"}
    assert set(schema().classes) - set(schema().stored) == {"Derivation"}


def test_predicates_link_the_classes_and_take_the_statuses_of_the_guide() -> None:
    found = {p.name: tuple(map(set, (p.domain, p.range, p.status))) for p in schema().predicates.values()}
    assert found == {name: tuple(set(words.split()) for words in row) for name, row in GUIDE.items()}


def test_allows_follows_domain_and_range() -> None:
    assert schema().allows("Enterprise", "locatedIn", "Park")
    assert not schema().allows("Park", "locatedIn", "Enterprise")
    assert not schema().allows("Park", "unheardOf", "Region")


def test_relationship_types_are_the_predicates_in_upper_snake_case() -> None:
    for predicate in schema().predicates.values():
        snake = "".join(f"_{c}" if c.isupper() else c for c in predicate.name).upper()
        assert predicate.relation == snake


def test_every_status_of_the_model_belongs_to_a_predicate() -> None:
    assert {status for p in schema().predicates.values() for status in p.status} == set(get_args(Status))


def test_claim_columns_hold_every_attribute_of_a_claim() -> None:
    renamed = {"end": "stop", "order": "ord"}
    attributes = {renamed.get(a.name, a.name) for a in schema().attributes.values() if "Claim" in a.domain}
    # The share of a row of a table is in files only: stores hold no rows.
    assert attributes - {"share"} == set(schema().columns["Claim"]) - {"origin"}


CLASS = """classes:
  Region:
    label: {zh: 区域, en: region}
    definition: {zh: 一处, en: A place.}
    example: {zh: 济宁市, en: Jining}
"""
PREDICATE = """predicates:
  near:
    label: {zh: 邻近, en: near}
    inverse: {zh: 邻近, en: near}
    definition: {zh: 相邻。, en: Next to.}
    example: {zh: 济宁市 → 菏泽市, en: Jining → Heze}
    domain: [Region]
    range: [Region]
    status: [existing]
    relation: NEAR
"""
ATTRIBUTE = """attributes:
  code:
    label: {zh: 码, en: code}
    definition: {zh: 码, en: code}
    example: {zh: 码, en: code}
    domain: [entity]
"""


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (CLASS.replace("example", "exemple"), 5, "exemple"),
        (CLASS.replace("    label: {zh: 区域, en: region}\n", ""), 3, "label"),
        (CLASS.replace(", en: region", ""), 3, "en"),
        (CLASS + "    close: [dbo:Place]\n", 2, "dbo:Place"),
        (CLASS + "    name: Region\n", 3, "name"),
        (CLASS + CLASS.removeprefix("classes:\n"), 6, "Region"),
        (CLASS + "things: {}\n", 6, "things"),
        (CLASS + "    group: planet\n", 6, "planet"),
        ("- Region\n", 1, "键值表"),
        ("classes:\n  Region: 区域\n", 2, "键值表"),
        ("classes: [Region]\n", 1, "键值表"),
        ("classes:\n  Region: {\n", 3, "YAML"),
        ("classes:\n  Planet:\n" + CLASS.split("\n", 2)[2], 2, "Planet"),
        (PREDICATE.replace("domain: [Region]", "domain: [Planet]"), 7, "Planet"),
        (PREDICATE.replace("[existing]", "[existing, wished]"), 9, "wished"),
        (PREDICATE.replace("relation", "Relation"), 10, "Relation"),
        (PREDICATE + PREDICATE.replace("near:", "close:").removeprefix("predicates:\n"), 11, "NEAR"),
        (ATTRIBUTE, 2, "datatype"),
        (ATTRIBUTE + "    range: [Region]\n    datatype: string\n", 2, "datatype"),
        (ATTRIBUTE + "    range: [entity, Planet]\n", 2, "Planet"),
        ("columns:\n  Planet: {name: string}\n", 2, "Planet"),
        ("columns:\n  Region: {name: text}\n", 2, "text"),
    ],
)
def test_a_bad_schema_is_refused_with_file_and_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    (tmp_path / "bad.yaml").write_text(text, "utf-8")
    with pytest.raises(SchemaError, match=says) as error:
        load(tmp_path)
    assert error.value.place == f"bad.yaml:{line}"


def test_a_name_defined_in_two_files_is_refused_naming_both(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CLASS, "utf-8")
    (tmp_path / "b.yaml").write_text("# again\n" + CLASS, "utf-8")
    with pytest.raises(SchemaError, match=r"^b\.yaml:3: .*a\.yaml:2"):
        load(tmp_path)


def test_a_record_without_columns_is_refused(tmp_path: Path) -> None:
    for file in ("classes.yaml", "records.yaml"):
        text = (SHIPPED / file).read_text("utf-8")
        (tmp_path / file).write_text(
            "\n".join(line for line in text.split("\n") if not line.startswith("  Document: {title")), "utf-8"
        )
    with pytest.raises(SchemaError, match=r"^records\.yaml:\d+: .*Document"):
        load(tmp_path)


def test_a_schema_that_lacks_a_class_of_the_model_is_refused(tmp_path: Path) -> None:
    text = (SHIPPED / "classes.yaml").read_text("utf-8")
    (tmp_path / "classes.yaml").write_text(text[: text.index("  Policy:")], "utf-8")
    with pytest.raises(SchemaError, match="Policy"):
        load(tmp_path)
