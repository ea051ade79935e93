"""Which of the offered media types an Accept header asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_EVERYTHING = ("*/*", 1.0)


def welcome(accept: str | None, offered: Iterable[str]) -> tuple[str, ...]:
    """The offered media types that a header accepts, the most welcome first, else in the order offered.

    >>> welcome("text/csv;q=0.5, application/json", ("application/json", "text/csv", "text/html"))
    ('application/json', 'text/csv')
    """
    ranges = list(_ranges(accept)) if accept and accept.strip() else [_EVERYTHING]
    weighed = {media: _weight(media, ranges) for media in offered}
    return tuple(sorted((media for media, weight in weighed.items() if weight > 0), key=lambda media: -weighed[media]))


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if media:
            yield media, next((_quality(p[2:]) for p in parameters if p.startswith("q=")), 1.0)


def _quality(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return min(value, 1.0) if value > 0 else 0.0


def _weight(media: str, ranges: Iterable[tuple[str, float]]) -> float:
    """What the closest range says: the type itself before ``text/*`` before ``*/*``."""
    kind = media.partition("/")[0]
    said = dict(ranges)
    return next((said[one] for one in (media, f"{kind}/*", "*/*") if one in said), 0.0)
