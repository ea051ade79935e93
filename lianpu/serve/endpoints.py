"""What the JSON API can be asked. One declaration reads the parameters of a request and describes them in the OpenAPI schema."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar, get_args, get_origin

import anyio
import anyio.to_thread
import msgspec
from starlette.requests import Request
from starlette.responses import Response

from lianpu.messages import message
from lianpu.serve.problems import Problem

Asked = TypeVar("Asked", bound=msgspec.Struct)


@dataclass(frozen=True)
class Endpoint(Generic[Asked]):
    """A question: its path, what it does, the record of its parameters, the type of its answer, and who answers.

    ``finds`` if a name in it may be unknown: then 404 is among the answers. ``turn`` is shared by questions that take long: so
    many of them are answered at a time, that they neither hold up the others nor each other.
    """

    path: str
    summary: str
    parameters: type[Asked]
    answer: Any
    run: Callable[[Asked], Any]
    finds: bool = False
    turn: anyio.CapacityLimiter | None = None

    async def respond(self, request: Request) -> Response:
        """Answer in a thread, so that one question does not hold up the others.

        :raises Problem: a parameter is missing, given twice, or of the wrong kind.
        """
        asked = parameters(request, self.parameters)
        found, took = await anyio.to_thread.run_sync(self._answer, asked, limiter=self.turn)
        return Response(found, media_type="application/json", headers={"server-timing": f"answer;dur={took:.1f}"})

    def _answer(self, asked: Asked) -> tuple[bytes, float]:
        """The answer as JSON, and the milliseconds that it took."""
        start = time.perf_counter()
        found = msgspec.json.encode(self.run(asked))
        return found, (time.perf_counter() - start) * 1000


def _plain(kind: Any) -> Any:
    """A type without what limits it."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def parameters(request: Request, kind: type[Asked]) -> Asked:
    """The parameters of a request; those that may be repeated are tuples of the record.

    :raises Problem: see :meth:`Endpoint.respond`.
    """
    given: dict[str, Any] = {}
    repeated = {field.encode_name for field in msgspec.structs.fields(kind) if get_origin(_plain(field.type)) is tuple}
    for name, value in request.query_params.multi_items():
        if name in repeated:
            given.setdefault(name, []).append(value)
        elif name in given:
            raise Problem(400, message("parameter_twice", name=name[:40]))
        else:
            given[name] = value
    try:
        return msgspec.convert(given, kind, strict=False)
    except msgspec.ValidationError as error:
        raise Problem(400, message("wrong_parameter", reason=error)) from None
