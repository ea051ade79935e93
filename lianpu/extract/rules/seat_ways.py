"""Ways of one clause to say where sectors are (“甲产业布局在乙县”), each with a word that it never lacks."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import words
from lianpu.extract.words import either

_PLACES = r"(?P<places>[^，。；：]{2,40}?)"
_SECTORS = r"(?P<sectors>[^，。；：]{2,50}?|[\u4e00-\u9fff](?=产业))"


_BEGIN = r"(?<![^，。；：])"
"""Where a clause begins."""


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Ways of one clause to say where sectors are, each with a word that it never lacks."""
    what = rf"{_SECTORS}(?:等(?:特色|优势|重点|主导)?)?(?:产业链|产业|项目|企业|环节)?"
    rank = rf"(?:生产|加工|制造|研发|出口|研发制造|产业|优势|特色|示范)*{either('seat_ends')}"
    laid = rf"(?:重点|主要|集中|优先|相对)*{either('seat_laid')}"
    become = rf"(?:打造|建设|建(?!设)|培育|发展|创建|建成|做大|做强|形成)(?:成为|为|成)?{_SECTORS}{rank}"
    ways = (
        ("布局", rf"{what}{laid}(?:在|于|到)?{_PLACES}(?:等地?)?$"),
        ("集中", rf"{what}{laid}(?:在|于|到){_PLACES}(?:等地?)?$"),
        ("分布", rf"{what}{laid}(?:在|于){_PLACES}(?:等地?)?$"),
        ("向", rf"{what}向{_PLACES}(?:等地?)?{either('seat_gathers')}"),
        ("为", rf"以{_PLACES}为(?:{either('seat_roles')})的{_SECTORS}(?:{either('seat_ends')}|$)"),
        (
            "是",
            rf"{_PLACES}是[^，。；：]{{0,12}}?(?:的|重要|主要)?{_SECTORS}(?:产业|行业)?(?:发展|建设)?的?{either('seat_roles')}",
        ),
        ("是", rf"{_PLACES}是[^，。；：]{{0,12}}?(?:的|重要|主要){_SECTORS}{rank}(?:之一)?$"),
        ("作为", rf"{_BEGIN}{_PLACES}作为[^，。；：]{{0,12}}?(?:的|重要|主要|最大){_SECTORS}{rank}(?:之一)?$"),
        (
            "产",
            rf"{_BEGIN}{_PLACES}[是为](?:全[国省市县区]|世界|国内)?[^，。；：]{{0,10}}?{_SECTORS}{either('seat_grown')}(?:之一)?$",
        ),
        (
            "企业",
            rf"{_BEGIN}{_PLACES}(?:拥有|集聚|现有|建有|有)(?:了|各类|大小|规上)*{_SECTORS}(?:企业|经营主体|[户商])(?=[0-9])",
        ),
        (
            "实现",
            rf"{_BEGIN}{_SECTORS}(?:等[^，。；：]{{0,8}})?在{_PLACES}(?:等地)?(?:已|均|都)?实现(?:批量|规模化?|量产|本地)*(?:生产|制造|量产)",
        ),
        ("以", rf"{_BEGIN}{_SECTORS}(?:产业链|产业)?以{_PLACES}为(?:主要|核心|重要)?{either('seat_roles')}$"),
        *(
            (word, rf"{_BEGIN}{_PLACES}(?:成功|正式|被)?{word}(?:建设|创建|为|成为)?{_SECTORS}{rank}")
            for word in words.words("seat_won")
        ),
        ("将", rf"将{_PLACES}{become}"),
        ("把", rf"把{_PLACES}{become}"),
        ("支持", rf"支持{_PLACES}{become}"),
        ("推动", rf"推动{_PLACES}{become}"),
        (
            "在",
            rf"在{_PLACES}(?:等地)?{either('seat_acts')}(?:[0-9一二三四五六七八九十]+[个处片块条]|一批)?{_SECTORS}(?:等)?(?:项目|{either('seat_ends')})",
        ),
        ("依托", rf"依托{_PLACES}{either('seat_acts')}{_SECTORS}(?:产业链|产业|{either('seat_ends')}|$)"),
        ("依托", rf"{_BEGIN}{_SECTORS}(?:重点|主要)?依托{_PLACES}(?:等地?)?(?:{either('seat_acts')}|开发|向|$)"),
        *(
            (
                word,
                rf"(?:以|在|依托|立足|支持){_PLACES}等(?:地|县|市|区|县市)?(?:的)?{_SECTORS}{word}(?![\u4e00-\u9fff]?[域位块])",
            )
            for word in ("主产区", "优势产区", "主产地", "主产县", "优势区")
        ),
        ("由", rf"由{_PLACES}(?:牵头|率先|重点)*{either('seat_acts')}{_SECTORS}(?:产业链|产业|{either('seat_ends')}|$)"),
        (
            "等",
            rf"{_BEGIN}(?:{either('title_verbs')})+{_PLACES}等(?:地|市|县|区|旗|市县|县市|县区|市州|地区)?的?{_SECTORS}(?:产业链|产业|集群)+(?:建设|发展)?$",
        ),
        ("共建", rf"{_PLACES}(?:联合|合作)?共建{_SECTORS}(?:产业园区?|{either('seat_ends')})"),
    )
    return tuple((word, re.compile(way)) for word, way in ways)
