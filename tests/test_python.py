"""The Python API: data frames, the names of the package, the notebook of examples/, docs/python.md."""

from __future__ import annotations

import re
import sys
import warnings
from pathlib import Path

import msgspec
import pytest

import lianpu
from lianpu.errors import LianpuError
from lianpu.graph.stores.protocol import Rows
from lianpu.pipeline import KnowledgeGraph
from lianpu.queries.ledger import COLUMNS

ROWS = Rows(("firm", "count", "share", "products", "mixed"), (("甲厂", 1, 0.5, ("泵", "阀"), 3), ("乙厂", None, None, (), "三")))


def test_rows_become_a_polars_frame() -> None:
    frame = ROWS.polars()
    assert [str(kind) for kind in frame.dtypes] == ["String", "Int64", "Float64", "List(String)", "String"]
    assert frame.rows() == [("甲厂", 1, 0.5, ["泵", "阀"], "3"), ("乙厂", None, None, [], "三")]


def test_rows_become_a_pandas_frame() -> None:
    frame = ROWS.pandas()
    assert list(frame.columns) == list(ROWS.columns) and len(frame) == 2
    assert frame["products"].tolist() == [["泵", "阀"], []] and frame["share"].isna().tolist() == [False, True]


def test_no_rows_still_have_columns() -> None:
    empty = Rows(("firm", "place"), ())
    assert empty.polars().columns == list(empty.pandas().columns) == ["firm", "place"]
    assert len(empty.polars()) == len(empty.pandas()) == 0


@pytest.mark.parametrize("name", ["polars", "pandas"])
def test_without_the_library_the_error_says_what_to_install(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(LianpuError, match=rf"没有安装 {name}：pip install 'lianpu\[frames\]'"):
        getattr(ROWS, name)()


@pytest.mark.parametrize("name", COLUMNS)
def test_every_ledger_becomes_a_frame_with_its_columns(demo_kg: Path, name: str) -> None:
    ledger = lianpu.open(demo_kg).ledger(name)
    frame = ledger.polars()
    assert frame.columns == list(ledger.columns) == list(ledger.pandas().columns)
    assert len(frame) == len(ledger.rows)
    assert [row == tuple(said.values()) for row, said in zip(frame.rows(), ledger.rows, strict=True)] == [True] * len(frame)


def test_answers_in_both_languages_become_the_same_frame(demo_kg: Path) -> None:
    kg = lianpu.open(demo_kg)
    cypher = kg.cypher("MATCH (p:Park) RETURN p.name AS name ORDER BY name").polars()
    prefixes = "PREFIX lp: <https://w3id.org/lianpu/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    sparql = kg.sparql(prefixes + "SELECT ?name WHERE { ?p a lp:Park ; rdfs:label ?name } ORDER BY ?name").polars()
    assert len(sparql) > 0 and sorted(sparql.rows()) == sorted(cypher.rows())


def test_the_package_has_what_it_promises_and_each_part_is_documented() -> None:
    for name in lianpu.__all__:
        assert (getattr(lianpu, name).__doc__ or "").strip(), name
    for name, member in vars(KnowledgeGraph).items():
        if not name.startswith("_"):
            assert (member.__doc__ or "").strip(), name
    with pytest.raises(AttributeError, match="nothing_of_this_name"):
        lianpu.nothing_of_this_name  # noqa: B018


def test_docs_python_names_every_method_and_its_code_runs(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (root / "docs" / "python.md").read_text("utf-8")
    for name, member in vars(KnowledgeGraph).items():
        if not name.startswith("_") and callable(member) and name != "store":
            assert f".{name}(" in text, name
    code = "\n".join(re.findall(r"```python\n(.*?)```", text, re.DOTALL))
    assert code.count("\n") > 15
    (tmp_path / "plans").symlink_to(root / "examples")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "docs/python.md", "exec"), {})


def test_the_notebook_runs_and_keeps_no_outputs(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(root))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the notebook's machinery; ours has filters of its own
        import nbformat
        from nbclient import NotebookClient

        notebook = nbformat.read(root / "examples" / "lianpu.ipynb", as_version=4)
        assert all(not cell.get("outputs") and cell.get("execution_count") is None for cell in notebook.cells)
        NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(root / "examples")}}).execute()
    said = msgspec.json.encode(notebook).decode()
    assert "液压件" in said.partition("恒立液压")[0] and "entities and" in said
    assert sum(bool(cell.get("outputs")) for cell in notebook.cells) >= 7
