"""The tagger: marks of a sentence, what they say to the judge, and what becomes of what only the tagger finds."""

from __future__ import annotations

import itertools
import math
import random
import sys
from pathlib import Path

import pytest

from lianpu.extract import clauses, extract_with, tag_features, tag_marks, tagger
from lianpu.extract.clauses import Span
from lianpu.extract.document import Source
from lianpu.extract.judge import Model, Weights
from lianpu.extract.tag_marks import Mark, Marks
from lianpu.extract.tagger import Tagger
from lianpu.model import FactLine

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

HEAD = "济宁市工业发展规划（2021—2025年）\n\n一、总体要求\n\n"
KEEP = Model(keep=Weights(bias=9.0, weights={}), owner=Weights(bias=0.0, weights={}))


@pytest.fixture(scope="module")
def taught() -> Tagger:
    """A tagger that knows that 酝酿 and 发展 have an object, and that a full stop ends it."""
    labels = ["B-planned", "I-planned", "O"]
    begins, outside = [90.0, 0.0, 0.0], [0.0, 0.0, 30.0]
    features = {"c-1=酿": begins, "c-1=展": begins, "c0=全": outside, "c0=重": outside, "c0=。": outside}
    return Tagger(tag_features.Weights(labels, [[-20.0, 9.0, 0.0], [-20.0, 9.0, 0.0], [-20.0, -30.0, 5.0]], features))


def said(text: str, marker: Tagger | None) -> dict[str, str]:
    lines = extract_with(Source("t", "t.txt", HEAD + text + "\n", "", "utf-8"), KEEP, marker)
    return {line.o: line.quote for line in lines if isinstance(line, FactLine) and line.p == "focusesOn"}


def scores(weights: tag_features.Weights, text: str) -> list[list[float]]:
    """What a model gives each character, feature by feature."""
    import tagging

    rows = [tagging.features(text, s) for s in clauses.sentences(text)]
    zero = [0.0] * len(weights.labels)
    return [
        [sum(column) for column in zip(*(weights.features.get(f, zero) for f in row), strict=True)]
        for part in rows
        for row in part
    ]


def exact(weights: tag_features.Weights, text: str) -> list[list[float]]:
    """Probabilities of the labels of a short text, over all ways to label it."""
    given = scores(weights, text)
    for row in given:
        row[weights.labels.index("O")] -= tagger.EAGER
    labels = range(len(weights.labels))
    total = [[0.0 for _ in labels] for _ in text]
    for way in itertools.product(labels, repeat=len(text)):
        weight = sum(given[i][k] for i, k in enumerate(way)) + sum(weights.transitions[a][b] for a, b in itertools.pairwise(way))
        for i, k in enumerate(way):
            total[i][k] += math.exp(weight)
    return [[x / sum(row) for x in row] for row in total]


def test_arrays_weigh_what_the_words_of_the_features_weigh() -> None:
    pytest.importorskip("pycrfsuite", reason="python-crfsuite is not installed: features are not compared")
    import tagging

    text = "重点发展光伏玻璃、特种陶瓷等产品"
    names = sorted({f for s in clauses.sentences(text) for row in tagging.features(text, s) for f in row})
    draw = random.Random(7)
    rows = {name: [draw.uniform(-1, 1) for _ in range(3)] for name in names}
    weights = tag_features.Weights(
        ["B-planned", "I-planned", "O"], [[draw.uniform(-1, 1) for _ in range(3)] for _ in range(3)], rows
    )
    small = "发展光伏"
    for body in (small, "光伏、玻"):
        (found,) = Tagger(weights).mark([body])
        assert found.inside == pytest.approx([p[0] + p[1] for p in exact(weights, body)], abs=0.001)
    together = Tagger(weights).mark([text, "", small, text])
    assert together[0] == together[3] == Tagger(weights).mark([text])[0]
    assert together[1] == tag_marks.NOTHING or not together[1].marks
    assert together[2] == Tagger(weights).mark([small])[0]


