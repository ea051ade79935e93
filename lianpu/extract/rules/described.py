"""What stands with 的 in front of a firm's name tells what it makes: “研制甲的乙公司”, “拥有丙技术的生产企业，丁公司…”."""

from __future__ import annotations

import re

from lianpu.extract import lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import carriers

_LONGEST = 40
"""Characters of such a description, at most."""
_MAKING = "从事|生产|开发|研发|研制|制造|设计|加工|经营|主营|主产|主攻|提供"
_VERB = rf"(?:(?:专业|主要|专门|专注于?|致力于?|长期|重点)*(?:{_MAKING})(?:和|、|与|及)?)+"
_MAKES = re.compile(
    rf"{_VERB}(?P<what>[^，。；：的]{{2,30}}?)(?:等)?(?:产品|业务)?"
    r"(?:的?(?:研发|设计|生产|制造|加工|销售|服务|开发|应用|、|和|及|与)+)?的$"
)
_KIND = re.compile(
    r"(?:作为|是)[^，。；：]{0,12}?(?:拥有|掌握|具有)(?:自主|核心|领先|先进|创新|知识产权|的)*"
    r"(?P<what>[^，。；：的]{2,20}?(?:技术|工艺|产品))的[^，。；：、]{0,6}(?:企业|公司|厂商)，$"
)
_QUALITY = re.compile(r"[较强高]|能力|实力|水平|规模")
"""In words that say how firms are."""


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """State what each firm of the statement makes by the words right in front of its name."""
    for mention in out.mentioned(paragraph):
        at = mention.start
        if mention.what.type != "Enterprise" or not span.start < at < span.end or text[at - 1] not in "的，":
            continue
        pattern = _MAKES if text[at - 1] == "的" else _KIND
        match = pattern.search(text, max(span.start, at - _LONGEST), at)
        if match is None or words.inside(match["what"], "firm_arrivals"):
            continue
        for item in lists.parse(text, *match.span("what")).items:
            thing = carriers.made(ctx, item.text, item.start)
            if (
                thing is None
                or _QUALITY.search(thing.what.name)
                or names.form(thing.what.name)[0] == "Enterprise"
                and not names.goods(thing.what.name)
            ):
                continue
            out.name(thing.what, paragraph, thing.start, thing.end, "described")
            out.state(
                Owner("Enterprise", mention.what.name),
                "produces",
                thing.what,
                "existing",
                (paragraph, match.start(), mention.end),
                "described",
            )
