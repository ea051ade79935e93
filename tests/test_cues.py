"""Rules are called only where the words stand that they cannot do without: leaving the others out loses nothing."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import marked
import pytest

from lianpu.extract import cues, extract_with, needed
from lianpu.extract.document import Source

FILES = sorted(Path(__file__).parent.glob("test_rules_*.py"))


def examples(path: Path) -> list[str]:
    """The example sentences of a test file, without marks."""
    said = (node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Constant))
    found = (text for text in said if isinstance(text, str) and "\n" not in text and re.search("[\u4e00-\u9fff]{4}", text))
    return [marked.unmark(text)[0] for text in found if "<" not in text or "</" in text]


def document(path: Path) -> Source:
    text = "\n".join((marked.TITLE, "第一节 总体布局", *examples(path)))
    return Source("t", "t.txt", text, "", "utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_rule_finds_nothing_where_its_words_are_missing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert examples(path)
    gated = extract_with(document(path), None)
    monkeypatch.setattr(cues.Cue, "stands", lambda *_: True)
    assert extract_with(document(path), None) == gated


PATTERNS = [
    ("甲(?:乙|丙)丁*", [["甲丙", "甲乙"]]),
    ("甲(?:乙|丙丁)?戊", [["甲丙丁戊", "甲乙戊", "甲戊"]]),
    ("甲.{2,4}(?:乙丙|丁)+", [["甲"], ["丁", "乙丙"]]),
    ("(?<=甲)乙(?=[丙丁]|戊己)", [["丁", "丙", "戊己"], ["乙"]]),
    ("(?!甲)乙(?P<name>[^丙]*)[0-9]", [["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], ["乙"]]),
    ("甲|乙?", []),
    ("(?i)abc", []),
]


@pytest.mark.parametrize(("pattern", "groups"), PATTERNS)
def test_words_that_a_pattern_cannot_match_without(pattern: str, groups: list[list[str]]) -> None:
    assert sorted(map(sorted, needed.groups(re.compile(pattern)))) == sorted(groups)
