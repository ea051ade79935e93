"""The SPARQL endpoint: the protocol's ways to ask, forms of answers, refusals and limits."""

from __future__ import annotations

import csv
import io
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pytest
import rdflib
from serve_fixture import SECONDS, Client, running

from lianpu import pipeline
from lianpu.serve import Limits, application
from lianpu.serve.negotiate import welcome

LP = "PREFIX lp: <https://w3id.org/lianpu/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
FIRMS = LP + "SELECT ?name { ?f a lp:Enterprise ; rdfs:label ?name } ORDER BY ?name"
FORM = {"content-type": "application/x-www-form-urlencoded"}
TEXT = {"content-type": "application/sparql-query"}
UPDATE, WIDE = "application/sparql-update", "application/sparql-query; charset=UTF-16"
GRAPH = "https://w3id.org/lianpu/graph/regions"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def client(demo_kg: Path) -> Iterator[Client]:
    limits = Limits(seconds=1.5, memory=400_000_000, answer=200_000, question=5000, workers=1, waiting=1)
    with running(application(pipeline.open(demo_kg), limits)) as client:
        yield client


def firms(client: Client) -> list[str]:
    rows = client.get("/sparql", params={"query": FIRMS}).json()["results"]["bindings"]
    return [row["name"]["value"] for row in rows]


def test_the_three_ways_to_ask_give_the_same(client: Client) -> None:
    asked = client.get("/sparql", params={"query": FIRMS})
    form = client.post("/sparql", data={"query": FIRMS})
    text = client.post("/sparql", data=FIRMS, headers=TEXT)
    assert asked.status_code == form.status_code == text.status_code == 200
    assert asked.content == form.content == text.content
    assert "山推股份" in firms(client)


def test_select_comes_in_four_forms(client: Client) -> None:
    expected = firms(client)

    def form(accept: str) -> str:
        response = client.get("/sparql", params={"query": FIRMS}, headers={"accept": accept})
        assert response.headers["content-type"].partition(";")[0] == accept
        return response.text

    assert [row[0] for row in csv.reader(io.StringIO(form("text/csv")))][1:] == expected
    lines = form("text/tab-separated-values").splitlines()
    assert lines[0] == "?name" and [line.strip('"') for line in lines[1:]] == expected
    found = ElementTree.fromstring(form("application/sparql-results+xml")).iter("{http://www.w3.org/2005/sparql-results#}literal")
    assert [one.text for one in found] == expected
    assert form("application/json") == form("application/sparql-results+json")


@pytest.mark.parametrize(
    ("accept", "parser"), [("text/turtle", "turtle"), ("application/n-triples", "nt"), ("application/rdf+xml", "xml")]
)
def test_construct_and_describe_come_as_rdf(client: Client, accept: str, parser: str) -> None:
    for query in (
        LP + "CONSTRUCT { ?f a lp:Enterprise } { ?f a lp:Enterprise }",
        "DESCRIBE <https://w3id.org/lianpu/id/enterprise/山推股份>",
    ):
        response = client.get("/sparql", params={"query": query}, headers={"accept": accept})
        assert response.headers["content-type"].startswith(accept)
        assert len(rdflib.Graph().parse(data=response.text, format=parser)) > 1


def test_ask_is_answered(client: Client) -> None:
    query = LP + "ASK { ?f a lp:Enterprise }"
    assert client.get("/sparql", params={"query": query}).json()["boolean"] is True
    assert client.get("/sparql", params={"query": query}, headers={"accept": "text/csv"}).text == "true"


