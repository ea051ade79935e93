"""What the command line prints is in one language, Chinese unless English is asked for."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from lianpu.cli import main
from lianpu.ontology import schema

HAN = re.compile(r"[\u4e00-\u9fff]")


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


def test_lines_of_chains_and_tables_are_told_in_the_language(demo_kg: Path) -> None:
    way = ("path", "--kg", str(demo_kg), "泰山钢铁", "山推股份", "-f", "csv")
    assert re.search(r"\.yaml 行 \d+", run(*way)) and re.search(r"\.yaml line \d+", run("--lang", "en", *way))
    gaps = ("gaps", "--kg", str(demo_kg), "--region", "济宁市", "--chain", "工程机械", "-f", "md")
    assert re.search(r"suppliers\.csv.{0,3}行 \d", run(*gaps)) and not re.search(r"行 \d", run("--lang", "en", *gaps))


def test_a_chain_is_shown_with_its_stages_in_the_language() -> None:
    shown = run("--lang", "en", "chains", "show", "轴承")
    assert shown.startswith("轴承 (Bearings)") and "Materials" in shown and "原材料" not in shown
    assert run("chains", "show", "轴承").startswith("轴承（Bearings）")


def test_the_language_of_a_report_goes_before_that_of_the_command_line(demo_kg: Path) -> None:
    report = ("audit", "--kg", str(demo_kg), "-f", "md")
    assert run("--lang", "en", *report, "--lang", "zh") == run(*report)
    assert run("--lang", "en", *report) == run(*report, "--lang", "en") != run(*report)


def test_a_build_says_what_it_did_in_the_language(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("甲市产业规划\n甲市重点发展轴承产业。\n", "utf-8")
    assert "1 documents read, 0 unchanged" in run("--lang", "en", "build", str(tmp_path / "plan.txt"), "-o", str(tmp_path / "kg"))
    assert "读取 0 份文件，未变 1 份" in run("build", str(tmp_path / "plan.txt"), "-o", str(tmp_path / "kg"))


# -- pages ---------------------------------------------------------------------------------------------------------


def page(folder: Path, *arguments: str) -> tuple[str, dict[str, object]]:
    """A picture's page without its library, and what is drawn there."""
    out = folder / "page.html"
    run("--lang", "en", *arguments, str(out))
    text = out.read_text("utf-8")
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    return re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL), json.loads(found[1])


def words_of(kind: str) -> set[str]:
    """Chinese words of the vocabulary that a page in English must not show."""
    vocabulary = schema()
    return {one.label.zh for one in getattr(vocabulary, kind).values()}


@pytest.mark.parametrize(
    "arguments",
    [
        ("viz", "--kg", "KG", "--region", "济宁市", "--chain", "工程机械", "-o"),
        ("viz", "--kg", "KG", "--region", "济宁市", "-o"),
        ("viz", "--kg", "KG", "--entity", "山推股份", "-o"),
        ("chains", "show", "轴承", "--picture"),
    ],
)
def test_a_picture_in_english_has_english_around_the_names_of_things(
    demo_kg: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    frame, data = page(tmp_path, *(str(demo_kg) if one == "KG" else one for one in arguments))
    assert '<html lang="en">' in frame and "Click a node" in frame
    footer = frame[frame.index("<footer") :]
    assert len(re.findall(r'class="key', footer)) > 1 and not HAN.search(footer)
    statements, details = data["statements"], data["details"]
    assert isinstance(statements, list) and isinstance(details, dict) and statements and details
    assert not any(HAN.search(one["how"]) for one in statements)
    assert not {one["label"] for one in statements} & (words_of("predicates") | {"招引", "补链", "攻关", "延链"})
    assert not any(HAN.search(one["kind"] + one["state"]) for one in details.values())
    heads = [one["label"] for one in data["nodes"] if one["shape"] == "text"]  # type: ignore[attr-defined]
    assert not any(HAN.search(head) for head in heads)


def test_the_explorer_opens_in_the_language_of_the_command(demo_kg: Path, tmp_path: Path) -> None:
    for language, lang, title in (("en", "en", "Lianpu"), ("zh", "zh-CN", "链谱")):
        run("--lang", language, "explore", "--kg", str(demo_kg), "-o", str(tmp_path / "atlas.html"))
        head = (tmp_path / "atlas.html").read_text("utf-8")[:20_000]
        assert f'<html lang="{lang}"' in head and f"<title>{title}</title>" in head


@pytest.mark.parametrize(
    ("arguments", "chinese", "english"),
    [
        (("extract", "none.txt"), "无法读取", "none.txt: cannot be read: No such file"),
        (("build", "none"), "没有这个文件或目录", "none: there is no such file or folder"),
        (("check", "--kg", "none"), "没有图谱", "there is no graph"),
        (
            ("gaps", "--kg", "KG", "--region", "济宁是"),
            "行政区划表中没有",
            "does not have 济宁是 (names like it: ",
        ),
        (("show", "--kg", "KG", "没有的厂"), "图谱里没有", "the graph does not have 没有的厂"),
        (("query", "--kg", "KG", "firms_in_regoin"), "没有名为", "there is no question firms_in_regoin (names like it: "),
        (("query", "--kg", "KG", "-e", "SELECT nonsense"), "没有写完", "line 1, column 16: unfinished"),
        (("query", "--kg", "KG", "-e", "CREATE (n)", "--dialect", "cypher"), "只能提问", "Cypher: only questions ("),
        (("load", "sparql", "ftp://a.example", "--kg", "KG"), "地址应以", "an address begins with"),
        (("viz", "--kg", "KG"), "给出 --region", "give --region"),
        (("gaps", "--kg", "KG", "--region", "济宁市", "-f", "docx"), "须有 -o FILE", "-f docx needs -o FILE"),
        (("export", "--kg", "KG", "-o", "graph.none"), "不知道写成什么格式", "which form is meant?"),
        (("chains", "show", "没有的链"), "没有名为", "there is no reference chain 没有的链"),
    ],
)
def test_errors_are_in_the_language_of_the_command(demo_kg: Path, arguments: tuple[str, ...], chinese: str, english: str) -> None:
    given = [str(demo_kg) if one == "KG" else one for one in arguments]
    in_chinese, in_english = (CliRunner().invoke(main, ["--lang", lang, *given]) for lang in ("zh", "en"))
    assert in_chinese.exit_code == in_english.exit_code != 0
    assert chinese in in_chinese.stderr and len(in_chinese.stderr.splitlines()) == 1
    assert english in in_english.stderr and chinese not in in_english.stderr


def test_the_language_of_a_report_is_that_of_its_errors(demo_kg: Path) -> None:
    told = CliRunner().invoke(main, ["gaps", "--kg", str(demo_kg), "--region", "没有的地方", "--lang", "en"])
    assert told.exit_code == 1 and "the table of regions does not have" in told.stderr
    twice = CliRunner().invoke(main, ["gaps", "--kg", str(demo_kg), "--region", "济宁市", "-f", "docx", "--lang", "en"])
    assert twice.stderr == "lianpu: -f docx needs -o FILE\n"


def test_files_that_cannot_be_read_are_named_in_the_language(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("甲市产业规划\n甲市重点发展轴承产业。\n", "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    told = CliRunner().invoke(main, ["--lang", "en", "build", str(tmp_path), "-o", str(tmp_path / "kg"), "-j", "2"])
    assert told.exit_code == 1
    assert told.stderr == f"lianpu: {tmp_path / 'empty.txt'}: the file is empty\n"
    assert "1 failed" in told.stdout
