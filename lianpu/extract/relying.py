"""What a statement relies on: its firms, the park that is then who it is about, the institute in the lead."""

from __future__ import annotations

import re

from lianpu.extract import names, owners, words
from lianpu.extract.acts import Frame
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading
from lianpu.extract.rules import carriers, districts, firms, makers
from lianpu.extract.things import classify


def read(
    ctx: Context, text: str, index: int, frame: Frame, options: tuple[Option, ...], near: Owner | None, out: Reading
) -> tuple[tuple[Option, ...], list[makers.Makers], list[Option]]:
    """Read what a statement relies on: the owners that it may have then, its firms, and the parks that may own the rest."""
    owner = options[0].owner
    named_firms: list[makers.Makers] = []
    parks: list[Option] = []
    for reliance in frame.reliances:
        relied = firms.read(ctx, text, reliance)
        leads = reliance.opener == "以" and _LEADS.match(text, reliance.clause.end) is not None
        sector = None if leads else carriers.of(ctx, text, frame, reliance, options, near)
        firms.apply(ctx, frame, index, owner, relied, reliance, out, sector, carry=not leads)
        evidence = Span(*frame.evidence(reliance.clause))
        districts.relied(ctx, text, (*relied.parks, *relied.platforms), options, index, reliance.clause, evidence, out)
        districts.firms(ctx, text, relied.firms, index, reliance.clause, out)
        if relied.firms:
            named_firms.append(makers.Makers(reliance.span.end, tuple(f.what for f in relied.firms)))
        parks += [Option(p.what, "relied") for p in relied.parks[:1]]
        alone = len(relied.parks) == 1 and "、" not in text[reliance.span.start : reliance.span.end]
        seat = alone and reliance.opener == "以" and reliance.role in words.words("park_parts")
        whole = options[0].relation in ("document", "home")
        opens = alone and reliance.opener == "依托" and reliance.clause.start == frame.span.start and not _led(options)
        first = reliance.clause.start == frame.span.start and not _led(options) and owner.type == "Industry"
        core = reliance.role == "核心" and owner.type != "Industry"
        seat = seat and (whole or core or first and reliance.role not in ("载体", "承载"))
        if opens or seat:
            options = owners.distinct([Option(relied.parks[0].what, "lead"), *options])
    return options, named_firms, parks


_LEADS = re.compile(r"的(?!产业|企业|发展|[^，。；]{0,6}(?:产业集群|格局|体系|梯队|龙头|企业))[\u4e00-\u9fff]{2}")
"""Behind the firms that lead it: the sector that these carry then (以甲为龙头的乙生产)."""


def _led(options: tuple[Option, ...]) -> bool:
    """Whether a statement or its point names who it is about itself."""
    return options[0].relation in ("lead", "together", "head")


def in_lead(ctx: Context, text: str, frame: Frame) -> Owner | None:
    """The institute that a statement puts in the lead (“以甲研究院为主体，联合乙大学…”)."""
    for reliance in frame.reliances:
        name = text[reliance.span.start : reliance.span.end]
        if reliance.role in ("主体", "龙头", "引领", "牵引") and names.form(name)[0] == "Institution":
            thing = classify(ctx, name, reliance.span.start)
            return thing.what if thing is not None and thing.what.type == "Institution" else None
    return None
