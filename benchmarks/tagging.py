"""Trains the tagger: which stretches of a sentence are said to be developed, to exist or to be sought.

    python benchmarks/tagging.py GOLD:TEXT… --sealed FILE_OR_NAMES -o lianpu/extract/models/tagger.json
    python benchmarks/tagging.py GOLD:TEXT… --sealed FILE_OR_NAMES --check

Arguments as in ``train.py``; ``--check`` prints how well documents are marked that a tagger was not trained on, by six folds.
Needs the extra ``train``.
"""

from __future__ import annotations

import argparse
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pycrfsuite
from corpus import Doc, annotation, corpus, outline_of, sealed_names
from values import plain

from lianpu.extract import clauses, governing, tag_features, tag_marks, tagger
from lianpu.extract.clauses import Span
from lianpu.extract.context import sector_key
from lianpu.extract.document import Outline

FOLDS = 6
SMALL = 0.05
"""Features all of whose weights are below this are dropped: without effect on what is marked, a part of the file."""
SETTINGS = {"c1": 0.6, "c2": 0.02, "max_iterations": 80, "feature.minfreq": 2}
"""Of CRFsuite's L-BFGS. Other penalties (c1 0.1 and 0.3) mark left-out documents as well, with larger models."""
SAID = {"focusesOn": "planned", "produces": "planned", "seeks": "sought"}
PROPER = frozenset({"Enterprise", "Park", "Platform", "Institution", "Project"})
Line = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """A sentence with its labels, one a character; ``used`` is false where the annotation does not say what it holds.

    A fact is annotated once, however often the document repeats it: sentences that name an annotated topic without being
    quoted are no examples of anything.
    """

    text: str
    features: list[list[str]]
    labels: list[str]
    used: bool


class Paragraph:
    """A paragraph's text as the annotation compares it, each character with its place."""

    def __init__(self, text: str) -> None:
        found = [(c, i) for i, char in enumerate(text) for c in plain(unicodedata.normalize("NFKC", char))]
        self.text = "".join(c for c, _ in found)
        self.at = [i for _, i in found]
        self.labels = ["O"] * len(text)
        self.quoted = [False] * len(text)

    def quote(self, begin: int, end: int) -> None:
        """Note that ``self.text[begin:end]`` is evidence of a fact."""
        for i in range(self.at[begin], self.at[end - 1] + 1):
            self.quoted[i] = True

    def label(self, begin: int, end: int, label: str) -> None:
        """Label ``self.text[begin:end]`` unless something in it has a label."""
        first, last = self.at[begin], self.at[end - 1] + 1
        if set(self.labels[first:last]) == {"O"}:
            self.labels[first:last] = [f"B-{label}", *[f"I-{label}"] * (last - first - 1)]

    def label_all(self, form: str, begin: int, end: int, label: str) -> bool:
        """Label every place of a form between two places; tells whether there is one."""
        at = first = self.text.find(form, begin, end)
        while at >= 0:
            self.label(at, at + len(form), label)
            at = self.text.find(form, at + 1, end)
        return first >= 0


def forms(entity: Line) -> list[str]:
    """Written forms of an entity of two characters or more, longest first."""
    names = {plain(n) for n in (entity["name"], *entity.get("aliases", ()))}
    if entity["type"] in ("Industry", "Product"):
        names |= {sector_key(n) for n in names}
    return sorted((n for n in names if len(n) > 1), key=lambda n: (-len(n), n))


def annotated(outline: Outline, gold: Sequence[Line]) -> list[Paragraph]:
    """The document's paragraphs with the labels that the annotation gives."""
    out = [Paragraph(p.text) for p in outline.paragraphs]
    entities = {e["name"]: e for e in gold if e["kind"] == "entity"}
    found: list[tuple[Paragraph, int, int, list[str], str]] = []
    for fact in (f for f in gold if f["kind"] == "fact"):
        quote = plain(fact["quote"])
        place = next(((p, at) for p in out if (at := p.text.find(quote[:30])) >= 0), None)
        if place is None:
            continue
        paragraph, begin = place
        end = min(begin + len(quote), len(paragraph.text))
        paragraph.quote(begin, end)
        thing = entities[fact["o"]]
        if fact["p"] in SAID and thing["type"] in ("Industry", "Product"):
            label = "existing" if fact["status"] == "existing" else SAID[fact["p"]]
            found.append((paragraph, begin, end, forms(thing), label))
    for paragraph, begin, end, names, label in sorted(found, key=lambda x: -len(x[3][0]) if x[3] else 0):
        any(paragraph.label_all(name, begin, end, label) for name in names)
    for entity in entities.values():
        for form in forms(entity) if entity["type"] in PROPER else ():
            for paragraph in out:
                paragraph.label_all(form, 0, len(paragraph.text), "name")
    return out


