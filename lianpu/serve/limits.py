"""What one question may cost."""

from __future__ import annotations

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Limits of the SPARQL endpoint: ``seconds`` and bytes of ``memory`` a question, bytes of an ``answer`` and of a
    ``question``, ``workers`` that answer at the same time, and how many questions may be ``waiting`` for them.
    """

    seconds: float = 10.0
    memory: int = 1_000_000_000
    answer: int = 20_000_000
    question: int = 1_000_000
    workers: int = 2
    waiting: int = 64
