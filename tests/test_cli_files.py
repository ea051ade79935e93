"""Which files are documents and what they are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianpu.errors import GraphError, InputError
from lianpu.pipeline.files import document_ids, find, write_file


def make(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", "utf-8")
    return folder


def test_documents_are_found_below_a_folder_in_order_and_others_are_not(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/c.PDF", "a/d.docx", "table.csv", ".hidden.txt", ".git/e.txt", "kg/manifest.json", "kg/text/f.txt")
    assert [one.key for one in find([tmp_path])] == ["a/c.PDF", "a/d.docx", "b.txt"]


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    make(tmp_path, "plan.text")
    assert [one.key for one in find([tmp_path / "plan.text"])] == ["plan.text"]


def test_a_file_named_twice_is_one_document(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    assert [one.key for one in find([tmp_path, tmp_path / "a.txt", tmp_path / "." / "a.txt"])] == ["a.txt"]


def test_files_of_one_name_in_two_folders_keep_apart(tmp_path: Path) -> None:
    make(tmp_path, "one/plan.txt", "two/plan.txt")
    assert [one.key for one in find([tmp_path / "one", tmp_path / "two"])] == ["one/plan.txt", "two/plan.txt"]


def test_nothing_to_read_is_an_error_that_names_the_place(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=str(tmp_path)):
        find([tmp_path])
    with pytest.raises(InputError, match="nowhere"):
        find([tmp_path / "nowhere"])


@given(st.lists(st.from_regex(r"([a-c]/){0,2}[a-c]\.(txt|pdf)", fullmatch=True), unique=True))
def test_ids_are_as_many_as_keys_and_those_known_stay(keys: list[str]) -> None:
    ids = document_ids(keys, {})
    assert len(set(ids.values())) == len(keys)
    assert document_ids([*keys, "new/a.txt"], ids).items() >= ids.items()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_file(tmp_path / "new" / "out.txt", b"one")
    write_file(tmp_path / "new" / "out.txt", b"two")
    assert (tmp_path / "new" / "out.txt").read_bytes() == b"two"
    with pytest.raises(GraphError, match=r"out\.txt"):
        write_file(tmp_path / "new" / "out.txt" / "below", b"three")
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["out.txt"]
