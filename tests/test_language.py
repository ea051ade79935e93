"""What the command line prints is in one language, Chinese unless English is asked for, and out of one catalogue."""

from __future__ import annotations

import ast
import re
import string
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from lianpu.cli import main

HAN = re.compile(r"[\u4e00-\u9fff]")
SOURCE = (files("lianpu.papers") / "words.yaml").read_text("utf-8")
CATALOGUE: dict[str, dict[str, str]] = yaml.safe_load(SOURCE)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def literals(path: Path) -> set[str]:
    """String literals of a module without docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    places = [n for n in ast.walk(tree) if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef)]
    documented = {id(n.body[0].value) for n in places if n.body and isinstance(n.body[0], ast.Expr)}
    strings = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in documented)
    return {n.value for n in strings}


def run(*arguments: str, **env: str) -> str:
    result = CliRunner(env=env).invoke(main, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


def test_every_text_is_in_both_languages_once_and_asks_for_no_other_values() -> None:
    for key, text in CATALOGUE.items():
        assert set(text) == {"zh", "en"}, key
        assert all(text.values()) or key.startswith("unit_"), key
        # Only English tells a chain's English name, and only Chinese counts with measure words.
        assert fields(text["en"]) ^ fields(text["zh"]) <= {"en", "unit"}, key
    assert not HAN.search("".join(text["en"] for text in CATALOGUE.values()))
    keys = re.findall(r"^(\w+):", SOURCE, re.MULTILINE)
    assert len(keys) == len(CATALOGUE)


def test_commands_hold_no_text_outside_the_catalogue(root: Path) -> None:
    modules = sorted((root / "lianpu/cli").glob("*.py"))
    assert len(modules) > 10
    found = {(path.name, text) for path in modules for text in literals(path) if HAN.search(text)}
    assert found == set()


@pytest.mark.parametrize(
    ("arguments", "chinese", "english"),
    [
        (("query", "--list"), "名称", "Question"),
        (("chains", "list"), "产业名", "Names of the industry"),
        (("chains", "show", "轴承"), "采购半径", "Reach"),
        (("chains", "check"), "没有错误", "no errors"),
        (("show", "--kg", "KG", "济宁市"), "原文（文件·章节）", "Sentence (document, section)"),
        (("path", "--kg", "KG", "山推股份", "济宁市"), "关系", "Relation"),
        (("check", "--kg", "KG"), "违规", "violations"),
        (("gaps", "--kg", "KG", "--region", "济宁市", "--chain", "工程机械"), "招引与补链", "To recruit and supplement"),
        (("compare", "--kg", "KG", "济宁市", "东昌府区"), "可对照", "to compare"),
        (("query", "--kg", "KG", "-e", "SELECT ?a WHERE { ?a <urn:none> ?b }"), "没有结果", "no results"),
    ],
)
def test_the_language_is_that_of_the_option_or_the_environment(
    demo_kg: Path, arguments: tuple[str, ...], chinese: str, english: str
) -> None:
    given = [str(demo_kg) if one == "KG" else one for one in arguments]
    assert chinese in run(*given)
    in_english = run("--lang", "en", *given)
    assert english in in_english and chinese not in in_english
    assert in_english == run(*given, LIANPU_LANG="en")
    assert run(*given) == run("--lang", "zh", *given, LIANPU_LANG="en")


def test_the_language_of_a_report_goes_before_that_of_the_command_line(demo_kg: Path) -> None:
    report = ("audit", "--kg", str(demo_kg), "-f", "md")
    assert run("--lang", "en", *report, "--lang", "zh") == run(*report)
    assert run("--lang", "en", *report) == run(*report, "--lang", "en") != run(*report)


def test_a_build_says_what_it_did_in_the_language(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("甲市产业规划\n甲市重点发展轴承产业。\n", "utf-8")
    assert "1 documents read, 0 unchanged" in run("--lang", "en", "build", str(tmp_path / "plan.txt"), "-o", str(tmp_path / "kg"))
    assert "读取 0 份文件，未变 1 份" in run("build", str(tmp_path / "plan.txt"), "-o", str(tmp_path / "kg"))
