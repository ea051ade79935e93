"""Reference chains: the shipped ones hold together, and a malformed one is refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianpu.errors import SchemaError
from lianpu.ontology.chains import chains, load, references

GOOD = """\
name: {zh: 甲链, en: Chain A}
industries: [甲产业]
stages:
  - name: {zh: 原料, en: Inputs}
    position: upstream
    order: 1
    products:
      - name: {zh: 甲料, en: Material A}
        synonyms: [甲材]
        feeds: [甲机]
  - name: {zh: 整机, en: Machines}
    position: midstream
    order: 2
    products:
      - name: {zh: 甲机, en: Machine A}
  - name: {zh: 服务, en: Services}
    position: downstream
    order: 3
    generic: true
    products:
      - name: {zh: 甲机维修, en: Repair}
"""


def _load(folder: Path, *texts: str) -> object:
    for number, text in enumerate(texts):
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    return load([folder])


def test_shipped_chains_tie_stainless_steel_bearings_and_construction_machinery_together() -> None:
    shipped = chains()
    assert len(shipped) >= 40
    strip = shipped["不锈钢"].by_name["不锈钢带"]
    assert ("轴承", "保持器") in strip.feeds
    assert ("轴承", "轴承") in shipped["轴承"].by_name["保持器"].feeds
    assert shipped["工程机械"].by_name["轴承"].concept == ("轴承", "轴承")


def test_same_as_takes_words_from_the_defining_link() -> None:
    shipped = chains()
    plate = shipped["轴承"].by_name["钢板"]
    assert plate.concept == ("工程机械", "钢板")
    assert plate.narrower == shipped["工程机械"].by_name["钢板"].narrower != ()


def test_design_assembly_sales_and_service_are_generic() -> None:
    generic = {link.name for link in chains()["工程机械"].links if link.generic}
    assert generic == {"产品设计", "系统集成", "整机装配", "产品营销", "服务支持", "产品再制造"}


def test_references_are_one_connected_web_of_facts_with_file_and_line() -> None:
    edges = [(fact.s, fact.o) for reference in references() for fact in reference.facts]
    reached, todo = {"不锈钢"}, ["不锈钢"]
    while todo:
        here = todo.pop()
        near = {b for a, b in edges if a == here} | {a for a, b in edges if b == here}
        todo += near - reached
        reached |= near
    assert {"轴承", "工程机械"} <= reached
    assert all(fact.file.endswith(".yaml") and fact.line > 0 for reference in references() for fact in reference.facts)


def test_references_name_every_end_of_a_fact_and_never_call_a_product_by_its_industry() -> None:
    for reference in references():
        names = {entity.name for entity in reference.entities}
        assert {end for fact in reference.facts for end in (fact.s, fact.o)} <= names
        assert all(fact.s != fact.o for fact in reference.facts)
        industries = {word for e in reference.entities if e.type == "Industry" for word in (e.name, *e.aliases)}
        assert reference.origin.removeprefix("chain/") in industries
        assert not any(industries & set(e.aliases) for e in reference.entities if e.type == "Product")


def test_a_product_has_the_same_aliases_in_every_chain() -> None:
    seen: dict[str, tuple[str, ...]] = {}
    for entity in (e for reference in references() for e in reference.entities if e.type == "Product"):
        assert seen.setdefault(entity.name, entity.aliases) == entity.aliases
    assert "保持架" in seen["保持器"]


def test_chains_of_ones_own_are_added_to_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(GOOD, encoding="utf-8")
    assert set(chains(tmp_path)) == {"甲链", *chains()}


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ("feeds: [甲机]", "feeds: [乙机]", 8, "乙机"),
        ("order: 1", "order: one", 6, "int"),
        ("synonyms: [甲材]", "synonym: [甲材]", 8, "synonym"),
        ("synonyms: [甲材]", "synonyms: [甲机]", 15, "甲机"),
        ("synonyms: [甲材]", "synonyms: [甲材, 甲材]", 8, "甲材"),
        ("        feeds: [甲机]\n", "", 8, "甲料"),
        ("{zh: 甲机, en: Machine A}", "{zh: 甲机, en: Machine A}\n        feeds: [甲料]", 8, "甲机"),
        ("position: midstream", "position: inside", 12, "inside"),
        ("industries: [甲产业]", "industries: [甲产业", 3, "YAML"),
        ("synonyms: [甲材]", "same_as: 丙链/丙料", 8, "丙料"),
    ],
)
def test_a_malformed_chain_is_refused_with_its_line(tmp_path: Path, old: str, new: str, line: int, word: str) -> None:
    assert old in GOOD
    with pytest.raises(SchemaError) as caught:
        _load(tmp_path, GOOD.replace(old, new, 1))
    assert caught.value.place == f"0.yaml:{line}"
    assert word in caught.value.message


def test_a_word_in_two_chains_needs_same_as(tmp_path: Path) -> None:
    other = GOOD.replace("甲链", "乙链").replace("甲产业", "乙产业").replace("甲机", "乙机")
    with pytest.raises(SchemaError, match="甲料"):
        _load(tmp_path, GOOD, other)
    linked = other.replace("synonyms: [甲材]", "same_as: 甲链/甲料")
    assert _load(tmp_path, GOOD, linked)


def test_an_industry_name_belongs_to_one_chain(tmp_path: Path) -> None:
    other = GOOD.replace("甲链", "乙链").replace("甲料", "乙料").replace("甲材", "乙材").replace("甲机", "乙机")
    with pytest.raises(SchemaError, match="甲产业"):
        _load(tmp_path, GOOD, other)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r"0\.yaml:1"):
        _load(tmp_path, "")
