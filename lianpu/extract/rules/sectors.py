"""subIndustryOf from brackets and “A、B等为代表的C”: what a sector is made of, said beside its name."""

from __future__ import annotations

import re

from lianpu.extract import lists, names
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading

_BRACKET = re.compile(r"(?P<name>[\u4e00-\u9fff“”0-9+]{2,16}?(?:产业集群|产业体系|产业链|产业))（(?P<list>[^（）]{4,90})）")
_LIKE = re.compile(r"以(?P<list>[^，。；]{4,80}?)(?:等)?为(?:代表|主要内容|主)的(?P<name>[^，。；、]{2,14}?)(?=[，。；、]|等|深度|建设|发展|快速|技术)")


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """Write the parts of each sector that a statement spells out."""
    for match in _BRACKET.finditer(text, span.start, span.end):
        parts = [re.sub(r"(?:优势|新兴|支柱|主导|特色)产业(?:集群)?$", "", item.text) for item in _items(text, *match.span("list"))]
        spans = [(item.start, item.end) for item in _items(text, *match.span("list"))]
        _write(ctx, text, match, parts, spans, paragraph, out)
    for match in _LIKE.finditer(text, span.start, span.end):
        found = list(lists.parse(text, *match.span("list")).items)
        _write(ctx, text, match, [item.text for item in found], [(item.start, item.end) for item in found], paragraph, out)


def _items(text: str, start: int, end: int) -> list[lists.Item]:
    return list(lists.parse(text, start, end).items)


def _write(
    ctx: Context, text: str, match: re.Match[str], parts: list[str], spans: list[tuple[int, int]], paragraph: int, out: Reading
) -> None:
    start = match.start("name")
    name = match.group("name")
    for verb in ("打造", "培育", "发展", "实施", "构建", "形成", "聚焦", "壮大", "做强", "建设", "推动", "加快"):
        at = name.rfind(verb)
        if at >= 0:
            start, name = match.start("name") + at + len(verb), name[at + len(verb) :]
    whole = names.topic(name)
    if whole is None or len(parts) < 2:
        return
    owner = out.name(Owner("Industry", whole[0]), paragraph, start, match.end("name"), "sector")
    for part, (a, b) in zip(parts, spans, strict=True):
        found = names.topic(part)
        if found is None or not (ctx.known_sector(found[0]) or ctx.is_sector(found[0]) or not names.goods(found[0])):
            continue
        what = out.name(Owner("Industry", found[0]), paragraph, a, b, "sector-part")
        out.state(what, "subIndustryOf", owner, "existing", (paragraph, min(start, match.start("list")), max(b, match.end("name"))), "sector-parts")
