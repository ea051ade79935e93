"""Platforms and institutes in lists: “甲、乙等产业大脑”, “甲业、乙业技术创新中心”, “支持甲研究院、乙检测中心开展服务”."""

from __future__ import annotations

import re
from functools import cache

from daachorse import CharwiseDoubleArrayAhoCorasick

from lianpu.extract import clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.rules import named, serves
from lianpu.extract.things import Thing, classify, generic, strip_verbs, verbal

_LISTED = re.compile(r"[、和及与]")


def _words() -> tuple[str, ...]:
    """How bodies end; an institute may be named by its number alone (甲电科三十六所)."""
    return (*endings(), "所")


def _ways() -> tuple[re.Pattern[str], ...]:
    """What is looked for besides."""
    return (_backing(), _COUNTED)


@needs(_words, _ways)
def apply(ctx: Context, text: str, span: Span, paragraph: int, owners: tuple[Owner, ...], out: Reading) -> None:
    """Note the bodies of such lists and whom they serve; ``owners`` is what the statement may be about, the nearest first."""
    sector = next((owner for owner in owners if owner.type == "Industry"), None)
    anywhere = _ends().find(text[span.start : span.end])
    for clause in clauses.clauses(text, span) if _LISTED.search(text, span.start, span.end) else ():
        named_ = anywhere and _ends().find(text[clause.start : clause.end])
        if named_:
            _shared(ctx, text, clause, paragraph, out)
        _counted(ctx, text, clause, paragraph, out)
        if named_:
            _carried(ctx, text, clause, paragraph, out)
        _backed(ctx, text, clause, paragraph, sector, out)
    bodily = anywhere or text.find("所", span.start, span.end) >= 0
    for clause in clauses.clauses(text, span) if bodily and _ACTS.search(text, span.start, span.end) else ():
        _acting(ctx, text, clause, paragraph, sector, out)


_ACTS = re.compile(
    r"(?:年内|已|正式|成功|顺利|加快|常年|积极|率先)*(?:通过|新增|扩项|扩能|扩建|升格|揭牌|投用|投入(?:使用|运[行营])|挂牌|启用|建成|为全?[市县区省]?[^，。；]{2,14}提供|面向"
    r"|开展|争取|入选|获[批评得]|荣?获|承担|牵头|主持|制定|跻身|晋升|派驻)"
)
"""What bodies do that stand in front of it."""


def _acting(ctx: Context, text: str, clause: Span, paragraph: int, sector: Owner | None, out: Reading) -> None:
    """“甲检测中心扩项”, “支持乙研究院牵头…”: a body that a clause opens with serves the sector of the text or of its name."""
    match = _ACTS.search(text, clause.start + 4, min(clause.end, clause.start + 32))
    if match is None:
        return
    begin = clause.start + strip_verbs(text[clause.start : match.start()])
    name = text[begin : match.start()]
    if (
        re.search(r"[、与和等到在向由被为将]", name)
        or text[begin - 1] in "与和同"
        or not 5 <= len(name) <= 24
        or names.form(name)[0] not in names.BODIES
        or words.inside(name, "builds")
    ):
        return
    thing = classify(ctx, name, begin)
    if thing is None or thing.what.type not in names.BODIES:
        return
    place = (paragraph, clause.start, clause.end)
    out.name(thing.what, paragraph, thing.start, thing.end, "acting", thing.aliases)
    served = sector if sector != ctx.subject else serves.subject(ctx, thing.what.name)
    if thing.what.type == "Platform" or not _TEACHES.search(thing.what.name):
        serves.state(ctx, thing.what, served, "existing", place, "supports-acting", out)


_TEACHES = re.compile(r"(?:大学|学院|学校|院校|高校)$")


def ends(text: str) -> list[int]:
    """Where words end that platforms and institutes are called by, in order."""
    return [end for _, end, _ in _ends().find(text)]


@cache
def endings() -> list[str]:
    """How names of platforms and institutes end."""
    return sorted(s for s, kind in names.suffixes().items() if kind in names.BODIES)


