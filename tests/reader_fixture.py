"""Texts of tests as documents."""

from __future__ import annotations

from lianpu.extract.document import Outline, Source
from lianpu.extract.normalise import paragraphs
from lianpu.extract.sections import outline


def source(text: str) -> Source:
    """A document with this text."""
    return Source("t", "t.txt", text, "", "utf-8")


def read(text: str) -> Outline:
    """Its paragraphs and sections."""
    one = source(text)
    return outline(one, paragraphs(one))


def texts(text: str) -> list[str]:
    """The texts of its paragraphs."""
    return [paragraph.text for paragraph in paragraphs(source(text))]
