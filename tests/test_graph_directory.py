"""A graph directory is written whole or not at all, and the same lines give the same bytes."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest
from graph_lines import plan

from lianpu import pipeline
from lianpu.errors import GraphError
from lianpu.graph import directory
from lianpu.graph.directory import Stored
from lianpu.graph.records import Graph
from lianpu.graph.resolve import resolve
from lianpu.graph.stores import ladybug
from lianpu.graph.stores.protocol import Entity
from lianpu.model import Line
from lianpu.ontology.chains import references


def stored(lines: tuple[Line, ...], text: str = "一份规划\r\n") -> Stored:
    return Stored(getattr(lines[0], "id", ""), "plans/一.txt", "00", "given", text, lines)


PLAN = plan("规划", "济宁市", "Enterprise 甲厂;Product 阀门;Region 济宁市", "甲厂 produces 阀门;济宁市 seeks 阀门 recruit")


def built(out: Path, *plans: tuple[Line, ...]) -> Graph:
    graph = resolve(plans, references=references(), known=directory.ids(out))
    directory.write(graph, [stored(lines) for lines in plans], out)
    return graph


def dump(kg: Path) -> dict[str, bytes]:
    """All files except the indexes."""
    files = (path for path in kg.rglob("*") if path.is_file())
    return {str(p.relative_to(kg)): p.read_bytes() for p in files if not str(p.relative_to(kg)).startswith("store.")}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    graph = built(tmp_path / "kg", PLAN)
    assert directory.load(tmp_path / "kg") == graph
    assert directory.sources(tmp_path / "kg") == (stored(PLAN),)
    assert directory.manifest(tmp_path / "kg").counts["entities"] == len(graph.entities)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["kg"]


def test_the_same_lines_give_the_same_bytes(tmp_path: Path) -> None:
    built(tmp_path / "one", PLAN)
    built(tmp_path / "two", PLAN)
    built(tmp_path / "two", PLAN)
    assert dump(tmp_path / "one") == dump(tmp_path / "two")


def test_what_is_as_it_was_is_not_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kg = tmp_path / "kg"
    built(kg, PLAN)
    monkeypatch.setattr(ladybug, "write", lambda *_: pytest.fail("the stores are there"))
    built(kg, PLAN)
    monkeypatch.undo()
    (kg / "store.ladybug").unlink()
    built(kg, PLAN)
    assert (kg / "store.ladybug").is_file()


def test_stores_of_another_version_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(tmp_path / "kg", PLAN)
    monkeypatch.setattr(directory, "fingerprint", lambda *_, **__: "another")
    built(tmp_path / "kg", PLAN)
    assert directory.manifest(tmp_path / "kg").stores == "another"


def test_bytes_do_not_hang_on_the_hash_seed(tmp_path: Path) -> None:
    text = (
        "import sys; from pathlib import Path; sys.path.insert(0, 'tests')\n"
        "from test_graph_directory import PLAN, built; built(Path(sys.argv[1]), PLAN)"
    )
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", text, str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parent.parent,
        )
        assert done.returncode == 0
    assert dump(tmp_path / "1") == dump(tmp_path / "2")


def test_a_failed_build_leaves_the_graph_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kg = tmp_path / "kg"
    built(kg, PLAN)
    before = dump(kg)

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ladybug, "write", fails)
    with pytest.raises(GraphError, match="No space left"):
        built(kg, PLAN, plan("又", "聊城市", "Enterprise 乙厂"))
    assert dump(kg) == before
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".part")] == []


def test_a_graph_is_asked_with_the_base_it_was_written_with(tmp_path: Path) -> None:
    directory.write(resolve((PLAN,)), [stored(PLAN)], tmp_path / "kg", base="https://example.org/")
    rows = (
        pipeline.open(tmp_path / "kg")
        .store("sparql")
        .query(
            "SELECT ?good WHERE { ?firm ?is ?good FILTER(?firm = $firm && STRENDS(STR(?is), 'produces')) }",
            {"firm": Entity("enterprise/甲厂")},
        )
    )
    assert rows.rows == (("product/阀门",),)


def test_a_build_killed_between_the_renames_gives_the_graph_back(tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    built(kg, PLAN)
    before = dump(kg)
    kg.rename(tmp_path / ".kg.old")
    (tmp_path / ".kg.123.part").mkdir()
    directory.check(kg)
    assert dump(kg) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["kg"]


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    with directory.locked(tmp_path / "kg"), pytest.raises(GraphError, match="另一个"):
        built(tmp_path / "kg", PLAN)
    assert not (tmp_path / "kg").exists()


def test_a_lock_on_a_deleted_file_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = fcntl.flock

    def late(file: IO[str], flags: int) -> None:
        (tmp_path / ".kg.lock").unlink()
        lock(file, flags)

    monkeypatch.setattr(fcntl, "flock", late)
    with pytest.raises(GraphError, match="另一个"), directory.locked(tmp_path / "kg"):
        pytest.fail("locked what nobody else sees")


def test_a_failure_leaves_no_lock(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), directory.locked(tmp_path / "kg"):
        raise ZeroDivisionError
    assert not list(tmp_path.iterdir())


def test_what_is_no_graph_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.txt").write_text("x")
    with pytest.raises(GraphError, match="不是图谱目录"):
        built(tmp_path / "notes", PLAN)
    assert (tmp_path / "notes" / "mine.txt").read_text() == "x"
    (tmp_path / "empty").mkdir()
    built(tmp_path / "empty", PLAN)


def test_a_place_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(GraphError, match=r"file.*不能写入"):
        built(tmp_path / "file" / "kg", PLAN)


def test_a_missing_or_broken_graph_is_named(tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    with pytest.raises(GraphError, match="没有图谱"):
        directory.load(kg)
    built(kg, PLAN)
    facts = (kg / "facts.jsonl").read_bytes().splitlines(keepends=True)
    (kg / "facts.jsonl").write_bytes(facts[0] + b"{\n")
    with pytest.raises(GraphError, match=r"facts\.jsonl:2"):
        directory.load(kg)
    (kg / "facts.jsonl").unlink()
    with pytest.raises(GraphError, match=r"facts\.jsonl"):
        directory.load(kg)
    (kg / "manifest.json").write_text('{"format": 99}')
    with pytest.raises(GraphError, match="格式 99"):
        directory.check(kg)


def test_judgements_and_extras_are_carried(tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    built(kg, PLAN)
    (kg / "judgements.jsonl").write_text('{"left":"a/b","right":"a/c","same":false}\n')
    graph = built(kg, PLAN)
    assert [j.same for j in directory.judgements(kg)] == [False]
    directory.write(graph, [stored(PLAN)], kg, extras={"tables/供应商.csv": b"x,y\n"})
    assert directory.extra(kg, "tables/供应商.csv") == b"x,y\n"
    with pytest.raises(GraphError, match="没有这个文件"):
        directory.extra(kg, "tables/none.csv")


@pytest.mark.parametrize("name", ["../../etc", ".", "..", "a/b", "x" * 300, "规划" * 100, "一 二"])
def test_no_id_leads_out_of_the_directory(name: str) -> None:
    file = directory.file_name(name)
    assert "/" not in file and not file.startswith(".") and 0 < len(file.encode()) <= 240
    assert file != directory.file_name(name + "x")
