"""produces: what the project is for that is called after a registered firm (“丁县甲农业有限公司香菇深加工项目”)."""

from __future__ import annotations

import re

from lianpu.extract import names
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.things import generic, verbal

_WORK = re.compile(
    r"(?:投资|新建|建设|的|新上|实施|年产|年加工|年处理)*(?P<goods>[^，。；：、的和与]{2,24}?)"
    r"(?:(?:标准化|智能化|自动化)?(?:建设|扩建|续建|新建|改造|技改|改扩建|基地|产业园|产业化|综合开发|全产业链|一体化|一期|二期|三期)*项目|生产线)"
)
_FAR = 40
"""Characters of the rest of a project's name, at most."""
_NO_GOODS = re.compile(
    r"园区|厂房|基础设施|总部|搬迁|技术|智能化|数字化|研发|仓储|办公|标准化|信息化|污水|配套|升级|投资|签约|重点|重大|合作|公司|企业"
)
_MADE = ("加工", "生产", "制造", "养殖", "种植", "屠宰", "酿造", "繁育", "制种", "烘焙", "冶炼", "纺织", "印染", "回收")


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """State that the firm makes it, planned."""
    if text.find("项目", span.start, span.end) < 0 and text.find("生产线", span.start, span.end) < 0:
        return
    for mention in tuple(out.mentioned(paragraph)):
        inside = span.start <= mention.start and mention.end < span.end and mention.what.type == "Enterprise"
        if not inside or not text.endswith(("公司", "厂", "合作社"), mention.start, mention.end):
            continue
        match = _WORK.match(text, mention.end, min(span.end, mention.end + _FAR))
        found = names.topic(match["goods"]) if match is not None else None
        if match is None or found is None or _NO_GOODS.search(found[0]) or generic(found[0]) or verbal(found[0]):
            continue
        name = found[0]
        sure = names.goods(name) or ctx.known_sector(name) or name.endswith(_MADE)
        told = any(d.p == "produces" and d.s == mention.what and d.o.name == name for d in out.stated(paragraph))
        if not sure or told:
            continue
        at = match.start("goods") + found[1]
        what = Owner("Industry" if ctx.is_sector(name) else "Product", name)
        out.name(what, paragraph, at, at + len(name), "firm-project")
        out.state(mention.what, "produces", what, "planned", (paragraph, mention.start, match.end()), "firm-project")