def test_the_graphs_asked_for_are_the_dataset(client: Client) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"

    def number(query: str, **graphs: str | list[str]) -> int:
        response = client.get("/sparql", params={"query": query, **graphs})
        return int(response.json()["results"]["bindings"][0]["n"]["value"])

    inside = number(f"SELECT (COUNT(*) AS ?n) FROM <{GRAPH}> {{ ?s ?p ?o }}")
    assert inside > 0
    assert number(count, **{"default-graph-uri": GRAPH}) == inside < number(count)
    # The protocol's graphs count instead of those of the question.
    assert number(f"SELECT (COUNT(*) AS ?n) FROM <{GRAPH}x> {{ ?s ?p ?o }}", **{"default-graph-uri": GRAPH}) == inside
    assert number(count, **{"named-graph-uri": GRAPH}) == 0
    assert number(named, **{"named-graph-uri": GRAPH}) == inside < number(named)
    assert number(named, **{"default-graph-uri": GRAPH}) == 0
    assert number(count, **{"default-graph-uri": [GRAPH, GRAPH + "x"]}) == inside


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("*/*", 200),
        ("text/*", 200),
        ("image/png, text/csv;q=0.1", 200),
        ("image/png", 406),
        ("text/turtle", 406),
        ("text/csv;q=0", 406),
    ],
)
def test_what_is_not_acceptable_is_not_sent(client: Client, accept: str, status: int) -> None:
    assert client.get("/sparql", params={"query": FIRMS}, headers={"accept": accept}).status_code == status


def test_the_closest_range_of_an_accept_header_counts() -> None:
    offered = ("application/json", "text/csv", "text/html")
    assert welcome("text/*;q=0.5, text/html, application/json;q=0.7", offered) == ("text/html", "application/json", "text/csv")
    assert welcome(None, offered) == welcome("", offered) == welcome("*/*", offered) == offered
    assert welcome("text/*, text/csv;q=0", offered) == ("text/html",)
    assert welcome("text/csv;q=nonsense, ;;,", offered) == ()


