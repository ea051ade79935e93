"""Which sector a platform or institute serves: the subject of its name, else the sector of its section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lianpu.extract import lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.reading import Mention, Reading
from lianpu.extract.things import classify, generic, strip_verbs, verbal
from lianpu.extract.whereabouts import place_prefix
from lianpu.model import Status

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LEARNED = re.compile(r"(?:大学|学院|学校|科学院|农科院)$")


def subject(ctx: Context, name: str) -> Owner | None:
    """The sector of the text that the name of a body has as its subject (轴承检测中心 → 轴承产业)."""
    core = _RANK.sub("", name[: len(name) - len(names.form(name)[1])])
    for size in range(min(10, len(core)), 1, -1):
        for at in range(len(core) - size, -1, -1):
            key = core[at : at + size]
            if _sectoral(ctx, key):
                return called(ctx, key)
    return ctx.subject if ctx.subject is not None and (ctx.subject.name in name or _own(ctx) in core) else None


def _own(ctx: Context) -> str:
    """What the sector of the whole document is called, if that is more than a character."""
    key = sector_key(ctx.subject.name) if ctx.subject is not None else ""
    return key if len(key) > 1 else "\0"


_CALLED = re.compile(r"制造业|产业|行业|领域")


def about(ctx: Context, name: str) -> str:
    """The name of a body up to the end of the sector that is its subject (省轴承产业检测中心: 省轴承产业); empty without one."""
    core = name[: len(name) - len(names.form(name)[1])]
    for size in range(min(10, len(core)), 1, -1):
        for at in range(len(core) - size, -1, -1):
            if _sectoral(ctx, core[at : at + size]):
                called_ = _CALLED.match(core, at + size)
                return core[: called_.end() if called_ is not None else at + size]
    return ""


def _sectoral(ctx: Context, key: str) -> bool:
    """Whether words are a sector of a section, or of the text where it sets them apart (“、轴承产业”)."""
    known = _looked_up(ctx)
    if key not in known:
        known[key] = _is_sector(ctx, key)
    return known[key]


@lru_cache(maxsize=1)
def _looked_up(ctx: Context) -> dict[str, bool]:
    """What :func:`_sectoral` has said of words of this document, since many bodies are named after the same ones."""
    return {}


def _is_sector(ctx: Context, key: str) -> bool:
    owns = key in ctx.titled or key in ctx.joined or len(key) >= _LISTED and key in ctx.listed
    if not owns and not ctx.known_sector(key) or key in words.words("serves_not") or not _HAN.fullmatch(key):
        return False
    if generic(key) or verbal(key) or ctx.place_pattern.match(key) is not None or key[0] in "镇省市区县":
        return False
    return owns or _apart(ctx, key + "产业")


_LISTED = 3
"""Characters of a sector that only a list of industries (“甲乙丙、丁等产业”) calls one, at least."""


def _apart(ctx: Context, name: str) -> bool:
    """Whether the text has a name set apart somewhere: behind punctuation, a conjunction or a verb (“壮大轴承产业”)."""
    texts = ctx.outline.paragraphs
    places = ((texts[index].text, at) for index, at in ctx.said.places(name))
    return any(at == 0 or text[at - 1] in "、，。；：和与及“" or _VERB.search(text, max(0, at - 2), at) for text, at in places)


_VERB = re.compile(r"(?:发展|支持|壮大|培育|推动|布局|做强|做优|聚焦|围绕|打造|推进|促进|加快)$")


def plausible(sector: Owner) -> bool:
    """Whether what a section is about can be served or carried at all: no slogan, no clause."""
    verbs = verbal(sector.name) or strip_verbs(sector.name) > 0
    return not verbs and _NO_SECTOR.search(sector.name) is None and not names.adjectival(sector.name)


_NO_SECTOR = re.compile(r"[“”，]|[和与]产业$|^(?:基于|通过|利用)|作为|(?:名称|大模型|工具集|系统|底座)$")
"""What is in a slogan or clause, and at the end of what is made or of a label; none of them is a sector."""


def called(ctx: Context, key: str) -> Owner:
    """The owner of a section with this key or with all its characters (轴承保持器), else the sector as the text calls it."""
    titled = [o for o in ctx.section_owners if o is not None and o.type == "Industry"]
    same = [o for o in titled if sector_key(o.name) == sector_key(key)]
    near = [o for o in titled if len(key) >= 4 and key not in ctx.joined and re.search(".*".join(map(re.escape, key)), o.name)]
    return next(iter([*same, *near]), None) or Owner("Industry", key + "产业" if ctx.says(key + "产业") else key)


def own_body(ctx: Context, name: str) -> bool:
    """Whether an institute's name has a place of the document's own region in it: what stands there serves, it is no partner."""
    code = ctx.document.region_code or ""
    for match in ctx.place_pattern.finditer(name):
        inside = [r for r in ctx.table.find(ctx.places[match.group()]) if r.level != "province"]
        if any(r.code == code or ctx.table.contains(code, r.code) or ctx.table.contains(r.code, code) for r in inside):
            return True
    return bool(re.match(r"[市区县]", name))


def state(
    ctx: Context, body: Owner, sector: Owner | None, status: Status, place: tuple[int, int, int], rule: str, out: Reading
) -> None:
    """State that a body serves its subject, else ``sector``; a university from elsewhere serves none."""
    if body.type == "Institution" and _LEARNED.search(body.name) and not own_body(ctx, body.name):
        return
    if words.ending(body.name, "serves_no_kinds"):
        return
    sector = sector if sector is not None and plausible(sector) else None
    said = _said(ctx, body.name)
    named = said or subject(ctx, body.name)
    kind = sector is not None and said is not None and sector_key(sector.name).endswith(sector_key(said.name))
    same = named is None or sector is not None and not kind and _same(named.name, sector.name)
    served = sector if same else named
    if served is not None and served.type == "Industry":
        out.name(served, *place, "served")
        out.state(body, "supports", served, status, place, rule)


_SAID = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,10}?)(?:产业|行业|领域)(?!链|化|数|互联|集群|园)(?=[\u4e00-\u9fff]{3})")
"""A sector that the name of a body calls one (甲乙产业技术研究院, 丙丁领域创新平台)."""


def _said(ctx: Context, name: str) -> Owner | None:
    """The sector that the name of a body calls a sector, without place and rank in front of it."""
    match = _SAID.match(name)
    if match is None:
        return None
    place = place_prefix(ctx, match["name"])
    key = _RANK.sub("", match["name"][place[1] if place is not None else 0 :])
    return called(ctx, key) if len(key) >= 2 and _sectoral(ctx, key) else None


_RANK = re.compile(r"^(?:国家级?|全国|中国|[省市区县州]级?|自治区)*")


def _same(named: str, sector: str) -> bool:
    """Whether a section's sector stands for the one of a name: the one has the other's words, and joins no others."""
    a, b = sector_key(named), sector_key(sector)
    return (a in b or b in a) and not re.search(r"[与和、]", b)


_FOR = re.compile(
    r"(?:为|服务于?|支撑|赋能|助力)(?:全[市省县区州国]|[我本][市省县区州]|[东中西]部|区域|本地|广大)?(?P<name>(?:(?!为|服务)[\u4e00-\u9fff]){1,12}?)"
    r"(?P<kind>产业链?|行业|领域|企业|农户|种植户)(?:[\u4e00-\u9fff]{0,10}?(?:提供|做好)|(?:高质量|创新|健康|转型)*(?:发展|升级)?(?=[，。；]|$))"
)


def told(ctx: Context, text: str, span: Span, paragraph: int, mentions: Sequence[Mention], out: Reading) -> None:
    """“甲中心、乙院为丙产业提供检测服务”: whom the bodies in front of it serve in so many words."""
    match = _FOR.search(text, span.start, span.end)
    if match is None or "等" in match["name"] or match["name"].startswith("业"):
        return
    name = match["name"] + ("产业" if match["kind"].startswith("产业") else "")
    sector = ctx.sector_in(name) if ctx.known_sector(name) or ctx.says(name + "产业") else None
    if sector is None and ctx.subject is not None and sector_key(name) == sector_key(ctx.subject.name):
        sector = ctx.subject
    if sector is None:
        return
    ahead = [m for m in mentions if span.start <= m.start and m.end <= match.start()]
    bodies = {m.what: None for m in ahead if m.what.type in names.BODIES}
    bodies |= dict.fromkeys(_listed(ctx, text, Span(span.start, match.start()), paragraph, out))
    for body in bodies:
        if not any(d.p == "supports" and d.s == body for d in out.stated(paragraph)):
            where = (paragraph, span.start, match.end())
            out.name(sector, *where, "served")
            out.state(body, "supports", sector, "existing", where, "supports-told")


def _listed(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> list[Owner]:
    """The bodies that the clause right in front of 为 lists, if it lists little else."""
    begin = max(text.rfind(mark, span.start, span.end) for mark in "，：") + 1 or span.start
    begin += strip_verbs(text[begin : span.end])
    items = lists.parse(text, begin, span.end).items if span.end - begin >= _LEAST else ()
    found = [(item, classify(ctx, item.text, item.start)) for item in items]
    things = [(item, thing) for item, thing in found if thing is not None and thing.what.type in names.BODIES]
    if 2 * len(things) <= len(items):
        return []
    return [out.name(thing.what, paragraph, thing.start, thing.end, "told", thing.aliases) for _, thing in things]


_LEAST = 5
"""Characters of the shortest name of a body."""
BY_NAME = ("named-place", "national-body", "laboratory")
"""Rules that read a body by its name alone, so that nothing else says whom it serves."""


def apply(ctx: Context, out: Reading) -> None:
    """Platforms of which no rule has said whom they serve, by the subject of their names."""
    told = {draft.s for draft in out.drafts if draft.p == "supports"}
    for mention in list(out.mentions):
        alone = mention.what.type == "Platform" and mention.rule in BY_NAME and mention.what not in told
        sector = (subject(ctx, mention.what.name) or _near(ctx, mention)) if alone else None
        if sector is not None:
            told.add(mention.what)
            place = (mention.paragraph, mention.start, mention.end)
            out.name(sector, *place, "served")
            out.state(mention.what, "supports", sector, _status(out, mention.what), place, "supports-named")


_INNOVATES = ("创新中心", "工程研究中心")


def _near(ctx: Context, mention: Mention) -> Owner | None:
    """The sector of the section in which an innovation centre without a subject that is known stands."""
    if not mention.what.name.endswith(_INNOVATES):
        return None
    owner = ctx.owner_of(ctx.outline.paragraphs[mention.paragraph].section)
    return owner if owner is not None and owner.type == "Industry" and owner != ctx.subject and plausible(owner) else None


def _status(out: Reading, body: Owner) -> Status:
    """As the text says of where the body stands, else existing."""
    stands = [draft.status for draft in out.drafts if draft.s == body and draft.p == "locatedIn"]
    return stands[0] if stands else "existing"