@cache
def _ends() -> CharwiseDoubleArrayAhoCorasick:
    """Finds the endings of platforms and institutes."""
    return CharwiseDoubleArrayAhoCorasick(endings())


@cache
def _kind() -> re.Pattern[str]:
    """A kind of platform of four characters and more, so that it says what for by itself."""
    long = sorted((s for s, kind in names.suffixes().items() if kind == "Platform" and len(s) > 3), key=lambda s: (-len(s), s))
    return re.compile(rf"(?:技术|产业|制造业|质量|检验|检测|研发|公共|综合|要素)*(?:{'|'.join(map(re.escape, long))})")


def _shared(ctx: Context, text: str, clause: Span, paragraph: int, out: Reading) -> None:
    """Sectors before a kind of platform that they share are one platform each."""
    first = text.find("、", clause.start, clause.end)
    kind = _kind().search(text, first, clause.end) if first >= 0 else None
    if kind is None or ends(text[clause.start : first])[-1:] == [first - clause.start]:
        return
    items = lists.parse(text, _begin(text, clause.start, first, 2), kind.start()).items
    rank = _RANK.match(items[0].text) if items else None
    ahead = rank.group() if rank is not None and len(items[0].text) - rank.end() >= 2 else ""
    cores = [re.sub(r"(?<=.{2})(?:行业|产业)$", "", item.text.removeprefix(ahead)) for item in items]
    known = [core for core in cores if ctx.known_sector(core) or core.endswith("业")]
    joined = bool(items) and text[items[-1].end : kind.start()] in ("", "等")
    enough = 2 * len(known) >= len(items) or _SECTORAL.search(kind.group()) is not None
    if len(items) < 2 or not joined or not enough or not all(_plain(core) for core in cores):
        return
    begin = items[0].start
    for item, core in zip(items, cores, strict=True):
        body = out.name(Owner("Platform", ahead + core + kind.group()), paragraph, item.start, item.end, "shared-kind")
        place = (paragraph, begin, kind.end())
        served = serves.called(ctx, core) if core in known else None
        serves.state(ctx, body, served, named.status(text, clause.start, begin, kind.end()), place, "supports-shared", out)


_COUNTED = re.compile(
    r"等?(?P<count>[2-9两二三四五六七八九])[家个]"
    r"(?P<kind>(?:全国|全省|国家级?|[省市]级?)?(?:重点实验室|技术创新中心|工程研究中心|工程技术研究中心|概念验证中心|中试基地|创新中心))(?![\u4e00-\u9fff]{0,2}项目)"
)
_DIGITS = {"两": 2, **{digit: at for at, digit in enumerate("一二三四五六七八九", 1)}}


def _counted(ctx: Context, text: str, clause: Span, paragraph: int, out: Reading) -> None:
    """“拥有甲、乙与丙、丁技术等3家全省重点实验室”: as many subjects as are counted are one platform each."""
    match = _COUNTED.search(text, clause.start, clause.end)
    first = text.find("、", clause.start, match.start()) if match is not None else -1
    if match is None or first < 0:
        return
    begin = _begin(text, clause.start, first, 2)
    subjects = text[begin : match.start()].split("、")
    count = _DIGITS.get(match["count"]) or int(match["count"])
    if len(subjects) != count or any(not 2 <= len(s) <= 18 or names.form(s)[0] in (*names.BODIES, "Park") for s in subjects):
        return
    had = begin > clause.start and named.status(text, clause.start, begin, match.end()) == "existing"
    at = begin
    for subject in subjects:
        body = out.name(Owner("Platform", subject + match["kind"]), paragraph, at, at + len(subject), "shared-kind")
        if had and ctx.home is not None and re.search(r"拥有|建有|已有|现有|建成", text[clause.start : begin]):
            out.name(ctx.home, paragraph, clause.start, match.end(), "place")
            out.state(body, "locatedIn", ctx.home, "existing", (paragraph, clause.start, match.end()), "region-holds")
        at += len(subject) + 1


