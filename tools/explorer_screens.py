"""Make the pictures of the explorer in ``docs/pictures`` from the documents in ``examples``::

    python tools/explorer_screens.py

Needs Chromium, and the extra ``dev`` for Playwright. Pictures have 256 colours, which keeps each below 200 kB.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from pathlib import Path
from urllib.parse import urlencode

from PIL import Image
from playwright.sync_api import sync_playwright

from lianpu import pipeline

ROOT = Path(__file__).parent.parent
OUT = ROOT / "docs" / "pictures"
SIZE = {"width": 1280, "height": 720}
State = dict[str, str | list[str]]
SCREENS: dict[str, State] = {
    "chain": {"region": "370800", "chain": "工程机械", "select": "row 液压件/液压件"},
    "path": {
        "view": "around",
        "path": ["enterprise/泰山钢铁", "enterprise/金帝股份", "enterprise/山推股份"],
        "select": "node enterprise/泰山钢铁",
    },
    "network-dark": {
        "view": "around",
        "open": "industry/轴承产业",
        "select": "node industry/轴承产业",
        "theme": "dark",
        "lang": "en",
    },
}


def main() -> None:
    """Build the graph, write its page, and take each picture."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        pipeline.build([ROOT / "examples"], folder / "kg", tables=[ROOT / "examples" / "suppliers.yaml"])
        page = folder / "atlas.html"
        page.write_text(pipeline.open(folder / "kg").explorer(), "utf-8")
        executable = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        for screen, state in SCREENS.items():
            tab = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
            tab.goto(f"{page.as_uri()}#{urlencode(state, doseq=True)}")
            tab.wait_for_selector("body[data-ready=true]")
            tab.wait_for_timeout(500)
            save(tab.screenshot(), OUT / f"explorer-{screen}.png")
            tab.close()
        browser.close()


def save(data: bytes, path: Path) -> None:
    """A picture with a palette."""
    picture = Image.open(io.BytesIO(data)).convert("RGB").quantize(256, dither=Image.Dither.NONE)
    picture.save(path, optimize=True)


if __name__ == "__main__":
    main()
