"""Explorer pages for the tests: opened in a real browser, with what they complain of; and a graph of hostile names."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page

from lianpu.atlas import Atlas
from lianpu.atlas.file import explorer
from lianpu.atlas.stock import RecordStock
from lianpu.graph.records import Graph
from lianpu.model import Claim, DocumentLine, Entity, Fact
from lianpu.ontology import regions
from lianpu.ontology.chains import chains
from lianpu.queries.view import View

HOSTILE = "<img src=x onerror=window.hacked=1>"
CLOSING = "</script><script>window.hacked=2</script>"
SCHEME = "javascript:window.hacked=3"
LONG = "极长名称" * 1250
NESTED = 200
TEXT = f"甲市重点发展{HOSTILE}，{CLOSING}由{SCHEME}生产。"


class Opened:
    """A tab with a page of the explorer. ``seen`` is all that it complained of, and every request beyond its own address."""

    def __init__(self, browser: Browser, address: str, *, width: int = 1280, height: int = 720) -> None:
        self.seen: list[str] = []
        self.address = address
        self.tab: Page = browser.new_page(viewport={"width": width, "height": height})
        self.tab.set_default_timeout(8_000)
        self.tab.on("console", lambda message: self.seen.append(f"console: {message.text}"))
        self.tab.on("pageerror", lambda error: self.seen.append(f"error: {error}"))
        self.tab.on("request", lambda request: self._asked(request.url))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address.partition("#")[0], "data:", "blob:")):
            self.seen.append(url)

    def open(self, **state: str | list[str]) -> Page:
        """Open the page at a state; the same tab may be opened at another."""
        self.tab.goto("about:blank")
        self.tab.goto(f"{self.address}#{urlencode(state, doseq=True)}")
        self.ready()
        return self.tab

    def ready(self) -> None:
        """Wait until the page has drawn what was asked last."""
        self.tab.wait_for_selector("body[data-ready=true]", timeout=15_000)


def hostile_graph() -> Graph:
    """A region in a region, 200 deep, entities with names that try to be something else, and a document that says so."""
    names = {"product/a": HOSTILE, "product/b": CLOSING, "enterprise/c": SCHEME, "industry/d": LONG}
    types = {"product": "Product", "enterprise": "Enterprise", "industry": "Industry"}
    entities = [
        Entity(id=i, type=types[i.partition("/")[0]], name=name, aliases=(HOSTILE + "二",), documents=("doc",))  # type: ignore[arg-type]
        for i, name in names.items()
    ]
    entities += [
        Entity(id=f"region/{n:03}", type="Region", name=f"第{n}层", code="370800" if not n else None, documents=("doc",))
        for n in range(NESTED)
    ]
    pairs = [("region/000", "focusesOn", end) for end in ("product/a", "product/b", "industry/d")]
    pairs += [("enterprise/c", "produces", "product/a"), ("enterprise/c", "anchors", "industry/d")]
    pairs += [("industry/d", "seeks", "product/b"), ("enterprise/c", "locatedIn", "region/000")]
    pairs += [(f"region/{n:03}", "partOf", f"region/{n - 1:03}") for n in range(1, NESTED)]
    pairs += [(f"region/{NESTED - 1:03}", "focusesOn", "product/a")]
    claims = tuple(
        Claim(
            id=f"c{n}",
            s=s,
            p=p,
            o=o,
            status="recruit" if p == "seeks" else "existing",
            document="doc",
            section=CLOSING,
            start=0,
            end=len(TEXT) - 1,
            quote=TEXT[:-1],
            rule=HOSTILE,
        )
        for n, (s, p, o) in enumerate(pairs)
    )
    facts = tuple(
        Fact(s=c.s, p=c.p, o=c.o, status="recruit" if c.p == "seeks" else "existing", documents=("doc",), claims=(c.id,))
        for c in claims
    )
    document = DocumentLine(id="doc", title=HOSTILE, region=names["product/a"], region_code="370800", file="doc.txt")
    return Graph(documents=(document,), entities=tuple(entities), facts=facts, claims=claims)


def hostile_page(folder: Path) -> Path:
    """The explorer of that graph, as a file."""
    graph = hostile_graph()
    atlas = Atlas(RecordStock(View(graph, regions())), lambda _: TEXT, chains())
    out = folder / "hostile.html"
    out.write_text(explorer(atlas.bundle()), "utf-8")
    return out
