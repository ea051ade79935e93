"""lianpu 链谱: industrial plans in, a knowledge graph with evidence out, questions answered from it.

>>> import lianpu
>>> lianpu.build(["plans"], "kg")                                  # doctest: +SKIP
>>> kg = lianpu.open("kg")                                         # doctest: +SKIP
>>> kg.gaps("济宁市", "工程机械")                                  # doctest: +SKIP
>>> kg.ledger("recruits", region="济宁市").polars()                # doctest: +SKIP

:func:`build` reads documents into a graph directory, :func:`import_rdf` makes one of an RDF export, :func:`open` gives a
:class:`KnowledgeGraph`. What goes wrong on purpose is a :class:`LianpuError`; see :mod:`lianpu.errors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lianpu.errors import LianpuError

if TYPE_CHECKING:
    from lianpu.pipeline import BuildReport, ImportReport, KnowledgeGraph, build, import_rdf, open

_LATER = ("build", "open", "import_rdf", "BuildReport", "ImportReport", "KnowledgeGraph")
__all__ = ["build", "open", "import_rdf", "BuildReport", "ImportReport", "KnowledgeGraph", "LianpuError"]


def __getattr__(name: str) -> Any:
    """Loads the parts when they are first used: importing a record type must not cost half a second."""
    if name in _LATER:
        from lianpu import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
