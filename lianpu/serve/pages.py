"""Pages and what they load: files of the package, read once, so that no request can name a file outside."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import get_args

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lianpu.atlas.file import explorer
from lianpu.messages import Language, catalogue, message
from lianpu.serve.problems import Problem
from lianpu.viz.explorer import policy
from lianpu.viz.text import script_safe

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
        self._language = language
        template = self._files.pop("editor.html").decode()
        self._editors = {one: _editor(template, one) for one in get_args(Language)}
        self._home = explorer(api="/api", editor="/editor", language=language).encode()
        content = hashlib.sha256(self._home)
        texts = {f"editor {one}": data for one, data in self._editors.items()}
        for name, data in sorted({**self._files, **texts}.items()):
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

    async def _editor(self, request: Request) -> Response:
        """The SPARQL editor, in the language of the address (``?lang=en``), else of the server."""
        asked = request.query_params.get("lang")
        language = next((one for one in get_args(Language) if one == asked), self._language)
        return Response(self._editors[language], headers={"content-type": _KINDS[".html"]})

    async def _static(self, request: Request) -> Response:
        return self._file(request.path_params["name"])

    def _file(self, name: str) -> Response:
        if name not in self._files:
            raise Problem(404, message("no_page"))
        return Response(self._files[name], headers={"content-type": _KINDS[PurePosixPath(name).suffix]})


def _editor(template: str, language: Language) -> bytes:
    """The page with its texts."""
    words = script_safe(catalogue("editor", language))
    return template.replace("LANG", language, 1).replace("WORDS", words, 1).encode()


def _read(folder: Traversable, below: PurePosixPath) -> Iterator[tuple[str, bytes]]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _read(one, below / one.name)
        elif PurePosixPath(one.name).suffix in _KINDS:
            yield str(below / one.name), one.read_bytes()
