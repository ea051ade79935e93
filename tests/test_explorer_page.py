"""The explorer's page as text: one script of many modules, a policy that names each, libraries as they were fetched."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from pathlib import Path

from lianpu.atlas.file import explorer
from lianpu.atlas.words import catalogue
from lianpu.viz import explorer as pages
from lianpu.viz.text import script_safe

STATIC = Path(pages.__file__).parent / "static"
MODULES = {name: (STATIC / "explorer" / f"{name}.js").read_text("utf-8") for name in pages.MODULES}


def test_every_module_is_joined_once_after_those_that_it_imports() -> None:
    assert {path.stem for path in (STATIC / "explorer").glob("*.js")} == set(pages.MODULES)
    for at, name in enumerate(pages.MODULES):
        imported = re.findall(r'from "\./(\w+)\.js"', MODULES[name])
        assert set(imported) <= set(pages.MODULES[:at]), name


def test_joined_modules_share_no_name_and_keep_no_import() -> None:
    joined = pages.joined(MODULES.values())
    assert not re.search(r"^(import|export)\b", joined, re.MULTILINE)
    names = re.findall(r"^(?:async )?(?:function|class|const|let) (\w+)", joined, re.MULTILINE)
    assert len(names) > 60 and [name for name, count in Counter(names).items() if count > 1] == []


def test_the_policy_names_every_script_and_style_and_allows_nothing_else() -> None:
    page = explorer(api="/api")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    allowed = policy[1].replace("&#39;", "'")
    assert "unsafe" not in allowed and allowed.startswith("default-src 'none'") and "connect-src 'self'" in allowed
    run = re.findall(r'<script(?: type="module")?>(.*?)</script>', page, re.DOTALL)
    styled = re.findall(r"<style[^>]*>(.*?)</style>", page, re.DOTALL)
    assert len(run) == len(pages.LIBRARIES) + 1 and len(styled) == 2
    for text in (*run, *styled):
        assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in allowed
    assert "connect-src 'none'" in pages.policy()


def test_the_page_names_no_other_host() -> None:
    own = "".join(MODULES.values()) + (STATIC / "explorer" / "explorer.css").read_text("utf-8")
    hosts = set(re.findall(r"https?://[\w.]+", own))
    assert hosts == {"http://www.w3.org"}


def test_libraries_are_as_recorded() -> None:
    record = json.loads((STATIC / "vendor" / "integrity.json").read_text("utf-8"))
    assert set(pages.LIBRARIES) <= set(record)
    for name in pages.LIBRARIES:
        assert hashlib.sha256((STATIC / "vendor" / name).read_bytes()).hexdigest() == record[name]["sha256"], name
        assert f"{record[name]['package']} {record[name]['version']}" in (STATIC / "vendor" / "LICENSES.txt").read_text("utf-8")


def test_every_text_is_in_both_languages_and_used() -> None:
    words = catalogue()
    assert words["zh"].keys() == words["en"].keys()
    template = (STATIC.parent / "templates" / "explorer.html").read_text("utf-8")
    asked = set(re.findall(r'\bt\("([\w.]+)"', "".join(MODULES.values())))
    asked |= set(re.findall(r'data-(?:text|name)="([\w.]+)"', template)) | set(pages.KEYS.values())
    assert len(asked) > 60 and asked - words["zh"].keys() == set()


def test_a_script_cannot_end_its_element() -> None:
    page = explorer(api='/a"><script>alert(1)</script>')
    assert "<script>alert(1)" not in page
    assert "</script>" not in script_safe({"a": "</script><!--"})
