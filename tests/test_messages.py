"""Everything that people are told is in one catalogue, in both languages: no module words an error itself."""

from __future__ import annotations

import ast
import pickle
import re
import string
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest
import yaml

import lianpu
from lianpu.errors import InputError, UnknownNameError, UnreadableError
from lianpu.messages import Message, enumerated, message

_NEEDLESS = {"name", "number_type", "possibility", "choice"}
"""What click fills in and Chinese does without."""
HAN = re.compile(r"[\u4e00-\u9fff]")
PACKAGE = Path(lianpu.__file__).parent
SOURCES = {
    name: (files("lianpu.messages") / f"{name}.yaml").read_text("utf-8")
    for name in ("papers", "library", "pictures", "editor", "cli", "click")
}
CATALOGUES: dict[str, dict[str, dict[str, str]]] = {name: yaml.safe_load(source) for name, source in SOURCES.items()}
DOMAIN = {"extract", "generators"}
"""Packages that read Chinese, or write the vocabulary in both languages."""
DATA = (
    ("graph/names.py", {"公司"}),
    ("graph/places.py", {"省市县", "省市区县"}),
    ("graph/references.py", {"行 "}),
    ("ontology/regions.py", {"族", "州", "自治州"}),
    ("serve/openapi.py", {"lianpu 链谱"}),
    ("papers/draft.py", {"十", "零一二三四五六七八九"}),
    ("papers/phrases.py", {"产业", "产业链", "集群"}),
    ("queries/view.py", {"市"}),
)
"""Names and parts of names that code looks for, numerals, and the mark of a line of a table: data, in either language. Patterns
(with a backslash) are data, too."""


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@cache
def trees() -> dict[str, ast.Module]:
    return {str(path.relative_to(PACKAGE)): ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def literals(tree: ast.Module) -> set[str]:
    """String literals of a module without docstrings."""
    nodes = list(ast.walk(tree))
    documented = {id(one.value) for one in nodes if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)}
    return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in documented}


@cache
def made() -> list[tuple[str, str, ast.Call]]:
    """Every place that makes an error or a message, with its name, in the whole package."""
    nodes = [(file, one) for file, tree in trees().items() for one in ast.walk(tree) if isinstance(one, ast.Call | ast.ClassDef)]
    bases = {one.name: {ast.unparse(base) for base in one.bases} for _, one in nodes if isinstance(one, ast.ClassDef)}
    errors = {"LianpuError"}
    while more := {name for name, of in bases.items() if errors & of} - errors:
        errors |= more
    calls = [(file, ast.unparse(one.func).rpartition(".")[2], one) for file, one in nodes if isinstance(one, ast.Call)]
    return [(f"{file}:{one.lineno}", name, one) for file, name, one in calls if name in errors | {"message"}]


@pytest.mark.parametrize("name", CATALOGUES)
def test_every_text_is_in_both_languages_once_and_asks_for_the_same_fields(name: str) -> None:
    catalogue = CATALOGUES[name]
    # Only English tells a chain's English name, and only Chinese counts with measure words.
    loose = {"en", "unit"} if name == "papers" else _NEEDLESS if name == "click" else set()
    for key, text in catalogue.items():
        assert set(text) == {"zh", "en"}, key
        assert all(text.values()) or key.startswith("unit_"), key
        assert fields(text["en"]) ^ fields(text["zh"]) <= loose, key
    assert not HAN.search("".join(text["en"] for text in catalogue.values()))
    keys = re.findall(r"^(\w+):", SOURCES[name], re.MULTILINE)
    assert len(keys) == len(catalogue)


def test_no_text_for_people_stands_outside_the_catalogue() -> None:
    modules = {file: tree for file, tree in trees().items() if not DOMAIN & set(Path(file).parts)}
    assert len(modules) > 100
    found = {file: {text for text in literals(tree) if HAN.search(text) and "\\" not in text} for file, tree in modules.items()}
    assert {file: texts for file, texts in found.items() if texts} == dict(DATA)


def test_errors_name_their_text_and_give_it_its_fields() -> None:
    keyed = [one for one in made() if one[2].args and isinstance(one[2].args[0], ast.Constant)]
    assert len(keyed) > 150
    for place, name, call in keyed:
        key = ast.literal_eval(call.args[0])
        assert key in CATALOGUES["library"], (place, key)
        given = {one.arg for one in call.keywords} - (set() if name == "message" else {"place", "near"})
        if None not in given:
            assert given == fields(CATALOGUES["library"][key]["en"]), (place, key)


def test_errors_hold_no_wording_of_their_own() -> None:
    parts = [(place, one) for place, _, call in made() for one in ast.walk(call) if isinstance(one, ast.Constant)]
    assert [place for place, one in parts if HAN.search(str(one.value))] == []
    assert [place for place, _, call in made() if call.args and isinstance(call.args[0], ast.JoinedStr | ast.BinOp)] == []


def test_every_text_is_used() -> None:
    used = {text for tree in trees().values() for text in literals(tree)}
    assert set(CATALOGUES["library"]) <= used
    # Keys of groups are put together from their group and a word of the records; two stand in the template.
    single = {key for key in CATALOGUES["pictures"] if key.partition("_")[0] not in ("column", "state", "edge")}
    assert single <= used | {"hint", "legend"}


def test_the_editor_uses_every_text_of_its_own() -> None:
    page = "".join((PACKAGE / "serve" / "static" / f"editor.{suffix}").read_text("utf-8") for suffix in ("html", "js"))
    assert not HAN.search(page.replace("中文", ""))
    examples = {f"example_{name}" for name in re.findall(r'^  (\w+): "SELECT', page, re.MULTILINE)}
    assert set(CATALOGUES["editor"]) <= set(re.findall(r'"(\w+)"', page)) | examples
    assert examples <= set(CATALOGUES["editor"])


def test_an_error_is_worded_in_either_language_with_its_place_and_near_names() -> None:
    error = UnknownNameError("no_entity", name="甲厂", near=["甲一厂", "甲二厂"], place="kg")
    assert str(error) == error.text() == "kg: 图谱里没有“甲厂”（相近名称：甲一厂、甲二厂）"
    assert error.text("en") == "kg: the graph does not have 甲厂 (names like it: 甲一厂, 甲二厂)"
    assert error.near == ("甲一厂", "甲二厂")


def test_a_message_may_stand_in_another() -> None:
    inner = message("no_twin")
    error = InputError(enumerated([message("located", place="a.jsonl", message=inner), inner]))
    assert error.text() == "a.jsonl: 没有同名的文本；没有同名的文本"
    assert error.text("en") == "a.jsonl: there is no text of this name; there is no text of this name"


def test_errors_and_messages_cross_processes() -> None:
    error = UnreadableError("bad_line", place="a.txt", number=3, reason=message("not_utf8"))
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.text("en")) == (UnreadableError, "a.txt: line 3: no UTF-8 text")
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(error.whole), type=Message) == error.whole
