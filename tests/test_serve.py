"""``lianpu serve``: the JSON API against its schema, what stands in front of it, how the program begins and ends."""

from __future__ import annotations

import http.client
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import jsonschema
import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from playwright.sync_api import Browser, expect, sync_playwright
from schemathesis.specs.openapi.checks import positive_data_acceptance
from serve_fixture import SECONDS, Client, running, served

import lianpu
from lianpu import pipeline
from lianpu.serve import Limits, application
from lianpu.serve.app import fingerprint
from lianpu.serve.guard import HEADERS, host_name

QUESTIONS = (
    ("/api/atlas", {}),
    ("/api/search", {"q": "山推", "type": ["Enterprise", "Industry"]}),
    ("/api/entity", {"id": "enterprise/山推股份"}),
    ("/api/neighbours", {"id": "region/济宁市", "limit": "5"}),
    ("/api/chain", {"region": "370800", "chain": "工程机械"}),
    ("/api/region", {"id": "region/济宁市"}),
    ("/api/path", {"from": "enterprise/山推股份", "to": "industry/工程机械产业"}),
    ("/api/evidence", {"claim": ["nothing", "nobody"]}),
    ("/api/gaps", {"region": "济宁市", "chain": "工程机械"}),
    ("/api/gaps", {"region": "370800"}),
)


@pytest.fixture(scope="module")
def client(demo_kg: Path) -> Iterator[Client]:
    with running(application(pipeline.open(demo_kg), Limits(seconds=5, workers=1), hosts=["plans.example"])) as client:
        yield client


