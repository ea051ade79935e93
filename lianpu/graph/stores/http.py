"""Requests to a graph server over HTTP: one address, one pair of credentials, a limit of time for each request."""

from __future__ import annotations

import base64
import time
from collections.abc import Mapping
from http import HTTPStatus
from typing import IO
from urllib.parse import urlsplit, urlunsplit

import msgspec
import urllib3
from urllib3.exceptions import ConnectTimeoutError, HTTPError, LocationParseError, NewConnectionError, ReadTimeoutError

from lianpu.errors import ServerError

_CHUNK = 1 << 16
_SHOWN = 300
"""Characters shown of what a server says about an error."""


class Login(msgspec.Struct, frozen=True):
    """User name and password. No user: a server that asks for none."""

    user: str = ""
    password: str = ""


class Reply(msgspec.Struct, frozen=True):
    """What a server said: status, media type without parameters, body."""

    status: int
    kind: str
    body: bytes

    @property
    def said(self) -> str:
        """The beginning of the body, on one line."""
        return " ".join(self.body[: 4 * _SHOWN].decode("utf-8", "replace").split())[:_SHOWN]


class TooSlow(ServerError):
    """The server did not answer in the time given."""


class Unreachable(ServerError):
    """The server cannot be reached, or broke off."""


class Client:
    """Speaks to servers with one login. Redirects are not followed: they could carry the password elsewhere."""

    def __init__(self, login: Login, seconds: float) -> None:
        self._headers = {"User-Agent": "lianpu"}
        if login.user:
            pair = f"{login.user}:{login.password}".encode()
            self._headers["Authorization"] = "Basic " + base64.b64encode(pair).decode("ascii")
        self._seconds = seconds
        self._pool = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(connect=min(seconds, 10.0), read=seconds))

    def close(self) -> None:
        """Close the connections."""
        self._pool.clear()

    def ask(
        self, method: str, url: str, body: bytes | IO[bytes] | None = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        """One request and its whole answer, of any status but those that refuse the login.

        :raises TooSlow: no whole answer in the time given.
        :raises Unreachable: the server cannot be reached, or breaks off.
        :raises ServerError: the address cannot be used, or the server refuses the login.
        """
        until = time.monotonic() + self._seconds
        try:
            answer = self._pool.request(
                method, url, body=body, headers={**self._headers, **(headers or {})}, preload_content=False, redirect=False
            )
            try:
                read = _read(answer, until, url)
            finally:
                answer.release_conn()
        except NewConnectionError as error:  # a ConnectTimeoutError, though it tells of no time
            raise Unreachable("unreachable", place=url) from error
        except (ReadTimeoutError, ConnectTimeoutError) as error:
            raise TooSlow("no_answer", place=url, seconds=self._seconds) from error
        except (LocationParseError, UnicodeError) as error:
            raise ServerError("address_unusable", place=url, reason=error) from error
        except (HTTPError, OSError) as error:
            raise Unreachable("broken_off", place=url, kind=type(error).__name__) from error
        if answer.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
            raise ServerError("login_refused", place=url)
        return Reply(answer.status, answer.headers.get("Content-Type", "").partition(";")[0].strip().lower(), read)


def _read(answer: urllib3.BaseHTTPResponse, until: float, url: str) -> bytes:
    parts = []
    for part in answer.stream(_CHUNK):
        parts.append(part)
        if time.monotonic() > until:
            raise TooSlow("out_of_time_limit", place=url)
    return b"".join(parts)


def address(url: str) -> str:
    """The address, if a server can be asked there.

    :raises ServerError: it is not http or https, has no host, or carries a password, which others could read.
    """
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
    if not usable:
        raise ServerError("address_scheme", place=url)
    if parts.username is not None or parts.password is not None:
        bare = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
        raise ServerError("address_secret", place=bare)
    return url
