"""A Cypher question that looks at one graph of a database that holds several.

Every node of a pattern is bound to the graph, wherever the pattern stands: behind ``MATCH``, in a sub-query, in a condition, in a
list. What is no pattern stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

GRAPH = "lianpu_graph"
"""The parameter with the graph's name."""

_TOKEN = re.compile(
    r"""//[^\r\n]*|/\*.*?\*/
    |(?P<name>`[^`]*`)
    |(?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    |(?P<word>\w+)
    |(?P<mark>\S)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"(\\\\)|\\u+([0-9a-fA-F]{4})")
_CLAUSES = frozenset(
    {"MATCH", "OPTIONAL", "WHERE", "USING", "RETURN", "WITH", "UNWIND", "UNION", "ORDER", "SKIP", "OFFSET", "LIMIT", "CALL"}
    | {"YIELD", "FINISH"}
)
_BEFORE_A_NAME = frozenset({".", ":", "$", ",", "(", "[", "|", "&", "!", "AS"})
_PATTERNS = frozenset({"EXISTS", "COUNT"})
"""What may have a pattern without ``MATCH`` in its braces."""
_CLOSING = {")": "(", "]": "[", "}": "{"}
_HEAD = frozenset({")", "{", ":", "WHERE", "IS"})
"""What follows the variable of a node."""


def within(text: str) -> str:
    """The question with every node of a pattern bound to the graph of the parameter :data:`GRAPH`. Relationships need none: those
    of a graph have both ends in it.

    >>> within("MATCH (a:Park)-[r]->(b) WHERE type(r) = '(c)' RETURN count(a) AS n")
    "MATCH (a:Park {graph: $lianpu_graph})-[r]->(b {graph: $lianpu_graph}) WHERE type(r) = '(c)' RETURN count(a) AS n"
    >>> within("MATCH (a {id: $id}) RETURN COUNT { (a)-->(b WHERE b.code IS NULL) } AS n").count("graph: $lianpu_graph")
    3
    """
    # Neo4j reads escapes of characters before anything else.
    plain = _ESCAPED.sub(lambda found: found[1] or chr(int(found[2], 16)), text)
    pieces, done = [], 0
    for place, addition in sorted(_Question(plain).additions()):
        pieces += [plain[done:place], addition]
        done = place
    return "".join(pieces) + plain[done:]


@dataclass(frozen=True, slots=True)
class _Token:
    """A word in capitals, a mark, or ``'`` and `````` for what is quoted."""

    text: str
    start: int

    @property
    def named(self) -> bool:
        """Whether it may name something."""
        return self.text == "`" or (self.text.replace("_", "a").isalnum() and not self.text[0].isdigit())


class _Question:
    """The tokens of a text, and which bracket closes which."""

    def __init__(self, text: str) -> None:
        self.tokens = tuple(_tokens(text))
        self.partners = _partners(self.tokens)

    def additions(self) -> Iterator[tuple[int, str]]:
        """What is to be written where, so that nodes are of the graph."""
        # Whether each open bracket holds patterns, where any bracket is a node; innermost last.
        patterns = [False]
        for place, token in enumerate(self.tokens):
            if self._is_clause(place):
                patterns[-1] = token.text == "MATCH"
            elif token.text == "(":
                group = patterns[-1] and self._is_group(place)
                if not group and (patterns[-1] or self._is_node(place)) and place in self.partners:
                    yield self._binding(place)
                patterns.append(group)
            elif token.text == "{":
                patterns.append(self._text(place - 1) in _PATTERNS)
            elif token.text == "[":
                patterns.append(False)
            elif token.text in _CLOSING and len(patterns) > 1:
                patterns.pop()

    def _text(self, place: int) -> str:
        return self.tokens[place].text if 0 <= place < len(self.tokens) else ""

    def _is_clause(self, place: int) -> bool:
        """Whether a word begins a clause, and is no name of something."""
        if self._text(place) not in _CLAUSES or self._text(place - 1) in _BEFORE_A_NAME:
            return False
        following = self._text(place + 1)
        return following not in (":", "=") and not (following == "." and self.tokens[place + 2 : place + 3][0].named)

    def _is_group(self, place: int) -> bool:
        """Whether a bracket in a pattern holds a part of it: ``((a)-->(b)){2}``, ``shortestPath((a)-[*]-(b))``."""
        named = self._text(place + 2) == "=" and self._text(place + 3) == "("
        return self._text(place + 1) == "(" or named

    def _is_node(self, place: int) -> bool:
        """Whether a bracket in an expression is a node: by what is in it, and a relationship on either side."""
        inside = self.tokens[place + 1 : place + 2]
        named = bool(inside) and inside[0].named and self._text(place + 2) in _HEAD
        if not named and self._text(place + 1) not in _HEAD:
            return False
        return self._relationship_follows(self.partners.get(place, place) + 1) or self._relationship_precedes(place - 1)

    def _relationship_follows(self, place: int) -> bool:
        if self._text(place) == "<":
            place += 1
        return self._text(place) in _LINES and (self._text(place + 1) == "[" or self._text(place + 1) in _LINES)

    def _relationship_precedes(self, place: int) -> bool:
        if self._text(place) == ">":
            place -= 1
        if self._text(place) not in _LINES:
            return False
        before = place - 1
        return self._text(before) in _LINES or (
            self._text(before) == "]" and self._text(self.partners.get(before, 0) - 1) in _LINES
        )

    def _binding(self, place: int) -> tuple[int, str]:
        """Where a node is to say its graph: at the end of its map, else in front of its condition, else at its end."""
        end, here = self.partners[place], place + 1
        while here < end:
            text = self._text(here)
            if text == "{":
                close = self.partners.get(here, end)
                return self.tokens[close].start, f"{', ' if close > here + 1 else ''}graph: ${GRAPH}"
            if text == "WHERE" and (here > place + 1 or self._text(here + 1) not in _HEAD):
                return self.tokens[here].start, f"{{graph: ${GRAPH}}} "
            here = self.partners.get(here, here) + 1
        return self.tokens[end].start, f"{' ' if end > place + 1 else ''}{{graph: ${GRAPH}}}"


_LINES = frozenset("-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
"""What Neo4j takes for the line of a relationship."""
_HEADS = {"⟨": "<", "〈": "<", "﹤": "<", "＜": "<", "⟩": ">", "〉": ">", "﹥": ">", "＞": ">"}
"""What it takes for the head of one."""


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        if found["name"] or found["string"]:
            yield _Token("`" if found["name"] else "'", found.start())
        elif found["word"] or found["mark"]:
            yield _Token(_HEADS.get(found[0], found[0].upper()), found.start())


def _partners(tokens: Sequence[_Token]) -> dict[int, int]:
    """The other end of every bracket that has one."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for place, token in enumerate(tokens):
        if token.text in _CLOSING.values():
            opened.append(place)
        elif token.text in _CLOSING and opened and tokens[opened[-1]].text == _CLOSING[token.text]:
            partners[place] = opened.pop()
            partners[partners[place]] = place
    return partners
