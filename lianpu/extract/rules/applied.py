"""Points that say where a technique is taken up (“人工智能+农业：…”, “AI+交通和物流。…”): the fields are sectors of the plan."""

from __future__ import annotations

import re

from lianpu.extract import phrases, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Owner
from lianpu.extract.reading import Reading

_POINT = re.compile(
    r"(?:[（(]?[一二三四五六七八九十0-9]{1,3}(?:是|[)）、.．])|——)*[“‘]?(?:人工智能|AI|数字|数智|互联网)[”’]?\+[”’]?"
    r"(?P<fields>[\u4e00-\u9fff、]{2,16}?)[”’]?(?:产业|行业|领域|方面)?(?:应用|赋能|场景|行动|融合|提升|发展)*[”’]?[：。]"
)
_PIECE = re.compile(r"[^、和与及]+")


def called(name: str) -> str:
    """The name of the sector that a field is (制造业 of “在制造领域”)."""
    return words.mapping("field_names").get(name, (name,))[0]


def fields(text: str, start: int, end: int) -> list[tuple[Owner, int, int]]:
    """The sectors that such a point at ``start`` names, each with its place in the text; none for work that is no sector."""
    match = _POINT.match(text, start, end) if text.find("+", start, end) >= 0 else None
    if match is None:
        return []
    first = match.start("fields")
    found = [(piece.group(), first + piece.start(), first + piece.end()) for piece in _PIECE.finditer(match["fields"])]
    sectors = [(name, a, b) for name, a, b in found if len(name) >= 2 and not words.ending(name, "no_fields", leave=0)]
    return [(Owner("Industry", called(name)), a, b) for name, a, b in sectors if phrases.may_own(name)]


def apply(text: str, sentence: Span, paragraph: int, policy: Owner, out: Reading) -> None:
    """The document plans for each of them."""
    for sector, start, end in fields(text, sentence.start, sentence.end):
        out.name(sector, paragraph, start, end, "applied")
        out.state(policy, "regulates", sector, "existing", (paragraph, sentence.start, sentence.end), "regulates-applied")
