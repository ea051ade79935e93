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
names: [firm]                    # columns that name something even where no claim is made of it
keys: {firm: code}               # column whose digits tell apart what has the same name
clean: {product: {split: [和], whole: [饱和], strip: [业务], drop: [其他], drop_with: [抵销]}}  # see lianpu.extract.cleaning
registered: {firm: full}         # column of the registered name, which tells the province or prefecture
share: {above: 0.001, note: 年报口径，可能重叠}   # the weight is a share of business; up to `above`, or over 1: not stated
claims:
  - {s: firm, p: produces, o: product}
  - {s: firm, p: locatedIn, o: place, status: existing}
  - {s: product, p: feeds, o: other, when: {relation: 上游材料}, confidence: 0.3}

Several files that belong together stand in one mapping, which says what is the same for all of them:

name: companies
date: "2021年"
clean: {…}
tables:
  - {file: firms.tsv, columns: {…}, names: [firm]}
  - {file: goods.tsv, columns: {…}, claims: […]}
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from lianpu.errors import InputError, SchemaError
from lianpu.extract.cleaning import Cleaning
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
    confidence: float = 1.0


class Share(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """That a weight is a share of the firm's business: up to ``above``, or over 1, not stated. ``note`` is shown with it."""

    above: float = 0.0
    note: str = ""


class TableMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The mapping of one file as it is written."""

    file: str
    columns: dict[str, str]
    claims: tuple[ClaimRule, ...] = ()
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
    names: tuple[str, ...] = ()
    keys: dict[str, str] = {}
    clean: dict[str, Cleaning] = {}
    registered: dict[str, str] = {}
    share: Share | None = None
    homonyms: Literal["error", "skip"] = "error"

    def type_of(self, column: str) -> EntityType | None:
        """Class of what a column names; None for columns that name nothing."""
        return self.types.get(column) or DEFAULT_TYPES.get(column)


class _Together(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mapping of several files."""

    tables: tuple[TableMapping, ...]
    name: str = ""
    date: str = ""
    clean: dict[str, Cleaning] = {}

    def each(self, stem: str) -> tuple[TableMapping, ...]:
        """The files with what is said of all of them."""
        return tuple(
            msgspec.structs.replace(
                table,
                name=self.name or stem,
                date=table.date or self.date,
                clean={role: how for role, how in (self.clean | table.clean).items() if role in table.columns},
            )
            for table in self.tables
        )


def load(path: Path) -> tuple[TableMapping, ...]:
    """The files of a mapping, checked against the vocabulary.

    :raises InputError: it cannot be read, a key or class is unknown, a claim names no column or is not allowed between such
        classes; the message names file and line where YAML knows it.
    """
    try:
        node = yamlfile.compose(path)
        several = any(key == "tables" for key, _, _ in yamlfile.items(node, path.name))
        one = () if several else (yamlfile.convert(node, TableMapping, path.name),)
        found = yamlfile.convert(node, _Together, path.name).each(path.stem) if several else one
    except SchemaError as error:
        raise InputError(error.said, place=error.place) from error
    except OSError as error:
        raise InputError("unreadable", place=str(path), reason=error.strerror) from error
    for mapping in found:
        _check(mapping, path.name)
    return tuple(mapping if mapping.name else msgspec.structs.replace(mapping, name=path.stem) for mapping in found)


def _check(mapping: TableMapping, place: str) -> None:
    if not mapping.claims and not mapping.names:
        raise InputError("claims_empty", place=place)
    conditions = [column for claim in mapping.claims for column in claim.when]
    pairs = (*mapping.keys.items(), *mapping.registered.items())
    roles = (*mapping.types, *mapping.aliases, *mapping.split, *mapping.clean, *mapping.names, *conditions)
    for column in (*roles, *(column for pair in pairs for column in pair)):
        if column not in mapping.columns:
            raise InputError("no_such_column", place=place, column=column)
    for column in mapping.names:
        if mapping.type_of(column) is None:
            raise InputError("column_untyped", place=place, column=column)
    if (mapping.minimum is not None or mapping.share is not None) and "weight" not in mapping.columns:
        raise InputError("no_weight", place=place)
    if mapping.delimiter is not None and len(mapping.delimiter) != 1:
        raise InputError("long_delimiter", place=place)
    for claim in mapping.claims:
        _check_claim(mapping, claim, place)


def _check_claim(mapping: TableMapping, claim: ClaimRule, place: str) -> None:
    for column in (claim.s, claim.o):
        if column not in mapping.columns:
            raise InputError("claim_column", place=place, column=column)
    subject, object_ = mapping.type_of(claim.s), mapping.type_of(claim.o)
    if subject is None or object_ is None:
        raise InputError("column_untyped", place=place, column=claim.s if subject is None else claim.o)
    vocabulary = schema()
    if claim.p not in vocabulary.predicates:
        raise InputError("no_predicate", place=place, predicate=claim.p)
    if not vocabulary.allows(subject, claim.p, object_):
        raise InputError("not_allowed", place=place, predicate=claim.p, subject=subject, object=object_)
