"""What goes wrong, as problem details: https://www.rfc-editor.org/rfc/rfc9457."""

from __future__ import annotations

from http import HTTPStatus

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from lianpu.errors import GraphError, QueryError, UnknownNameError
from lianpu.serve.workers import BusyError, LimitError

MEDIA = "application/problem+json"


class Problem(Exception):
    """A request that is not answered, with its HTTP status."""

    def __init__(self, status: int, message: str, *, near: tuple[str, ...] = (), headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
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
        return Problem(error.status_code, error.detail, headers=dict(error.headers or {}))
    if isinstance(error, UnknownNameError):
        return Problem(404, error.message, near=error.near)
    if isinstance(error, BusyError):
        return Problem(503, error.message, headers={"retry-after": "1"})
    if isinstance(error, LimitError):
        return Problem(503, error.message)
    if isinstance(error, QueryError):
        return Problem(400, error.message)
    # The message of the error may name places of this machine.
    return Problem(503 if isinstance(error, GraphError) else 500, "图谱不能读取" if isinstance(error, GraphError) else "服务出错")


async def respond(_: Request, error: Exception) -> Response:
    """The response to a request that failed."""
    problem = problem_of(error)
    details = ProblemDetails(
        status=problem.status, title=HTTPStatus(problem.status).phrase, detail=problem.message, near=problem.near
    )
    return Response(msgspec.json.encode(details), problem.status, headers={**problem.headers, "content-type": MEDIA})
