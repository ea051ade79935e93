"""The explorer in headless Chromium: size of the file, time until it can be used, frames a second with 2,000 nodes.

::

    python benchmarks/explorer.py DOCUMENTS…          # plans to build the graph from; examples/ if left out

Times are medians in milliseconds from the start of navigation to the first view drawn, as the page's own clock has them. Frames
are counted while the picture of 2,000 nodes, and then one of its nodes, is dragged for three seconds.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright

from lianpu import pipeline
from lianpu.atlas import Atlas
from lianpu.atlas.file import explorer
from lianpu.atlas.stock import RecordStock
from lianpu.graph.records import Graph
from lianpu.model import Entity, Fact
from lianpu.ontology import regions
from lianpu.ontology.chains import chains
from lianpu.queries.view import View

ROUNDS = 7
SECONDS = 3.0
HUBS, SPOKES = 53, 38
"""2,000 nodes and a few: hubs that are expanded, with what each touches."""
_CLOCK = """
addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
  if (document.body.dataset.ready === 'true') window.usable ??= performance.now();
}).observe(document.body, { attributes: true }));
"""
_FRAMES = """() => { let count = 0; const turn = window.turn = (window.turn ?? 0) + 1;
const next = () => { if (window.turn !== turn) return; window.counted = (count += 1); requestAnimationFrame(next); }; next(); }"""
_PLACE = "() => JSON.stringify([lianpu.views.around.cy.pan(), lianpu.views.around.cy.nodes('#industry\\\\/20').position()])"


def main(documents: list[Path]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        executable = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        pipeline.build(documents, folder / "kg")
        page = folder / "atlas.html"
        page.write_text(pipeline.open(folder / "kg").explorer(), "utf-8")
        print(f"file: {page.stat().st_size / 1e6:.2f} MB")
        times = sorted(usable(browser, page) for _ in range(ROUNDS))
        print(f"usable: {statistics.median(times):.0f} ms (median of {ROUNDS}; {times[0]:.0f} to {times[-1]:.0f})")
        many = folder / "many.html"
        many.write_text(synthetic(), "utf-8")
        for what, rate in frames(browser, many).items():
            print(f"{what}: {rate:.0f} frames a second")
        browser.close()


def usable(browser: Browser, page: Path) -> float:
    """Milliseconds until the first view is drawn."""
    tab = browser.new_page(viewport={"width": 1280, "height": 720})
    tab.add_init_script(_CLOCK)
    tab.goto(page.as_uri())
    tab.wait_for_selector("body[data-ready=true]")
    found = float(tab.evaluate("window.usable"))
    tab.close()
    return found


def synthetic() -> str:
    """A page over a graph of hubs, each feeding the next and making its own products."""
    entities = [Entity(id=f"industry/{h}", type="Industry", name=f"第{h}产业") for h in range(HUBS)]
    entities += [Entity(id=f"product/{h}-{n}", type="Product", name=f"产品{h}之{n}") for h in range(HUBS) for n in range(SPOKES)]
    pairs = [(f"industry/{h}", "focusesOn", f"product/{h}-{n}") for h in range(HUBS) for n in range(SPOKES)]
    pairs += [(f"industry/{h}", "feeds", f"industry/{h + 1}") for h in range(HUBS - 1)]
    facts = tuple(Fact(s=s, p=p, o=o, status="existing") for s, p, o in sorted(pairs))
    graph = Graph(entities=tuple(sorted(entities, key=lambda e: e.id)), facts=facts)
    return explorer(Atlas(RecordStock(View(graph, regions())), lambda _: "", chains()).bundle())


def frames(browser: Browser, page: Path) -> dict[str, float]:
    """Frames a second while everything, and while one node is dragged."""
    tab = browser.new_page(viewport={"width": 1280, "height": 720})
    state = {"view": "around", "open": [f"industry/{h}" for h in range(HUBS)]}
    tab.goto(f"{page.as_uri()}#{urlencode(state, doseq=True)}")
    tab.wait_for_selector("body[data-ready=true]", timeout=60_000)
    nodes = tab.evaluate("lianpu.views.around.cy.nodes().length")
    corner = tab.evaluate(
        """() => { const box = document.querySelector('.canvas').getBoundingClientRect(); return [box.x + 8, box.y + 8]; }"""
    )
    node = tab.evaluate(
        """() => { const at = lianpu.views.around.cy.nodes('#industry\\\\/20').renderedPosition();
        const box = document.querySelector('.canvas').getBoundingClientRect(); return [box.x + at.x, box.y + at.y]; }"""
    )
    found = {f"{nodes} nodes, dragging all": _drag(tab, corner), f"{nodes} nodes, dragging one": _drag(tab, node)}
    tab.close()
    return found


def _drag(tab: Page, start: list[float]) -> float:
    x, y = start
    before = tab.evaluate(_PLACE)
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.evaluate(_FRAMES)
    begun, step = time.perf_counter(), 0
    while time.perf_counter() - begun < SECONDS:
        step += 1
        tab.mouse.move(x + 100 + step % 120, y + 60 + step % 80)
    rate = float(tab.evaluate("window.counted")) / (time.perf_counter() - begun)
    tab.mouse.up()
    if tab.evaluate(_PLACE) == before:
        raise RuntimeError("nothing was dragged")
    return rate


if __name__ == "__main__":
    main([Path(one) for one in sys.argv[1:]] or [Path(__file__).parent.parent / "examples"])
