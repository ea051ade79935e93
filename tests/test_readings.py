"""Our own readings of documents, kept without their text."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from lianpu.ontology import schema

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
READINGS = sorted((BENCHMARKS / "readings").rglob("*.jsonl"))


def test_what_is_given_by_its_place_is_taken_from_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(BENCHMARKS), *sys.path])
    from corpus import Doc, annotation

    text = "甲市\n重点发展轴承\n和钢管。"
    lines = [
        {"kind": "entity", "type": "Product", "name": "@6-8", "aliases": ["@6-8", "承"]},
        {"kind": "fact", "s": "甲市", "p": "focusesOn", "o": "@6-8", "status": "planned", "at": [2, 8]},
    ]
    gold, source = tmp_path / "a.jsonl", tmp_path / "a.txt"
    gold.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    source.write_text(text, encoding="utf-8")
    entity, fact = annotation(Doc("a", gold, source))
    assert entity == {"kind": "entity", "type": "Product", "name": "轴承", "aliases": ["轴承", "承"]}
    assert (fact["o"], fact["quote"]) == ("轴承", "重点发展轴承")


def test_a_text_is_looked_for_in_one_directory_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(BENCHMARKS), *sys.path])
    from corpus import corpus

    for name in ("gold/a.jsonl", "gold/b.jsonl", "one/a.txt", "two/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = corpus([f"{tmp_path}/gold:{tmp_path}/one:{tmp_path}/two"])
    assert [doc.text for doc in found] == [tmp_path / "one/a.txt", tmp_path / "two/b.txt"]


@pytest.mark.parametrize("path", READINGS, ids=[path.stem for path in READINGS])
def test_a_reading_keeps_to_the_vocabulary_and_has_no_text(path: Path) -> None:
    lines = [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines()]
    named = {line["name"] for line in lines if line["kind"] == "entity"}
    facts = [line for line in lines if line["kind"] == "fact"]
    assert facts and lines[0]["kind"] == "document"
    assert {line["type"] for line in lines if line["kind"] == "entity"} <= set(schema().classes)
    assert {fact["p"] for fact in facts} <= set(schema().predicates)
    assert {end for fact in facts for end in (fact["s"], fact["o"])} <= named
    assert len({(f["s"], f["p"], f["o"]) for f in facts}) == len(facts)
    assert not any("quote" in line for line in lines) and all(fact["at"][0] < fact["at"][1] for fact in facts)
