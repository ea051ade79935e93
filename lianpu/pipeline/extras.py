"""What a graph keeps beside documents: imported tables and reference chains of one's own, so that the next build has them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from lianpu.errors import GraphError, InputError
from lianpu.graph import directory
from lianpu.graph.records import TableLines

_TABLES, _CHAINS = "tables/", "chains/"


class Extras(msgspec.Struct, frozen=True):
    """Files of tables by name and file, and chain files by file name."""

    tables: tuple[TableLines, ...] = ()
    chains: tuple[tuple[str, bytes], ...] = ()

    @staticmethod
    def of(kg: Path) -> Extras:
        """What the graph has; nothing where there is none."""
        if not (kg / "manifest.json").exists():
            return Extras()
        kept = {name: directory.extra(kg, name) for name in directory.manifest(kg).extras}
        try:
            tables = [msgspec.json.decode(kept[name], type=TableLines) for name in sorted(kept) if name.startswith(_TABLES)]
        except msgspec.MsgspecError as error:
            raise GraphError("cannot_read", place=str(kg / "tables"), reason=error) from error
        chains = ((name.removeprefix(_CHAINS), kept[name]) for name in sorted(kept) if name.startswith(_CHAINS))
        return Extras(tuple(tables), tuple(chains))

    def with_tables(self, mappings: Iterable[Path | str], folder: Path | None = None) -> Extras:
        """With the tables of these mappings; a table of the same name is replaced.

        :param folder: where the tables are, if not beside their mappings.
        :raises InputError: a mapping or its table cannot be used; the message names file and line.
        """
        wanted = [Path(mapping) for mapping in mappings]
        if not wanted:
            return self
        # Imported here: most builds have no table.
        from lianpu.extract.tables import read as read_tables

        fresh = [table for mapping in wanted for table in read_tables(mapping, folder)]
        replaced = {table.name for table in fresh}
        tables = {(table.name, table.file): table for table in self.tables if table.name not in replaced}
        tables |= {(t.name, t.file): TableLines(name=t.name, file=t.file, lines=t.lines) for t in fresh}
        return Extras(tuple(tables[key] for key in sorted(tables)), self.chains)

    def with_chains(self, folder: Path | None) -> Extras:
        """With the chain files of a folder.

        :raises InputError: there is none.
        """
        if folder is None:
            return self
        files = sorted(folder.glob("*.yaml"))
        if not files:
            raise InputError("no_yaml", place=str(folder))
        return Extras(self.tables, tuple(sorted({**dict(self.chains), **{f.name: f.read_bytes() for f in files}}.items())))

    @contextmanager
    def chain_folder(self) -> Iterator[Path | None]:
        """The chain files in a folder, as the ontology reads them."""
        if not self.chains:
            yield None
            return
        with tempfile.TemporaryDirectory() as folder:
            for name, data in self.chains:
                Path(folder, name).write_bytes(data)
            yield Path(folder)

    def files(self) -> dict[str, bytes]:
        """As files of the graph directory."""
        tables = {_TABLES + directory.file_name(f"{t.name} {t.file}") + ".json": msgspec.json.encode(t) for t in self.tables}
        return {**tables, **{_CHAINS + name: data for name, data in self.chains}}
