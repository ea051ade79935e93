"""A picture before it is drawn, and the words that pictures use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from lianpu.messages import Language, catalogue
from lianpu.ontology import schema
from lianpu.ontology.chains import Name
from lianpu.ontology.schema import Text
from lianpu.queries.labels import labels
from lianpu.queries.records import Evidence
from lianpu.viz import Edge, Node, Quote, page


class Words:
    """What pictures say in one language: texts of the catalogue by key, and words of vocabulary and reports."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._texts = catalogue("pictures", language)
        self._labels = labels(language)

    def __call__(self, key: str, **values: object) -> str:
        """A text with its values filled in."""
        return self._texts[key].format(**values)

    def of(self, text: Text | Name) -> str:
        """A text of the vocabulary or of a reference chain."""
        return text.en if self.language == "en" else text.zh

    def names(self, names: Iterable[str]) -> str:
        """Names one after the other."""
        return self("comma").join(names)

    def titles(self, titles: Iterable[str]) -> str:
        """Titles of documents in their marks."""
        return ("" if self.language == "zh" else ", ").join(self("titled", title=title) for title in titles)

    def predicate(self, name: str) -> str:
        """What a predicate is called."""
        return self.of(schema().predicates[name].label)

    def kind(self, name: str) -> str:
        """What a class is called."""
        return self.of(schema().classes[name].label)

    def status(self, name: str) -> str:
        """What a status is called."""
        return self._labels["status"][name]

    def tier(self, name: str) -> str:
        """What a tier of candidates is called, without what it means."""
        return re.split("[：:]", self._labels["tier"][name])[0]


@cache
def words(language: Language = "zh") -> Words:
    """The texts of pictures."""
    return Words(language)


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """Nodes and edges chosen for one question."""

    title: str
    subtitle: str = ""
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    columns: Mapping[int, str] = {}
    summary: tuple[str, ...] = ()
    language: Language = "zh"

    def html(self) -> str:
        """The page that shows it."""
        return page(
            self.nodes,
            self.edges,
            self.title,
            subtitle=self.subtitle,
            columns=self.columns,
            summary=self.summary,
            language=self.language,
        )


def quotes(evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
    """Each sentence once, with its document and section."""
    return tuple(dict.fromkeys(Quote(e.text, e.title, e.section) for e in evidence))