@pytest.mark.parametrize(
    ("request_", "status", "said"),
    [
        ({"params": {}}, 400, "query"),
        ({"params": {"query": [FIRMS, FIRMS]}}, 400, "两次"),
        ({"params": {"query": "SELECT nonsense"}}, 400, "第 1 行"),
        ({"params": {"query": ""}}, 400, "没有写完"),
        ({"params": {"query": "SELECT * { ?s ?p ?o } #\ud800".encode("utf-8", "surrogatepass")}}, 400, "UTF-8"),
        ({"params": {"query": FIRMS, "default-graph-uri": "no iri <>"}}, 400, "IRI"),
        ({"params": {"update": "CLEAR ALL"}}, 400, "只读"),
        ({"params": {"query": "INSERT DATA { <http://a.example> <http://b.example> 1 }"}}, 400, "第 1 行"),
        ({"params": {"query": "LOAD <http://a.example/>"}}, 400, "第 1 行"),
        ({"method": "POST", "data": {"query": FIRMS, "using-graph-uri": GRAPH}}, 400, "只读"),
        ({"method": "POST", "params": {"query": FIRMS}, "data": FIRMS, "headers": TEXT}, 400, "两次"),
        ({"method": "POST", "data": b"SELECT \xff", "headers": TEXT}, 400, "UTF-8"),
        ({"method": "POST", "data": b"query=%ff", "headers": FORM}, 400, "UTF-8"),
        ({"method": "POST", "data": b"&".join(b"a=1" for _ in range(200)), "headers": FORM}, 400, "太多"),
        ({"method": "POST", "params": {"default-graph-uri": GRAPH}, "data": {"query": FIRMS}}, 400, "表单"),
        ({"method": "POST", "data": "x" * 5001, "headers": TEXT}, 413, "5000"),
        ({"method": "POST", "data": "CLEAR ALL", "headers": {"content-type": UPDATE}}, 415, "sparql-query"),
        ({"method": "POST", "data": "{}", "headers": {"content-type": "application/json"}}, 415, "sparql-query"),
        ({"method": "POST", "data": FIRMS.encode("utf-16"), "headers": {"content-type": WIDE}}, 415, "UTF-8"),
        ({"method": "PUT", "data": FIRMS, "headers": TEXT}, 405, ""),
        ({"method": "DELETE"}, 405, ""),
        ({"params": {"query": "SELECT * { ?s ?p ?o . ?t ?q ?r }"}}, 503, "LIMIT"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_with_its_reason(
    client: Client, request_: dict[str, object], status: int, said: str
) -> None:
    response = client.request(**{"method": "GET", "url": "/sparql", **request_})  # type: ignore[arg-type]
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == status and said in response.json()["detail"]


SERVICES = (
    "SELECT * { SERVICE <URL> { ?a ?b ?c } }",
    "SELECT * { service silent <URL> { ?a ?b ?c } }",
    "ASK { SERVICE <URL> { ?a ?b ?c } }",
    "PREFIX e: <URL> SELECT * { SERVICE e: { ?a ?b ?c } }",
    "PREFIX service: <URL> SELECT * { SERVICE service: { ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o FILTER(1<2)SERVICE?x#>\n{ ?a ?b ?c } VALUES ?x { <URL> } }",
    "SELECT * { VALUES ?x { <URL> } FILTER('a'<'b')SERVICE ?x { ?a ?b ?c } #'>\n }",
    "SELECT * { # '\n SERVICE <URL> { ?a ?b ?c } # '\n }",
    'SELECT * { BIND("""SERVICE""" AS ?d) SERVICE <URL> { ?a ?b ?c } }',
    "SELECT * { \\u0053ERVICE <URL> { ?a ?b ?c } }",
    "SELECT * { { SELECT * { SERVICE <URL> { ?a ?b ?c } } } }",
    "CONSTRUCT WHERE { SERVICE <URL> { ?a ?b ?c } }",
    "SELECT * FROM <URL> { SERVICE <URL> { ?a ?b ?c } }",
)


def test_no_question_reaches_another_host(client: Client) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0.2)
        url = f"http://127.0.0.1:{other.getsockname()[1]}/"
        for query in SERVICES:
            response = client.get("/sparql", params={"query": query.replace("URL", url)})
            assert response.status_code == 400, query
        with pytest.raises(TimeoutError):
            other.accept()


def test_the_word_service_may_be_said(client: Client) -> None:
    for query in ('ASK { ?s ?p "SERVICE <x>" }', "ASK { ?service ?p ?o } # service", "ASK { <http://a.example/service> ?p ?o }"):
        assert client.get("/sparql", params={"query": query}).status_code == 200
    assert "不能用 SERVICE" in client.get("/sparql", params={"query": SERVICES[0]}).json()["detail"]
    # A slip elsewhere is named as what it is.
    assert "第 1 行" in client.get("/sparql", params={"query": 'ASK { ?s ?p "service" '}).json()["detail"]


def test_a_question_without_end_is_ended_and_the_next_is_answered(client: Client) -> None:
    response = client.get("/sparql", params={"query": RUNAWAY})
    assert response.status_code == 503 and "1.5 秒" in response.json()["detail"]
    assert firms(client)


def test_a_question_that_eats_memory_is_ended_and_the_next_is_answered(demo_kg: Path) -> None:
    limits = Limits(seconds=SECONDS, memory=300_000_000, workers=1)
    with running(application(pipeline.open(demo_kg), limits)) as client:
        response = client.get("/sparql", params={"query": "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a ?d"})
        assert response.status_code == 503 and "内存" in response.json()["detail"]
        assert firms(client)


@pytest.mark.parametrize("query", ["ASK " + "{" * 2000 + "}" * 2000, "SELECT (" + "(" * 2000 + "1" + ")" * 2000 + " AS ?x) {}"])
def test_a_question_that_goes_too_deep_harms_nobody(client: Client, query: str) -> None:
    assert client.post("/sparql", data=query, headers=TEXT).status_code in (200, 400, 503)
    assert firms(client)


def test_when_too_many_wait_the_next_is_told_to_come_again(client: Client) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: client.get("/sparql", params={"query": RUNAWAY}), range(4)))
    busy = [answer for answer in answers if answer.headers.get("retry-after") == "1"]
    assert busy and all(answer.status_code == 503 and "稍后" in answer.json()["detail"] for answer in busy)
    assert firms(client)


def test_names_of_any_kind_come_back_as_they_are(client: Client) -> None:
    name = '<img src=x onerror=1> \\" \u202e 𠮷\t}) DROP ALL'
    written = name.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    response = client.get("/sparql", params={"query": f'SELECT ?x {{ VALUES ?x {{ "{written}" }} }}'})
    assert response.json()["results"]["bindings"][0]["x"]["value"] == name
    assert response.headers["x-content-type-options"] == "nosniff"
