"""Parameters of a SPARQL question, written into it as terms wherever the variable stands.

Engines bind variables from outside only where they are selected, or not inside sub-selects and aggregates: there a question
would be refused, or silently answered as if its parameter were open. The text is read by token, so that nothing inside a
string, an IRI or a comment is touched, and values are serialised by the RDF library, so that none can end its term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from lianpu.errors import QueryError
from lianpu.graph.stores.protocol import Entity, Value
from lianpu.graph.stores.tokens import UNREAD
from lianpu.ids import BASE

_TOKEN = re.compile(
    rf"""(?P<skip>{UNREAD})
    |[?$](?P<variable>\w+)
    |(?P<mark>[{{}}()])
    |(?P<word>(?<![\w:?$@-])(?:SELECT|WHERE|FROM|GROUP|ORDER|HAVING|LIMIT|OFFSET|VALUES)(?![\w:-]))""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\\\([uU])|\\.", re.DOTALL)
_KEYS = frozenset({"GROUP", "ORDER", "HAVING"})
"""After these a term must stand in brackets."""


def bind(text: str, params: Mapping[str, Value], base: str = BASE) -> str:
    """The question with its parameters as terms; a parameter is no column of the answer.

    :raises QueryError: an id of which no IRI can be made.

    >>> bind("SELECT ?o $s { $s ?p ?o } # $s", {"s": Entity("park/a")}, "http://x/")
    'SELECT ?o  { <http://x/park/a> ?p ?o } # $s'
    """
    terms = {name: _serialised(term(value, base)) for name, value in params.items()}
    return "".join(_pieces(text, terms)) if terms else text


def term(value: Value, base: str = BASE) -> NamedNode | Literal:
    """A value as an RDF term.

    :raises QueryError: an id of which no IRI can be made.
    """
    if not isinstance(value, Entity):
        return Literal(value)
    try:
        return NamedNode(base + value)
    except ValueError as error:
        raise QueryError("not_entity_id", value=value) from error


def _serialised(found: NamedNode | Literal) -> str:
    r"""A term as it stands in a question. rdflib turns every ``\u0041`` of a question into its character before it reads it,
    behind an escaped backslash too: there the letter is escaped itself, which all engines read alike.
    """
    return _ESCAPE.sub(lambda pair: f"\\\\\\U{ord(pair[1]):08X}" if pair[1] else pair[0], str(found))


def _pieces(text: str, terms: Mapping[str, str]) -> Iterator[str]:
    done = 0
    # The clause that each open bracket stands in, innermost last.
    clauses = [""]
    for token in _TOKEN.finditer(text):
        if word := token["word"]:
            clauses[-1] = word.upper()
        elif mark := token["mark"]:
            if mark in "{(":
                clauses.append("")
            elif len(clauses) > 1:
                clauses.pop()
        elif token["variable"] in terms:
            yield text[done : token.start()]
            yield _written(terms[token["variable"]], clauses[-1])
            done = token.end()
    yield text[done:]


def _written(term: str, clause: str) -> str:
    if clause == "SELECT":
        return ""
    return f"({term})" if clause in _KEYS else term
