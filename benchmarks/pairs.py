"""Writes lexicon/common_pairs.tsv: the pairs of characters that common words and the names of sectors and goods begin with.

Sources: the dictionary of jieba (words of two characters by ``WORDS``, openings of longer ones by ``LONG``; no names of persons
or bodies), the reference chains, the word lists of the reader, and what annotated documents (``GOLD…``, directories of
``NAME.jsonl``) call sectors and goods in at least two of them.

    python benchmarks/pairs.py GOLD…
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from lianpu.extract import words
from lianpu.ontology.chains import chains

OUT = Path(__file__).resolve().parents[1] / "lianpu" / "extract" / "lexicon" / "common_pairs.tsv"
WORDS, LONG = 200, 100
"""Frequencies in jieba's dictionary from which a word of two characters, and a longer one, is common."""
_NAMES = ("nr", "nz", "nt")
_LISTS = ("goods", "suffixes", "generic_parts", "stage_words", "raw_materials", "trim_head", "works", "inner_verbs", "opens")
_PAIR = re.compile("[\u4e00-\u9fff]{2}")
_HEADER = """\
# Pairs of characters that common words and the names of sectors and goods begin with: by the first character, all second ones.
# A name that begins with no such pair is coined, as firms' names are. Written by benchmarks/pairs.py.
"""


def _common() -> Iterator[str]:
    """Words of jieba's dictionary that are in common use."""
    with resources.files("jieba").joinpath("dict.txt").open("rb") as lines:
        for line in lines:
            word, count, kind = line.decode("utf-8").split()
            places = kind == "ns" and len(word) > 2
            if int(count) >= (WORDS if len(word) == 2 else LONG) and not kind.startswith(_NAMES) and not places:
                yield word


def _terms() -> Iterator[str]:
    """Names of sectors, stages and goods of the reference chains, and words of the reader's lists."""
    for chain in chains().values():
        yield from chain.industries
        for link in chain.links:
            yield from link.words
    for name in _LISTS:
        yield from words.words(name)


def _annotated(folders: list[str]) -> Iterator[str]:
    """Openings of the names of sectors and goods of two and more documents, but for those of firms."""
    seen: dict[str, set[str]] = defaultdict(set)
    firms: set[str] = set()
    for path in sorted(p for folder in folders for p in Path(folder).glob("*.jsonl")):
        for line in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if line["kind"] == "entity" and line["type"] == "Enterprise":
                firms.add(line["name"][:2])
            elif line["kind"] == "entity" and line["type"] in ("Industry", "Product"):
                seen[line["name"][:2]].add(path.stem)
    yield from (pair for pair, documents in seen.items() if len(documents) > 1 and pair not in firms)


def main() -> None:
    """Write the list."""
    pairs: dict[str, set[str]] = defaultdict(set)
    for word in (*_common(), *_terms(), *_annotated(sys.argv[1:])):
        if _PAIR.match(word):
            pairs[word[0]].add(word[1])
    body = "".join(f"{first}\t{''.join(sorted(seconds))}\n" for first, seconds in sorted(pairs.items()))
    OUT.write_text(_HEADER + body, encoding="utf-8")
    print(f"{sum(map(len, pairs.values()))} pairs, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
