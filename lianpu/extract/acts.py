"""What a statement is taken apart into: acts, what they rely on, the frame of the whole."""

from __future__ import annotations

import msgspec

from lianpu.extract.clauses import Span, Token

_QUOTED = 120
"""Longest statement that is quoted whole, characters."""


class Act(msgspec.Struct, frozen=True, gc=False):
    """A governing verb with the spans of its objects.

    ``kind`` is ``develop``, ``seek`` or ``have``; ``subject`` the span of the noun phrase before the verb or inside a
    causative (“支持A发展B”), if any; ``clause`` the span that is evidence for it.
    """

    kind: str
    status: str
    verb: Token
    objects: tuple[Span, ...]
    subject: Span | None
    clause: Span
    caused: bool = False
    closing: str = ""
    """Nominal verbs that close the objects (“的研发招引”)."""


class Reliance(msgspec.Struct, frozen=True, gc=False):
    """“依托X”, “以X为龙头”, “发挥X作用”: the span of X and the words that say what X is to the owner."""

    span: Span
    role: str
    opener: str
    clause: Span


class Frame(msgspec.Struct, frozen=True, gc=False):
    """One statement taken apart."""

    span: Span
    clauses: tuple[Span, ...]
    acts: tuple[Act, ...]
    reliances: tuple[Reliance, ...]
    around: tuple[Span, ...] = ()
    lead: Span | None = None
    """Noun phrase that opens the statement, before the first cue word."""

    def evidence(self, clause: Span, end: int = 0) -> tuple[int, int]:
        """What is quoted for a clause: the statement where it is short, else what leads to the clause's end, or to ``end``."""
        if self.span.end - self.span.start <= _QUOTED:
            return self.span.start, self.span.end
        start = self.span.start if clause.end - self.span.start <= _QUOTED else clause.start
        return start, max(clause.end, end)
