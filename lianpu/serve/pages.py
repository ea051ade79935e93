"""Pages and what they load: files of the package, read once, so that no request can name a file outside."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lianpu.atlas.file import explorer
from lianpu.messages import Language, message
from lianpu.serve.problems import Problem
from lianpu.viz.explorer import policy

_KINDS = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}


class Pages:
    """The files of ``static``, by their path below it."""

    def __init__(self, language: Language = "zh") -> None:
        self._files = dict(_read(files("lianpu.serve") / "static", PurePosixPath()))
        self._home = explorer(api="/api", language=language).encode()
        content = hashlib.sha256(self._home)
        for name, data in sorted(self._files.items()):
            content.update(f"{name}\0{len(data)}\0".encode() + data)
        self.digest = content.hexdigest()

    def routes(self) -> Iterator[Route]:
        """The addresses of the pages."""
        yield Route("/", self._explorer)
        yield Route("/editor", self._editor)
        yield Route("/static/{name:path}", self._static)

    async def _explorer(self, _: Request) -> Response:
        headers = {"content-type": _KINDS[".html"], "content-security-policy": f"{policy(api=True)}; frame-ancestors 'none'"}
        return Response(self._home, headers=headers)

    async def _editor(self, _: Request) -> Response:
        return self._file("editor.html")

    async def _static(self, request: Request) -> Response:
        return self._file(request.path_params["name"])

    def _file(self, name: str) -> Response:
        if name not in self._files:
            raise Problem(404, message("no_page"))
        return Response(self._files[name], headers={"content-type": _KINDS[PurePosixPath(name).suffix]})


def _read(folder: Traversable, below: PurePosixPath) -> Iterator[tuple[str, bytes]]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _read(one, below / one.name)
        elif PurePosixPath(one.name).suffix in _KINDS:
            yield str(below / one.name), one.read_bytes()
