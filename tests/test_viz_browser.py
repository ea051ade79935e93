"""Pages in a real browser: nothing on the console, no request to anywhere, names are text, a click shows the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from test_viz_forms import paper

from lianpu.viz import Edge, Node, Quote, page
from lianpu.viz.web import html

HOSTILE = "<img src=x onerror=window.hacked=1></script><script>window.hacked=1</script>"
NODES = (
    Node(
        id="钢带", label="钢带", kind="Product", state="declared", quotes=(Quote("重点招引钢带企业。", "示例规划", "三、补链"),)
    ),
    Node(id="轴承", label=HOSTILE, kind="Product", column=1, aliases=(HOSTILE,), quotes=(Quote(HOSTILE, HOSTILE, HOSTILE),)),
    Node(id="金帝", label="金帝", kind="Enterprise", column=2),
)
EDGES = (Edge(source="钢带", target="轴承", label=HOSTILE, kind="reference"), Edge(source="金帝", target="轴承", label="生产"))


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-quic"])
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[tuple[Page, list[str]]]:
    """The page as opened, and what it complained of or asked for beyond its own file."""
    file = tmp_path / "graph.html"
    file.write_text(page(NODES, EDGES, HOSTILE, subtitle=HOSTILE, summary=[HOSTILE]), "utf-8")
    seen: list[str] = []
    tab = browser.new_page(viewport={"width": 1200, "height": 800})
    tab.on("console", lambda message: seen.append(f"console: {message.text}"))
    tab.on("pageerror", lambda error: seen.append(f"error: {error}"))
    tab.on("request", lambda request: seen.append(request.url) if not request.url.startswith((file.as_uri(), "data:")) else None)
    tab.goto(file.as_uri())
    tab.wait_for_selector("body[data-drawn]", timeout=15_000)
    yield tab, seen
    tab.close()


def test_a_paper_is_quiet_and_its_quotes_unfold(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "paper.html"
    file.write_text(html(paper(HOSTILE)), "utf-8")
    seen: list[str] = []
    tab = browser.new_page(viewport={"width": 1200, "height": 800})
    tab.on("console", lambda message: seen.append(f"console: {message.text}"))
    tab.on("request", lambda request: seen.append(request.url) if not request.url.startswith((file.as_uri(), "data:")) else None)
    tab.goto(file.as_uri())
    quote = tab.locator("td blockquote").first
    assert not quote.is_visible()
    tab.locator("td summary").first.click()
    assert quote.is_visible() and HOSTILE in quote.inner_text()
    assert HOSTILE in tab.inner_text("h1") and tab.query_selector_all("img") == [] and seen == []
    widths = tab.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert widths[0] <= widths[1]
    tab.close()


def click(tab: Page, node: str) -> None:
    spot = tab.evaluate(
        """id => { const at = lianpu.network.canvasToDOM(lianpu.network.getPosition(id));
        const box = document.getElementById('picture').getBoundingClientRect();
        return {x: box.x + at.x, y: box.y + at.y}; }""",
        node,
    )
    tab.mouse.click(spot["x"], spot["y"])
    tab.wait_for_selector("#detail:not([hidden])")


def test_a_page_is_quiet_and_asks_nobody(opened: tuple[Page, list[str]]) -> None:
    tab, seen = opened
    click(tab, "钢带")
    assert seen == []


def test_everything_is_inside_the_picture_at_rest(opened: tuple[Page, list[str]]) -> None:
    tab, _ = opened
    inside = tab.evaluate(
        """() => { const box = document.getElementById('picture').getBoundingClientRect();
        return Object.values(lianpu.network.getPositions()).map(p => lianpu.network.canvasToDOM(p))
          .every(p => p.x > 0 && p.y > 0 && p.x < box.width && p.y < box.height); }"""
    )
    assert inside


def test_a_click_shows_the_sentence_with_document_and_section(opened: tuple[Page, list[str]]) -> None:
    tab, _ = opened
    click(tab, "钢带")
    shown = tab.inner_text("#detail")
    assert "重点招引钢带企业。" in shown and "示例规划 · 三、补链" in shown


def test_names_are_shown_as_text(opened: tuple[Page, list[str]]) -> None:
    tab, seen = opened
    click(tab, "轴承")
    assert (
        HOSTILE in tab.inner_text("h1")
        and HOSTILE in tab.inner_text("#detail h2")
        and HOSTILE in tab.inner_text("#detail blockquote")
    )
    assert tab.evaluate("window.hacked") is None and tab.query_selector_all("img") == [] and seen == []
