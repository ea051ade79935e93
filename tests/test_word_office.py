"""The Word report as LibreOffice sees it: the file opens, has pages, and the pages say what the report says."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from test_gaps import ALL
from test_papers import DOCUMENTS

from lianpu.ontology.chains import chains
from lianpu.papers.gap_report import gap_report
from lianpu.queries.gaps import gaps

A4 = (595, 842)
"""Points; LibreOffice rounds."""
SECONDS = 120


@pytest.fixture(scope="module")
def office() -> str:
    """LibreOffice; without it the test is skipped, or fails where everything is required."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        message = "no LibreOffice on this machine: the Word report was not opened"
        if os.environ.get("LIANPU_REQUIRE_ALL") == "1":
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture(scope="module")
def pages(office: str, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[tuple[int, int], str]]:
    """Size and text of the pages that the report has in LibreOffice."""
    folder = tmp_path_factory.mktemp("office")
    report = gap_report(gaps(ALL, "济宁市", "工程机械"), DOCUMENTS, chains())
    (folder / "report.docx").write_bytes(report.data("docx"))
    # A profile of its own: LibreOffice does nothing if another one runs on the same.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(folder / "report.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return read(folder / "report.pdf")


def read(file: Path) -> list[tuple[tuple[int, int], str]]:
    with pypdfium2.PdfDocument(file) as pdf:
        return [((round(page.get_width()), round(page.get_height())), page.get_textpage().get_text_range()) for page in pdf]


def test_the_report_has_numbered_pages_of_a4(pages: list[tuple[tuple[int, int], str]]) -> None:
    assert len(pages) >= 3
    for number, (size, text) in enumerate(pages, 1):
        assert all(abs(side - wanted) <= 1 for side, wanted in zip(size, A4, strict=True))
        assert f"— {number} —" in text


def test_the_pages_say_what_the_report_says(pages: list[tuple[tuple[int, int], str]]) -> None:
    paper = gap_report(gaps(ALL, "济宁市", "工程机械"), DOCUMENTS, chains()).paper
    first = "".join(pages[0][1].split())
    assert first.startswith("".join(paper.title.split()))
    whole = "".join("".join(text.split()) for _, text in pages)
    for wanted in ("一、链条现状", "二、招引与补链", "表1", "资料来源", "阅读说明", "济发〔2020〕1号"):
        assert wanted in whole
    assert "□" not in whole and "\ufffe" not in whole
