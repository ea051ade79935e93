"""What lianpu tells people, in Chinese and English: one text per key, in the YAML files beside this one.

Code names a text and its fields (:func:`message`); which language it is worded in, the place that prints it decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

Language = Literal["zh", "en"]


class Message(msgspec.Struct, frozen=True):
    """A text of ``library.yaml`` by its key, with what fills it in; a plain value, so that it may cross processes."""

    key: str
    fields: Mapping[str, str | int | float | Message | tuple[str | Message, ...]] = {}

    def text(self, language: Language = "zh") -> str:
        """The text in a language.

        :raises KeyError: there is no such text, or a field is missing.
        """
        given = {name: _worded(value, language) for name, value in self.fields.items()}
        return catalogue("library", language)[self.key].format(**given)

    def __str__(self) -> str:
        return self.text()


def message(key: str, /, **fields: object) -> Message:
    """A message; fields may be messages themselves, and lists, which are enumerated."""
    return Message(key, {name: _field(value) for name, value in fields.items()})


def enumerated(messages: Sequence[Message]) -> Message:
    """Several messages as one, in their order."""
    first, *rest = messages
    return message("several", first=first, rest=enumerated(rest)) if rest else first


@cache
def catalogue(name: str, language: Language) -> Mapping[str, str]:
    """The texts of one file (``library``, ``papers``) in one language, by key."""
    data = files("lianpu.messages").joinpath(f"{name}.yaml").read_bytes()
    texts = msgspec.yaml.decode(data, type=dict[str, dict[Language, str]])
    return {key: one[language] for key, one in texts.items()}


def _field(value: object) -> str | int | float | Message | tuple[str | Message, ...]:
    if isinstance(value, str | int | float | Message):
        return value
    if isinstance(value, list | tuple):
        return tuple(one if isinstance(one, Message) else str(one) for one in value)
    return str(value)


def _worded(value: object, language: Language) -> object:
    if isinstance(value, Message):
        return value.text(language)
    if isinstance(value, list | tuple):
        return catalogue("library", language)["comma"].join(str(_worded(one, language)) for one in value)
    return value
