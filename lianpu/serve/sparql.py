"""The SPARQL 1.1 Protocol, for questions only: https://www.w3.org/TR/sparql11-protocol/."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response

from lianpu.graph.stores.answers import TABLES, TRIPLES, Answered, Asked, Refused, Trouble
from lianpu.messages import message
from lianpu.serve.negotiate import welcome
from lianpu.serve.problems import Problem
from lianpu.serve.workers import Workers

FORM = "application/x-www-form-urlencoded"
TEXT = "application/sparql-query"
_KNOWN = frozenset({"query", "default-graph-uri", "named-graph-uri"})
_UPDATES = frozenset({"update", "using-graph-uri", "using-named-graph-uri"})
_STATUS: Mapping[Trouble, int] = {"malformed": 400, "refused": 400, "unacceptable": 406, "size": 503}
_Pairs = Sequence[tuple[str, str]]


async def answer(request: Request, workers: Workers) -> Response:
    """Answer a question, however the protocol lets it be sent.

    :raises Problem: it is malformed, unacceptable, too large, or over a limit.
    """
    query, pairs = await _question(request, workers.limits.question)
    asked = _asked(query, pairs, request.headers.get("accept"))
    found = await workers.ask(asked)
    if isinstance(found, Refused):
        raise Problem(_STATUS[found.trouble], found.message)
    return _response(found)


def _response(found: Answered) -> Response:
    media = f"{found.media}; charset=utf-8" if found.media.startswith("text/") else found.media
    return Response(found.body, headers={"content-type": media, "vary": "accept"})


async def _question(request: Request, limit: int) -> tuple[str | None, _Pairs]:
    """The text that is the whole body, if it is, and the parameters of the address or the form."""
    address = _pairs(request.scope["query_string"])
    if request.method in ("GET", "HEAD"):
        return None, address
    kind, charset = _content_type(request.headers.get("content-type", ""))
    if kind not in (FORM, TEXT):
        raise Problem(415, message("media_types", types=(FORM, TEXT)))
    if charset not in ("", "utf-8", "utf8"):
        raise Problem(415, message("use_utf8"))
    body = await _body(request, limit)
    if kind == TEXT:
        if any(name == "query" for name, _ in address):
            raise Problem(400, message("query_twice"))
        return _text(body), address
    if address:
        raise Problem(400, message("form_alone"))
    return None, _pairs(body)


def _content_type(header: str) -> tuple[str, str]:
    kind, *parameters = (part.strip().lower() for part in header.split(";"))
    return kind, next((p.removeprefix("charset=").strip('"') for p in parameters if p.startswith("charset=")), "")


async def _body(request: Request, limit: int) -> bytes:
    data = bytearray()
    async for some in request.stream():
        data += some
        if len(data) > limit:
            raise Problem(413, message("question_too_large", limit=limit))
    return bytes(data)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Problem(400, message("not_utf8")) from None


def _pairs(data: bytes) -> _Pairs:
    try:
        return parse_qsl(_text(data), keep_blank_values=True, errors="strict", max_num_fields=100)
    except UnicodeDecodeError:
        raise Problem(400, message("not_utf8")) from None
    except ValueError:
        raise Problem(400, message("too_many_parameters")) from None


def _asked(query: str | None, pairs: _Pairs, accept: str | None) -> Asked:
    names = [name for name, _ in pairs]
    if updates := sorted(_UPDATES.intersection(names)):
        raise Problem(400, message("no_updates", names=updates))
    if unknown := sorted(set(names) - _KNOWN):
        raise Problem(400, message("no_parameters", names=[name[:40] for name in unknown]))
    queries = [value for name, value in pairs if name == "query"] + ([query] if query is not None else [])
    if len(queries) != 1:
        raise Problem(400, message("query_twice" if queries else "query_missing"))
    tables, triples = welcome(accept, TABLES), welcome(accept, TRIPLES)
    if not (tables or triples):
        raise Problem(406, message("answer_forms", types=(*TABLES, *TRIPLES)))
    return Asked(
        query=queries[0],
        default_graphs=tuple(value for name, value in pairs if name == "default-graph-uri"),
        named_graphs=tuple(value for name, value in pairs if name == "named-graph-uri"),
        tables=tables,
        triples=triples,
    )
