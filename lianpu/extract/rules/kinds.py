"""Lists whose items share a kind that is said once, at their end: “影像、眼科等数据集”, “工业、特种机器人”."""

from __future__ import annotations

import re

from msgspec.structs import replace

from lianpu.extract import lists, names, words
from lianpu.extract.context import Owner
from lianpu.extract.things import Thing

_SHORT = 3
"""Characters of an item that lacks its kind where no 等 says that a list is closed."""


_SECTOR = re.compile(r".+(?:(?<![智节性功])能|[风光核水火发]电|医药)")
"""Names that say what sector they are (“氢能和绿色化工”)."""


def kind_of(listing: lists.Listing) -> str:
    """The kind that closes a list for all of its items, empty if none does."""
    if listing.tail is not None:
        found = names.topic(listing.tail.text)
        told = found is not None and listing.etc and not found[0].endswith("原材料")
        kind = words.ending(found[0], "shared_kinds") if found is not None and told else ""
        return found[0] if found is not None and kind in words.words("field_goods") else kind
    last = listing.items[-1].text if len(listing.items) > 1 else ""
    kind = words.ending(last, "shared_kinds", leave=1)
    short = all(len(item.text) <= _SHORT for item in listing.items[:-1]) and len(last) - len(kind) <= _SHORT
    return kind if kind and short and words.mapping("shared_kinds")[kind] else ""


def completed(thing: Thing, kind: str) -> Thing:
    """A listed thing with the kind that it shares with the others, if its own name does not say what kind of thing it is."""
    name = thing.what.name
    if not kind or thing.what.type not in ("Product", "Industry") or name.endswith(kind[-2:]):
        return thing
    bare = words.ending(kind, "shared_kinds")
    if bare not in words.words("field_goods") and (names.goods(name) or name.endswith("业") or _SECTOR.fullmatch(name)):
        return thing
    whole = name + kind
    if words.mapping("shared_kinds")[bare]:
        return replace(thing, what=Owner("Product", whole), aliases=(name,))
    return replace(thing, aliases=(*thing.aliases, whole))
