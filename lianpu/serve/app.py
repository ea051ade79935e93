"""The application: an open graph as pages, a JSON API and a SPARQL endpoint. It only reads."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from lianpu.errors import LianpuError
from lianpu.graph import directory
from lianpu.ids import digest
from lianpu.messages import Language
from lianpu.pipeline import KnowledgeGraph
from lianpu.serve.api import Api
from lianpu.serve.guard import KnownHosts, Remembered, SecurityHeaders
from lianpu.serve.limits import Limits
from lianpu.serve.openapi import schema
from lianpu.serve.pages import Pages
from lianpu.serve.problems import Problem, respond
from lianpu.serve.sparql import answer
from lianpu.serve.workers import Workers


def application(
    graph: KnowledgeGraph,
    limits: Limits | None = None,
    *,
    hosts: Collection[str] = (),
    origins: Collection[str] = (),
    language: Language = "zh",
) -> ASGIApp:
    """The ASGI application over an open graph, which is asked through its stores and its index.

    :param hosts: names by which it may be called, beside ``localhost`` and addresses.
    :param origins: origins of other pages that may read its answers; none by default.
    :param language: in which the explorer opens, and of refusals where a request asks for none.
    :raises GraphError: the graph cannot be read.
    """
    workers = Workers(graph.folder / directory.OXIGRAPH, limits or Limits())
    pages = Pages(language)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        yield
        await workers.close()

    inner = Starlette(
        routes=[*pages.routes(), *_questions(graph), _sparql(workers)],
        middleware=[
            *([Middleware(CORSMiddleware, allow_origins=sorted(origins))] if origins else []),
            Middleware(Remembered, fingerprint=fingerprint(graph.folder) + pages.digest),
            Middleware(GZipMiddleware, minimum_size=1000),
        ],
        exception_handlers=dict.fromkeys((Problem, LianpuError, HTTPException, Exception), respond),
        lifespan=life,
    )
    inner.state.language = language
    # Outermost, since an error that nobody expected is answered outside the middleware above.
    return SecurityHeaders(KnownHosts(inner, hosts, language))


def _questions(graph: KnowledgeGraph) -> Iterator[Route]:
    atlas = graph.stored_atlas
    atlas.prepare()
    endpoints = Api(atlas).endpoints()
    published = msgspec.json.encode(schema(endpoints))

    async def openapi(_: Request) -> Response:
        return Response(published, media_type="application/json")

    yield from (Route(endpoint.path, endpoint.respond) for endpoint in endpoints)
    yield Route("/openapi.json", openapi)


def _sparql(workers: Workers) -> Route:
    async def sparql(request: Request) -> Response:
        return await answer(request, workers)

    return Route("/sparql", sparql, methods=["GET", "POST"])


def fingerprint(folder: Path) -> str:
    """What tells one state of a graph directory, served by one version, from another."""
    parts = [version("lianpu"), directory.manifest(folder).stores]
    for file in sorted(folder.iterdir()):
        there = file.stat()
        parts.append(f"{file.name} {there.st_size} {there.st_mtime_ns}")
    return digest(*parts)
