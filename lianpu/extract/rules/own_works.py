"""A firm's one project, wherever its name stands: “总投资十亿元的甲科技乙件项目建成投产”, “位于丙县的甲科技乙件项目”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lianpu.extract import brands, clauses, lists
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.rules import ventures
from lianpu.extract.things import generic, list_start, verbal
from lianpu.extract.whereabouts import place_prefix, whole_place
from lianpu.model import Status

_END = re.compile(r"生产线|生产基地|制造基地|项目(?!化|库|申报|主体|指挥|投资|带动|储备|清单|制|组|建设资金)")
_KIND = re.compile(r"(?:项目|生产线|生产基地|制造基地)$")
_LONGEST = 36
"""Characters of a project's name, at most."""
_CUT = re.compile(r"[，；：、。“”《》的]|(?<![0-9])[0-9]{1,2}[.．、](?![0-9])|[0-9]\)|[①-⑳]")
"""What a project's name does not hold, so that it begins behind the last of these."""
_JOINED = re.compile(r"(?<=[\u4e00-\u9fff])[和与及](?=[\u4e00-\u9fff]{2})")
_NOT = re.compile(r"等|一批|重点|重大|[一二三四五六七八九十0-9]个$|系列|各类|相关|本|该|上述")
_RELIED = re.compile(
    r"(?:依托|借助|围绕|随着|以)(?P<list>[^，。；：]{8,90}?)等(?:一批|[0-9一二三四五六七八九十]+个)?(?:重点|重大|龙头|骨干|产业|在建)*项目"
)
_AT = re.compile(r"(?:位于|坐落于?|落户|落地|入驻|选址|建在|布局在?|在)(?:在|于)?(?P<place>[\u4e00-\u9fff（）]{2,16})的$")
_IN = re.compile(r"在(?P<place>[\u4e00-\u9fff（）]{2,16}?)(?:规划建设|投资建设|规划|谋划|布局|建设|新建|实施|推进|打造|建成)$")
_DONE = re.compile(r"(?:已|全面|顺利|正式|成功)*(?:建成投产|建成投用|建成|投产|投用|竣工|达产|试生产|投入(?:使用|运行|生产))")
_WISHED = re.compile(r"推动|推进|加快|确保|力争|促进|争取|实现|支持|抓好|谋划|服务|督促|抢抓|保障|全力")


@needs(_END)
def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """Note each such project, its firm, what this makes of it and where it stands, unless another rule has read it."""
    for clause in clauses.clauses(text, span):
        for begin, end in _named(ctx, text, clause):
            _write(ctx, text, clause, begin, end, paragraph, out)
        relied = _RELIED.match(text, clause.start, clause.end)
        if relied is not None:
            _listed(ctx, text, Span(*relied.span("list")), paragraph, out)


def _named(ctx: Context, text: str, clause: Span) -> Iterator[tuple[int, int]]:
    """Where names stand that end with 项目 and begin with a firm."""
    for match in _END.finditer(text, clause.start, clause.end):
        least = max(clause.start, match.start() - _LONGEST)
        cuts = [cut.end() for cut in _CUT.finditer(text, least, match.start())]
        begin = list_start(text, max([least, *cuts]), match.start())
        joint = _JOINED.search(text, begin, match.start())
        if joint is not None and _firm(ctx, text[joint.end() : match.start()]):
            begin = joint.end()
        begin = wish.end() if (wish := _WISHED.match(text, begin, match.start())) is not None else begin
        if match.start() - begin >= 4 and _NOT.search(text, begin, match.start()) is None:
            yield begin, match.end()


def _write(ctx: Context, text: str, clause: Span, begin: int, end: int, paragraph: int, out: Reading) -> None:
    name = text[begin:end]
    ending = len(name) - len(_KIND.sub("", name))
    prefix = place_prefix(ctx, name)
    size = prefix[1] if prefix is not None and prefix[1] < len(name) - 4 else 0
    firm = _firm(ctx, name[size:-ending]) if name.endswith("项目") else ventures.maker(name[size:-ending])
    rest = name[size + len(firm) : -ending]
    if not firm or len(rest) < 2 or verbal(firm) or generic(rest):
        return
    where = (paragraph, max(clause.start, begin - 40), min(clause.end, end + 20))
    status = _status(text, clause, begin, end)
    read = any(m.what.type == "Project" and m.start < end and begin < m.end for m in out.mentioned(paragraph))
    before = len(out.stated(paragraph))
    builder = Owner("Enterprise", firm)
    told = [d for d in out.stated(paragraph) if d.p == "produces" and d.s == builder and d.start < end and begin < d.end]
    if not told:
        ventures.made(ctx, builder, name[size + len(firm) :], begin + size + len(firm), status, where, out)
    if read or told or len(out.stated(paragraph)) == before:
        return
    out.name(builder, paragraph, begin + size, begin + size + len(firm), "own-works")
    project = out.name(Owner("Project", name[size:]), paragraph, begin, end, "own-works", (name,) if size else ())
    place = _place(ctx, text, clause, begin) or (prefix[0] if prefix is not None and size else None)
    if place is not None:
        out.name(place, *where, "place")
        out.state(project, "locatedIn", place, status, where, "own-works")


def _listed(ctx: Context, text: str, listed: Span, paragraph: int, out: Reading) -> None:
    """What firms make whose works are relied on (“依托甲科技乙件、丙集团丁件等项目”), where all open with a firm."""
    items = lists.parse(text, listed.start, listed.end).items
    found = [(item, firm) for item in items if (firm := _firm(ctx, item.text)) and len(item.text) - len(firm) > 1]
    if len(found) < max(2, len(items)):
        return
    for item, firm in found:
        at = item.start + len(firm)
        builder = out.name(Owner("Enterprise", firm), paragraph, item.start, at, "own-works")
        out.name(Owner("Project", f"{item.text}项目"), paragraph, item.start, item.end, "own-works", (item.text,))
        ventures.made(ctx, builder, item.text[len(firm) :], at, "planned", (paragraph, listed.start, listed.end), out)


def _firm(ctx: Context, text: str) -> str:
    """The firm that a project's name begins with, nothing where it begins with none."""
    firm = ventures.maker(text) or ventures.coined(ctx, text)
    return "" if brands.common(firm) and not firm.endswith("公司") else firm


def _place(ctx: Context, text: str, clause: Span, begin: int) -> Owner | None:
    """Where a project is by the words in front of its name."""
    for way in (_AT, _IN):
        match = way.search(text[clause.start : begin])
        if match is not None and (place := whole_place(ctx, match["place"])) is not None:
            return place
    return None


def _status(text: str, clause: Span, begin: int, end: int) -> Status:
    """Existing where the words behind the project say that it is done and none before it that it is to be."""
    done = _DONE.match(text, end, clause.end) is not None and _WISHED.search(text, clause.start, begin) is None
    return "existing" if done else "planned"