def examples(doc: Doc) -> list[Example]:
    """All sentences of a document."""
    outline = outline_of(doc)
    gold: list[Line] = annotation(doc)
    topics = [f for e in gold if e["kind"] == "entity" and e["type"] in ("Industry", "Product") for f in forms(e)]
    out: list[Example] = []
    for paragraph, labelled in zip(outline.paragraphs, annotated(outline, gold), strict=True):
        if paragraph.kind == "heading":
            continue
        for s in clauses.sentences(paragraph.text):
            body = paragraph.text[s.start : s.end]
            used = any(labelled.quoted[s.start : s.end]) or not any(t in plain(body) for t in topics)
            out.append(Example(body, features(paragraph.text, s), labelled.labels[s.start : s.end], used))
    return out


def features(text: str, sentence: Span) -> list[list[str]]:
    """For each character of a sentence the words of all that the tagger weighs, as CRFsuite wants them."""
    body = text[sentence.start : sentence.end]
    padded = 2 * tag_features.BEFORE + body + 2 * tag_features.AFTER
    around = zip(governing.settings(text, sentence), *tag_features.punctuation(body), strict=True)
    out = [governing.words(*key) for key in around]
    for i, row in enumerate(out, 2):
        for size, places in enumerate((tag_features.SINGLE, tag_features.PAIRS, tag_features.TRIPLES), 1):
            row += [f"{'cbt'[size - 1]}{at}={padded[i + at : i + at + size]}" for at in places]
    automaton, lists = tag_features.lexicon()
    for begin, end, index in automaton.find_overlapping(body):
        for way, place in (("s", begin), ("s1", begin - 1), ("e", end - 1), ("e1", end)):
            if 0 <= place < len(body):
                out[place] += [f"{way}={name}" for name in lists[index]]
    return out


def train(data: Iterable[Example]) -> tag_features.Weights:
    """A model: CRFsuite's, with rounded weights."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for example in data:
        if example.used:
            trainer.append(example.features, example.labels)
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "model"
        trainer.train(str(path))
        model = pycrfsuite.Tagger()
        model.open(str(path))
        return weights(model.labels(), model.info())


def weights(labels: Sequence[str], info: Any) -> tag_features.Weights:
    """What a trained model weighs, as the package keeps it: sorted, rounded, without what is too small to matter."""
    order = sorted(labels)
    rows: dict[str, list[float]] = {}
    for (feature, label), weight in info.state_features.items():
        rows.setdefault(feature, [0.0] * len(order))[order.index(label)] = round(weight, 2) + 0.0
    follow = [[round(info.transitions.get((a, b), 0.0), 3) for b in order] for a in order]
    return tag_features.Weights(order, follow, {f: row for f, row in sorted(rows.items()) if max(map(abs, row)) >= SMALL})


def folds(names: Iterable[str], sizes: Mapping[str, int]) -> list[list[str]]:
    """Names in groups of like size."""
    out: list[list[str]] = [[] for _ in range(FOLDS)]
    for name in sorted(names, key=lambda n: (-sizes[n], n)):
        min(out, key=lambda group: sum(sizes[n] for n in group)).append(name)
    return [group for group in out if group]


def crossed(docs: Sequence[Doc]) -> dict[str, tag_features.Weights]:
    """For every document a model that was trained without its fold; under the empty name that of all of them."""
    data = {d.name: examples(d) for d in docs}
    out = {"": train(e for rows in data.values() for e in rows)}
    for group in folds(data, {n: sum(len(e.labels) for e in rows) for n, rows in data.items()}):
        model = train(e for name, rows in data.items() if name not in group for e in rows)
        out |= dict.fromkeys(group, model)
    return out


def check(docs: Sequence[Doc], models: Mapping[str, tag_features.Weights]) -> str:
    """Precision, recall and F1 of the marks in documents that were left out."""
    right, read, gold = Counter[str](), Counter[str](), Counter[str]()
    for doc in docs:
        model = tagger.Tagger(models[doc.name])
        for e in (e for e in examples(doc) if e.used):
            mine = set(tag_marks.of_tags(e.labels))
            (found,) = model.mark([e.text])
            theirs = set(found.marks)
            right += Counter(m.label for m in mine & theirs)
            read += Counter(m.label for m in theirs)
            gold += Counter(m.label for m in mine)
    rows = [
        f"{label}: P {right[label] / max(read[label], 1):.3f} R {right[label] / max(gold[label], 1):.3f} "
        f"F1 {2 * right[label] / max(read[label] + gold[label], 1):.3f} ({right[label]} / {read[label]} / {gold[label]})"
        for label in tag_marks.LABELS
    ]
    return "\n".join(rows)


def main() -> None:
    """Write the model, or check it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", metavar="GOLD:TEXT")
    parser.add_argument("--sealed", default="", help="names that are never opened, with commas, or a file of names")
    parser.add_argument("--check", action="store_true", help="train without each fold in turn and mark it")
    parser.add_argument("-o", "--out", type=Path, help="where the model is written")
    options = parser.parse_args()
    out = sealed_names(options.sealed)
    docs = [d for d in corpus(options.corpora) if d.name not in out]
    if options.check:
        print(check(docs, crossed(docs)))
    if options.out:
        content = msgspec.json.encode(train(e for d in docs for e in examples(d)))
        options.out.write_bytes(content)
        print(f"{len(docs)} documents, {len(content)} bytes")


if __name__ == "__main__":
    main()
