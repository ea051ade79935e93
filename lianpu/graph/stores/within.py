"""A Cypher question that looks at one graph of a database that holds several."""

from __future__ import annotations

import re

GRAPH = "lianpu_graph"
"""The parameter with the graph's name."""

_TOKEN = re.compile(
    r"""//[^\r\n]*|/\*.*?\*/|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`
    |\b(?P<word>MATCH|WHERE|RETURN|WITH|UNWIND|UNION|ORDER|CALL)\b
    |(?P<brace>[{}])
    |(?P<node>\(\s*\w*(?:\s*:\s*\w+)*\s*\))""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def within(text: str) -> str:
    """The question with every node that it matches bound to the graph of the parameter :data:`GRAPH`. Relationships need none:
    those of a graph have both ends in it. Nodes with a map of their own stay as they are: the named questions have none.

    >>> within("MATCH (a:Park)-[r]->(b) WHERE type(r) = '(c)' RETURN count(a) AS n")
    "MATCH (a:Park {graph: $lianpu_graph})-[r]->(b {graph: $lianpu_graph}) WHERE type(r) = '(c)' RETURN count(a) AS n"
    """
    pieces, done = [], 0
    # Whether the clause that each open brace stands in is a MATCH, innermost last.
    matching = [False]
    for token in _TOKEN.finditer(text):
        if word := token["word"]:
            matching[-1] = word.upper() == "MATCH"
        elif token["brace"] == "{":
            matching.append(False)
        elif token["brace"] and len(matching) > 1:
            matching.pop()
        elif token["node"] and matching[-1]:
            pieces.append(f"{text[done : token.end() - 1]} {{graph: ${GRAPH}}}")
            done = token.end() - 1
    return "".join(pieces) + text[done:]
