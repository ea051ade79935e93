"""Goods that words behind a firm's name say it makes: “主营甲”, “年产乙3万台”, “是全国最大的丙生产企业”, “现有丁、戊两大系列”."""

from __future__ import annotations

import re

from lianpu.extract.clauses import Span

_UNIT = (
    r"(?:[万亿千百]*(?:平方?米|立方米|[千兆吉]瓦时?|安时|千伏安|重箱|千升|公斤"
    r"|[台套只吨件个辆架支片颗根条米方瓶盒箱枚块粒盏锭头羽尾匹棵株袋罐桶卷张份副双艘组座]{1,2}|[GMk]Wh?|Ah|代线)(?:/年)?)"
)
SOME = rf"(?:约|近|超|超过|突破|达到?)?[0-9][0-9.,]*(?:余|多)?{_UNIT}?(?:以上)?"
_SAYINGS = (
    re.compile(
        r"(?:主营|主产|主要生产|主打|专业生产|专业从事|专注于?|(?:主要|主导|核心|拳头)产品(?:有|为|包括|是|涵盖))"
        r"(?P<goods>[^，。；：]{2,60}?)(?:的?(?:研发|设计|生产|制造|加工|销售|、|和|及|与)+)?$"
    ),
    re.compile(r"产品(?:主要)?(?:有|为|包括|涵盖|以)(?P<goods>[^，。；：]{2,60}?)(?:为主|等.{0,8})?$"),
    re.compile(r"(?:主要)?从事(?P<goods>[^，。；：]{2,60}?)(?:的?(?:研发|设计|生产|制造|加工|销售|、|和|及|与)+)$"),
    re.compile(
        rf"(?:已|可|现|实现)*(?:全年|[年日])可?(?:产(?!值)|生产|加工|交付|产销)(?:各类|各种)?(?:{SOME})?(?P<goods>[^0-9，。；：]{{2,40}}?)"
        rf"(?:{SOME}|(?:的)?(?:生产线|产能|能力|项目)[^，。；：]{{0,8}})?$"
    ),
    re.compile(r"年(?P<goods>[^，。；：0-9]{2,12})产能"),
    re.compile(
        rf"(?:已)?(?:具备|拥有|形成)(?:年产)?{SOME}(?P<goods>[^0-9，。；：]{{2,24}}?)(?:的)?(?:年)?(?:生产|加工)?(?:能力|产能|生产线)$"
    ),
    re.compile(
        r"(?:已)?(?:建成|发展)?(?:成为|为|是)(?:[^，。；：]{0,20}(?:的|最大|领先|主要|唯一|重要))*(?P<goods>[^，。；：的]{2,20}?)(?:专业)?"
        r"(?:研发|生产|制造|供应|出口|加工|、|和)*(?:企业|厂商|厂家|基地|供应商|制造商|生产商|出口商)(?:之一)?$"
    ),
    re.compile(
        r"(?:现有|已有|拥有)(?P<goods>[^，。；：0-9]{2,60}?)(?:等)?(?:[0-9一二三四五六七八九十两]+(?:大|个)?)(?:系列|品种|类产品|款产品|类)"
    ),
    re.compile(
        r"(?:建成|建有)(?:投产|投用|投运)?了?(?:[^，。；：]{0,20}的)?(?P<goods>[^，。；：的]{2,20}?)(?:生产基地|生产线|制造基地)"
    ),
)
_HINTS = frozenset("主专全年日已可实具拥形建发成为是现产从核拳")
"""First characters of all that they match."""


def goods(text: str, start: int, end: int) -> Span | None:
    """Where the goods stand in ``text[start:end]``, which follows a firm's name."""
    if text[start : start + 1] not in _HINTS:
        return None
    for saying in _SAYINGS:
        if (match := saying.match(text, start, end)) is not None:
            return Span(*match.span("goods"))
    return None
