"""A picture before it is drawn, and the words that pictures use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from lianpu.ontology import schema
from lianpu.queries.labels import labels
from lianpu.queries.records import Evidence
from lianpu.viz import Edge, Node, Quote, page


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The texts of ``words.yaml``."""

    columns: Mapping[str, str]
    candidate: str
    candidate_note: str
    aliases: str
    coverage: str
    unknown: str
    declared: str
    unstated: str
    trimmed: str
    candidates_trimmed: str
    reference_line: str
    reference_text: str
    documents: str
    tie: str
    tie_text: str
    reference_title: str
    reference_subtitle: str
    reference_note: str
    generic: str


@cache
def words() -> Words:
    """The texts of pictures."""
    return msgspec.yaml.decode(files("lianpu.pictures").joinpath("words.yaml").read_bytes(), type=Words)


def predicate(name: str) -> str:
    """What a predicate is called."""
    return schema().predicates[name].label.zh


def status(name: str) -> str:
    """What a status is called."""
    return labels()["status"][name]


def tier(name: str) -> str:
    """What a tier of candidates is called, without what it means."""
    return labels()["tier"][name].partition("：")[0]


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """Nodes and edges chosen for one question."""

    title: str
    subtitle: str = ""
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    columns: Mapping[int, str] = {}
    summary: tuple[str, ...] = ()

    def html(self) -> str:
        """The page that shows it."""
        return page(self.nodes, self.edges, self.title, subtitle=self.subtitle, columns=self.columns, summary=self.summary)


def quotes(evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
    """Each sentence once, with its document and section."""
    return tuple(dict.fromkeys(Quote(e.text, e.title, e.section) for e in evidence))
