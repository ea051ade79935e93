"""Which of the offered media types an Accept header asks for, and which language Accept-Language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from lianpu.messages import Language

_EVERYTHING = ("*/*", 1.0)


def welcome(accept: str | None, offered: Iterable[str]) -> tuple[str, ...]:
    """The offered media types that a header accepts, the most welcome first, else in the order offered.

    >>> welcome("text/csv;q=0.5, application/json", ("application/json", "text/csv", "text/html"))
    ('application/json', 'text/csv')
    """
    ranges = list(_ranges(accept)) if accept and accept.strip() else [_EVERYTHING]
    weighed = {media: _weight(media, ranges) for media in offered}
    return tuple(sorted((media for media, weight in weighed.items() if weight > 0), key=lambda media: -weighed[media]))


def wanted(header: str, default: Language) -> Language:
    """The most welcome of our languages, the default where none is named.

    >>> wanted("en-GB,en;q=0.9,zh;q=0.8", "zh")
    'en'
    """
    named = sorted(((part.partition("-")[0], weight) for part, weight in _ranges(header) if weight > 0), key=lambda one: -one[1])
    ours: dict[str, Language] = {language: language for language in get_args(Language)}
    return next((ours[language] for language, _ in named if language in ours), default)


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
