"""The explorer in a real browser: what is asked is shown with its sentence, nothing is fetched, names are text."""

from __future__ import annotations

import csv
import io
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from explorer_pages import CLOSING, HOSTILE, LONG, NESTED, SCHEME, Opened, hostile_page
from playwright.sync_api import Browser, sync_playwright
from serve_fixture import running

from lianpu import pipeline
from lianpu.atlas import Atlas
from lianpu.atlas.file import explorer
from lianpu.atlas.stock import RecordStock
from lianpu.graph.records import Graph
from lianpu.model import Entity
from lianpu.ontology import regions
from lianpu.ontology.chains import chains
from lianpu.queries.view import View
from lianpu.serve import application


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-quic"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def atlas_file(demo_kg: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("atlas") / "atlas.html"
    out.write_text(pipeline.open(demo_kg).explorer(), "utf-8")
    return out


@pytest.fixture(scope="module")
def served(demo_kg: Path) -> Iterator[str]:
    with running(application(pipeline.open(demo_kg))) as client:
        yield f"{client.url}/"


@pytest.fixture(scope="module", params=["atlas_file", "served"])
def address(request: pytest.FixtureRequest) -> str:
    """Where the page is: every step must do the same at each address."""
    found = request.getfixturevalue(request.param)
    return found.as_uri() if isinstance(found, Path) else str(found)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Opened]:
    """The page at its start; it must have been silent to the end."""
    opened = Opened(browser, address)
    yield opened
    opened.tab.close()
    assert opened.seen == []


@pytest.fixture
def filed(browser: Browser, atlas_file: Path) -> Iterator[Opened]:
    """The page from its file, for what is the same whoever answers it; silent to the end."""
    opened = Opened(browser, atlas_file.as_uri())
    yield opened
    opened.tab.close()
    assert opened.seen == []


