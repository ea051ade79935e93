"""A parameter is written where its variable stands, and nowhere inside a string, an IRI or a comment."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from lianpu.graph.stores.parameters import bind

QUOTES = [
    r'"""a\"""" ',
    r'"""a\\""" ',
    '""" "" """ ',
    r'''"""\""" $x """ ''',
    r"'''a\'''' ",
    r"''' '' $x ''' ",
    r'"a\" $x" ',
    r"'a\' $x' ",
    "'''two\nlines $x''' ",
]


@pytest.mark.parametrize("quoted", QUOTES)
def test_a_string_ends_where_the_engine_ends_it(quoted: str) -> None:
    query = f"SELECT ?x ?s {{ VALUES ?s {{ {quoted} }} BIND($x AS ?y) FILTER(?y = $x) }} # $x"
    bound = bind(query, {"x": "甲件"})
    assert bound == f'SELECT  ?s {{ VALUES ?s {{ {quoted} }} BIND("甲件" AS ?y) FILTER(?y = "甲件") }} # $x'
    answer = ox.Store().query(bound)
    assert isinstance(answer, ox.QuerySolutions)
    (row,) = answer
    expected = ox.Store().query(f"SELECT ?s {{ VALUES ?s {{ {quoted} }} }}")
    assert isinstance(expected, ox.QuerySolutions)
    assert row[0] == next(iter(expected))[0]


@pytest.mark.parametrize(
    "unread",
    [
        r"<http://a.example/\u003F?x>",
        r"<http://a.example/\U0001F600?x>",
        "<http://a.example/?x>",
    ],
)
def test_an_iri_is_not_read(unread: str) -> None:
    assert bind(f"SELECT * {{ {unread} ?p $x }}", {"x": 3}) == (
        f'SELECT * {{ {unread} ?p "3"^^<http://www.w3.org/2001/XMLSchema#integer> }}'
    )


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_comment_ends_with_its_line(end: str) -> None:
    assert bind(f"ASK {{ ?s ?p # $x{end} $x }}", {"x": "乙"}) == f'ASK {{ ?s ?p # $x{end} "乙" }}'


def test_what_is_less_than_a_parameter_is_no_iri() -> None:
    assert bind("ASK { FILTER(?a <$x && ?b> $x) }", {"x": "丙"}) == 'ASK { FILTER(?a <"丙" && ?b> "丙") }'
