"""Trains the tagger (``tagging.py``) and the judge: which things a sentence claims, under which word, and of whom.

    python benchmarks/train.py GOLD:TEXT… --sealed FILE_OR_NAMES -o lianpu/extract/models
    python benchmarks/train.py GOLD:TEXT… --sealed FILE_OR_NAMES --check

GOLD holds NAME.jsonl as in the annotation guide, TEXT the documents NAME.txt. ``--check`` trains once for every document on
all others and prints how well the left-out ones are judged. Sealed documents are never opened. Needs the extra ``train``
(scikit-learn); what is written is plain JSON with sorted features and rounded weights: the same input gives the same bytes.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import tagging
from corpus import Doc, annotation, corpus, outline_of, sealed_names
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from values import plain

from lianpu.extract import judge, metadata, reader
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.reading import Sample
from lianpu.extract.tagger import Tagger
from lianpu.ontology.regions import regions

SAID = ("focusesOn", "seeks", "produces")
"""Predicates whose objects the judge decides about."""
OWNED = ("focusesOn", "seeks")
"""Those of them whose subject is chosen among owners."""
KEEP_SEEN, OWNER_SEEN = 2, 3
"""How often a feature must be seen to get a weight."""
SMALL = 0.02
"""Weights below this are dropped: without effect on what is decided, a third of the file."""
KEEP_STRENGTH, OWNER_STRENGTH = 0.2, 0.05
"""How freely weights grow (C of the regression): where documents left out are judged best, of 0.01 to 0.5."""


@dataclass(frozen=True)
class Judged:
    """One decision with what the annotation says: the label, and for each possible owner whether it is right."""

    features: tuple[str, ...]
    rule: str
    label: str
    owners: tuple[tuple[tuple[str, ...], bool], ...] = ()


class Gold:
    """The annotated facts of one document, found by the name of their object and the paragraph of their quote."""

    def __init__(self, doc: Doc) -> None:
        lines = annotation(doc)
        self.entities: dict[str, set[int]] = defaultdict(set)
        """Every written form to the entities that have it."""
        self.named: dict[str, int] = {}
        for index, line in enumerate(x for x in lines if x["kind"] == "entity"):
            for form in (line["name"], *line.get("aliases", ())):
                self.entities[plain(form)].add(index)
            self.named[plain(line["name"])] = index
        self.facts: dict[int, list[tuple[str, str, int, str]]] = defaultdict(list)
        """Object to (predicate, status, subject, quote)."""
        for line in lines:
            if line["kind"] == "fact" and line["p"] in SAID:
                s, o = self.named[plain(line["s"])], self.named[plain(line["o"])]
                self.facts[o].append((line["p"], line["status"], s, plain(line["quote"])))
        self.sectors: dict[str, set[int]] = defaultdict(set)
        for form, indices in self.entities.items():
            self.sectors[sector_key(form)] |= indices

    def judge(self, sample: Sample, paragraph: str) -> Judged | None:
        """What the annotation says of a candidate; None when it says it of the thing, but in another place.

        A fact is annotated once, however often the document repeats it, so a repetition is neither right nor wrong.
        """
        things = set[int]().union(*(self.entities.get(plain(n), ()) for n in (sample.name, *sample.aliases)))
        facts = [f for thing in sorted(things) for f in self.facts.get(thing, ())]
        here = [f for f in facts if f[3][:30] in paragraph]
        if not here:
            return None if facts else Judged(sample.features, sample.rule, "none")
        labels = Counter(status for _, status, _, _ in here)
        label = sample.rule if sample.rule in labels else max(labels, key=lambda x: (labels[x], x))
        subjects = {s for p, _, s, _ in here if p in OWNED}
        owners = tuple((features, self._is(owner, subjects)) for owner, features in sample.options)
        return Judged(sample.features, sample.rule, label, owners if any(right for _, right in owners) else ())

    def _is(self, owner: Owner, subjects: set[int]) -> bool:
        name = plain(owner.name)
        return bool(subjects & (self.entities.get(name, set()) | self.sectors.get(sector_key(name), set())))


def judged(doc: Doc, marker: Tagger | None = None) -> list[Judged]:
    """All decisions that rules and tagger ask for in one document."""
    outline = outline_of(doc)
    ctx = Context(outline, metadata.document(outline), regions())
    gold = Gold(doc)
    paragraphs = [plain(p.text) for p in outline.paragraphs]
    samples = reader.read(ctx, None, marker, collect=True).samples or []
    return [j for s in samples if (j := gold.judge(s, paragraphs[s.paragraph])) is not None]


def matrix(rows: Sequence[Iterable[str]], seen: int) -> tuple[csr_matrix, list[str]]:
    """Rows of features as zeros and ones, and the features kept: sorted, seen often enough."""
    counts = Counter(f for row in rows for f in row)
    names = sorted(f for f, n in counts.items() if n >= seen)
    at = {name: i for i, name in enumerate(names)}
    columns = [sorted(at[f] for f in set(row) if f in at) for row in rows]
    starts = np.cumsum([0, *map(len, columns)])
    flat = np.array([c for row in columns for c in row], dtype=np.int32)
    return csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), len(names))), names


def rounded(bias: float, names: Sequence[str], weights: Iterable[float]) -> judge.Weights:
    """Weights as stored: two decimals, small ones dropped."""
    kept = {name: round(float(w), 2) + 0.0 for name, w in zip(names, weights, strict=True) if abs(w) >= SMALL}
    return judge.Weights(bias=round(float(bias), 3), weights=kept)


def fit(rows: Sequence[Iterable[str]], right: Sequence[bool], seen: int, strength: float) -> judge.Weights:
    """A logistic regression over features that occur ``seen`` times; ``strength`` is the inverse of the L2 penalty."""
    x, names = matrix(rows, seen)
    model = LogisticRegression(C=strength, max_iter=1000).fit(x, [int(r) for r in right])
    return rounded(model.intercept_[0], names, model.coef_[0])


def fit_keep(data: Sequence[Judged], strength: float = KEEP_STRENGTH) -> judge.Weights:
    """Whether a thing is written down."""
    return fit([d.features for d in data], [d.label != "none" for d in data], KEEP_SEEN, strength)


def fit_owner(data: Sequence[Judged], strength: float = OWNER_STRENGTH) -> judge.Weights:
    """Of whom it is said."""
    rows = [row for d in data for row in d.owners]
    return fit([features for features, _ in rows], [right for _, right in rows], OWNER_SEEN, strength)


def train(data: Sequence[Judged]) -> judge.Model:
    """Both models."""
    return judge.Model(keep=fit_keep(data), owner=fit_owner(data))


@dataclass
class Check:
    """Counts over left-out documents."""

    kept_right: int = 0
    kept_wrong: int = 0
    missed: int = 0
    label_right: int = 0
    choices: int = 0
    first_right: int = 0
    owner_right: int = 0

    def add(self, data: Iterable[Judged], model: judge.Model) -> None:
        """Judge one document."""
        for d in data:
            if judge.probability(d.features, model.keep) < judge.KEEP:
                self.missed += d.label != "none"
            elif d.label == "none":
                self.kept_wrong += 1
            else:
                self.kept_right += 1
                self.label_right += d.rule == d.label
            if len(d.owners) > 1:
                self.choices += 1
                self.first_right += d.owners[0][1]
                self.owner_right += max(d.owners, key=lambda row: judge.margin(row[0], model.owner))[1]

    def __str__(self) -> str:
        p, r = share(self.kept_right, self.kept_right + self.kept_wrong), share(self.kept_right, self.kept_right + self.missed)
        label, nearest, chosen = (
            share(self.label_right, self.kept_right),
            share(self.first_right, self.choices),
            share(self.owner_right, self.choices),
        )
        return (
            f"kept P {p:.3f} R {r:.3f} F1 {share(2 * p * r, p + r):.3f}, label right {label:.3f}; "
            f"owner: {self.choices} choices, nearest right {nearest:.3f}, chosen right {chosen:.3f}"
        )


def share(part: float, whole: float) -> float:
    """A ratio, 0 of nothing."""
    return part / whole if whole else 0.0


def leave_one_out(data: Mapping[str, Sequence[Judged]]) -> dict[str, judge.Model]:
    """For every document the model of all others."""
    return {name: train([j for other, rows in data.items() if other != name for j in rows]) for name in data}


def main() -> None:
    """Write the model, or check it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", metavar="GOLD:TEXT")
    parser.add_argument("--sealed", default="", help="names that are never opened, with commas, or a file of names")
    parser.add_argument("--leave-out", default="", help="names that are not trained on, with commas")
    parser.add_argument("--check", action="store_true", help="train without each document in turn and judge it")
    parser.add_argument("-o", "--out", type=Path, help="directory where the models are written")
    options = parser.parse_args()
    out = sealed_names(options.sealed) | sealed_names(options.leave_out)
    docs = [doc for doc in corpus(options.corpora) if doc.name not in out]
    taggers = tagging.crossed(docs)
    data = {doc.name: judged(doc, Tagger(taggers[doc.name])) for doc in docs}
    print(f"{len(data)} documents, {sum(map(len, data.values()))} decisions")
    if options.check:
        total = Check()
        for name, model in leave_one_out(data).items():
            total.add(data[name], model)
        print(total)
    if options.out:
        model = train([j for rows in data.values() for j in rows])
        content = msgspec.json.encode(model, order="sorted")
        (options.out / "judge.json").write_bytes(content)
        marker = msgspec.json.encode(taggers[""])
        (options.out / "tagger.json").write_bytes(marker)
        print(f"{len(model.keep.weights)} and {len(model.owner.weights)} features, {len(content)} and {len(marker)} bytes")


if __name__ == "__main__":
    main()
