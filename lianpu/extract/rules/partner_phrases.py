"""Where a statement speaks of cooperation: “与甲、乙等合作”, “对接丙”, “联合丁打造”, “签约戊等企业”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lianpu.extract import clauses, words
from lianpu.extract.clauses import Span
from lianpu.extract.rules.partner_names import slot_of
from lianpu.model import EntityType


@dataclass(frozen=True, slots=True)
class Phrase:
    """One cooperation: the list of partners, what kind the words after 等 call them, and the span that is evidence."""

    listed: Span
    kind: str
    whole: Span
    subject: Span | None = None
    needs: EntityType | None = None
    """The one class of partners that the words allow, if they do not say 合作 themselves."""


_FILL = (
    r"(?:的|之间|在[^，。；]{2,40}?(?:领域|方面|上))*"
    r"(?:(?:开展|建立|签订|签署|达成|结成|缔结|进行|深化|加强|强化|密切|精准|全面|深度|长期|稳定|有机|紧密|深入|进一步|广泛)"
    r"(?:的|产学研|战略|战略性|技术|产业|股权|资源|科技|交流|科研|人才|创新|区域|园区|友好|配套|结对|项目|市场|关键|核心|[和与、])*"
    r"|(?:要素互济|优势互补|创新(?=联合)|战略|产业|股权|技术|功能|产学研|交流)、?"
    r"|的?(?:对口|结对)|的[\u4e00-\u9fff]{2}(?=合作|协作))*"
)


_SIGNED = (
    r"(?:签订|签署|达成|建立)[^，。；]{0,14}?(?:协议|备忘录|合同|意向|合作|合作机制|联络|联系|飞地[^，。；]{0,4})"
    r"|开展[^，。；、]{2,8}?(?:合作|协作)"
)
"""“与甲签订战略合作协议”."""


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Ways to speak of cooperation, in the order in which :func:`phrases` goes through them."""
    acts = "|".join(map(re.escape, words.longest_first("partner_acts")))
    then = "|".join(words.longest_first("partner_deeds"))
    kind = r"(?:等(?P<kind>[^，。；、的]{0,14}?))?"
    return (
        re.compile(
            rf"(?:(?<!参)与|(?<![协共合相如不])同)(?P<list>[^，。；]{{2,90}}?){kind}{_FILL}(?:{acts}|{_SIGNED})(?!桥|示范)"
        ),
        re.compile(
            rf"(?<!配套)对接(?!企业[0-9：]|洽谈|会|机制|服务|活动|工作)(?:融入)?(?P<list>[^，。；的]{{2,90}}?){kind}(?=[，。；的]|$|{_FILL}(?:合作|交流|步伐|战略))"
        ),
        re.compile(
            rf"(?:携手|牵手|(?<![互其])联动(?!发展|机制|效应|创新|协同|推进|改革)|"
            rf"(?<!等)联合(?!体|会|国|中心|实验室|创新|攻关|[收耕播整作]))(?P<list>[^，。；]{{2,60}}?){kind}(?=[，。；]|$|{then})"
        ),
        re.compile(
            r"(?:引进|引入|邀请|吸引)(?P<list>[^，。；]{2,60}?[院所学])(?:等(?P<kind>[^，。；的]{0,8}?))?"
            r"(?:(?:在|来|到|落户)[^，。；]{1,12}?(?:共建|合建|设立|成立|创办|建设|建立)|共同|共建|合建)"
        ),
        re.compile(r"签约(?P<list>[^，。；]{2,60}?)等(?P<kind>[^，。；的]{0,10}?(?:企业|公司|集团|院校|高校|院所))"),
        re.compile(
            r"引入(?P<list>[^，。；]{4,90}?)等(?P<kind>[^，。；的]{0,14}?(?:院校|高校|院所|协会|机构)[^，。；的]{0,4})(?=[，。；]|$)"
        ),
        re.compile(
            r"(?:依托|利用|借助)(?P<list>[^，。；]{4,90}?)(?:等(?P<kind>[^，。；的]{0,14}))?"
            r"(?=[，。；]|$|的?(?:技术|科研|人才|科技)|开展|技术实力|优势)"
        ),
    )


_WITH = re.compile(r"[与同]")
_ACTS = re.compile("|".join([*map(re.escape, words.longest_first("partner_acts")), "签订|签署|达成|建立"]))
_SETTLED = re.compile(r"[院所学][^，。；]{0,14}(?:在|来|到|落户|共[同建]|合建)")
_CAUSE = re.compile(r"(?:推动|推进|支持|鼓励|引导|促进|深化|加强|强化)(?P<who>[^，。；]{2,24})$")


def phrases(text: str, span: Span) -> Iterator[Phrase]:
    """All that may be cooperation in a statement, the surest form first; whether its partners are such is not asked."""
    with_, toward, jointly, settled, signed, invited, relied = patterns()
    body = text[span.start : span.end]
    for match in with_.finditer(text, span.start, span.end) if _WITH.search(body) and _ACTS.search(body) else ():
        piece = next(c for c in clauses.clauses(text, span) if c.start <= match.start() < c.end)
        before = text[piece.start : match.start()]
        cause = _CAUSE.search(before)
        at = piece.start + cause.start("who") if cause else piece.start
        subject = Span(at, match.start()) if match.start() - at >= 2 else None
        yield Phrase(Span(*match.span("list")), match.group("kind") or "", Span(piece.start, match.end()), subject)
    for match in toward.finditer(text, span.start, span.end) if "对接" in body else ():
        piece = next(c for c in clauses.clauses(text, span) if c.start <= match.start() < c.end)
        subject = Span(piece.start, match.start()) if match.start() - piece.start >= 2 else None
        yield Phrase(Span(*match.span("list")), match.group("kind") or "", Span(*match.span()), subject)
    for match in jointly.finditer(text, span.start, span.end):
        piece = next(c for c in clauses.clauses(text, span) if c.start <= match.start() < c.end)
        subject = Span(piece.start, match.start()) if match.start() - piece.start >= 2 else None
        yield Phrase(Span(*match.span("list")), match.group("kind") or "", Span(piece.start, match.end()), subject)
    for match in settled.finditer(text, span.start, span.end) if _SETTLED.search(body) else ():
        yield Phrase(Span(*match.span("list")), match.group("kind") or "", Span(*match.span()), needs="Institution")
    for match in signed.finditer(text, span.start, span.end) if "签约" in body else ():
        yield Phrase(Span(*match.span("list")), match.group("kind") or "", Span(*match.span()))
    for pattern in (invited, relied) if words.inside(body, "learned_kinds") else ():
        for match in pattern.finditer(text, span.start, span.end):
            listed = text[match.start("list") : match.end("list")]
            learned = re.search(r"大学(?!生|城)|农科院|科学院", listed) and slot_of(match.group("kind") or "") in (
                None,
                "Institution",
            )
            if pattern is invited or learned:
                yield Phrase(Span(*match.span("list")), match.group("kind") or "", Span(*match.span()), needs="Institution")
