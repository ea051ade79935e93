"""What several test files need."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Generator
from pathlib import Path

import pytest
from servers import fuseki_server, neo4j_server, oxigraph_server, running_fuseki, running_neo4j, running_oxigraph

__all__ = ["fuseki_server", "neo4j_server", "oxigraph_server", "running_fuseki", "running_neo4j", "running_oxigraph"]

REQUIRE_ALL = os.environ.get("LIANPU_REQUIRE_ALL") == "1"
ROOT = Path(__file__).parent.parent


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where everything is required, a skipped test has failed."""
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for each reason why tests were skipped."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(report.longrepr[2].removeprefix("Skipped: ") for report in skipped if isinstance(report.longrepr, tuple))
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"SKIPPED [{count}] {reason}")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser; without one the test is skipped, or fails where everything is required."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        message = "no chromium on this machine: pages were not opened in a browser"
        if REQUIRE_ALL:
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture(scope="session")
def demo_kg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph that ``make demo`` builds."""
    from lianpu import pipeline

    out = tmp_path_factory.mktemp("demo") / "kg"
    report = pipeline.build([ROOT / "examples"], out, tables=[ROOT / "examples" / "suppliers.yaml"])
    assert not report.failed
    return out
