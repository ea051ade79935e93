"""Commands end to end on the graph of the demo."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

import lianpu
from lianpu.cli import main
from lianpu.model import DocumentLine, EntityLine, FactLine, decode_lines
from lianpu.queries.json_schema import texts


def run(*arguments: str | Path, ok: bool = True, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
    assert (result.exit_code == 0) == ok, result.output
    return result


def files(folder: Path) -> dict[str, bytes]:
    """The files that a graph keeps; the stores are rebuilt from them."""
    return {
        str(p.relative_to(folder)): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and "store." not in str(p.relative_to(folder))
    }


def as_rows(text: str) -> Sequence[dict[str, Any]]:
    return list(csv.DictReader(io.StringIO(text)))


# -- build and extract --------------------------------------------------------------------------------------------


def test_building_twice_gives_the_same_bytes_and_reads_nothing_again(root: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("build", root / "examples", "-o", tmp_path / name, "--tables", root / "examples" / "suppliers.yaml")
    assert files(tmp_path / "one") == files(tmp_path / "two")
    before = files(tmp_path / "one")
    report = lianpu.build([root / "examples"], tmp_path / "one", tables=[root / "examples" / "suppliers.yaml"])
    assert report.read == ()
    assert len(report.unchanged) == 3
    assert files(tmp_path / "one") == before


def test_several_processes_give_the_same_bytes_as_one(root: Path, tmp_path: Path, demo_kg: Path) -> None:
    run("build", root / "examples", "-o", tmp_path / "kg", "--jobs", "2", "--tables", root / "examples" / "suppliers.yaml")
    assert files(tmp_path / "kg") == files(demo_kg)


def test_documents_are_added_and_stay_until_pruned(root: Path, tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    shutil.copytree(root / "examples", plans)
    names = sorted(p.name for p in plans.iterdir() if p.suffix == ".txt")
    run("build", plans / names[0], "-o", tmp_path / "kg")
    run("build", plans, "-o", tmp_path / "kg")
    assert documents(tmp_path / "kg") == sorted(Path(name).stem for name in names)
    (plans / names[0]).unlink()
    run("build", plans, "-o", tmp_path / "kg")
    assert documents(tmp_path / "kg") == sorted(Path(name).stem for name in names)
    run("build", plans, "-o", tmp_path / "kg", "--prune")
    assert documents(tmp_path / "kg") == sorted(Path(name).stem for name in names[1:])


def documents(kg: Path) -> list[str]:
    return sorted(path.stem for path in (kg / "claims").iterdir())


def test_a_changed_document_is_read_again(root: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("济宁市产业规划\n\n一、重点\n\n工程机械产业重点引进蜂窝填料企业。\n", "utf-8")
    run("build", plan, "-o", tmp_path / "kg")
    plan.write_text("济宁市产业规划\n\n一、重点\n\n工程机械产业重点引进储能电池企业。\n", "utf-8")
    run("build", plan, "-o", tmp_path / "kg")
    entities = (tmp_path / "kg" / "entities.jsonl").read_text("utf-8")
    assert "储能电池" in entities
    assert "蜂窝填料" not in entities


def test_a_document_that_another_reader_has_read_is_read_again(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = next((root / "examples").glob("济宁市*.txt"))
    assert lianpu.build([plan], tmp_path / "kg").read == (plan.name,)
    assert lianpu.build([plan], tmp_path / "kg").read == ()
    monkeypatch.setattr("lianpu.pipeline.reading.reader", lambda: "newer")
    assert lianpu.build([plan], tmp_path / "kg").read == (plan.name,)


def test_two_documents_of_one_name_are_two(tmp_path: Path) -> None:
    for place, product in (("济宁市", "发动机"), ("聊城市", "轴承钢")):
        (tmp_path / "plans" / place).mkdir(parents=True)
        text = f"{place}产业规划\n\n一、重点\n\n机械产业重点引进{product}企业。\n"
        (tmp_path / "plans" / place / "plan.txt").write_text(text, "utf-8")
    run("build", tmp_path / "plans", "-o", tmp_path / "kg")
    assert len(documents(tmp_path / "kg")) == 2


def test_extract_writes_lines_whose_quotes_stand_where_they_say(root: Path, tmp_path: Path) -> None:
    plan = next((root / "examples").glob("济宁市*.txt"))
    run("extract", plan, "-o", tmp_path / "out.jsonl")
    data = (tmp_path / "out.jsonl").read_bytes()
    assert run("extract", plan).stdout.encode() == data
    lines, text = decode_lines(data), plan.read_text("utf-8")
    assert isinstance(lines[0], DocumentLine)
    said = [line for line in lines if not isinstance(line, DocumentLine)]
    assert {EntityLine, FactLine} <= {type(line) for line in said}
    assert all(text[line.start : line.end] == line.quote for line in said)


def test_a_graph_is_built_from_given_lines(root: Path, tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    for plan in (root / "examples").glob("*（示例文本）.txt"):
        run("extract", plan, "-o", tmp_path / "claims" / f"{plan.stem}.jsonl")
    run("build", "--claims", tmp_path / "claims", "--text", root / "examples", "-o", tmp_path / "kg")
    rows = as_rows(run("gaps", "--kg", tmp_path / "kg", "--region", "济宁市", "--chain", "工程机械", "-f", "csv").stdout)
    assert {"发动机", "齿轮"} <= {row["link"] for row in rows if row["state"] == "declared"}


# -- answers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("region", "chain", "wanted"),
    [("济宁市", "工程机械", {"发动机", "液压件", "齿轮", "桥箱"}), ("东昌府区", "轴承", {"钢板", "钢带"})],
)
def test_declared_gaps_have_their_sentence_and_document(demo_kg: Path, region: str, chain: str, wanted: set[str]) -> None:
    rows = as_rows(run("gaps", "--kg", demo_kg, "--region", region, "--chain", chain, "-f", "csv").stdout)
    declared = {row["link"]: row for row in rows if row["state"] == "declared"}
    assert wanted <= set(declared)
    assert all(link[:2] in declared[link]["sentence"] and declared[link]["documents"] for link in wanted)


def test_a_firm_elsewhere_is_a_candidate_to_be_verified(demo_kg: Path) -> None:
    shown = run("gaps", "--kg", demo_kg, "--region", "聊城市东昌府区", "--chain", "轴承").stdout
    assert "泰山钢铁" in shown
    assert "需核实" in shown


def test_the_same_report_as_table_csv_and_json(demo_kg: Path) -> None:
    asked = ("gaps", "--kg", demo_kg, "--region", "济宁市", "--chain", "工程机械")
    rows = as_rows(run(*asked, "-f", "csv").stdout)
    links = json.loads(run(*asked, "-f", "json").stdout)["chains"][0]["links"]
    assert [row["link"] for row in rows] == [link["name"] for link in links]
    shown = run(*asked).stdout
    assert all(row["link"] in shown for row in rows)


def test_all_chains_are_printed_in_brief_with_every_link_named(demo_kg: Path) -> None:
    asked = ("gaps", "--kg", demo_kg, "--region", "山东省")
    rows = as_rows(run(*asked, "-f", "csv").stdout)
    chains = {row["chain"] for row in rows}
    assert len(chains) > 1
    shown = run(*asked).stdout.replace("\n", "")
    # Those that are declared stand in tables, whose narrow columns break names.
    assert all(row["link"] in shown for row in rows if row["state"] != "declared")
    assert all(table in shown for table in ("招引与补链（", "技术攻关（"))
    assert len(shown) < sum(len(run(*asked, "--chain", chain).stdout) for chain in chains)


FIRST_BYTES = {
    "md": b"# ",
    "html": b"<!DOCTYPE html>",
    "docx": b"PK",
    "xlsx": b"PK",
    "csv": b"region,",
    "json": b"{",
    "txt": "山东省".encode(),
}


@pytest.mark.parametrize("suffix", FIRST_BYTES)
def test_the_report_as_a_file_by_its_suffix(demo_kg: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / "new" / f"report.{suffix}"
    asked = ("gaps", "--kg", demo_kg, "--region", "济宁市", "--chain", "工程机械", "-o", out)
    assert run(*asked).stdout == f"{out}\n"
    first = out.read_bytes()
    assert first.startswith(FIRST_BYTES[suffix])
    run(*asked)
    assert out.read_bytes() == first


def test_a_report_that_cannot_be_written_is_one_line_and_leaves_the_old_one(demo_kg: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    asked = ("gaps", "--kg", demo_kg, "--region", "济宁市", "--chain", "工程机械")
    for out in (tmp_path / "file" / "report.docx", tmp_path / "file" / "report.csv"):
        result = run(*asked, "-o", out, ok=False)
        assert result.stderr.startswith(f"lianpu: {out}: 不能写入") and len(result.stderr.splitlines()) == 1
    (tmp_path / "report.md").write_text("old", "utf-8")
    run("gaps", "--kg", demo_kg, "--region", "无此地", "-o", tmp_path / "report.md", ok=False)
    assert (tmp_path / "report.md").read_text("utf-8") == "old"


def test_csv_in_chinese_has_no_english(demo_kg: Path) -> None:
    text = run("gaps", "--kg", demo_kg, "--region", "济宁市", "--chain", "工程机械", "--lang", "zh", "-f", "csv").stdout
    assert not re.search("[A-Za-z]{2,}|[A-C] ", text) and "丙类 " in text


def test_a_report_in_english(demo_kg: Path, tmp_path: Path) -> None:
    asked = ("gaps", "--kg", demo_kg, "--region", "济宁市", "--chain", "工程机械", "--lang", "en")
    assert run(*asked, "-f", "md").stdout.startswith("# Missing links of 工程机械 (Construction machinery)")
    assert "To recruit and supplement" in run(*asked).stdout
    assert as_rows(run(*asked, "-f", "csv").stdout)[0]["state"] == "declared gap"


@pytest.mark.parametrize("asked", [("-f", "docx"), ("-f", "xlsx"), ("-o", "report.abc")])
def test_a_form_that_cannot_be_is_a_usage_error(demo_kg: Path, asked: tuple[str, str]) -> None:
    assert run("gaps", "--kg", demo_kg, "--region", "济宁市", *asked, ok=False).exit_code == 2


def test_json_keeps_to_its_published_schema(demo_kg: Path, root: Path) -> None:
    schema = json.loads((root / "docs" / "schema" / "gaps.schema.json").read_text("utf-8"))
    validator = Draft202012Validator(schema)
    for asked in (("--region", "济宁市"), ("--region", "济宁市", "--chain", "轴承"), ("--region", "临沂市")):
        validator.validate(json.loads(run("gaps", "--kg", demo_kg, *asked, "-f", "json").stdout))
    assert not validator.is_valid({"region": "济宁市", "code": 370800, "full_name": "山东省济宁市"})


def test_the_published_schemas_are_up_to_date(root: Path) -> None:
    assert {name: (root / "docs" / "schema" / name).read_text("utf-8") for name in texts()} == texts()


@pytest.mark.parametrize("dialect", ["sparql", "cypher"])
def test_named_questions_answer_in_both_languages(demo_kg: Path, dialect: str) -> None:
    rows = as_rows(
        run("query", "--kg", demo_kg, "firms_in_region", "-p", "region=济宁市", "--dialect", dialect, "-f", "csv").stdout
    )
    assert any("山推股份" in row.values() for row in rows)


def test_a_question_from_the_command_line_a_file_and_standard_input(demo_kg: Path, tmp_path: Path) -> None:
    text = "MATCH (e:Enterprise) RETURN e.name AS name ORDER BY name"
    (tmp_path / "firms.cypher").write_text(text, "utf-8")
    answers = {
        run("query", "--kg", demo_kg, "-e", text, "--dialect", "cypher", "-f", "csv").stdout,
        run("query", "--kg", demo_kg, tmp_path / "firms.cypher", "-f", "csv").stdout,
        run("query", "--kg", demo_kg, "-", "--dialect", "cypher", "-f", "csv", stdin=text).stdout,
    }
    assert len(answers) == 1
    assert "山推股份" in answers.pop()


def test_named_questions_are_listed() -> None:
    rows = json.loads(run("query", "--list", "-f", "json").stdout)
    assert len(rows) >= 30
    assert "declared_gaps" in {row["name"] for row in rows}


def test_rows_may_be_limited_and_printed_as_markdown(demo_kg: Path) -> None:
    everything = json.loads(run("query", "--kg", demo_kg, "declared_gaps", "-f", "json").stdout)
    assert len(everything) > 2
    found = run("query", "--kg", demo_kg, "declared_gaps", "--limit", "2", "-f", "json")
    assert json.loads(found.stdout) == everything[:2]
    assert f"共 {len(everything)} 行" in found.stderr
    assert run("query", "--kg", demo_kg, "declared_gaps", "-p", "region=济宁市", "--limit", str(len(everything))).stderr == ""
    head, line, *rows = run("query", "--kg", demo_kg, "declared_gaps", "-f", "md").stdout.splitlines()
    assert head == "| owner | wanted | status | document | text |" and set(line) == set("| -")
    assert len(rows) == len(everything)
    bars = run("query", "--kg", demo_kg, "-e", 'SELECT ("a|b\\nc" AS ?x) WHERE {}', "-f", "md").stdout.splitlines()
    assert bars[-1] == "| a\\|b<br>c |"


RUNAWAY = {
    "sparql": "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "cypher": "MATCH (a), (b), (c), (d) WHERE a.id <> b.id AND c.id <> d.id RETURN count(*) AS n",
}


@pytest.mark.parametrize("dialect", RUNAWAY)
def test_a_question_is_ended_when_its_time_is_over(demo_kg: Path, dialect: str) -> None:
    command = [sys.executable, "-m", "lianpu.cli", "query", "--kg", str(demo_kg), "--dialect", dialect]
    ended = subprocess.run([*command, "-e", RUNAWAY[dialect], "--timeout", "2"], capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1 and "2 秒" in ended.stderr
    quick = [*command, "firms_in_region", "-p", "region=济宁市", "-f", "csv"]
    answered = subprocess.run([*quick, "--timeout", "50"], capture_output=True, text=True, timeout=60)
    assert (answered.returncode, answered.stderr) == (0, "")
    assert answered.stdout == run("query", *quick[4:]).stdout
    wrong = subprocess.run([*command, "-e", "NO QUESTION", "--timeout", "50"], capture_output=True, text=True, timeout=60)
    assert wrong.returncode == 1 and wrong.stderr.startswith("lianpu: ")


def test_show_has_names_relations_and_sentences(demo_kg: Path) -> None:
    shown = run("show", "--kg", demo_kg, "泰山钢铁").stdout
    assert "不锈钢产业" in shown
    assert "《" in shown
    assert json.loads(run("show", "--kg", demo_kg, "泰山钢铁", "-f", "json").stdout)[0]["name"] == "泰山钢铁"


def test_a_path_shows_the_sentence_of_every_step(demo_kg: Path) -> None:
    steps = json.loads(run("path", "--kg", demo_kg, "山推股份", "发动机", "-f", "json").stdout)
    assert steps
    assert "工程机械" in run("path", "--kg", demo_kg, "山推股份", "发动机").stdout


# -- outputs ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "what",
    [("--region", "济宁市", "--chain", "工程机械"), ("--region", "济宁市"), ("--entity", "山推股份")],
    ids=["chain", "region", "entity"],
)
def test_pictures_are_whole_pages_and_the_same_twice(demo_kg: Path, tmp_path: Path, what: tuple[str, ...]) -> None:
    for name in ("one.html", "two.html"):
        run("viz", "--kg", demo_kg, *what, "-o", tmp_path / name)
    page = (tmp_path / "one.html").read_text("utf-8")
    assert page == (tmp_path / "two.html").read_text("utf-8")
    assert "山推股份" in page
    assert page.rstrip().endswith("</html>")


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq"])
def test_exports_are_the_same_twice(demo_kg: Path, tmp_path: Path, name: str) -> None:
    run("export", "--kg", demo_kg, "-o", tmp_path / name)
    first = (tmp_path / name).read_bytes()
    run("export", "--kg", demo_kg, "-o", tmp_path / name)
    assert (tmp_path / name).read_bytes() == first
    assert "山推股份".encode() in first


def test_the_demo_passes_its_own_check(demo_kg: Path) -> None:
    assert "违规 0 项" in run("check", "--kg", demo_kg).stdout


def test_usage_errors_are_one_line(demo_kg: Path) -> None:
    for arguments in (["gaps"], ["nothing"], ["viz", "--chain", "轴承"], ["query"], ["gaps", "--region", "济宁市", "-f", "xml"]):
        result = run(*arguments, ok=False)
        assert result.exit_code == 2
        assert result.stderr.startswith("lianpu: ")
        assert len(result.stderr.splitlines()) == 1
