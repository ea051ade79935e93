"""The explorer's page: our template, style sheet and modules, with cytoscape.js and its layout, in one text.

The modules are written as ES modules and joined in their order; nothing is bundled or fetched when a page is written.
Its Content-Security-Policy names every script and style sheet by its hash: nothing else may run.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from lianpu.messages import Language
from lianpu.viz.template import environment
from lianpu.viz.text import script_safe

MODULES = (
    "dom",
    "words",
    "look",
    "links",
    "source",
    "state",
    "chain",
    "region",
    "places",
    "around",
    "panel",
    "find",
    "side",
    "save",
    "main",
)
"""Our modules, each after those that it imports."""
LIBRARIES = ("layout-base.js", "cose-base.js", "cytoscape.min.js", "cytoscape-fcose.js")
"""Files of ``static/vendor``, each after those that it needs."""
KEYS = {
    "/": "key.search",
    "1 2 3": "key.views",
    "t": "key.table",
    "f": "key.filters",
    "p": "key.panel",
    "Esc": "key.close",
    "Ctrl Z": "key.undo",
    "← → ↑ ↓": "key.arrows",
    "Enter": "key.enter",
    "+ −": "key.expand",
    "0": "key.fit",
}
_CYTOSCAPE_STYLE = "__________cytoscape_stylesheet", ".__________cytoscape_container { position: relative; }"
"""The style sheet that cytoscape adds where it is not there; ours is known to the policy."""
_IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let) )", re.MULTILINE)


class _Script(msgspec.Struct, frozen=True):
    text: str
    module: bool = False


class _Sheet(msgspec.Struct, frozen=True):
    text: str
    id: str = ""


def page(
    *,
    words: Mapping[str, Mapping[str, str]],
    data: bytes | None = None,
    later: bytes = b"[]",
    api: str = "",
    editor: str = "",
    language: Language = "zh",
) -> str:
    """The page as one HTML text.

    :param words: texts by language and key.
    :param language: in which the page opens.
    :param data: the graph as JSON that the page holds; without it the page asks ``api``, on its own host.
    :param later: sentences as JSON, which the page unpacks when the first is asked for.
    :param editor: address of a page for questions of one's own, to which this one leads.
    """
    return (
        environment()
        .get_template("explorer.html")
        .render(
            lang={"zh": "zh-CN", "en": "en"}[language],
            title=words[language]["title"],
            policy=policy(api=bool(api)),
            sheets=_sheets(),
            scripts=_scripts(),
            words=script_safe(words),
            held={"graph": _packed(data), "sentences": _packed(later)} if data is not None else {},
            api=api,
            editor=editor,
            keys=KEYS.items(),
        )
    )


def _packed(data: bytes) -> str:
    return base64.b64encode(gzip.compress(data, 9, mtime=0)).decode()


def policy(*, api: bool = False) -> str:
    """The Content-Security-Policy of the page; with ``api`` it may ask its own host."""
    scripts = " ".join(_hash(script.text) for script in _scripts())
    styles = " ".join(_hash(sheet.text) for sheet in _sheets())
    hosts = "'self'" if api else "'none'"
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src data: blob:; "
        f"connect-src {hosts}; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def joined(modules: Iterable[str]) -> str:
    """Modules as one, each a text whose imports come before it: the lines that tie them go."""
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", module)) for module in modules)


@cache
def _scripts() -> tuple[_Script, ...]:
    libraries = (_inline(_read("vendor", name)) for name in LIBRARIES)
    own = joined(_read("explorer", f"{name}.js") for name in MODULES)
    return (*map(_Script, libraries), _Script(_inline(own), module=True))


@cache
def _sheets() -> tuple[_Sheet, ...]:
    identifier, text = _CYTOSCAPE_STYLE
    return _Sheet(text, identifier), _Sheet(_read("explorer", "explorer.css"))


def _inline(script: str) -> str:
    """A script that cannot end its own element; in strings and patterns, where alone these stand, it means the same."""
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _read(folder: str, name: str) -> str:
    return files("lianpu.viz").joinpath("static", folder, name).read_text("utf-8").replace("\r\n", "\n")
