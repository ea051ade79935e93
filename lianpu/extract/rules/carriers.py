"""Which sector the firms of a statement carry: the words nearest to them say it, the section only where none do."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import names, words
from lianpu.extract.acts import Act, Frame, Reliance
from lianpu.extract.context import Context, Owner
from lianpu.extract.owners import Option
from lianpu.extract.rules import objects

_NEAR = ("lead", "around", "about", "head", "subject")


@cache
def _kinds() -> re.Pattern[str]:
    """“等数字经济头部企业”, “等骨干商贸企业”: what stands between the role of the firms and the word for them."""
    roles = "|".join(map(re.escape, words.longest_first("firm_roles")))
    return re.compile(rf"等(?:{roles})*(?P<what>[^，。；、等]{{2,12}}?)(?:产业|行业)?(?:{roles})*(?:企业|公司|集团)")


def of(
    ctx: Context, text: str, frame: Frame, reliance: Reliance, options: tuple[Option, ...], near: Owner | None = None
) -> Owner | None:
    """The sector that the firms of ``reliance`` carry; ``near`` is the one that the sentence was about before."""
    inherited = next((o.owner for o in options if o.owner.type == "Industry"), None)
    return _said(ctx, text, frame, reliance, options) or near or inherited


def of_objects(ctx: Context, text: str, frame: Frame, act: Act, options: tuple[Option, ...], near: Owner | None) -> Owner | None:
    """The sector of the firms that an act has as objects (“壮大X产业链，支持A、B等龙头企业”)."""
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
        or _headed(text, reliance)
        or _aimed(ctx, text, frame, reliance.span.end)
        or own
        or _developed(ctx, text, frame, reliance.span.start)
    )


def _called(ctx: Context, text: str, reliance: Reliance, options: tuple[Option, ...]) -> Owner | None:
    """The sector that the words for the firms name (“等商贸龙头企业”)."""
    match = _kinds().search(text, reliance.span.start, min(len(text), reliance.span.end + 4))
    role = match is None or words.opening(match.group("what"), "firm_roles") != ""
    return None if match is None or role else kind_sector(ctx, match.group("what"), options)


def kind_sector(ctx: Context, what: str, options: tuple[Option, ...]) -> Owner | None:
    """The sector that a word in front of 企业 means: one above that has it in its name, one of another section, its own."""
    above = [o.owner for o in options if o.owner.type == "Industry"]
    titled = [o for o in ctx.section_owners if o is not None and o.type == "Industry"]
    return next((o for o in (*above, *titled) if what in o.name), None) or ctx.sector_in(what)


_HEADED = re.compile(r"的(?P<what>[^，。；、的]{2,16}产业)(?:集群|链|基地)?(?=[，。；、]|$)")


def _headed(text: str, reliance: Reliance) -> Owner | None:
    """“以A为龙头的X产业集群”: the sector of which the firm is said to be the leader."""
    match = _HEADED.match(text, reliance.clause.end) if reliance.opener == "以" else None
    return Owner("Industry", match.group("what")) if match is not None and names.nameable(match.group("what")) else None


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
