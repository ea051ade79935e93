"""Injective identifiers: readable for entities, hashes of canonical JSON for everything else."""

from __future__ import annotations

import hashlib
import json
import re
from urllib.parse import quote

from lianpu.model import EntityType

BASE = "https://w3id.org/lianpu/id/"
ONTOLOGY = "https://w3id.org/lianpu/ontology#"
GRAPHS = "https://w3id.org/lianpu/graph/"

_PLAIN = re.compile(r"[\u4e00-\u9fa5A-Za-z0-9._-]*")
"""Most names, which are their own segments."""
_ASCII_SAFE = "-._~()'!*,;:@&=+$"


def _segment(text: str) -> str:
    """One path segment of an IRI: letters of every script stay, what an IRI forbids is percent-encoded."""
    if _PLAIN.fullmatch(text):
        return text
    return "".join(c if c.isalnum() or c in _ASCII_SAFE or _in_iri(c) else quote(c, safe="") for c in text)


def _in_iri(character: str) -> bool:
    """Whether an IRI may hold a character beyond ASCII; the specials, such as the sign for a lost character, it may not."""
    return ord(character) > 0xA0 and character.isprintable() and not 0xFFF0 <= ord(character) <= 0xFFFF


def entity_id(kind: EntityType, name: str, disambiguator: str | None = None) -> str:
    """Readable id ``class/name``, or ``class/name/code`` to tell homonyms apart.

    >>> entity_id("Enterprise", "泰山钢铁")
    'enterprise/泰山钢铁'
    """
    parts = [kind.lower(), _segment(name)]
    if disambiguator is not None:
        parts.append(_segment(disambiguator))
    return "/".join(parts)


def digest(*parts: object) -> str:
    """32 hex digits over the canonical JSON array of the parts; different parts never share their text form."""
    data = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.blake2b(data.encode(), digest_size=16).hexdigest()


def iri(identifier: str, base: str = BASE) -> str:
    """The IRI of an entity, claim, target or document id."""
    return base + identifier
