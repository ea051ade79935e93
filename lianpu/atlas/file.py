"""The explorer as one page: with a graph inside, or asking an API of the same payloads."""

from __future__ import annotations

import msgspec

from lianpu.atlas.records import Bundle, Item
from lianpu.atlas.words import catalogue
from lianpu.messages import Language
from lianpu.viz import explorer as pages


def explorer(bundle: Bundle | None = None, *, api: str = "", editor: str = "", language: Language = "zh") -> str:
    """The page.

    :param bundle: the graph to be put into it; without one the page asks ``api``.
    :param editor: address of a page for questions of one's own.
    :param language: in which it opens; a button changes it.
    """
    if bundle is None:
        return pages.page(words=catalogue(), api=api, editor=editor, language=language)
    sentences = msgspec.json.encode(bundle.sentences)
    return pages.page(words=catalogue(), data=_without_repetition(bundle), later=sentences, language=language)


def _without_repetition(bundle: Bundle) -> bytes:
    """The bundle as JSON without its sentences, where views name entities by id only."""
    replace = msgspec.structs.replace
    slim = replace(
        bundle,
        sentences=(),
        chains=tuple(replace(one, items=()) for one in bundle.chains),
        regions=tuple(replace(one, items=()) for one in bundle.regions),
        cards=tuple(replace(one, item=Item(id=one.item.id, type=one.item.type, name=one.item.name)) for one in bundle.cards),
    )
    return msgspec.json.encode(slim)
