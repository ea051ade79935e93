"""What goes wrong, as problem details: https://www.rfc-editor.org/rfc/rfc9457."""

from __future__ import annotations

from http import HTTPStatus

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from lianpu.errors import GraphError, QueryError, UnknownNameError
from lianpu.messages import Message, message
from lianpu.serve.negotiate import wanted
from lianpu.serve.workers import BusyError, LimitError

MEDIA = "application/problem+json"


class Problem(Exception):
    """A request that is not answered, with its HTTP status."""

    def __init__(self, status: int, said: Message, *, near: tuple[str, ...] = (), headers: dict[str, str] | None = None) -> None:
        super().__init__(said.key)
        self.status = status
        self.said = said
        self.near = near
        self.headers = headers or {}


class ProblemDetails(msgspec.Struct, frozen=True, kw_only=True):
    """Why a request was not answered; ``near`` are names that look like one that is not known."""

    status: int
    title: str
    detail: str
    near: tuple[str, ...] = ()


def problem_of(error: Exception) -> Problem:
    """An error as a problem: what is not known is 404, what cannot be asked 400, what costs too much 503."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, HTTPException):
        return Problem(error.status_code, message("verbatim", text=error.detail), headers=dict(error.headers or {}))
    if isinstance(error, UnknownNameError):
        return Problem(404, error.said, near=error.near)
    if isinstance(error, BusyError):
        return Problem(503, error.said, headers={"retry-after": "1"})
    if isinstance(error, LimitError):
        return Problem(503, error.said)
    if isinstance(error, QueryError):
        return Problem(400, error.said)
    # The message of the error may name places of this machine.
    return Problem(503, message("graph_unreadable")) if isinstance(error, GraphError) else Problem(500, message("server_fault"))


async def respond(request: Request, error: Exception) -> Response:
    """The response to a request that failed, in the language that it asks for, else in that of the server."""
    problem = problem_of(error)
    language = wanted(request.headers.get("accept-language", ""), request.app.state.language)
    details = ProblemDetails(
        status=problem.status, title=HTTPStatus(problem.status).phrase, detail=problem.said.text(language), near=problem.near
    )
    headers = {**problem.headers, "content-type": MEDIA, "content-language": language, "vary": "accept-language"}
    return Response(msgspec.json.encode(details), problem.status, headers=headers)
