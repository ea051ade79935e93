"""The mapping that says how to read a table: a small YAML file beside it.

name: suppliers                  # of the graph that the table becomes; default: the file's name
file: suppliers.csv              # relative to the mapping; .csv, .tsv, .txt or .xlsx
encoding: gb18030                # default: found out
delimiter: ","                   # default: "," for .csv, else a tab
quoting: none                    # or minimal: fields in "…"
sheet: 名单                      # .xlsx only; default: the first
date: "2021-10"                  # shown with every row
columns: {firm: 企业, place: 所在地, product: 产品, weight: 占比, source: 来源}
types: {firm: Enterprise}        # class of each column that names something; those of firm, place, product are known
aliases: {firm: [全称]}          # columns with other names of the same thing
split: {product: 、}             # a cell that lists several
minimum: 0.01                    # rows with less weight yield nothing
claims:
  - {s: firm, p: produces, o: product}
  - {s: firm, p: locatedIn, o: place, status: existing}
  - {s: product, p: feeds, o: other, when: {relation: 上游材料}}
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from lianpu.errors import InputError, SchemaError
from lianpu.model import EntityType, Position, Status
from lianpu.ontology import schema, yamlfile

DEFAULT_TYPES: Mapping[str, EntityType] = {"firm": "Enterprise", "place": "Region", "product": "Product", "industry": "Industry"}
"""Classes of the usual columns."""


class ClaimRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one row says: ``s`` and ``o`` are columns; ``when`` keeps the rows in which columns have these values."""

    s: str
    p: str
    o: str
    status: Status = "existing"
    position: Position | None = None
    when: dict[str, str] = {}


class TableMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mapping as it is written."""

    file: str
    columns: dict[str, str]
    claims: tuple[ClaimRule, ...]
    name: str = ""
    encoding: str | None = None
    delimiter: str | None = None
    quoting: Literal["none", "minimal"] = "none"
    sheet: str | None = None
    date: str = ""
    types: dict[str, EntityType] = {}
    aliases: dict[str, tuple[str, ...]] = {}
    split: dict[str, str] = {}
    minimum: float | None = None
    homonyms: Literal["error", "skip"] = "error"

    def type_of(self, column: str) -> EntityType | None:
        """Class of what a column names; None for columns that name nothing."""
        return self.types.get(column) or DEFAULT_TYPES.get(column)


def load(path: Path) -> TableMapping:
    """A mapping, checked against the vocabulary.

    :raises InputError: it cannot be read, a key or class is unknown, a claim names no column or is not allowed between such
        classes; the message names file and line where YAML knows it.
    """
    try:
        mapping = yamlfile.convert(yamlfile.compose(path), TableMapping, path.name)
    except SchemaError as error:
        raise InputError(error.message, place=error.place) from error
    except OSError as error:
        raise InputError(f"无法读取：{error.strerror}", place=str(path)) from error
    _check(mapping, path.name)
    return mapping if mapping.name else msgspec.structs.replace(mapping, name=path.stem)


def _check(mapping: TableMapping, place: str) -> None:
    if not mapping.claims:
        raise InputError("claims 是空的", place=place)
    conditions = [column for claim in mapping.claims for column in claim.when]
    for column in (*mapping.types, *mapping.aliases, *mapping.split, *conditions):
        if column not in mapping.columns:
            raise InputError(f"“{column}”不在 columns 中", place=place)
    if mapping.minimum is not None and "weight" not in mapping.columns:
        raise InputError("有 minimum，但 columns 中没有 weight", place=place)
    if mapping.delimiter is not None and len(mapping.delimiter) != 1:
        raise InputError("delimiter 应是一个字符", place=place)
    for claim in mapping.claims:
        _check_claim(mapping, claim, place)


def _check_claim(mapping: TableMapping, claim: ClaimRule, place: str) -> None:
    for column in (claim.s, claim.o):
        if column not in mapping.columns:
            raise InputError(f"claims 用到的“{column}”不在 columns 中", place=place)
    subject, object_ = mapping.type_of(claim.s), mapping.type_of(claim.o)
    if subject is None or object_ is None:
        raise InputError(f"“{claim.s if subject is None else claim.o}”没有类别，请写进 types", place=place)
    vocabulary = schema()
    if claim.p not in vocabulary.predicates:
        raise InputError(f"没有谓词“{claim.p}”", place=place)
    if not vocabulary.allows(subject, claim.p, object_):
        raise InputError(f"{claim.p} 不能从 {subject} 到 {object_}", place=place)
