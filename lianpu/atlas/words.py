"""What the explorer says, in Chinese and English: its own texts, and the words of reports and vocabulary that it shows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from lianpu.messages import Language
from lianpu.ontology import schema
from lianpu.ontology.schema import Text
from lianpu.queries.labels import labels

_GROUPS = ("state", "status", "position", "tier", "distance", "basis")
"""Groups of the reports' words that the explorer shows."""


@cache
def _texts() -> Mapping[str, Text]:
    return msgspec.yaml.decode(files("lianpu.atlas").joinpath("words.yaml").read_bytes(), type=dict[str, Text])


def texts(key: str) -> Text:
    """A text in both languages."""
    return _texts()[key]


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """All texts by language and key; words of groups as ``group.key``."""
    return {"zh": _language("zh"), "en": _language("en")}


def _language(language: Language) -> Mapping[str, str]:
    vocabulary = schema()
    words = labels(language)
    return {
        **{key: getattr(text, language) for key, text in _texts().items()},
        **{f"{group}.{key}": word for group in _GROUPS for key, word in words[group].items()},
        **{f"class.{name}": getattr(one.label, language) for name, one in vocabulary.classes.items()},
        **{f"predicate.{name}": getattr(one.label, language) for name, one in vocabulary.predicates.items()},
    }
