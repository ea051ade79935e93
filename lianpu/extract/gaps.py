"""What is said not to be there: “A、B等环节缺失”, “C依赖进口”, “短板在D”, and whose lack it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lianpu.extract import words
from lianpu.extract.acts import Act
from lianpu.extract.clauses import Span, Token
from lianpu.extract.cues import Cue

_FROM_ELSEWHERE = (
    r"(?:[一二三四五六七八九]成(?:以上|左右)?|[0-9.]+%(?:以上|左右)?|大部分|大多数?|多数|多半|主要|基本|完全|全部|均)?"
    r"(?:(?:由|从|需从|要从|须从|靠|依赖|依靠|仰赖)(?!自身|自主)[^，。；：]{2,16}?(?:供货|供应|采购|购进|购买|购入|调入|调运|进口|外购|外采|提供)"
    r"|(?:靠|依赖|依靠)(?:外购|外采|外调|进口|外地|外省|省外|市外|县外|区外|国外|境外))"
)
"""Where things are had from that are not made here (大部分由甲省供货, 七成以上靠外购)."""


@cache
def _lacking() -> re.Pattern[str]:
    lacks = "|".join(words.longest_first("lacks"))
    nouns = (
        "环节|领域|产业|行业|技术|产品|设备|材料|部件|装备|器件|芯片|软件|人才|能力|配套"
        "|包材|五金件|服务|服务业|品类|机构|企业|项目|装置|基础件|零部件|原料|辅料"
    )
    return re.compile(
        rf"(?:(?:存在|面临)?的?(?:主要|突出)?(?:问题|短板)(?:主要)?[是为有]|但|在|存在|面临|着力|解决|破解|改变|其中|尤其是|特别是|同时|目前|当前|主要是|[一二三四五六七八九]是|我[省市县区]|本地|[A-Z]{{0,8}}[上中下]游|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{2,8}}[上中下]游)*"
        rf"(?P<list>[^，。；：]{{2,60}}?)"
        rf"(?:等[^，。；、]{{0,10}}?(?:{nouns})|环节|领域|企业|配套|技术|能力|水平)?(?:方面|上)?"
        rf"(?:多数?(?=[从由靠])|仍处于?|尚处于?|处于|仍|还|尚|属|是|较为|相对|比较|严重|高度|长期|目前|现阶段|存在|明显|主要|有待|基本|大量|几乎|依然|大多|大部分|完全|全部|均|都|也)*"
        rf"(?:{lacks}|{_FROM_ELSEWHERE})(?:等?的?(?:问题|现象|情况|局面|状况|难题|瓶颈))?(?=[，。；、]|$)"
    )


_SUPPLIED = re.compile(r"[由从靠][^，。；：]{2,16}?(?:供货|供应|采购|购进|购买|购入|调入|调运|进口|外购|外采|提供)|靠外")
"""In all that says where things are had from."""


_SHORT_OF = re.compile(
    r"(?:短板|空白|缺项|弱项|缺口|断点|薄弱环节|缺失环节)(?:环节|领域)?(?:主要|目前|还)?(?:在于|在|有|是|为|包括|集中在)(?P<list>[^，。；：]{2,80})"
)
"""“短板在甲、乙和丙”: what is short."""


def _may_lack(text: str, piece: Span) -> bool:
    """Whether one of the words is there without which nothing is said to lack."""
    return words.inside(text[piece.start : piece.end], "lacks") or _SUPPLIED.search(text, piece.start, piece.end) is not None


LACK = "缺"
"""The verb of what a statement says is not there."""


def lacks(text: str, pieces: Sequence[Span], tokens: Sequence[Sequence[Token]]) -> list[Act]:
    """“A、B等环节缺失”, “C依赖进口”, “短板在D”: what is said not to be there is to be supplemented."""
    out: list[Act] = []
    for index, (piece, row) in enumerate(zip(pieces, tokens, strict=True)):
        begin = max(piece.start, text.rfind("：", piece.start, piece.end) + 1)
        found = lacking(text, Span(begin, piece.end))
        told = _SHORT_OF.search(text, piece.start, piece.end) or _not_yet(text, Span(begin, piece.end)) if found is None else None
        if found is None and told is None:
            continue
        end = found.end if found is not None else told.start() if told is not None else piece.start
        found = found or (Span(*told.span("list")) if told is not None else piece)
        if not any(t.kind != "prep" and t.end <= end and not _noun(t, found) for t in row):
            word = Token("seek", LACK, "supplement", found.start, found.end)
            whose, found = of_sector(text, found)
            whose = whose or spoken(text, pieces[max(0, index - _BACK) : index + 1])
            out.append(Act("seek", "supplement", word, (found,), whose, piece))
    return out


_BACK = 2
"""Clauses before a lack that may say which sector it is spoken of."""
_SPOKEN = re.compile(
    r"(?:[一二三四五六七八九]是|当前|目前|但|但是|我[省市区县州]|本[省市区县地]|全[省市区县州])*(?P<whose>[\u4e00-\u9fffA-Za-z]{1,8}?(?:产业链条?|产业|行业))"
    r"(?=以|“|存在|仍|尚|未|没有|普遍|长期|还是|已|总体|整体|主要|基础|规模|起步|缺|停留|竞争力|层次|偏|多为|大而|上游|中游|下游|配套|链条[较偏短不]|结构|短板|现状)"
)
"""“甲产业链条较短，乙、丙靠外购”: the sector that is spoken of before what lacks."""


def spoken(text: str, pieces: Sequence[Span]) -> Span | None:
    """The sector that the last of some clauses opens with in front of what it is like."""
    for piece in reversed(pieces):
        begin = max(piece.start, text.rfind("：", piece.start, piece.end) + 1)
        match = _SPOKEN.match(text, begin, piece.end)
        if match is not None:
            return Span(*match.span("whose"))
    return None


_NOT_YET = re.compile(
    r"(?:尚未|仍未|还未|均未|没有|尚无|暂无|仍无)(?:形成|建立|具备|拥有|布局|引进|实现)?(?P<list>[^，。；：]{2,60}?)"
    r"(?:的|等[^，。；、]{0,6}?)?(?:配套|生产|本地|供应|加工|制造|规模化|产业化)*(?:能力|企业|产能|项目|生产线|产线|厂家|供应商)(?=[，。；]|$)"
)
"""“尚未形成甲、乙的配套能力”: what nobody makes here yet."""

LACKING = Cue(_lacking, _SHORT_OF, _NOT_YET)
"""Where something may be said not to be there."""


def _not_yet(text: str, piece: Span) -> re.Match[str] | None:
    """What a clause says that nobody makes here, if it says so."""
    return _NOT_YET.search(text, piece.start, piece.end)


_OF_SECTOR = re.compile(
    r"(?:我[省市区县州]|本[省市区县地]|全[省市区县州])?(?P<whose>[\u4e00-\u9fffA-Za-z]{1,10}?(?:产业链条?|产业|行业(?=存在|在|的|中)))(?:(?:上|中|目前)?(?:存在|在|的)?"
    r"(?=[^、，。；：园化基集区联协和与及等上中下链]{2}[^，。；：]*)|(?:仍|还|也|尚|依然|普遍|目前|当前|主要)*(?:存在|面临)(?=[^、，。；：]{2}))(?!(?:企业|项目|龙头|链主|关键|相关|重点|核心|薄弱|缺失|短板|配套|发展|转型|升级|技术))"
)


def of_sector(text: str, listed: Span) -> tuple[Span | None, Span]:
    """The sector in front of a list of what it lacks or seeks (“甲产业链|乙、丙环节缺失”), and the list without it."""
    several = text.find("、", listed.start, listed.end) >= 0
    match = (
        _OF_SECTOR.match(text, listed.start, listed.end) if several and text.find("业", listed.start, listed.end) >= 0 else None
    )
    if match is None or text.find("、", match.end(), listed.end) < 0 or text.find("、", listed.start, match.end()) >= 0:
        return None, listed
    return Span(*match.span("whose")), Span(match.end(), listed.end)


def _noun(token: Token, listed: Span) -> bool:
    """Whether a verb of research closes a name of a list (甲食品研发)."""
    return token.word in ("研发", "研制", "研究", "攻关") and token.start > listed.start + 1


def lacking(text: str, piece: Span) -> Span | None:
    """The list in front of the words of a clause that say that it is not there."""
    found = _lacking().match(text, piece.start, piece.end) if _may_lack(text, piece) else None
    return Span(*found.span("list")) if found is not None else None
