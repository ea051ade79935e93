"""What a named question is asked with where nobody says: its defaults, or else what the graph can answer.

A default names something of one graph (济宁市). In a graph that has no answer to it, the first values to which it has one are
taken, those of the default's kind before others: the question is asked with its open parameters as its columns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lianpu.graph.stores.protocol import Entity, Store, ask_own
from lianpu.queries.named import Dialect, Given, NamedQuery, Parameter, bound, load, run

_SELECT = re.compile(r"\b(SELECT (?:DISTINCT )?)")
_VALUES = re.compile(r"(VALUES \?(\w+) \{ \$(\w+) \})")
_PAIR = re.compile(r"VALUES \(\?(\w+) \?(\w+)\) \{ \(\$\2 \$\2\) \}")
_UNION = re.compile(r"^UNION$", re.MULTILINE)
_RETURN = re.compile(r"^RETURN ", re.MULTILINE)
_WITH = re.compile(r"^WITH ", re.MULTILINE)
_ORDER = re.compile(r"\bORDER BY .*\Z", re.DOTALL)


def filled(store: Store, name: str, given: Mapping[str, Given], dialect: Dialect = "sparql") -> dict[str, Given]:
    """All parameters of a named question: those given, and for the others values that give rows, if there are any.

    A text (a predicate, a rule) keeps its default.

    :param dialect: what the store speaks; Cypher as Neo4j has it.
    :raises UnknownNameError: no question has this name.
    :raises QueryError: an unknown parameter, a value of the wrong type, or the engine refuses.
    """
    query = load(name)
    missing = [parameter for parameter in query.parameters if parameter.name not in given]
    defaults = {**given, **{parameter.name: _value(parameter, parameter.default) for parameter in missing}}
    opened = [parameter for parameter in missing if parameter.type != "string"]
    if not opened or run(store, name, defaults, dialect).rows:
        return defaults
    names = {parameter.name for parameter in opened}
    fixed = {key: value for key, value in defaults.items() if key not in names}
    text = (_open if dialect == "sparql" else _open_cypher)(query, opened)
    answer = ask_own(store, text, bound(query, fixed))
    first = answer.rows[0] if answer.rows else ()
    return {**defaults, **{parameter.name: _value(parameter, str(cell)) for parameter, cell in zip(opened, first, strict=False)}}


def _value(parameter: Parameter, value: Given) -> Given:
    """A value; ids are marked as such, so that nobody looks them up as names."""
    return Entity(str(value)) if parameter.type == "entity" else value


def _open(query: NamedQuery, opened: Sequence[Parameter]) -> str:
    """The question for its parameters: which are the first values to which there is an answer?"""
    names = " ".join(f"?{parameter.name}" for parameter in opened)
    text = _ORDER.sub("", query.texts["sparql"])
    for clause, alias, name in _VALUES.findall(text):
        if name in {parameter.name for parameter in opened}:
            # A parameter that is nothing but another name of a variable has no value to stand there: it is that variable.
            text = re.sub(rf"\?{alias}\b", f"?{name}", text.replace(clause, ""))
    # Given, both variables are the parameter; open, the parameter is what the first one is.
    text = _PAIR.sub(r"BIND(?\1 AS ?\2)", text)
    prefixes, select, body = _SELECT.split(text, maxsplit=1)
    inner = f"{select}{names} {body}".replace("GROUP BY ", f"GROUP BY {names} ")
    order = " ".join(f"{_other_kind(parameter)} ?{parameter.name}" for parameter in opened)
    return f"{prefixes}SELECT {names} {{ {{ {inner} }} }} ORDER BY {order} LIMIT 1"


def _open_cypher(query: NamedQuery, opened: Sequence[Parameter]) -> str:
    """The same in Cypher: what is compared with a parameter is the column of its name, in every part of a union."""
    parts = (_opened_part(part, opened) for part in _UNION.split(query.texts["cypher"]))
    names = ", ".join(parameter.name for parameter in opened)
    order = ", ".join(
        f"NOT {one.name} STARTS WITH '{str(one.default).partition('/')[0]}/', {one.name}" if one.type == "entity" else one.name
        for one in opened
    )
    return f"CALL {{ {' UNION '.join(parts)} }} RETURN {names} ORDER BY {order} LIMIT 1"


def _opened_part(text: str, opened: Sequence[Parameter]) -> str:
    columns = {}
    for parameter in opened:
        compared = re.search(rf"(\w+\.\w+) = \${parameter.name}\b", text)
        if compared is None:
            continue
        columns[parameter.name] = compared[1]
        text = text.replace(compared[0], f"{compared[1]} IS NOT NULL").replace(f"${parameter.name}", compared[1])
    asking, *handed_on = _WITH.split(_RETURN.split(text)[0])
    for clause in handed_on:
        asking += f"WITH {', '.join(f'{column} AS {name}' for name, column in columns.items())}, {clause}"
        columns = {name: name for name in columns}
    return asking + "RETURN DISTINCT " + ", ".join(f"{column} AS {name}" for name, column in columns.items())


def _other_kind(parameter: Parameter) -> str:
    """False, and so first, for an id of the class that the default has."""
    kind = str(parameter.default).partition("/")[0]
    return f'(!CONTAINS(STR(?{parameter.name}), "/{kind}/"))' if parameter.type == "entity" else ""
