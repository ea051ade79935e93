"""The server: a socket, the application, and an orderly end."""

from __future__ import annotations

import gc
import ipaddress
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import msgspec
import uvicorn
from starlette.types import ASGIApp

from lianpu.errors import InputError

_GRACE = 3
"""Seconds that answers under way have to finish when the server is told to stop."""
_CONNECTIONS = 512


class Address(msgspec.Struct, frozen=True):
    """Where to listen: a name or address, and a port (0: any that is free)."""

    host: str = "127.0.0.1"
    port: int = 8765

    @property
    def url(self) -> str:
        """As a browser takes it."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}/"


def serve(make: Callable[[Address], ASGIApp], address: Address, ready: Callable[[Address], None]) -> None:
    """Listen until SIGINT or SIGTERM, then end in an orderly way: answers under way are finished, the port is free.

    :param make: makes the application, once the port is ours.
    :param ready: told the address when requests are answered.
    :raises InputError: the place cannot be listened at.
    """
    listening = _listen(address)
    try:
        bound = Address(address.host, listening.getsockname()[1])
        server = _Server(make(bound), lambda: ready(bound))
        # What was read stays to the end: the collector need not go through it again and again.
        gc.freeze()
        server.run(sockets=[listening])
    finally:
        listening.close()


def _listen(address: Address) -> socket.socket:
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, _, _, _, place = found[0]
        return socket.create_server(place[:2], family=family)
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or error
        raise InputError("cannot_listen", reason=why, place=f"{address.host}:{address.port}") from error


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a host."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class _Server(uvicorn.Server):
    """Tells when it answers, and ends by returning where uvicorn raises the signal again."""

    def __init__(self, app: ASGIApp, ready: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                lifespan="on",
                log_level="warning",
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=_GRACE,
                limit_concurrency=_CONNECTIONS,
            )
        )
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        if self.started:
            self._ready()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Let SIGINT and SIGTERM mean the end of the server, and nothing more."""
        before = {one: signal.signal(one, self.handle_exit) for one in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)