def test_features_name_the_characters_and_the_words_around() -> None:
    pytest.importorskip("pycrfsuite", reason="python-crfsuite is not installed: features are not compared")
    import tagging

    sentence = "重点发展光伏玻璃、特种陶瓷等产品。"
    rows = tagging.features(sentence, Span(0, len(sentence)))
    assert len(rows) == len(sentence)
    assert {"c0=光", "b-1=展光", "t0=光伏玻", "k=developplanned0", "w=发展0", "n=."} <= set(rows[4])
    assert "i=1developplanned" in rows[9]
    assert "e=goods" in rows[7]
    alone = "开发钛白粉。"
    assert tagging.features("依托港口。" + alone, Span(5, 5 + len(alone))) == tagging.features(alone, Span(0, len(alone)))


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        (["O", "B-planned", "I-planned", "O"], [Mark(1, 3, "planned")]),
        (["B-planned", "B-planned"], [Mark(0, 1, "planned"), Mark(1, 2, "planned")]),
        (["B-planned", "I-sought"], [Mark(0, 1, "planned"), Mark(1, 2, "sought")]),
        (["B-name", "I-name", "O"], []),
        ([], []),
    ],
)
def test_stretches_of_labels(tags: list[str], found: list[Mark]) -> None:
    assert tag_marks.of_tags(tags) == found


@pytest.mark.parametrize(
    ("start", "end", "way"),
    [(2, 6, "planned"), (3, 6, "inner"), (1, 8, "outer"), (4, 9, "across"), (7, 9, "none")],
)
def test_how_a_thing_lies_to_the_marks(start: int, end: int, way: str) -> None:
    marks = Marks((Mark(2, 6, "planned"),), (0.0, 0.0, 0.9, 0.9, 0.9, 0.9, 0.1, 0.0, 0.0))
    assert f"mark={way}" in marks.signs(start, end)


def test_what_only_the_tagger_marks_is_no_fact(taught: Tagger) -> None:
    text = "全市酝酿石墨坩埚。"
    (marks,) = taught.mark([text])
    assert [text[m.start : m.end] for m in marks.marks] == ["石墨坩埚"]
    assert said(text, taught) == {}


def test_what_a_thing_is_used_for_is_not_said_to_be_developed(taught: Tagger) -> None:
    assert list(said("重点发展用于酝酿石墨坩埚的特种炉料。", taught)) == ["特种炉料"]


def test_what_the_rules_list_is_read_once(taught: Tagger) -> None:
    assert list(said("重点发展石墨坩埚。", taught)) == ["石墨坩埚"]


def test_a_label_in_front_of_a_sentence_shifts_no_mark(taught: Tagger) -> None:
    plain, labelled = "全市酝酿石墨坩埚。", "路径举措2：全市酝酿石墨坩埚。"
    first, second, third = taught.mark([plain, labelled, plain])
    assert first == third
    assert [(labelled[m.start : m.end], m.label) for m in second.marks] == [("石墨坩埚", "planned")]
    assert second.inside[6:] == first.inside


def test_the_packaged_tagger_marks_what_is_developed() -> None:
    marker = tagger.packaged()
    assert marker is not None
    sentence = "重点发展光伏玻璃、特种陶瓷等产品。"
    (marks,) = marker.mark([sentence])
    assert Mark(4, 8, "planned") in marks.marks
    assert len(marks.inside) == len(sentence)
    assert all(0.0 <= p <= 1.0001 for p in marks.inside)


def test_repetitions_that_nobody_annotated_are_no_examples(tmp_path: Path) -> None:
    pytest.importorskip("pycrfsuite", reason="python-crfsuite is not installed: training is not tested")
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
    used = {e.text: e for e in tagging.examples(doc)}
    assert used[quote].used
    assert used[quote].labels[4:] == ["B-planned", "I-planned", "I-planned", "I-planned", "O"]
    assert not used["光伏玻璃销路不错。"].used
    assert used["路途遥远。"].used
