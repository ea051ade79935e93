"""The OpenAPI 3.1 schema, made from the endpoints: what is published is what is run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any

import msgspec

from lianpu.graph.stores.answers import TABLES, TRIPLES
from lianpu.serve.endpoints import Endpoint
from lianpu.serve.problems import MEDIA, ProblemDetails
from lianpu.serve.sparql import FORM, TEXT

_REFERENCE = "#/components/schemas/{name}"
_TEXT = {"type": "string"}
_STRINGS = {"type": "array", "items": _TEXT}


def schema(endpoints: Sequence[Endpoint[Any]]) -> dict[str, Any]:
    """The schema of the JSON API and the SPARQL endpoint."""
    types = [ProblemDetails, *(endpoint.answer for endpoint in endpoints)]
    shapes, components = msgspec.json.schema_components(types, ref_template=_REFERENCE)
    problem, *answers = shapes
    paths: dict[str, Any] = {
        endpoint.path: {"get": _operation(endpoint, answer, problem)} for endpoint, answer in zip(endpoints, answers, strict=True)
    }
    paths["/sparql"] = {"get": _sparql_get(problem), "post": _sparql_post(problem)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "lianpu 链谱",
            "version": version("lianpu"),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {"schemas": components},
    }


def _operation(endpoint: Endpoint[Any], answer: dict[str, Any], problem: dict[str, Any]) -> dict[str, Any]:
    failures = [400, 404, 503] if endpoint.finds else [400, 503]
    return {
        "operationId": endpoint.path.removeprefix("/api/").replace("/", "_"),
        "summary": endpoint.summary,
        "parameters": list(_parameters(endpoint.parameters)),
        "responses": {
            "200": {"description": "OK", "content": {"application/json": {"schema": answer}}},
            "304": {"description": "Not Modified"},
            **_failures(problem, failures),
        },
    }


def _failures(problem: dict[str, Any], statuses: Sequence[int]) -> dict[str, Any]:
    described = {"content": {MEDIA: {"schema": problem}}}
    return {str(status): {"description": "See detail", **described} for status in statuses}


def _parameters(kind: type[msgspec.Struct]) -> Iterator[dict[str, Any]]:
    _, components = msgspec.json.schema_components([kind], ref_template=_REFERENCE)
    shape = components[kind.__name__]
    for name, described in shape["properties"].items():
        text = described.pop("description", "")
        required = name in shape.get("required", ())
        yield {"name": name, "in": "query", "required": required, "description": text, "schema": described}


# -- SPARQL -------------------------------------------------------------------------------------------------------


def _sparql_get(problem: dict[str, Any]) -> dict[str, Any]:
    query = {"name": "query", "in": "query", "required": True, "description": "SPARQL 1.1", "schema": _TEXT}
    return {
        "operationId": "sparql_get",
        "summary": "SPARQL 1.1 Protocol",
        "parameters": [query, *_graphs()],
        "responses": _sparql_responses(problem, (400, 406, 503)),
    }


def _sparql_post(problem: dict[str, Any]) -> dict[str, Any]:
    form = {
        "type": "object",
        "required": ["query"],
        "properties": {"query": _TEXT, "default-graph-uri": _STRINGS, "named-graph-uri": _STRINGS},
    }
    return {
        "operationId": "sparql_post",
        "summary": "SPARQL 1.1 Protocol",
        "requestBody": {"required": True, "content": {FORM: {"schema": form}, TEXT: {"schema": _TEXT}}},
        "responses": _sparql_responses(problem, (400, 406, 413, 415, 503)),
    }


def _graphs() -> list[dict[str, Any]]:
    names = ("default-graph-uri", "named-graph-uri")
    return [{"name": name, "in": "query", "required": False, "schema": _STRINGS} for name in names]


def _sparql_responses(problem: dict[str, Any], statuses: Sequence[int]) -> dict[str, Any]:
    forms = {media: {"schema": {} if media.endswith("json") else _TEXT} for media in (*TABLES, *TRIPLES)}
    return {"200": {"description": "OK", "content": forms}, **_failures(problem, statuses)}
