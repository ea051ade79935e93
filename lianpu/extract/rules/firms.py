"""anchors, supports and locatedIn from what an owner relies on: “依托A、B等龙头企业”, “以C为载体”, “发挥D作用”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lianpu.extract import lists, names
from lianpu.extract.context import Context, Owner
from lianpu.extract.frames import Frame, Reliance
from lianpu.extract.reading import Reading
from lianpu.extract.things import Thing, classify, place_prefix

_FIRM_WORDS = re.compile(r"(?:企业|公司|集团)(?:优势|作用)?$")
_OTHER_WORDS = re.compile(r"(?:院所|高校|院校|机构|平台|载体|园区|基地|协会|市场|资源|项目)(?:优势|作用)?$")
_ABSTRACT = re.compile(
    r"优势|基础|条件|资源|特色|契机|机遇|政策|力量|能力|体系|产业园区|工程|渠道|人才|需求|数据|网络|经验|要素|文化|技术|互联网|改革|定位|格局|区位|交通|战略|项目建设"
)


_BESIDE = re.compile(r"[^和及与、]{0,10}(?:企业|公司|集团)(?P<joint>和|及|与|、)(?P<rest>[^，]{3,40})$")


@dataclass(frozen=True, slots=True)
class Relied:
    """Things a statement relies on, by class."""

    firms: tuple[Thing, ...]
    parks: tuple[Thing, ...]
    platforms: tuple[Thing, ...]


def firmlike(name: str, *, alone: bool) -> bool:
    """Whether a name that no word calls a firm may be one: a firm's ending, or short and of no common kind."""
    if names.form(name)[0] == "Enterprise":
        return True
    return alone and len(name) <= 7 and not names.goods(name) and not _COMMON.search(name) and names.form(name)[0] is None


_LEADERS = ("龙头", "骨干", "链主")
_COMMON = re.compile(
    r"(?:基金|组织|合作社|农场|景区|街区|算法|应用|配套|市场|院校|团队|专家|资本|人才|机制|网络|空间|大脑|分析|检测|控制|灌溉|巡检|旅游|物流|文化|生态|交通|电商|服务|制造|农业|工业|产业|经济|项目|工程|条件|区域|带|圈)$|^(?:实现|推动|开展|加强|建立|完善|具备)"
)


def read(ctx: Context, text: str, reliance: Reliance) -> Relied:
    """Classify the names of one reliance; places put in front carry over to the names after them."""
    span = reliance.span
    listing = lists.parse(text, span.start, span.end, ctx.sector_names)
    tail = listing.tail.text if listing.tail else ""
    beside = _BESIDE.match(tail)
    items = listing.items
    if beside is not None and listing.tail is not None:
        at = listing.tail.start + beside.start("rest")
        items += lists.parse(text, at, span.end, ctx.sector_names).items
        tail = tail[: beside.start("joint")]
    firm_slot = (
        bool(_FIRM_WORDS.search(tail))
        or not tail
        and reliance.role in ("龙头", "骨干", "链主", "引领", "带动", "依托", "作用", "")
    )
    if tail and _OTHER_WORDS.search(tail):
        firm_slot = False
    if (
        reliance.opener in ("依托", "依靠", "借助")
        and not tail
        and _ABSTRACT.search(text[span.start : span.end])
        and "、" not in text[span.start : span.end]
    ):
        firm_slot = False
    if reliance.opener == "以" and reliance.role in ("重点", "主导", "核心", "支撑", "中心", "主", "基础", "突破口", "主体"):
        firm_slot = bool(_FIRM_WORDS.search(tail))
    firms: list[Thing] = []
    parks: list[Thing] = []
    platforms: list[Thing] = []
    place: Owner | None = None
    for item in items:
        thing = classify(ctx, item.text, item.start, slot="Enterprise" if firm_slot else None)
        if thing is None:
            prefix = place_prefix(ctx, item.text)
            place = prefix[0] if prefix else place
            continue
        if thing.place is not None:
            place = thing.place
        kind = thing.what.type
        if kind == "Enterprise":
            if not _FIRM_WORDS.search(tail) and not firmlike(
                thing.what.name, alone=len(listing.items) == 1 or thing.place is not None or reliance.role in _LEADERS
            ):
                continue
            if thing.place is None and place is not None:
                thing = Thing(thing.what, thing.start, thing.end, place, thing.aliases)
            firms.append(thing)
        elif kind == "Park":
            parks.append(thing)
            place = None
        elif kind in ("Platform", "Institution"):
            platforms.append(thing)
    return Relied(tuple(firms), tuple(parks), tuple(platforms))


def _evidence(frame: Frame, reliance: Reliance) -> tuple[int, int]:
    """The statement where it is short, else the clauses up to the end of what is relied on."""
    if frame.span.end - frame.span.start <= 120:
        return frame.span.start, frame.span.end
    start = frame.span.start if reliance.clause.end - frame.span.start <= 120 else reliance.clause.start
    return start, reliance.clause.end


def apply(
    ctx: Context,
    frame: Frame,
    paragraph: int,
    owner: Owner,
    relied: Relied,
    reliance: Reliance,
    out: Reading,
    industry: Owner | None = None,
) -> None:
    """Mentions, places, anchors, focus of parks and support of platforms.

    ``industry`` is the sector that the firms carry where it is not the owner.
    """
    start, end = _evidence(frame, reliance)
    for thing in (*relied.firms, *relied.parks, *relied.platforms):
        place = (paragraph, start, end)
        out.name(thing.what, paragraph, thing.start, thing.end, "relied", thing.aliases)
        if thing.place is not None:
            out.name(thing.place, paragraph, thing.start - 1 if thing.start else thing.start, thing.end, "place")
            out.state(thing.what, "locatedIn", thing.place, "existing", place, "place-prefix")
    if owner.type == "Park" and owner.name in ctx.outline.paragraphs[paragraph].text:
        for thing in (*relied.firms, *relied.platforms):
            if thing.place is None and thing.what.type != "Institution":
                out.state(thing.what, "locatedIn", owner, "existing", (paragraph, start, end), "firm-of-park")
    carried = industry or (owner if owner.type == "Industry" else None)
    if carried is None:
        return
    owner = carried
    for thing in relied.firms:
        out.state(thing.what, "anchors", owner, "existing", (paragraph, start, end), "anchors")
    for thing in relied.parks:
        out.state(thing.what, "focusesOn", owner, "existing", (paragraph, start, end), "park-of-industry")
    for thing in relied.platforms:
        out.state(thing.what, "supports", owner, "existing", (paragraph, start, end), "supports-relied")


_ = names
