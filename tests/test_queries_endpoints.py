"""The named questions give the same rows over HTTP, from real servers, as from the embedded store."""

from __future__ import annotations

from pathlib import Path

import pytest
from named_fixture import documents
from servers import SparqlServer
from test_queries_agree import QUESTIONS

from lianpu.graph.resolve import resolve
from lianpu.graph.stores import oxigraph
from lianpu.graph.stores.endpoint import EndpointStore
from lianpu.graph.stores.graph_store import GraphStore
from lianpu.ontology.chains import references
from lianpu.queries.named import run


@pytest.mark.parametrize("served", ["oxigraph_server", "fuseki_server"])
def test_a_real_server_gives_the_same_rows(request: pytest.FixtureRequest, served: str, tmp_path: Path) -> None:
    server: SparqlServer = request.getfixturevalue(served)
    graph = resolve(documents(), references=references())
    oxigraph.write(graph, tmp_path / "store")
    embedded = oxigraph.OxigraphStore(tmp_path / "store")
    with GraphStore(server.store) as loading, EndpointStore(server.query) as store:
        loading.load(graph)
        for name, (params, expected) in QUESTIONS.items():
            answer = run(store, name, params)
            assert len(answer.rows) == expected and answer == run(embedded, name, params), name
