"""GraphML, GEXF, CSV, Cypher and the files of neo4j-admin: well formed, whole, and proof against awkward names."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from neo4j import GraphDatabase
from servers import Server, free_port, jars, neo4j_process
from whole_graph import AWKWARD, whole_graph

from lianpu.cli import main
from lianpu.errors import GraphError, InputError
from lianpu.graph import export
from lianpu.graph.export.cypher import literal, statements
from lianpu.graph.export.drawn import xml
from lianpu.graph.records import Graph
from lianpu.graph.stores.property_graph import PropertyGraph, property_graph
from lianpu.pipeline.exports import export as write

FIRM = "enterprise/山推股份"
EDGE_HEAD = (
    b":START_ID,:END_ID,:TYPE,status,statuses:string[],confidence:double,ord:long,position,documents:string[],quotes:string[],"
    b"rule,origin"
)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return whole_graph()


@pytest.fixture(scope="module")
def stored(graph: Graph) -> PropertyGraph:
    return property_graph(graph)


def things(graph: Graph) -> int:
    return len(graph.entities) + len(graph.targets)


def test_graphml_opens_with_types_labels_and_every_edge(graph: Graph, tmp_path: Path) -> None:
    write(graph, tmp_path / "g.graphml")
    found = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert found.number_of_nodes() == things(graph)
    assert found.number_of_edges() == len(graph.facts) + len(graph.targets)
    firm = found.nodes[FIRM]
    assert (firm["label"], firm["class"], firm["aliases"]) == ("山推股份", "Enterprise", "山推；山推公司")
    makes = [
        data for _, end, data in found.out_edges(FIRM, data=True) if end == "product/推土机" and data["origin"] == "documents"
    ]
    assert [(d["label"], d["relation"], d["confidence"]) for d in makes] == [("生产", "PRODUCES", 0.75)]
    figures = {data["label"]: data for _, data in found.nodes(data=True) if data["class"] == "Target"}
    assert figures["产值>=1500.5–1600.25亿元（2027）"]["year"] == 2027
    assert AWKWARD.replace("\n", " ") in {data["label"] for _, data in found.nodes(data=True)}


def test_gexf_opens_with_types_labels_and_colours(graph: Graph, tmp_path: Path) -> None:
    write(graph, tmp_path / "g.gexf")
    found = nx.read_gexf(tmp_path / "g.gexf")
    assert found.number_of_nodes() == things(graph)
    assert found.number_of_edges() == len(graph.facts) + len(graph.targets)
    assert found.nodes[FIRM]["label"] == "山推股份"
    colours = {data["class"]: data["viz"]["color"]["r"] for _, data in found.nodes(data=True) if "viz" in data}
    assert colours["Enterprise"] != colours["Region"] and len(colours) >= 5
    assert {type(data["confidence"]) for _, _, data in found.edges(data=True)} == {float}


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"])))
def test_any_text_comes_back_from_xml(text: str) -> None:
    found = ElementTree.fromstring(f'<a b="{xml(text)}">{xml(text)}</a>')
    expected = export.rdf.NOT_IN_XML.sub("\ufffd", text)
    assert (found.text or "") == found.attrib["b"] == expected


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_csv_has_every_row_and_lists_as_json(graph: Graph, stored: PropertyGraph, tmp_path: Path) -> None:
    write(graph, tmp_path / "tables", "csv")
    tables = {path.name: rows_of(path.read_bytes()) for path in (tmp_path / "tables").iterdir()}
    assert len(tables["nodes.csv"]) == len(graph.entities)
    assert len(tables["edges.csv"]) == sum(map(len, stored.edges.values()))
    assert len(tables["claims.csv"]) == len(stored.nodes["Claim"])
    firm = next(row for row in tables["nodes.csv"] if row["id"] == FIRM)
    assert json.loads(firm["aliases"]) == ["山推", "山推公司"] and firm["class"] == "Enterprise"
    assert {(row["value"], row["class"]) for row in tables["targets.csv"]} >= {("1500.5", "Target")}
    assert any(row["name"] == AWKWARD for row in tables["nodes.csv"])
    assert [row["title"] for row in tables["documents.csv"]] == [document.title for document in graph.documents]


def test_a_zip_of_tables_has_no_clock(graph: Graph, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        write(graph, tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.read("nodes.csv") == export.csv_files(graph)["nodes.csv"]


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"])))
def test_a_cypher_string_ends_where_it_should(text: str) -> None:
    body = literal(text)[1:-1]
    assert "\n" not in body and "'" not in body.replace("\\\\", "").replace("\\'", "")


def same_in_neo4j(server: Server, stored: PropertyGraph) -> None:
    """Nodes and relationships are those of the graph, property by property; what is not said is not there."""
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password) if server.password else None) as driver:
        nodes = driver.execute_query("MATCH (n) RETURN n.id AS id, labels(n) AS l, properties(n) AS p")[0]
        edges = driver.execute_query("MATCH (a)-[r]->(b) RETURN a.id AS s, type(r) AS t, b.id AS o, properties(r) AS p")[0]
    found = {row["id"]: (row["l"], row["p"]) for row in nodes}
    expected = {str(row["id"]): (label, told(row)) for label, rows in stored.nodes.items() for row in rows}
    assert found.keys() == expected.keys()
    for key, (labels, node) in found.items():
        assert (labels, told(node)) == ([expected[key][0]], expected[key][1])
    triples = Counter((row["s"], row["t"], row["o"], str(sorted(told(row["p"]).items()))) for row in edges)
    rows = [(kind, row) for (kind, _, _), many in stored.edges.items() for row in many]
    wanted = ((row["s"], kind, row["o"], {k: v for k, v in row.items() if k not in "so"}) for kind, row in rows)
    assert triples == Counter((s, kind, o, str(sorted(told(values).items()))) for s, kind, o, values in wanted)


def told(row: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in row.items() if value is not None and value != []}


def test_a_cypher_script_fills_a_real_neo4j_and_nothing_else(graph: Graph, stored: PropertyGraph, neo4j_server: Server) -> None:
    text = export.cypher(graph).decode()
    assert text.splitlines() == list(statements(graph))
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        for _ in range(2):
            for line in text.splitlines():
                driver.execute_query(line.removesuffix(";"))
    same_in_neo4j(neo4j_server, stored)


def test_neo4j_admin_imports_the_bulk_files_by_their_own_command(graph: Graph, stored: PropertyGraph, tmp_path: Path) -> None:
    """With ``import.sh`` into a home that no server has seen; then a server opens it."""
    found = jars("neo4j", "5.26.12", "Neo4j")
    home, admin, port = tmp_path / "home", tmp_path / "bin" / "neo4j-admin", free_port()
    write(graph, tmp_path / "bulk", "neo4j")
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").touch()
    admin.parent.mkdir()
    java = "java -Xmx512m --add-opens=java.base/java.nio=ALL-UNNAMED"
    admin.write_text(f"#!/bin/sh\nexec {java} -cp '{found}/*' org.neo4j.cli.AdminTool \"$@\"\n", "utf-8")
    admin.chmod(0o755)
    places = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf"), "PATH": f"{admin.parent}:{os.environ['PATH']}"}
    command = ["sh", str(tmp_path / "bulk" / "import.sh")]
    done = subprocess.run(command, env={**os.environ, **places}, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    with neo4j_process(port, str(home), auth=False):
        same_in_neo4j(Server(f"bolt://127.0.0.1:{port}", "neo4j", ""), stored)


def test_the_bulk_files_have_typed_columns_and_a_command_that_names_them(graph: Graph) -> None:
    files = export.neo4j_files(graph)
    assert files["nodes-Target.csv"].splitlines()[0].startswith(b"id:ID,metric,value:double,valueMax:double,unit,op,year:long")
    assert files["edges-PRODUCES.csv"].splitlines()[0] == EDGE_HEAD
    command = files["import.sh"].decode()
    assert all(f'"$here/{name}"' in command for name in files if name != "import.sh")
    checked = subprocess.run([shutil.which("sh") or "sh", "-n"], input=command, text=True, capture_output=True, timeout=10)
    assert checked.returncode == 0
    rows = list(csv.reader(io.StringIO(files["nodes-Enterprise.csv"].decode(), newline="")))
    assert len({len(row) for row in rows}) == 1


def test_a_list_is_cut_where_no_item_has_the_sign() -> None:
    graph = whole_graph()
    first = graph.entities[0]
    changed = type(first)(id=first.id, type=first.type, name="甲", aliases=("a\x1fb", "c;d"))
    files = export.neo4j_files(Graph(entities=(changed,)))
    assert "a\x1fb\ue000c;d".encode() in b"".join(files.values()) and b"U+E000" in files["import.sh"]


def test_forms_that_are_not_there_and_places_that_are_taken_are_refused(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="不知道写成什么格式"):
        write(graph, tmp_path / "graph.doc")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").touch()
    with pytest.raises(GraphError, match="已有文件"):
        write(graph, tmp_path / "full", "csv")


def test_the_commands_write_and_read_back(demo_kg: Path, tmp_path: Path) -> None:
    run = CliRunner()
    graph, kg = str(tmp_path / "graph.trig"), str(tmp_path / "kg")
    assert run.invoke(main, ["export", "--kg", str(demo_kg), "-o", graph]).exit_code == 0
    done = run.invoke(main, ["import", graph, "-o", kg])
    assert done.exit_code == 0 and "条断言" in done.output and "略过" not in done.output
    for one in (str(demo_kg), kg):
        shown = run.invoke(main, ["gaps", "--kg", one, "--region", "济宁市", "--chain", "工程机械", "-f", "csv"])
        assert shown.exit_code == 0 and "液压件" in shown.output
    for name in ("o.html", "o.ttl", "o.shacl.ttl", "o.jsonld"):
        assert run.invoke(main, ["ontology", "-o", str(tmp_path / name)]).exit_code == 0
        assert (tmp_path / name).stat().st_size > 1000
    assert run.invoke(main, ["ontology", "-o", str(tmp_path / "o.pdf")]).exit_code == 1