# -- answers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "params"), QUESTIONS)
def test_answers_are_as_the_schema_says(client: Client, path: str, params: dict[str, str]) -> None:
    published = client.get("/openapi.json").json()
    described = published["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    answer = client.get(path, params=params)
    assert answer.status_code == 200
    jsonschema.validate(answer.json(), {**described, "components": published["components"]})


def test_an_entity_is_found_by_name_alias_and_initials(client: Client) -> None:
    def found(text: str, **filters: str | list[str]) -> list[str]:
        answer = client.get("/api/search", params={"q": text, **filters}).json()
        return [item["id"] for item in answer.get("items", [])]

    assert found("山推")[0] == found("stgf")[0] == found("STGF")[0] == "enterprise/山推股份"
    assert found("没有这样的名字") == []
    assert len(found("机", limit="3")) == 3
    kinds = {one.partition("/")[0] for one in found("", type=["Enterprise", "Park"], limit="500")}
    assert kinds == {"enterprise", "park"}


def test_answers_are_those_of_the_library(client: Client, demo_kg: Path) -> None:
    graph = lianpu.open(demo_kg)
    chain = client.get("/api/chain", params={"region": "370800", "chain": "工程机械"})
    assert chain.content == msgspec.json.encode(graph.atlas.chain("370800", "工程机械"))
    report = client.get("/api/gaps", params={"region": "济宁市", "chain": "工程机械"})
    assert report.content == msgspec.json.encode(graph.gaps("济宁市", "工程机械"))


def test_an_answer_says_how_long_it_took(client: Client) -> None:
    timing = client.get("/api/chain", params={"region": "370800", "chain": "工程机械"}).headers["server-timing"]
    assert re.fullmatch(r"answer;dur=\d+\.\d", timing) and float(timing.rpartition("=")[2]) > 0


def test_a_sentence_is_that_of_the_source(client: Client, demo_kg: Path) -> None:
    edges = client.get("/api/neighbours", params={"id": "enterprise/山推股份"}).json()["edges"]
    claims = [claim for edge in edges for claim in edge.get("claims", ())]
    sentences = client.get("/api/evidence", params={"claim": claims[:50]}).json()["sentences"]
    placed = [one for one in sentences if one["start"] >= 0 and one.get("origin", "documents") == "documents"]
    assert placed
    for one in placed:
        text = (demo_kg / "text" / f"{one['document']}.txt").read_text("utf-8")
        assert text[one["start"] : one["end"]] == one["quote"]


@pytest.mark.parametrize(
    ("path", "params", "status", "near"),
    [
        ("/api/search", {"type": ["x"] * 101}, 400, None),
        ("/api/search", {"q": "山", "limit": "many"}, 400, None),
        ("/api/search", {"q": "山", "limit": "501"}, 400, None),
        ("/api/search", {"q": ["山", "推"]}, 400, None),
        ("/api/entity", {"id": ""}, 400, None),
        ("/api/entity", {"id": "enterprise/山推"}, 404, None),
        ("/api/entity", {"id": "../../etc/passwd"}, 404, None),
        ("/api/path", {"from": "enterprise/山推股份", "to": "nothing"}, 404, None),
        ("/api/gaps", {"region": "济宁是"}, 404, "济宁市"),
        ("/api/gaps", {"region": "济宁市", "chain": "没有的链"}, 404, None),
        ("/nowhere", {}, 404, None),
        ("/static/nothing.js", {}, 404, None),
    ],
)
def test_what_is_wrong_is_said(client: Client, path: str, params: dict[str, str], status: int, near: str | None) -> None:
    response = client.get(path, params=params)
    assert response.status_code == status
    problem = response.json()
    assert problem["status"] == status and problem["detail"]
    assert near is None or any(near in one for one in problem["near"])
    assert "etag" not in response.headers


@pytest.mark.parametrize(
    ("asked", "path", "zh", "en"),
    [
        ({"q": "甲", "limit": "many"}, "/api/search", "参数不对", "a parameter is wrong"),
        ({"id": "enterprise/没有"}, "/api/entity", "图谱里没有", "the graph does not have"),
        ({"query": "SELECT nonsense"}, "/sparql", "第 1 行", "line 1, column"),
        ({"query": "SELECT * { SERVICE <http://a.example> {} }"}, "/sparql", "只读本图谱", "reads this graph alone"),
        ({}, "/static/none.css", "没有这个文件", "there is no such file"),
    ],
)
def test_refusals_are_in_the_language_that_is_asked_for(
    client: Client, asked: dict[str, str], path: str, zh: str, en: str
) -> None:
    wanted = {"": ("zh", zh), "en-GB,en;q=0.9,zh;q=0.8": ("en", en), "fr,zh-CN;q=0.7": ("zh", zh), "fr": ("zh", zh)}
    for header, (language, words) in wanted.items():
        answer = client.get(path, params=asked, headers={"accept-language": header})
        assert words in answer.json()["detail"]
        assert (answer.headers["content-language"], "accept-language" in answer.headers["vary"]) == (language, True)


def test_a_server_in_english_speaks_it_where_nobody_asks_for_a_language(demo_kg: Path) -> None:
    with running(application(pipeline.open(demo_kg), language="en")) as client:
        assert client.get("/api/entity", params={"id": "enterprise/没有"}).json()["detail"].startswith("the graph does not have")
        assert client.get("/api/entity", headers={"host": "elsewhere.example"}).text.startswith("an unknown host name")
        assert '<html lang="en"' in client.get("/").text


def test_only_reading_is_possible(client: Client) -> None:
    for path in ("/", "/editor", "/api/atlas", "/openapi.json", "/static/editor.js"):
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            response = client.request(method, path)
            assert response.status_code == 405 and "GET" in response.headers["allow"]


def test_no_request_breaks_the_schema(client: Client) -> None:
    published = schemathesis.openapi.from_dict(client.get("/openapi.json").json())
    tried: list[str] = []
    for found in published.get_all_operations():
        operation = found.ok()

        @settings(max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def check(case: schemathesis.Case) -> None:
            # No schema can say which strings are SPARQL.
            free = [positive_data_acceptance] if case.operation.path == "/sparql" else []
            case.call_and_validate(base_url=client.url, excluded_checks=free)
            tried.append(case.operation.label)

        check()
    assert {"GET /api/search", "GET /api/gaps", "GET /sparql", "POST /sparql"} <= set(tried)


# -- in front -----------------------------------------------------------------------------------------------------


def test_every_answer_has_the_headers_that_protect(client: Client) -> None:
    for path in ("/editor", "/api/atlas", "/nowhere", "/static/editor.js", "/openapi.json"):
        response = client.get(path)
        assert {name: response.headers.get(name) for name in HEADERS} == HEADERS
        assert not [name for name in response.headers if name.lower().startswith("access-control")]
    policy = HEADERS["content-security-policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy and "script-src 'self';" in policy


def test_the_explorer_may_run_its_own_scripts_only(client: Client) -> None:
    page = client.get("/")
    policy = page.headers["content-security-policy"]
    assert "unsafe" not in policy and "script-src 'sha256-" in policy and "connect-src 'self';" in policy
    assert policy.endswith("frame-ancestors 'none'") and 'data-api="/api"' in page.text
    assert {name: page.headers.get(name) for name in HEADERS.keys() - {"content-security-policy"}}.items() <= HEADERS.items()


def test_another_host_name_is_refused(client: Client) -> None:
    def status(host: str) -> int:
        return client.get("/api/atlas", headers={"host": host}).status_code

    assert [status(host) for host in ("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80")] == [421] * 3
    known = ("localhost", "LOCALHOST:1", "127.0.0.1:8", "[::1]:9", "plans.example", "plans.example.:80")
    assert [status(host) for host in known] == [200] * 6
    assert host_name("[fe80::1]:80") == "fe80::1"


def test_no_other_origin_may_read_unless_it_is_named(client: Client, demo_kg: Path) -> None:
    origin = {"origin": "https://a.example"}
    assert "access-control-allow-origin" not in client.get("/api/atlas", headers=origin).headers
    with running(application(pipeline.open(demo_kg), origins=["https://a.example"])) as opened:
        assert opened.get("/api/atlas", headers=origin).headers["access-control-allow-origin"] == "https://a.example"
        other = opened.get("/api/atlas", headers={"origin": "https://b.example"})
        assert "access-control-allow-origin" not in other.headers


def test_what_a_browser_has_is_not_sent_again(client: Client) -> None:
    params = {"q": "山推"}
    first = client.get("/api/search", params=params)
    tag = first.headers["etag"]
    again = client.get("/api/search", params=params, headers={"if-none-match": f'"x", {tag}'})
    assert again.status_code == 304 and not again.content and again.headers["etag"] == tag
    for other in (
        client.get("/api/search", params={"q": "山"}, headers={"if-none-match": tag}),
        client.get("/api/search", params=params, headers={"if-none-match": tag, "accept": "application/json"}),
        client.get("/api/search", params=params, headers={"if-none-match": '"x"'}),
    ):
        assert other.status_code == 200 and other.content


@pytest.mark.parametrize(("query", "tagged"), [("SELECT (1 AS ?x) {}", True), ("SELECT (now() AS ?x) {}", False)])
def test_what_changes_by_itself_is_not_remembered(client: Client, query: str, tagged: bool) -> None:
    response = client.get("/sparql", params={"query": query})
    assert response.status_code == 200 and ("etag" in response.headers) is tagged


def test_a_graph_built_anew_has_other_tags(tmp_path: Path, demo_kg: Path) -> None:
    shutil.copytree(demo_kg, tmp_path / "kg")
    before = fingerprint(tmp_path / "kg")
    assert fingerprint(tmp_path / "kg") == before
    (tmp_path / "kg" / "review.jsonl").write_bytes(b"")
    assert fingerprint(tmp_path / "kg") != before


PATHS = ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd", "/static/%2fetc%2fpasswd",
         "/static/codemirror/../../app.py", "/static/..\\app.py", "/../app.py", "/static/%00", "/static/.")  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_out(client: Client, path: str) -> None:
    connection = http.client.HTTPConnection(client.url.removeprefix("http://"), timeout=SECONDS)
    connection.request("GET", path)
    response = connection.getresponse()
    assert response.status == 404 and b"root:" not in response.read()
    connection.close()


@pytest.mark.parametrize(
    "data", [b"\x00\xff\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"GET " + b"/" * 200_000 + b" HTTP/1.1\r\n\r\n"]
)
def test_what_is_no_request_does_no_harm(client: Client, data: bytes) -> None:
    host, port = client.url.removeprefix("http://").split(":")
    answer = b""
    with socket.create_connection((host, int(port)), timeout=SECONDS) as connection, suppress(ConnectionError):
        connection.sendall(data)
        answer = connection.recv(100)
    # Refused, or cut off before it was sent whole.
    assert answer[9:10] in (b"4", b"")
    assert client.get("/api/atlas").status_code == 200


# -- the program --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly(demo_kg: Path, sign: signal.Signals) -> None:
    with served(demo_kg, "--seconds", "30") as (url, process):
        port = int(url.rstrip("/").rpartition(":")[2])
        with Client(url.rstrip("/")) as client:
            assert client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True
            workers = _children(process.pid)
            assert workers
            # An answer under way does not keep it.
            with socket.create_connection(("127.0.0.1", port), timeout=SECONDS) as waiting:
                query = "SELECT%20*%20%7B%3Fa%20%3Fb%20%3Fc.%3Fd%20%3Fe%20%3Ff.%3Fg%20%3Fh%20%3Fi%7D%20ORDER%20BY%20%3Fa"
                waiting.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                time.sleep(0.3)
                process.send_signal(sign)
                out, error = process.communicate(timeout=SECONDS)
        assert process.returncode == 0 and out == "" and error == ""
        socket.create_server(("127.0.0.1", port)).close()
        assert not [pid for pid in workers if _alive(pid)]


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_it_says_when_others_can_reach_it(demo_kg: Path) -> None:
    with served(demo_kg, "--host", "0.0.0.0") as (_, process):
        process.terminate()
        assert "0.0.0.0" in process.communicate(timeout=SECONDS)[1]


def test_what_keeps_it_from_beginning_is_one_line(demo_kg: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        for options, said in (
            (["--kg", str(demo_kg), "--port", str(port)], "不能监听"),
            (["--kg", str(demo_kg), "--host", "192.0.2.1", "--port", "0"], "不能监听"),
            (["--kg", str(tmp_path), "--port", "0"], "没有图谱"),
        ):
            done = subprocess.run(
                [sys.executable, "-m", "lianpu.cli", "serve", *options], capture_output=True, text=True, timeout=SECONDS
            )
            assert done.returncode == 1 and said in done.stderr.splitlines()[-1] and "Traceback" not in done.stderr


# -- the editor ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-quic"])
        yield browser
        browser.close()


@pytest.mark.parametrize(("lang", "run", "rows", "wrong"), [("en", "Run", "rows", "line 1"), ("zh", "运行", "行", "第 1 行")])
def test_the_editor_speaks_the_language_of_its_address(
    client: Client, browser: Browser, lang: str, run: str, rows: str, wrong: str
) -> None:
    with closing(browser.new_page()) as tab:
        seen: list[str] = []
        tab.on("pageerror", lambda error: seen.append(str(error)))
        tab.goto(f"{client.url}/editor?lang={lang}")
        tab.wait_for_selector("body[data-ready]", state="attached", timeout=15_000)
        assert tab.locator("html").get_attribute("lang") == lang
        assert tab.locator("#run").inner_text().startswith(run)
        words = tab.locator("main").inner_text()
        assert bool(re.search("[\u4e00-\u9fff]", words)) is (lang == "zh")
        tab.click("#run")
        tab.wait_for_selector("#answer td")
        assert rows in tab.locator("#status").inner_text()
        tab.evaluate("editor.setValue('SELECT nonsense')")
        tab.click("#run")
        tab.wait_for_selector("#status.bad")
        assert wrong in tab.locator("#status").inner_text()
        tab.click("#other")
        tab.wait_for_selector(f"html:not([lang={lang}]) body[data-ready]", state="attached", timeout=15_000)
        assert tab.evaluate("editor.getValue()") == "SELECT nonsense"
        assert not seen


def test_the_editor_asks_and_shows_answers_as_text(client: Client, browser: Browser) -> None:
    seen: list[str] = []
    tab = browser.new_page(viewport={"width": 1200, "height": 800})
    tab.on("console", lambda message: seen.append(f"console: {message.text}"))
    tab.on("pageerror", lambda error: seen.append(f"error: {error}"))
    tab.on("request", lambda request: None if request.url.startswith(client.url) else seen.append(request.url))
    tab.goto(f"{client.url}/editor")
    tab.wait_for_selector("body[data-ready]", state="attached", timeout=15_000)
    tab.select_option("#example", index=2)
    tab.click("#run")
    tab.wait_for_selector("#answer td")
    assert tab.locator("#answer td", has_text="山推股份").count() >= 1

    hostile = "<img src=x onerror=window.hacked=1>"
    tab.evaluate(f"editor.setValue('SELECT (\"{hostile}\" AS ?x) {{}}')")
    tab.locator(".CodeMirror textarea").press("Control+Enter")
    expect(tab.locator("#answer td")).to_have_text([hostile], timeout=15_000)
    assert tab.evaluate("window.hacked") is None
    assert not seen

    tab.evaluate("editor.setValue('SELECT nonsense')")
    tab.click("#run")
    tab.wait_for_selector("#status.bad")
    assert "第 1 行" in tab.locator("#status").inner_text()
    tab.evaluate("editor.setValue('SELECT (1 AS ?x) {}')")
    with tab.expect_download() as download:
        tab.click("#save")
    assert download.value.path().read_text().split() == ["x", "1"]
    tab.close()


def test_a_link_to_a_question_opens_it(client: Client, browser: Browser) -> None:
    tab = browser.new_page()
    tab.goto(f"{client.url}/editor#{'ASK%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D'}")
    tab.wait_for_selector("body[data-ready]", state="attached", timeout=15_000)
    assert tab.evaluate("editor.getValue()") == "ASK { ?s ?p ?o }"
    tab.click("#run")
    tab.wait_for_selector("#answer pre")
    assert tab.locator("#answer pre").inner_text() == "是"
    tab.close()
