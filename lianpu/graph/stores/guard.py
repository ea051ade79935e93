"""What no question may do, even where its engine would let it: reach for another server, a file, or the engine's settings.

The engines refuse to write: pyoxigraph takes questions and no updates, ladybug and Neo4j are opened to read. What they would
still do is told here by token, so that words in strings, names and comments are no offence, and no way of writing hides one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lianpu.errors import QueryError
from lianpu.graph.stores.tokens import UNREAD

# -- SPARQL -------------------------------------------------------------------------------------------------------

_SPARQL = re.compile(
    rf"""(?:{UNREAD})
    |(?P<name>[?$@]?(?:[\w.:%-]|\\.)+)
    |(?P<open>\{{)
    |(?P<other>\S)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})")
_BEFORE_A_GRAPH = frozenset({"GRAPH", "FROM", "NAMED"})
"""A name stands between these and an open bracket."""


def guard_sparql(text: str) -> None:
    """Refuse a question that asks another server.

    Engines turn escapes of characters into these before they read a question, or only where a string holds them: both are tried.

    :raises QueryError: the question has a ``SERVICE``.
    """
    for reading in {text, _ESCAPED.sub(_character, text)}:
        if _asks_elsewhere(reading):
            raise QueryError("no_service")


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code <= 0x10FFFF else escape[0]


def _asks_elsewhere(text: str) -> bool:
    before, name = "", ""
    for token in _SPARQL.finditer(text):
        if token["open"] and _is_service(name, before):
            return True
        if token["name"]:
            before, name = name, token["name"]
            if "SERVICE" in name.upper() and name[0] not in "?$@" and ":" not in name:
                return True
        elif token["open"] or token["other"]:
            before, name = "", ""
    return False


def _is_service(name: str, before: str) -> bool:
    """Whether a name in front of an open bracket begins with the keyword: engines ask for no space behind it."""
    return "SERVICE" in name.partition(":")[0].upper() and name[0] not in "?$@" and before.upper() not in _BEFORE_A_GRAPH


# -- Cypher -------------------------------------------------------------------------------------------------------

_CYPHER = re.compile(
    r"""(?P<comment>/\*.*?\*/|//[^\r\n]*)
    |(?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`)
    |(?P<word>\w+)
    |(?P<mark>\S)""",
    re.VERBOSE | re.DOTALL,
)
_FIRST = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL"})
_EXPLAINING = frozenset({"EXPLAIN", "PROFILE"})
_LOADED = frozenset({"FROM", "CSV"})
_AFTER_A_NAME = frozenset(
    {"AS", "WITH", "WHERE", "RETURN", "MATCH", "OPTIONAL", "UNWIND", "ORDER", "SKIP", "LIMIT", "UNION", "IN", "IS"}
)
"""Behind a variable that happens to be named ``call``."""
_PROCEDURES = frozenset(
    {"SHOW_TABLES", "SHOW_CONNECTION", "SHOW_FUNCTIONS", "SHOW_INDEXES", "SHOW_MACROS", "SHOW_SEQUENCES", "TABLE_INFO"}
    | {"DB_VERSION", "CATALOG_VERSION", "STATS_INFO", "CURRENT_SETTING"}
    | {"DB.LABELS", "DB.RELATIONSHIPTYPES", "DB.PROPERTYKEYS", "DB.SCHEMA.VISUALIZATION"}
    | {"DB.SCHEMA.NODETYPEPROPERTIES", "DB.SCHEMA.RELTYPEPROPERTIES"}
)
"""What may be called: it tells about the store and changes nothing."""


def guard_cypher(text: str) -> None:
    """Refuse what is no question: the engines refuse to write, but would copy to files, read files and load extensions.

    :raises QueryError: the text is several statements, begins with none that asks, loads a file, or calls what may have effects.
    """
    for reading in {text, _ESCAPED.sub(_character, text)}:
        _judge(_tokens(reading))


def _tokens(text: str) -> list[str]:
    """Words in capitals and marks; a string or a name in quotes is ``'``."""
    found = []
    for token in _CYPHER.finditer(text):
        if comment := token["comment"]:
            # By ladybug's grammar such a comment goes on, by Neo4j's it has ended.
            if comment.endswith("**/"):
                raise QueryError("comment_end")
        else:
            found.append("'" if token["string"] else token[0].upper())
    return found


def _judge(tokens: Sequence[str]) -> None:
    asked = list(tokens)
    if asked and asked[-1] == ";":
        asked.pop()
    if ";" in asked:
        raise QueryError("one_question")
    start = 1 if asked and asked[0] in _EXPLAINING else 0
    if asked and asked[start : start + 1] and asked[start] not in _FIRST:
        raise QueryError("only_questions", words=sorted(_FIRST), word=asked[start])
    for place, token in enumerate(asked):
        behind = asked[place + 1 : place + 3]
        if token == "LOAD" and (behind[:1] and behind[0] in _LOADED or behind == ["WITH", "HEADERS"]):
            raise QueryError("no_load")
        if token == "CALL" and _has_effects(asked, place):
            raise QueryError("no_call", name=behind[0], names=sorted(_PROCEDURES))


def _has_effects(tokens: Sequence[str], place: int) -> bool:
    """Whether a ``CALL`` calls something that is not known to be harmless; a sub-query is judged by what is in it."""
    name = "".join(_dotted(tokens, place + 1))
    if not name or (name in _AFTER_A_NAME and place > 0):
        return False
    return name not in _PROCEDURES


def _dotted(tokens: Sequence[str], start: int) -> Sequence[str]:
    """The name with its dots that begins here; none where a mark stands."""
    end = start
    while end < len(tokens) and (tokens[end] == "'" or tokens[end].replace("_", "a").isalnum()):
        end += 1
        if tokens[end : end + 1] != ["."]:
            break
        end += 1
    return tokens[start:end]
