"""lianpu 链谱: industrial plans in, a knowledge graph with evidence out, questions answered from it.

>>> import lianpu
>>> lianpu.build(["plans"], "kg")                                  # doctest: +SKIP
>>> lianpu.open("kg").gaps("济宁市", "工程机械")                   # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lianpu.pipeline import BuildReport, KnowledgeGraph, build, open

__all__ = ["build", "open", "BuildReport", "KnowledgeGraph"]


def __getattr__(name: str) -> Any:
    """Loads the parts when they are first used: importing a record type must not cost half a second."""
    if name in __all__:
        from lianpu import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
