"""Where something is in an explorer's page: the part of an address after ``#``, as ``static/explorer/state.js`` reads it."""

from __future__ import annotations

from urllib.parse import quote, urlencode


def address(atlas: str, **state: str) -> str:
    """The address of a state of an explorer's page.

    :param atlas: the page's path or URL, as seen from where the address stands. A path is quoted, and never taken for a scheme.
    :param state: keys and values of the state; empty ones are left out.

    >>> address("atlas.html", region="370800", select="")
    'atlas.html#region=370800'
    """
    given = {key: value for key, value in state.items() if value}
    page = atlas if atlas.startswith(("http://", "https://", "file://")) else quote(atlas)
    return f"{page}#{urlencode(given, quote_via=quote)}"
