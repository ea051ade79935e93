"""What firms are sought for without being named: “瞄准甲、乙等缺失环节，开展精准招商”, “开展甲、乙等专题招商”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lianpu.extract import words
from lianpu.extract.acts import Act
from lianpu.extract.clauses import Span, Token
from lianpu.extract.cues import Cue

_NOUNS = "(?:领域|环节|方向|赛道|行业|产业|产业链|方面|板块|产品|技术|节点|短板|空白|缺口)"
_KIND = (
    rf"(?:等?(?:产业链)?(?:关键|核心|重点|主要|上下游|细分|新兴|优势|主导|缺失|薄弱|空白|短缺|断链|断点)*{_NOUNS}(?:链条|项目|需求)?"
    r"|等?(?:产业链)?(?:短板|弱项|断点|空白|缺项)|等)?"
)


@cache
def _aimed() -> re.Pattern[str]:
    adverbs = "|".join(map(re.escape, words.longest_first("adverbs")))
    ranks = "|".join(map(re.escape, words.longest_first("partner_generic")))
    wooed = (
        rf"(?:{adverbs})*(?:(?:开展|实施|强化|加强|加大|深化|推进|组织|抓好|推行|做好|抓实)[^，。；、]{{0,8}}?招(?:商|引)[^，。；、]{{0,6}}?"
        rf"|(?:精准|靶向|定向|以商|产业链|链式)?招商(?:引资)?(?:选资)?|招大引强[^，。；]{{0,6}}?"
        rf"|(?:招引|引进|引育|吸引|招引培育|引进培育|精准招引)(?:一批|若干|更多)?(?:的|产业链|链主|领军|关联|配套|上下游|关键|核心|高端|优势|[和、]|{ranks})*"
        r"(?:企业|项目|客商|厂商)(?:在[^，。；、]{2,8}?)?(?:落户|落地|集聚|入驻|投资)?)(?=[，。；]|$)"
    )
    return re.compile(
        rf"(?:{adverbs})*(?P<opener>瞄准|聚焦|紧盯|围绕|针对|面向|锚定)(?P<list>[^，。；：]{{2,80}}?[、和与][^，。；：]{{2,80}}?){_KIND}，?(?P<woo>{wooed})"
    )


_THEMED = re.compile(
    r"(?:开展|实施|组织|加强|强化|加大|深化)(?P<list>(?!产业链|以商|精准|靶向|驻点|全产业链)[^，。；：]{2,60}?、[^，。；：]{2,60}?)"
    rf"(?:{_KIND})(?:专题|专项|精准|靶向|定向)*(?P<woo>招(?:商|引))(?:力度|活动|工作|推介)?(?=[，。；]|$)"
)
_WORDS = re.compile("招商|招引|招大|引进|引育|吸引")
WOOING = Cue(_WORDS)
"""Where firms may be sought."""


def acts(text: str, statement: Span, pieces: Sequence[Span]) -> list[Act]:
    """What each such clause seeks to have made here by those who come."""
    out: list[Act] = []
    for piece in pieces:
        match = _aimed().match(text, piece.start, statement.end) or _THEMED.match(text, piece.start, piece.end)
        if match is None:
            continue
        word = Token("seek", match["woo"][-2:], "recruit", *match.span("woo"))
        out.append(Act("seek", "recruit", word, (Span(*match.span("list")),), None, Span(piece.start, match.end())))
    return out
