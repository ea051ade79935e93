"""What the command line prints is in one language, Chinese unless English is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from lianpu.cli import main


def run(*arguments: str, **env: str) -> str:
    result = CliRunner(env=env).invoke(main, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


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
