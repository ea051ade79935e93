"""Forms of a name in which two names are compared. None of them is ever shown."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

from lianpu.errors import SchemaError


@cache
def _words(name: str) -> tuple[tuple[str, str], ...]:
    """The two columns of a table in ``words/``.

    :raises SchemaError: a line has another number of columns.
    """
    rows = []
    for number, line in enumerate((files("lianpu.graph") / "words" / name).read_text("utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 2:
            raise SchemaError("cells_differ", place=f"{name}:{number}", expected=2, found=len(fields))
        rows.append((fields[0], fields[1]))
    return tuple(rows)


@cache
def _endings(kind: str) -> tuple[str, ...]:
    return tuple(sorted((ending for k, ending in _words("endings.tsv") if k == kind), key=len, reverse=True))


@cache
def normal(name: str) -> str:
    """The name with uniform width, brackets and case, without spaces and quotation marks.

    >>> normal("“231” 产业集群（A）")
    '231产业集群(a)'
    """
    wide = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in wide if not c.isspace() and c not in "“”\"'‘’《》「」")


def _without(name: str, endings: tuple[str, ...]) -> str:
    """The name without its ending, unless less than two characters would stay."""
    ending = next((e for e in endings if name.endswith(e) and len(name) - len(e) >= 2), "")
    return name[: len(name) - len(ending)]


@cache
def topic_key(name: str) -> str:
    """An industry's or product's name without 产业, 行业 and the like, to compare only.

    >>> topic_key("轴承产业") == topic_key("轴承")
    True
    """
    return _without(normal(name), _endings("topic"))


@cache
def firm_core(name: str) -> str:
    """A firm's name without its legal form.

    >>> firm_core("山东金帝精密机械科技有限公司")
    '山东金帝精密机械科技'
    """
    return _without(normal(name), _endings("firm"))


def is_legal_name(name: str) -> bool:
    """Whether the name ends in a legal form: such a name is registered, so that two firms hardly share it."""
    return normal(name).endswith("公司") and len(normal(name)) >= 8


@cache
def scope_of(name: str) -> str | None:
    """``nation``, or the level of the division that a body's name is about (市发展改革委: city); else None."""
    return next((level for beginning, level in _words("scopes.tsv") if name.startswith(beginning)), None)


@cache
def _general() -> frozenset[tuple[str, str]]:
    return frozenset((kind, topic_key(name)) for kind, name in _words("general.tsv"))


def is_general(kind: str, name: str) -> bool:
    """Whether a sector is so wide that two things in it need have nothing in common.

    >>> is_general("Industry", "现代物流业"), is_general("Industry", "轴承产业")
    (True, False)
    """
    return (kind, topic_key(name)) in _general()


@cache
def is_relative(kind: str, name: str) -> bool:
    """Whether a name means something only inside its document (我市, 本规划)."""
    return any(name.startswith(beginning) for k, beginning in _words("relative.tsv") if k == kind)
