"""SPARQL on disk: pyoxigraph. One process writes a store once; any number read it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from lianpu.errors import GraphError, QueryError
from lianpu.graph.records import Graph
from lianpu.graph.stores import solutions
from lianpu.graph.stores.guard import guard_sparql
from lianpu.graph.stores.parameters import bind
from lianpu.graph.stores.protocol import Rows, Value
from lianpu.graph.stores.rdf import quads
from lianpu.ids import BASE
from lianpu.messages import Message, message


def write(graph: Graph, path: Path, base: str = BASE) -> None:
    """Make a store of a graph in a new directory.

    :raises GraphError: the directory cannot be written.
    """
    try:
        store = ox.Store(str(path))
        store.bulk_extend(quads(graph, base))
        # What is loaded in bulk lies in many files, each of which is looked into: questions of a million facts took eight times
        # as long. Merging them adds a tenth to the load; the store is larger by two thirds, since merged files are packed less.
        store.optimize()
        store.flush()
    except OSError as error:
        raise GraphError("store_not_written", place=str(path), store="oxigraph", reason=error) from error


class OxigraphStore:
    """A store on disk, opened to read."""

    def __init__(self, path: Path, base: str = BASE) -> None:
        """Open.

        :raises GraphError: there is no store, or it is broken.
        """
        self.base = base
        try:
            self.engine = ox.Store.read_only(str(path))
        except (OSError, ValueError) as error:
            raise GraphError("store_not_opened", place=str(path), store="oxigraph", reason=error) from error

    def query(self, text: str, params: Mapping[str, Value] | None = None, *, limit: int | None = None) -> Rows:
        """SELECT, ASK (one column ``answer``) or CONSTRUCT (columns ``s``, ``p``, ``o``).

        :param limit: solutions that are computed at most.
        :raises QueryError: the text is malformed or cannot be answered.
        """
        asked = bind(text, params or {}, self.base)
        guard_sparql(asked)
        try:
            answer = self.engine.query(asked)
            if isinstance(answer, ox.QueryTriples):
                return solutions.triples(answer, self.base)
            return solutions.rows(answer, self.base, limit)
        except SyntaxError as error:
            raise QueryError("engine", dialect="SPARQL", reason=explained(error, asked)) from error
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError("engine", dialect="SPARQL", reason=error) from error


_ERROR = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_SENTENCE = re.compile(r"\bThe [^,\[\]]+")
_SHOWN = 40
"""Characters of a question shown where it cannot be understood."""


def explained(error: SyntaxError, text: str) -> Message:
    """Line, column and what stands there: the engine lists every token that its grammar would have taken instead."""
    found = _ERROR.match(str(error))
    if found is None:
        return message("verbatim", text=error)
    line, column = int(found[1]), int(found[2])
    rest = "\n".join(text.split("\n")[line - 1 :])[column - 1 :].strip()
    sentences = [sentence[0].strip() for sentence in _SENTENCE.finditer(found[3])]
    said: Message | str = message("said", text=sentences) if sentences else ""
    if rest:
        return message("not_understood", line=line, column=column, said=said, rest=rest[:_SHOWN])
    return message("unfinished", line=line, column=column, said=said)
