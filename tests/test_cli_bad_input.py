"""What goes wrong is said in one line with file and place, ends with an exit code, and leaves the graph as it was."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lianpu.cli import main

PLAN = "济宁市工程机械产业规划\n\n一、重点任务\n\n工程机械产业重点引进发动机、液压件企业。\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def failure(result: Result, code: int = 1) -> str:
    """The one line that says what is wrong."""
    assert result.exit_code == code, result.output
    lines = result.stderr.splitlines()
    assert len(lines) == 1 and lines[0].startswith("lianpu: "), result.stderr
    assert "Traceback" not in result.output
    return lines[0]


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()
    }


@pytest.fixture
def kg(demo_kg: Path, tmp_path: Path) -> Path:
    """A graph of one's own to spoil."""
    return Path(shutil.copytree(demo_kg, tmp_path / "kg"))


BAD_FILES: dict[str, bytes] = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "ff.txt": b"\xff" * 5000,
    "broken.pdf": b"%PDF-1.7\nnothing of the kind",
    "broken.docx": b"PK\x03\x04 no archive",
}


@pytest.mark.parametrize("name", BAD_FILES)
@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_file_that_is_no_document(name: str, command: str, kg: Path, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(BAD_FILES[name])
    before = fingerprint(kg)
    message = failure(run("build", file, "-o", kg) if command == "build" else run("extract", file, "-o", tmp_path / "out.jsonl"))
    assert name in message
    assert fingerprint(kg) == before and not (tmp_path / "out.jsonl").exists()


def test_a_bad_file_among_good_ones_is_named_and_the_others_are_built(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "good.txt").write_text(PLAN, "utf-8")
    (folder / "bad.txt").write_bytes(b"\xff" * 5000)
    result = run("build", folder, "-o", tmp_path / "kg")
    assert "bad.txt" in failure(result)
    assert "发动机" in (tmp_path / "kg" / "entities.jsonl").read_text("utf-8")


def test_a_document_that_can_no_longer_be_read_keeps_its_former_claims(tmp_path: Path) -> None:
    folder, kg = tmp_path / "plans", tmp_path / "kg"
    folder.mkdir()
    (folder / "a.txt").write_text(PLAN, "utf-8")
    (folder / "b.txt").write_text(PLAN.replace("济宁市", "聊城市").replace("发动机", "轴承钢"), "utf-8")
    assert run("build", folder, "-o", kg).exit_code == 0
    claims = (kg / "claims" / "b.jsonl").read_bytes()
    (folder / "b.txt").write_bytes(b"\xff" * 5000)
    assert "b.txt" in failure(run("build", folder, "-o", kg))
    assert (kg / "claims" / "b.jsonl").read_bytes() == claims
    assert "轴承钢" in (kg / "entities.jsonl").read_text("utf-8")


def test_a_text_over_the_limit(kg: Path, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text(PLAN * 1000, "utf-8")
    before = fingerprint(kg)
    message = failure(run("build", file, "-o", kg, "--max-size", "0.01"))
    assert "long.txt" in message and "10,000" in message
    assert "long.txt" in failure(run("extract", file, "--max-size", "0.01"))
    assert fingerprint(kg) == before


def test_a_folder_without_documents(kg: Path, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    (tmp_path / "nothing" / "table.csv").write_text("a,b\n", "utf-8")
    before = fingerprint(kg)
    assert str(tmp_path / "nothing") in failure(run("build", tmp_path / "nothing", "-o", kg))
    assert fingerprint(kg) == before


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    assert "nowhere" in failure(run("build", tmp_path / "nowhere", "-o", tmp_path / "kg"))
    assert "nowhere" in failure(run("extract", tmp_path / "nowhere"))
    assert not (tmp_path / "kg").exists()


def occupied(tmp_path: Path) -> Path:
    """A place below a file, where nobody can write, root neither."""
    (tmp_path / "occupied").write_text("", "utf-8")
    return tmp_path / "occupied" / "out"


def test_an_output_that_cannot_be_written(demo_kg: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN, "utf-8")
    out = occupied(tmp_path)
    assert "occupied" in failure(run("build", plan, "-o", out))
    assert "occupied" in failure(run("extract", plan, "-o", out))
    assert "occupied" in failure(run("viz", "--kg", demo_kg, "--region", "济宁市", "-o", out))
    assert "occupied" in failure(run("export", "--kg", demo_kg, "-o", out.with_suffix(".ttl")))


def test_an_output_that_is_something_else_is_left_alone(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN, "utf-8")
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("dear", "utf-8")
    assert "other" in failure(run("build", plan, "-o", other))
    assert [p.name for p in other.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("command", [("gaps",), ("viz", "-o", os.devnull)])
def test_a_region_that_is_not_in_the_code_table(command: tuple[str, ...], demo_kg: Path) -> None:
    message = failure(run(*command, "--kg", demo_kg, "--region", "济宁城", "--chain", "工程机械"))
    assert "济宁城" in message and "济宁市" in message


def test_a_chain_that_is_not_known(demo_kg: Path) -> None:
    message = failure(run("gaps", "--kg", demo_kg, "--region", "济宁市", "--chain", "工程机戒"))
    assert "工程机戒" in message and "工程机械" in message


def test_a_region_without_documents_is_unknown_and_no_error(demo_kg: Path) -> None:
    result = run("gaps", "--kg", demo_kg, "--region", "徐州市", "--chain", "工程机械")
    assert result.exit_code == 0
    assert "未知" in result.stdout and "缺口" not in result.stdout


@pytest.mark.parametrize(
    ("dialect", "text"),
    [("sparql", "SELECT ?a WHERE { ?a ?b }"), ("cypher", "MATCH (e:Enterprise RETURN e.name AS name"), ("sparql", "")],
)
def test_a_malformed_query(dialect: str, text: str, kg: Path) -> None:
    before = fingerprint(kg)
    failure(run("query", "--kg", kg, "--dialect", dialect, "-e", text))
    assert {k: v for k, v in fingerprint(kg).items() if "store." not in k} == {
        k: v for k, v in before.items() if "store." not in k
    }
    assert run("query", "--kg", kg, "firms_in_region").exit_code == 0


def test_a_malformed_query_in_a_file_is_told_with_its_place(kg: Path, tmp_path: Path) -> None:
    file = tmp_path / "question.rq"
    file.write_text("SELECT ?x\nWHER { ?x ?y ?z }\n", "utf-8")
    assert "question.rq: SPARQL：第 2 行" in failure(run("query", "--kg", kg, file))


def test_a_query_that_would_change_the_graph(kg: Path) -> None:
    rows = run("query", "--kg", kg, "firms_in_region", "-f", "json").stdout
    failure(run("query", "--kg", kg, "--dialect", "cypher", "-e", "MATCH (n:Enterprise) DETACH DELETE n"))
    failure(run("query", "--kg", kg, "--dialect", "sparql", "-e", "DELETE WHERE { ?a ?b ?c }"))
    assert run("query", "--kg", kg, "firms_in_region", "-f", "json").stdout == rows


def test_a_question_that_does_not_exist(demo_kg: Path, tmp_path: Path) -> None:
    assert "firms_in_region" in failure(run("query", "--kg", demo_kg, "firms_in_regions"))
    assert "gone.rq" in failure(run("query", "--kg", demo_kg, tmp_path / "gone.rq"))
    assert "-p" in failure(run("query", "--kg", demo_kg, "firms_in_region", "-p", "region"), 2)
    assert "nope" in failure(run("query", "--kg", demo_kg, "firms_in_region", "-p", "nope=1"))


READERS: dict[str, Callable[[Path], Result]] = {
    "gaps": lambda kg: run("gaps", "--kg", kg, "--region", "济宁市"),
    "query": lambda kg: run("query", "--kg", kg, "firms_in_region"),
    "show": lambda kg: run("show", "--kg", kg, "泰山钢铁"),
    "path": lambda kg: run("path", "--kg", kg, "泰山钢铁", "山推股份"),
    "viz": lambda kg: run("viz", "--kg", kg, "--region", "济宁市", "-o", os.devnull),
    "export": lambda kg: run("export", "--kg", kg, "-o", kg / "out.ttl"),
    "check": lambda kg: run("check", "--kg", kg),
}


@pytest.mark.parametrize("reader", READERS)
def test_a_graph_that_is_not_there(reader: str, tmp_path: Path) -> None:
    assert "absent" in failure(READERS[reader](tmp_path / "absent"))
    assert not (tmp_path / "absent").exists()


@pytest.mark.parametrize("reader", READERS)
def test_a_graph_with_a_broken_file(reader: str, kg: Path) -> None:
    (kg / "manifest.json").write_text("{", "utf-8")
    assert "manifest.json" in failure(READERS[reader](kg))


def test_a_name_that_is_not_in_the_graph(demo_kg: Path) -> None:
    message = failure(run("show", "--kg", demo_kg, "泰山钢厂"))
    assert "泰山钢厂" in message
    assert "泰山钢厂" in failure(run("path", "--kg", demo_kg, "泰山钢厂", "山推股份"))


def test_a_broken_mapping_of_a_table(kg: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text("file: [", "utf-8")
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN, "utf-8")
    before = fingerprint(kg)
    assert "mapping.yaml" in failure(run("build", plan, "-o", kg, "--tables", mapping))
    assert fingerprint(kg) == before
