"""What stands in front of every answer: which hosts are meant, what browsers may do with it, and what they have already."""

from __future__ import annotations

import hashlib
import ipaddress
import re
from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lianpu import messages
from lianpu.messages import Language
from lianpu.serve.negotiate import wanted

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_CHANGING = re.compile(rb"rand|now|uuid", re.IGNORECASE)
"""Functions of SPARQL that give another answer each time."""
HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class SecurityHeaders:
    """Adds :data:`HEADERS` to every response but 304: there they would take the place of those that the browser has kept."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] != 304:
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, sent)


class KnownHosts:
    """Refuses requests that were sent to a name which is not ours: a page elsewhere that makes its own name point to this
    machine (DNS rebinding) could otherwise read what is served here. An address is no name, and can point nowhere else.
    """

    def __init__(self, app: ASGIApp, names: Collection[str], language: Language = "zh") -> None:
        self.app = app
        self.language = language
        self.names = {name.lower().rstrip(".") for name in names} | {"localhost"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 421."""
        if scope["type"] == "http" and not self._known(Headers(scope=scope).get("host", "")):
            language = wanted(Headers(scope=scope).get("accept-language", ""), self.language)
            await PlainTextResponse(f"{messages.message('unknown_host').text(language)}\n", 421)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _known(self, host: str) -> bool:
        name = host_name(host)
        return name in self.names or is_address(name)


def host_name(host: str) -> str:
    """The name or address in a Host header, without port and brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower().rstrip(".")


def is_address(name: str) -> bool:
    """Whether a host is written as an address."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Remembered:
    """Answers 304 to a browser that has the answer already. An answer depends on nothing but the graph, this version and the
    request, so its tag is known before it is worked out; what asks for the time or for chance has no tag.
    """

    def __init__(self, app: ASGIApp, fingerprint: str) -> None:
        self.app = app
        self.fingerprint = fingerprint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 304."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or _CHANGING.search(scope["query_string"]):
            await self.app(scope, receive, send)
            return
        tag = self._tag(scope)
        headers = {"etag": tag, "cache-control": "no-cache"}

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                MutableHeaders(scope=message).update(headers)
            await send(message)

        if _has(Headers(scope=scope).get("if-none-match", ""), tag):
            await Response(status_code=304, headers=headers)(scope, receive, send)
        else:
            await self.app(scope, receive, sent)

    def _tag(self, scope: Scope) -> str:
        accept = Headers(scope=scope).get("accept", "")
        parts = (self.fingerprint, scope["path"], scope["query_string"].decode("latin-1"), accept)
        # Weak: the same answer may be compressed or not.
        return f'W/"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


def _has(header: str, tag: str) -> bool:
    """Whether a browser names the tag: ``*`` is for writing, and never meant here."""
    return any(one.strip().removeprefix("W/") == tag.removeprefix("W/") for one in header.split(","))
