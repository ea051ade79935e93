"""The tagger: marks of a sentence, what they say to the judge, and what becomes of what only the tagger finds."""

from __future__ import annotations

import sys
from pathlib import Path

import pycrfsuite
import pytest

from lianpu.extract import extract_with, tagger
from lianpu.extract.clauses import Span
from lianpu.extract.document import Source
from lianpu.extract.judge import Model, Weights
from lianpu.extract.tagger import Mark, Marks, Tagger
from lianpu.model import FactLine

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

HEAD = "济宁市工业发展规划（2021—2025年）\n\n一、总体要求\n\n"
KEEP = Model(keep=Weights(bias=9.0, weights={}), owner=Weights(bias=0.0, weights={}))


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Tagger:
    """A tagger that has learned from a few sentences that 酝酿 has an object."""
    path = tmp_path_factory.mktemp("tagger") / "model"
    trainer = pycrfsuite.Trainer(verbose=False)
    for thing in ("光伏玻璃", "特种陶瓷", "保温板材", "石英坩埚", "钛白粉"):
        sentence = f"全市酝酿{thing}。"
        labels = ["O"] * 4 + ["B-planned"] + ["I-planned"] * (len(thing) - 1) + ["O"]
        trainer.append(tagger.features(sentence, Span(0, len(sentence))), labels)
    trainer.train(str(path))
    return Tagger(path.read_bytes())


def said(text: str, marker: Tagger | None) -> dict[str, str]:
    lines = extract_with(Source("t", "t.txt", HEAD + text + "\n", "", "utf-8"), KEEP, marker)
    return {line.o: line.quote for line in lines if isinstance(line, FactLine) and line.p == "focusesOn"}


def test_every_character_has_features_of_itself_and_of_the_words_around() -> None:
    sentence = "重点发展光伏玻璃、特种陶瓷等产品。"
    rows = tagger.features(sentence, Span(0, len(sentence)))
    assert len(rows) == len(sentence)
    first, second = rows[4], rows[9]
    assert {"c0=光", "b-1=展光", "t0=光伏玻"} <= set(first)
    assert any(f.startswith("k=develop") for f in first)
    assert "i=1developplanned" in second
    assert "e=goods" in rows[7]


def test_features_of_a_later_sentence_do_not_know_the_earlier() -> None:
    sentence = "开发钛白粉。"
    alone = tagger.features(sentence, Span(0, len(sentence)))
    assert tagger.features("依托港口。" + sentence, Span(5, 5 + len(sentence))) == alone


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        (["O", "B-planned", "I-planned", "O"], [Mark(11, 13, "planned")]),
        (["B-planned", "B-planned"], [Mark(10, 11, "planned"), Mark(11, 12, "planned")]),
        (["B-planned", "I-sought"], [Mark(10, 11, "planned"), Mark(11, 12, "sought")]),
        (["B-name", "I-name", "O"], []),
        ([], []),
    ],
)
def test_stretches_of_labels(tags: list[str], found: list[Mark]) -> None:
    assert tagger.marks(tags, 10) == found


@pytest.mark.parametrize(
    ("start", "end", "way"),
    [(2, 6, "planned"), (3, 6, "inner"), (1, 8, "outer"), (4, 9, "across"), (7, 9, "none")],
)
def test_how_a_thing_lies_to_the_marks(start: int, end: int, way: str) -> None:
    marks = Marks(0, (Mark(2, 6, "planned"),), (0.0, 0.0, 0.9, 0.9, 0.9, 0.9, 0.1, 0.0, 0.0))
    assert f"mark={way}" in marks.signs(start, end)


def test_a_thing_behind_a_verb_that_the_rules_do_not_know_is_read_with_its_sentence(taught: Tagger) -> None:
    text = "全市酝酿石墨坩埚。"
    assert said(text, None) == {}
    assert said(text, taught) == {"石墨坩埚": "全市酝酿石墨坩埚"}


def test_what_the_rules_list_is_read_once(taught: Tagger) -> None:
    assert list(said("重点发展石墨坩埚。", taught)) == ["石墨坩埚"]


def test_the_packaged_tagger_marks_what_is_developed() -> None:
    marker = tagger.packaged()
    assert marker is not None
    sentence = "重点发展光伏玻璃、特种陶瓷等产品。"
    marks = marker.mark(sentence, Span(0, len(sentence)))
    assert Mark(4, 8, "planned") in marks.marks
    assert len(marks.inside) == len(sentence)
    assert all(0.0 <= p <= 1.0001 for p in marks.inside)


def test_repetitions_that_nobody_annotated_are_no_examples(tmp_path: Path) -> None:
    pytest.importorskip("sklearn")
    import tagging
    from corpus import corpus

    quote = "重点发展光伏玻璃。"
    (tmp_path / "t.txt").write_text(HEAD + quote + "\n\n光伏玻璃销路不错。\n\n路途遥远。\n", encoding="utf-8")
    (tmp_path / "t.jsonl").write_text(
        '{"kind":"entity","type":"Region","name":"济宁市"}\n{"kind":"entity","type":"Product","name":"光伏玻璃"}\n'
        f'{{"kind":"fact","s":"济宁市","p":"focusesOn","o":"光伏玻璃","status":"planned","quote":"{quote}"}}\n',
        encoding="utf-8",
    )
    (doc,) = corpus([str(tmp_path)])
    used = {"".join(row[0][3:] for row in e.features): e for e in tagging.examples(doc)}
    assert used[quote].used
    assert used[quote].labels[4:] == ["B-planned", "I-planned", "I-planned", "I-planned", "O"]
    assert not used["光伏玻璃销路不错。"].used
    assert used["路途遥远。"].used