@pytest.fixture
def hostile(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    opened = Opened(browser, hostile_page(tmp_path).as_uri())
    yield opened
    opened.tab.close()
    assert opened.seen == []


SENTENCE = "轴承产业依托金帝股份等龙头企业"


def find(page: Opened, words: str) -> None:
    page.tab.fill("#search", words)
    page.tab.wait_for_selector("#found [role=option]")
    page.tab.press("#search", "Enter")
    page.tab.wait_for_selector("body[data-view=around]")
    page.ready()


def drawn(page: Opened) -> set[str]:
    return set(page.tab.evaluate("lianpu.views.around.cy.nodes().map(node => node.id())"))


def test_it_opens_on_a_chain_with_gaps_in_their_places(page: Opened) -> None:
    tab = page.open(region="370800", chain="工程机械")
    gap = tab.locator(".card.s-declared", has_text="液压件")
    assert gap.count() == 1 and gap.locator("svg.s-declared").count() == 1
    # Its stage is upstream, left of what it goes into, and candidates are outside the border.
    upstream = tab.locator(".position", has=tab.locator("h3", has_text="上游")).bounding_box()
    midstream = tab.locator(".position", has=tab.locator("h3", has_text="中游")).bounding_box()
    assert upstream and midstream and upstream["x"] < midstream["x"]
    assert (
        tab.locator(".inside .chip", has_text="恒立液压").count()
        == 0
        < tab.locator(".outside .chip", has_text="恒立液压").count()
    )
    shapes = {s: tab.locator(f"#legend .s-{s} path").get_attribute("d") for s in ("declared", "unstated", "covered")}
    assert len(set(shapes.values())) == 3


def test_a_served_page_leads_to_the_editor_and_back(browser: Browser, served: str, atlas_file: Path) -> None:
    opened = Opened(browser, served)
    opened.open(lang="en")
    link = opened.tab.locator("#editor")
    assert link.inner_text() == "SPARQL" and "SPARQL" in (link.get_attribute("title") or "")
    link.click()
    opened.tab.wait_for_selector("body[data-ready] #question", state="attached")
    assert opened.tab.evaluate("document.documentElement.lang") == "en"
    opened.tab.locator("nav a", has_text="Lianpu").click()
    opened.ready()
    opened.tab.close()
    assert opened.seen == [] and 'id="editor"' not in atlas_file.read_text("utf-8")


def test_it_opens_again(page: Opened) -> None:
    page.open()
    page.tab.reload()
    page.ready()
    assert page.tab.locator(".card").count() > 0


def test_a_click_opens_the_proof(page: Opened) -> None:
    tab = page.open(region="370800", chain="工程机械")
    tab.locator(".card.s-declared .link", has_text="液压件").click()
    tab.wait_for_selector("#panel mark")
    assert "重点引进发动机、液压件" in tab.inner_text("#panel mark >> nth=0")
    caption = tab.inner_text("#panel figcaption >> nth=0")
    assert "济宁市工程机械产业链提升行动方案" in caption and "招引" in caption and "规则" in caption
    assert tab.locator(".feed").count() > 0


def test_search_expand_evidence(page: Opened) -> None:
    page.open()
    find(page, "jdgf")
    assert "金帝股份" in page.tab.inner_text("#panel h2")
    before = drawn(page)
    industry = page.tab.locator("#panel li", has=page.tab.locator("button", has_text="轴承产业")).first
    industry.locator("summary").click()
    page.tab.wait_for_selector("#panel mark")
    assert SENTENCE in page.tab.inner_text("#panel")
    industry.locator("button.entity").click()
    page.tab.click("#panel .expand")
    page.ready()
    assert before < drawn(page)
    page.tab.click("#panel .expand")
    page.ready()
    assert drawn(page) == before


def test_the_exact_sentence_is_marked_in_its_paragraph(page: Opened) -> None:
    page.open(select="edge " + "\t".join(["enterprise/金帝股份", "anchors", "industry/轴承产业", "documents"]))
    marked = page.tab.locator("#panel figure", has=page.tab.locator("mark", has_text=SENTENCE)).first
    assert marked.locator("mark").inner_text().startswith(SENTENCE)
    paragraph = marked.locator("blockquote").inner_text()
    assert "支持金帝股份研发风电主轴保持器。" in paragraph and "第一节" in marked.locator(".where").inner_text()


def test_filters_narrow_search_and_view_and_can_be_undone(page: Opened) -> None:
    tab = page.open(view="around", open="industry/轴承产业")
    every = drawn(page)
    tab.keyboard.press("f")
    tab.check("[data-filter='types Enterprise']")
    page.ready()
    assert drawn(page) == {one for one in every if one.startswith("enterprise/")} | {"industry/轴承产业"}
    tab.fill("#search", "轴承")
    tab.wait_for_selector("#found [role=option], #found .note")
    assert all("enterprise/" in one.get_attribute("data-id") for one in tab.locator("#found [role=option]").all())
    tab.press("#search", "Escape")
    tab.click("#undo")
    page.ready()
    assert drawn(page) == every and tab.locator("#filters-count").inner_text() == ""


def test_the_legend_hides_a_class(filed: Opened) -> None:
    tab = filed.open(view="around", open="industry/轴承产业")
    assert any(one.startswith("product/") for one in drawn(filed))
    tab.click("#legend [data-key=Product]")
    filed.ready()
    assert not any(one.startswith("product/") for one in drawn(filed))
    assert tab.get_attribute("#legend [data-key=Product]", "aria-pressed") == "false"


def test_a_path_marks_what_only_a_chain_says(page: Opened) -> None:
    tab = page.open()
    for name, button in (("金帝股份", ".from"), ("泰山钢铁", ".to"), ("山推股份", ".to")):
        find(page, name)
        tab.wait_for_selector(f"#panel h2:has-text('{name}')")
        tab.click(f"#panel {button}")
        page.ready()
    edges = tab.evaluate(
        "lianpu.views.around.cy.edges('.way').map(e => [e.data('kind'), e.style('line-style'), e.data('label')])"
    )
    chain = [edge for edge in edges if edge[0] == "reference"]
    assert chain and all(edge[1] == "dashed" and "参考链" in edge[2] for edge in chain)
    said = [edge for edge in edges if edge[0] == "fact"]
    assert said and all(edge[1] == "solid" and "参考链" not in edge[2] for edge in said)
    assert tab.locator("#panel .steps li.k-reference .tag").count() >= len(chain)
    assert {"enterprise/泰山钢铁", "enterprise/金帝股份", "enterprise/山推股份"} <= drawn(page)


def test_the_page_finds_the_paths_that_the_library_finds(filed: Opened, demo_kg: Path) -> None:
    tab, atlas = filed.open(), pipeline.open(demo_kg).atlas
    firms = [item.id for item in atlas.search("", types=["Enterprise"]).items if item.origin == "documents"][:8]
    pairs = [(one, other) for one in firms for other in firms if one < other]
    ask = "([one, other]) => lianpu.source.path(one, other).then(way => (way.nodes ?? []).map(item => item.id))"
    found = {pair: tab.evaluate(ask, list(pair)) for pair in pairs}
    assert found == {pair: [item.id for item in atlas.path(*pair).nodes] for pair in pairs}
    assert sum(map(bool, found.values())) > 5


def test_regions_stand_side_by_side(page: Opened) -> None:
    tab = page.open()
    tab.keyboard.press("2")
    page.ready()
    tab.locator(".controls select").first.select_option("region/济宁市")
    page.ready()
    tab.locator(".controls select").nth(1).select_option("region/东昌府区")
    page.ready()
    left, right = (tab.locator(".region").nth(n) for n in (0, 1))
    boxes = left.bounding_box(), right.bounding_box()
    assert boxes[0] and boxes[1] and boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"] and boxes[0]["y"] == boxes[1]["y"]
    park = right.locator(".box .box", has_text="郑家镇工业集聚区")
    assert "轴承保持器" in park.last.inner_text()
    park.last.locator(".chip", has_text="轴承保持器").click()
    tab.wait_for_selector("#panel mark")
    assert "郑家镇工业集聚区重点发展轴承保持器" in tab.inner_text("#panel")


def test_the_network_is_exported(page: Opened) -> None:
    exports(page, "around", "金帝股份")


@pytest.mark.parametrize(("view", "name"), [("chain", "液压件"), ("region", "郑家镇工业集聚区")])
def test_boards_are_exported(filed: Opened, view: str, name: str) -> None:
    exports(filed, view, name)


def exports(page: Opened, view: str, name: str) -> None:
    """A picture of the view as PNG and SVG, and a table that has the name."""
    tab = page.open(view=view, open="industry/轴承产业", region="370800", chain="工程机械", regions="region/东昌府区")
    saved = {}
    for form in ("png", "svg", "csv"):
        tab.click("#export summary")
        with tab.expect_download() as download:
            tab.click(f"#save-{form}")
        saved[form] = Path(download.value.path()).read_bytes()
    assert saved["png"].startswith(b"\x89PNG") and min(struct.unpack(">II", saved["png"][16:24])) > 200
    assert len(saved["png"]) > 5000
    assert name in saved["svg"].decode() and "<foreignObject" not in saved["svg"].decode()
    rows = list(csv.reader(io.StringIO(saved["csv"].decode("utf-8-sig"))))
    assert len(rows) >= 3 and len({len(row) for row in rows}) == 1 and any(name in cell for row in rows for cell in row)


def test_a_link_restores_the_view(page: Opened, browser: Browser, address: str) -> None:
    page.open(view="around", open=["enterprise/金帝股份", "industry/轴承产业"], hidden="Agency", types="Enterprise", lang="en")
    page.tab.evaluate("lianpu.store.set({ select: 'node industry/轴承产业' })")
    page.ready()
    link, nodes, said = page.tab.url, drawn(page), page.tab.inner_text("#panel")
    positions = "JSON.stringify(lianpu.views.around.cy.nodes().map(n => [n.id(), Math.round(n.position('x'))]).sort())"
    places = page.tab.evaluate(positions)
    other = Opened(browser, address)
    other.tab.goto(link)
    other.ready()
    assert (drawn(other), other.tab.inner_text("#panel"), other.tab.evaluate(positions)) == (nodes, said, places)
    assert "Enterprise" in other.tab.inner_text("#panel") or "industry" in other.tab.inner_text("#panel")
    other.tab.close()
    assert other.seen == []


def test_the_table_has_what_is_on_screen(filed: Opened) -> None:
    tab = filed.open(view="around", open="industry/轴承产业")
    links = tab.evaluate("lianpu.views.around.cy.edges().length")
    tab.keyboard.press("t")
    filed.ready()
    assert tab.locator("tbody tr").count() == links
    tab.locator("tbody button").first.click()
    filed.ready()
    tab.wait_for_selector("#panel h2.statement")
    assert tab.locator("tr[aria-selected=true]").count() == 1
    assert tab.locator("#panel figure, #panel .note").count() > 0


def test_both_languages_and_both_themes(filed: Opened) -> None:
    tab = filed.open()
    assert tab.inner_text("#to-chain") == "产业链"
    light = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.click("#language")
    tab.click("#theme")
    filed.ready()
    assert tab.inner_text("#to-chain") == "Chain" and tab.get_attribute("html", "lang") == "en"
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") != light
    assert "declared gap" in tab.inner_text("#legend")


def test_a_line_of_a_chain_file_is_told_in_the_language_of_the_page(filed: Opened) -> None:
    said = filed.open(view="around", open="industry/轴承产业", select="node industry/轴承产业", lang="en").inner_text("#panel")
    assert ".yaml line " in said and "行 " not in said


def test_everything_by_keyboard(filed: Opened) -> None:
    tab = filed.open()
    tab.keyboard.press("/")
    tab.keyboard.type("金帝股份")
    tab.wait_for_selector("#found [role=option]")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("body[data-view=around]")
    filed.ready()
    tab.focus(".canvas")
    tab.keyboard.press("ArrowRight")
    filed.ready()
    chosen = tab.evaluate("lianpu.state.select")
    assert chosen.startswith("node ") and chosen != "node enterprise/金帝股份"
    before = drawn(filed)
    tab.keyboard.press("+")
    filed.ready()
    assert tab.evaluate("lianpu.state.open").count(chosen.removeprefix("node ")) == 1 and before <= drawn(filed)
    tab.focus(".canvas")
    tab.keyboard.press("-")
    filed.ready()
    assert drawn(filed) == before
    tab.keyboard.press("p")
    assert tab.evaluate("document.activeElement.id") == "panel"
    tab.keyboard.press("Escape")
    filed.ready()
    assert not tab.is_visible("#panel")
    tab.keyboard.press("Control+z")
    filed.ready()
    assert tab.is_visible("#panel")
    tab.keyboard.press("?")
    assert tab.is_visible("#keys")


def test_print_leaves_the_controls_out(filed: Opened) -> None:
    tab = filed.open(region="370800", chain="工程机械", select="row 液压件/液压件", theme="dark")
    tab.emulate_media(media="print")
    assert not any(tab.is_visible(one) for one in ("nav", "#search", ".tools", "#panel .actions"))
    assert tab.is_visible("#panel mark") and tab.is_visible(".card.s-declared")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert tab.evaluate("document.querySelector('.scroll').scrollHeight <= document.querySelector('.scroll').clientHeight")


def test_labels_do_not_overlap_at_rest(filed: Opened) -> None:
    tab = filed.open(view="around", open=["industry/轴承产业", "enterprise/金帝股份"])
    overlaps = tab.evaluate(
        """() => { const how = {includeLabels: true, includeOverlays: false};
        const boxes = lianpu.views.around.cy.nodes().map(n => n.boundingBox(how));
        return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1) > 1
          && Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1) > 1)).length; }"""
    )
    assert overlaps == 0 and len(drawn(filed)) > 10


def test_a_name_on_a_path_hides_no_word_of_a_step_that_passes_it(filed: Opened) -> None:
    stops = ["泰山钢铁", "金帝股份", "山推股份", "小松山推"]
    tab = filed.open(view="around", path=[f"enterprise/{name}" for name in stops])
    hidden = tab.evaluate(
        """() => { const cy = lianpu.views.around.cy, how = {includeLabels: true, includeOverlays: false};
        const names = cy.nodes().map(n => n.boundingBox(how));
        return cy.edges().map(e => e.midpoint()).filter(m => names.some(
          b => m.x > b.x1 && m.x < b.x2 && m.y > b.y1 - 12 && m.y < b.y2 + 12)).length; }"""
    )
    assert hidden == 0 and tab.evaluate("lianpu.views.around.cy.edges().length") > 5


@pytest.mark.parametrize("view", ["chain", "region", "around"])
def test_a_phone_shows_it_without_scrolling_sideways(browser: Browser, atlas_file: Path, view: str) -> None:
    phone = Opened(browser, atlas_file.as_uri(), width=390, height=844)
    tab = phone.open(view=view, open="industry/轴承产业", region="370800", chain="工程机械")
    widths = tab.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert widths[0] <= widths[1]
    tab.close()
    assert phone.seen == []


def test_axe_finds_nothing_serious_in_any_view(filed: Opened) -> None:
    from axe_playwright_python.sync_playwright import Axe

    states: tuple[dict[str, str | list[str]], ...] = (
        {"view": "chain", "region": "370800", "chain": "工程机械", "select": "row 液压件/液压件"},
        {"view": "region", "regions": ["region/济宁市", "region/东昌府区"]},
        {"view": "around", "open": "industry/轴承产业", "select": "node industry/轴承产业"},
        {"view": "around", "open": "industry/轴承产业", "table": "1"},
    )
    for theme, state in (*(("light", state) for state in states), ("dark", states[0])):
        tab = filed.open(theme=theme, **state)
        tab.keyboard.press("f")
        found = Axe().run(tab).response["violations"]
        serious = [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")]
        assert serious == [], (theme, state)


def test_a_report_leads_into_the_explorer(filed: Opened, demo_kg: Path, atlas_file: Path) -> None:
    report = atlas_file.with_name("report.html")
    data = pipeline.open(demo_kg).report("济宁市", "工程机械", atlas=filed.address).data("html")
    report.write_bytes(data)
    filed.tab.goto(report.as_uri())
    filed.seen.remove(report.as_uri())
    filed.tab.click("a.box:has-text('液压件')")
    filed.ready()
    assert "液压件" in filed.tab.inner_text("#panel h2") and filed.tab.locator("#panel mark").count() > 0


def test_a_graph_without_documents_opens(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "empty.html"
    graph = Graph(entities=(Entity(id="product/甲件", type="Product", name="甲件"),))
    file.write_text(explorer(Atlas(RecordStock(View(graph, regions())), lambda _: "", chains()).bundle()), "utf-8")
    opened = Opened(browser, file.as_uri())
    opened.open()
    find(opened, "甲件")
    assert drawn(opened) == {"product/甲件"}
    opened.tab.close()
    assert opened.seen == []


# -- hostile names -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"view": "region", "regions": "region/000"},
        {"view": "around", "open": ["enterprise/c", "industry/d"]},
        {"view": "around", "open": "enterprise/c", "table": "1"},
        {"view": "around", "path": ["product/a", "product/b"]},
    ],
    ids=["chain", "region", "around", "table", "path"],
)
def test_hostile_names_are_text_and_the_layout_holds(hostile: Opened, state: dict[str, str | list[str]]) -> None:
    tab = hostile.open(**state)
    for node in ("product/a", "product/b", "enterprise/c", "industry/d"):
        tab.evaluate("id => lianpu.store.set({ select: `node ${id}` })", node)
        hostile.ready()
        name = {"product/a": HOSTILE, "product/b": CLOSING, "enterprise/c": SCHEME, "industry/d": LONG}[node]
        assert name in tab.locator("#panel h2").inner_text()
        for summary in tab.locator("#panel summary").all():
            summary.click()
    assert HOSTILE in tab.inner_text("#panel figure >> nth=0")
    assert tab.evaluate("window.hacked") is None
    assert tab.locator("img, a[href^=javascript]").count() == 0
    sizes = tab.evaluate(
        """() => { const panel = document.getElementById('panel'); const page = document.documentElement;
        return [page.scrollWidth <= page.clientWidth, panel.scrollWidth <= panel.clientWidth,
          document.querySelector('header').getBoundingClientRect().height < 130]; }"""
    )
    assert sizes == [True, True, True]


def test_hostile_names_are_text_in_the_chain(hostile: Opened) -> None:
    tab = hostile.open()
    assert tab.get_attribute("body", "data-view") == "chain"
    tab.locator(".card .link", has_text=CLOSING[:20]).first.click()
    hostile.ready()
    assert CLOSING in tab.inner_text("#panel h2") and HOSTILE in tab.inner_text("#panel mark >> nth=0")
    assert tab.evaluate("window.hacked") is None


def test_two_hundred_nested_regions_are_all_there(hostile: Opened) -> None:
    tab = hostile.open(view="region", regions="region/000")
    assert tab.locator(".box").count() == NESTED
    deepest = tab.locator(".box").last
    assert deepest.locator(".chip").count() == 1
    box = deepest.locator(".chip").bounding_box()
    assert box and box["width"] > 20


def test_hostile_exports_are_text(hostile: Opened) -> None:
    tab = hostile.open(view="around", open="enterprise/c")
    tab.click("#export summary")
    with tab.expect_download() as download:
        tab.click("#save-svg")
    drawing = Path(download.value.path()).read_text("utf-8")
    assert "&lt;img src=x" in drawing and "<img" not in drawing and "<script" not in drawing
