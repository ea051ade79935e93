"""The judge: a bar, an owner, and weights that are the same from the same input."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

import pytest

from lianpu.extract import extract_with, judge, owners
from lianpu.extract.context import Context, Owner
from lianpu.extract.document import Source
from lianpu.extract.judge import Model, Weights
from lianpu.extract.metadata import document
from lianpu.extract.normalise import paragraphs
from lianpu.extract.owners import Option, Said
from lianpu.extract.sections import outline
from lianpu.model import FactLine
from lianpu.ontology.regions import regions

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

TEXT = "济宁市工业发展规划（2021—2025年）\n\n一、绿色建材产业\n\n重点发展光伏玻璃、保温板材、特种陶瓷等产品。\n"
SOURCE = Source("t", "t.txt", TEXT, "", "utf-8")
NOTHING = Weights(bias=0.0, weights={})


def context() -> Context:
    read = outline(SOURCE, paragraphs(SOURCE))
    return Context(read, document(read), regions())


def objects(model: Model | None, text: str = TEXT) -> set[str]:
    lines = extract_with(Source("t", "t.txt", text, "", "utf-8"), model)
    return {line.o for line in lines if isinstance(line, FactLine) and line.p == "focusesOn"}


def test_the_packaged_model_is_there_and_weighs_both() -> None:
    model = judge.model()
    assert model is not None
    assert len(model.keep.weights) > 1000
    assert len(model.owner.weights) > 100
    assert all(math.isfinite(w) for part in (model.keep, model.owner) for w in (part.bias, *part.weights.values()))
    assert list(model.keep.weights) == sorted(model.keep.weights)


def test_a_margin_is_the_bias_and_the_known_features() -> None:
    weights = Weights(bias=-1.0, weights={"a": 2.0, "b": 0.5})
    assert judge.margin(["a", "b", "unknown"], weights) == 1.5
    assert judge.probability(["a"], weights) == round(1 / (1 + math.exp(-1)), 3)
    assert judge.probability(["a"], None) == judge.UNJUDGED


@pytest.mark.parametrize(("bias", "kept"), [(9.0, True), (-9.0, False)])
def test_what_is_below_the_bar_is_not_said(bias: float, kept: bool) -> None:
    said = objects(Model(keep=Weights(bias=bias, weights={}), owner=NOTHING))
    assert ("光伏玻璃" in said) == kept


def test_one_sign_can_decide() -> None:
    model = Model(keep=Weights(bias=9.0, weights={"s2=板材": -99.0}), owner=NOTHING)
    said = objects(model, TEXT.replace("光伏玻璃、保温板材、", "光伏玻璃、") + "加快开发保温板材。\n")
    assert "保温板材" not in said
    assert {"光伏玻璃", "特种陶瓷"} <= said


def test_without_a_judge_the_rules_stand() -> None:
    assert {"光伏玻璃", "保温板材", "特种陶瓷"} <= objects(None)


def test_the_likelier_owner_is_chosen_and_the_first_one_without_a_model() -> None:
    sector, city = Option(Owner("Industry", "绿色建材产业"), "section0"), Option(Owner("Region", "济宁市"), "home")

    said = Said("光伏玻璃", "Product", "planned", "重点发展光伏玻璃", len(context().outline.paragraphs) - 1)

    def chosen(weights: Weights | None) -> Option:
        return owners.choose(context(), (sector, city), said, weights)

    assert chosen(None) == sector
    assert chosen(Weights(bias=0.0, weights={"r=home": 1.0})) == city
    assert chosen(Weights(bias=0.0, weights={"r=section0": 1.0})) == sector


def test_training_learns_what_decides_and_writes_the_same_bytes(tmp_path: Path) -> None:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed: training is not tested")
    import msgspec
    import train

    names = ["光伏玻璃", "保温板材", "特种陶瓷"]
    lines: list[dict[str, object]] = [{"kind": "entity", "type": "Product", "name": n} for n in names[:2]]
    lines.append({"kind": "entity", "type": "Industry", "name": "绿色建材产业"})
    fact = {"kind": "fact", "s": "绿色建材产业", "p": "focusesOn", "status": "planned", "quote": "重点发展光伏玻璃、保温板材"}
    lines += [{**fact, "o": name} for name in names[:2]]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(x, ensure_ascii=False) for x in lines), encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "secret.jsonl").write_text("never read", encoding="utf-8")
    docs = train.corpus([f"{tmp_path}:{tmp_path}"])
    assert [d.name for d in docs] == ["a", "secret"]
    assert train.sealed_names("secret, other") == {"secret", "other"}
    rows = train.judged(docs[0])
    assert {row.label for row in rows} == {"planned", "none"}
    assert any(right for row in rows for _, right in row.owners)
    model = train.train(rows * 3)
    assert msgspec.json.encode(model, order="sorted") == msgspec.json.encode(train.train(rows * 3), order="sorted")
    kept = [judge.probability(row.features, model.keep) for row in rows if row.label == "planned"]
    left = [judge.probability(row.features, model.keep) for row in rows if row.label == "none"]
    assert min(kept) > max(left)
