"""Which sector the firms of a statement carry: the words nearest to them say it, the section only where none do."""

from __future__ import annotations

import re

from lianpu.extract import names, phrases, words
from lianpu.extract.acts import Act, Frame, Reliance
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.owners import Option
from lianpu.extract.rules import firm_words, objects
from lianpu.extract.things import Thing, classify, generic, verbal

_NEAR = ("lead", "around", "about", "head", "subject")


def of(
    ctx: Context, text: str, frame: Frame, reliance: Reliance, options: tuple[Option, ...], near: Owner | None = None
) -> Owner | None:
    """The sector that the firms of ``reliance`` carry; ``near`` is the one that the sentence was about before."""
    inherited = next((o.owner for o in options if o.owner.type == "Industry"), None)
    return _said(ctx, text, frame, reliance, options) or near or inherited


def of_objects(ctx: Context, text: str, frame: Frame, act: Act, options: tuple[Option, ...], near: Owner | None) -> Owner | None:
    """The sector of the firms that an act has as objects (“壮大X产业链，支持A等龙头企业”); makers of named goods carry none."""
    closing = next(firm_words.closings(text, Span(act.objects[0].start, act.objects[-1].end)), None)
    if closing is not None and not closing.leading and (kind := made(ctx, closing.what, 0)) and names.goods(kind.what.name):
        return None
    return of_list(ctx, text, frame, Reliance(act.objects[0], "", act.verb.word, act.clause), options, near)


def of_list(
    ctx: Context, text: str, frame: Frame, listed: Reliance, options: tuple[Option, ...], near: Owner | None
) -> Owner | None:
    """The sector of listed firms that nothing relies on: a place's firms carry none that the statement does not name."""
    own = options[0].owner
    return _said(ctx, text, frame, listed, options) or (near or own if own.type == "Industry" else None)


def _said(ctx: Context, text: str, frame: Frame, reliance: Reliance, options: tuple[Option, ...]) -> Owner | None:
    """The sector that the statement itself gives its firms."""
    own = next((o.owner for o in options if o.owner.type == "Industry" and o.relation in _NEAR), None)
    return (
        _called(ctx, text, reliance, options)
        or _fronted(ctx, text, reliance)
        or _headed(text, reliance)
        or field(ctx, text, frame.span.start, reliance.span.start)
        or _aimed(ctx, text, frame, reliance.span.end)
        or own
        or _developed(ctx, text, frame, reliance.span.start)
    )


def _called(ctx: Context, text: str, reliance: Reliance, options: tuple[Option, ...]) -> Owner | None:
    """The sector that the words for the firms name (“等商贸龙头企业”); goods are what they make, not what they carry."""
    span = Span(reliance.span.start, min(len(text), reliance.span.end + 4))
    what = next((closing.what for closing in firm_words.closings(text, span)), "")
    if made(ctx, what, 0) is None:
        return None
    sector = _kind_sector(ctx, what, options)
    return sector if sector is not None and not names.goods(sector.name) else None


_FIELD = re.compile(r"(?:产业链|产业|行业|领域|赛道|环节)+$")


def made(ctx: Context, what: str, start: int) -> Thing | None:
    """The kind of firms as what they make (整车 of “等整车企业”), if it names goods or a sector."""
    what = _FIELD.sub("", what)
    general = len(what) < 2 or generic(what) or verbal(what) or names.adjectival(what) or words.inside(what, "firm_fields")
    thing = None if general else classify(ctx, what, start)
    return thing if thing is not None and thing.what.type in ("Product", "Industry") else None


def _kind_sector(ctx: Context, what: str, options: tuple[Option, ...]) -> Owner | None:
    """The sector that a word in front of 企业 means: one above that has it in its name, one of another section, its own."""
    above = [o.owner for o in options if o.owner.type == "Industry"]
    titled = [o for o in ctx.section_owners if o is not None and o.type == "Industry"]
    return next((o for o in (*above, *titled) if what in o.name), None) or ctx.sector_in(what)


_HEADED = re.compile(r"的(?P<what>[^，。；、的]{2,16}产业)(?:集群|链|基地)?(?=[，。；、]|$)")


def _headed(text: str, reliance: Reliance) -> Owner | None:
    """“以A为龙头的X产业集群”: the sector of which the firm is said to be the leader."""
    match = _HEADED.match(text, reliance.clause.end) if reliance.opener == "以" else None
    return Owner("Industry", match.group("what")) if match is not None and names.nameable(match.group("what")) else None


_FIELD_FIRST = re.compile(
    r"(?:[^，。；、]{0,3}在)?(?P<what>(?:(?!在)[\u4e00-\u9fffA-Za-z0-9]){2,12}?)(?:产业|行业)?(?:领域|方面|赛道|板块|环节)"
    r"(?:，|(?=(?:已|目前|现)?(?:拥有|集聚|聚集|汇聚|培育|涌现|形成|现有|有|依托|以)))"
)


def field(ctx: Context, text: str, start: int, end: int) -> Owner | None:
    """“在X领域，A、B等企业…”: the field that a statement or clause opens with in front of its firms."""
    match = _FIELD_FIRST.match(text, start, end)
    name = match["what"] if match is not None else ""
    if not name or verbal(name) or generic(name) or not names.nameable(name) or not phrases.may_own(name) or name in ctx.places:
        return None
    return ctx.sector_in(name) or Owner("Industry", name)


_FRONT = re.compile(r"(?P<what>[^，。；：、的了批有“”（）]{2,12}?)(?:产业链|领域|方面|板块)?(?:重点|主要)?$")


def _fronted(ctx: Context, text: str, reliance: Reliance) -> Owner | None:
    """“X以A、B为骨干”: the sector that stands in front of the firms in their clause."""
    front = text[reliance.clause.start : reliance.span.start].removesuffix(reliance.opener)
    match = _FRONT.match(front) if reliance.opener in ("以", "依托") and len(front) >= 2 else None
    name = match["what"] if match is not None else ""
    if not name or ctx.place_pattern.search(name) is not None or verbal(name) or not phrases.may_own(name):
        return None
    kind, _ = names.form(name)
    firm = name.endswith(("公司", "集团", "企业", "科技", "股份"))
    found = names.topic(name) if kind in (None, "Industry", "Product", "Enterprise") and not firm else None
    return (ctx.sector_in(name) or Owner("Industry", name)) if found is not None and found[0] == name else None


_BASE = re.compile(r"(?:产业|行业)(?:集群|链|基地|园|集聚区|高地)*$")


def _aimed(ctx: Context, text: str, frame: Frame, start: int) -> Owner | None:
    """The sector that the verb behind the firms has as its only object, or that a later verb makes of it (“建成X产业基地”)."""
    ahead = [act for act in frame.acts if act.verb.start >= start and act.kind == "develop"]
    for act in ahead[:1]:
        sector = objects.single_sector(ctx, text, act)
        if sector is not None:
            return sector
    for act in ahead[1:]:
        if _BASE.search(text[act.objects[-1].start : act.objects[-1].end]):
            sector = objects.single_sector(ctx, text, act)
            if sector is not None:
                return sector
    return None


def _developed(ctx: Context, text: str, frame: Frame, end: int) -> Owner | None:
    """“壮大X产业链，重点支持A、B…”: the one sector of the verb before the firms."""
    before = [act for act in frame.acts if act.objects[-1].end <= end and act.kind == "develop"]
    return objects.single_sector(ctx, text, before[-1]) if before else None