_RANK = re.compile(r"(?:国家级?|全国|自治区级?|[省市区县]级?)(?=[\u4e00-\u9fff]{2})")
"""Whose body it is, said once in front of a list."""
_SECTORAL = re.compile(r"^(?:技术创新中心|制造业创新中心|产业创新中心|产业技术研究院|产业大脑)$")
"""Kinds of which each sector has its own."""


def _begin(text: str, start: int, first: int, least: int) -> int:
    """Where a list begins behind the verbs of its clause; ``first`` is where its first item of ``least`` characters ends."""
    verbs = [token.end for token in clauses.tokens(text, Span(start, first)) if first - token.end >= least]
    begin = verbs[-1] if verbs else start
    cut = begin + strip_verbs(text[begin:first])
    return cut if first - cut >= least else begin


def _carried(ctx: Context, text: str, clause: Span, paragraph: int, out: Reading) -> None:
    """“建设轴承产业检测中心和知识产权中心”: a bare kind behind a body of a subject is of that subject, too."""
    first = _LISTED.search(text, clause.start, clause.end)
    if first is None:
        return
    begin = _begin(text, clause.start, first.start(), 4)
    subject = ""
    for item in lists.parse(text, begin, clause.end).items:
        name = item.text.removesuffix(words.ending(item.text, "built_tails"))
        kind, suffix = names.form(name)
        if kind not in names.BODIES:
            continue
        if (own := serves.about(ctx, name)) != "":
            subject = own
        elif subject and len(name) >= _LEAST and _GENERAL.fullmatch(name[: len(name) - len(suffix)]):
            body = out.name(Owner(kind, subject + name), paragraph, item.start, item.end, "carried-subject")
            status = named.status(text, clause.start, item.start, item.end)
            place = (paragraph, begin, item.end)
            serves.state(ctx, body, serves.subject(ctx, body.name), status, place, "supports-shared", out)


_LEAST = 3
"""Characters of a bare kind, at least (训练场)."""
_GENERAL = re.compile(r"(?:国家级?|[省市]级|公共|综合|技术|创新|质量|检验|检测|研发|产业|专业|共性|重点)*")
"""Words that a bare kind may have in front."""


def _plain(core: str) -> bool:
    """Whether words may be the subject of a platform: no body of its own, no clause."""
    return 2 <= len(core) <= 8 and names.form(core)[0] not in (*names.BODIES, "Park") and not generic(core) and not verbal(core)


@cache
def _backing() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, words.longest_first('backing_verbs')))})(?P<list>[^，。；：]+)")


def _backed(ctx: Context, text: str, clause: Span, paragraph: int, sector: Owner | None, out: Reading) -> None:
    """Two and more bodies that are to do something in a sector's section serve it."""
    match = _backing().search(text, clause.start, clause.end) if sector is not None else None
    if match is None or sector is None or sector == ctx.subject or _JOINT.search(match["list"]) is not None:
        return
    listing = lists.parse(text, *match.span("list"))
    whole = listing.items if listing.etc else listing.items[:-1]
    found = [classify(ctx, item.text, item.start) for item in whole]
    if whole and not listing.etc:
        found.append(_opening(ctx, listing.items[-1]))
    bodies = [t for t in found if t is not None and t.what.type in names.BODIES and not words.inside(t.what.name, "builds")]
    for thing in bodies if len(bodies) == len(found) > 1 else ():
        place = (paragraph, clause.start, clause.end)
        out.name(thing.what, paragraph, thing.start, thing.end, "backed", thing.aliases)
        serves.state(ctx, thing.what, sector, "existing", place, "supports-backed", out)


_JOINT = re.compile(r"[与同和](?:[^与同和]{4,40})(?:共建|共同|合作|联合|签订|签约)")
"""What makes partners of the bodies of a list (“甲与乙共建丙”), of which none is said to serve anything."""


def _opening(ctx: Context, item: lists.Item) -> Thing | None:
    """The body that the last item opens with (乙检测中心 of “乙检测中心开展公共服务”)."""
    for size in range(len(item.text), 4, -1):
        name = item.text[:size]
        if names.form(name)[0] in names.BODIES and not verbal(name):
            return classify(ctx, name, item.start)
    return None
