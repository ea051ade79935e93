"""How likely the judge takes the things of an act to be, those of the rules and those that the tagger marks; whose most are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lianpu.extract import brands, judge, names, owners
from lianpu.extract.acts import Act, Frame
from lianpu.extract.context import Context, Owner
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading
from lianpu.extract.rules import packed, ranks, signs
from lianpu.extract.rules.objects import Listed
from lianpu.extract.tag_marks import NOTHING
from lianpu.extract.things import Thing


@dataclass(frozen=True, slots=True)
class Place:
    """One act and where it is said."""

    ctx: Context
    frame: Frame
    text: str
    paragraph: int
    act: Act

    @property
    def statement(self) -> str:
        """The whole statement."""
        return self.text[self.frame.span.start : self.frame.span.end]


def each(at: Place, owner: Owner, found: Sequence[Listed], out: Reading) -> list[tuple[list[str], float]]:
    """For each thing the judge's features and how likely it is to be kept; those that the tagger alone found come last."""
    weights = out.model.keep if out.model else None
    signed: list[list[str]] = [[] for _ in found]
    likely = [judge.UNJUDGED for _ in found]
    if found and (weights is not None or out.samples is not None):
        about = signs.of_act(at.ctx, at.frame, at.text, at.paragraph, at.act, owner)
        marks = out.marks.get(at.paragraph, NOTHING)
        rows = [signs.of(at.ctx, at.text, at.act, x, marks) for x in found]
        if weights is not None:
            shared = weights.bias + about.weight(weights)
            likely = [judge.likely(shared + row.weight(weights)) for row in rows]
        if out.samples is not None:
            signed = [row.features() + about.features() for row in rows]
    listed = sum(not x.marked for x in found)
    likely = [*judge.alike(likely[:listed]), *likely[listed:]]
    if out.samples is None:
        likely = _rivals(found, likely)
    return list(zip(signed, likely, strict=True))


def _rivals(found: Sequence[Listed], likely: Sequence[float]) -> list[float]:
    """Of a stretch that the tagger marks and a thing of the rules that overlaps it the likelier stays, the other gets 0."""
    out = list(likely)
    for i, x in enumerate(found):
        if not x.marked:
            continue
        rivals = [k for k, y in enumerate(found) if not y.marked and y.thing.start < x.thing.end and x.thing.start < y.thing.end]
        if any(likely[k] >= likely[i] for k in rivals):
            out[i] = 0.0
        else:
            for k in rivals:
                out[k] = 0.0
    return out


def of_most(at: Place, options: tuple[Option, ...], found: Sequence[Listed], out: Reading) -> dict[Thing, Option]:
    """The owners of the things of a list that is developed: what most have the others have, too."""
    weights = out.model.owner if out.model else None
    plain = [x for x in found if x.thing.place is None and not x.closing]
    if weights is None or out.samples is not None or at.act.kind != "develop" or len(plain) < owners.SEVERAL or len(options) < 2:
        return {}
    each: dict[Thing, Option] = {}
    for x in plain:
        name, kind = x.thing.what.name, x.thing.what.type
        said = owners.Said(name, kind, at.act.status, at.statement, at.paragraph, signs.kin(at.act.verb.word), x.size)
        each[x.thing] = owners.choose(at.ctx, owners.possible(name, options), said, weights)
    most = owners.agreed(list(each.values()))
    if most is None:
        return each
    return {thing: most if most in owners.possible(thing.what.name, options) else own for thing, own in each.items()}


def marked(at: Place, known: Sequence[Listed], out: Reading) -> list[Listed]:
    """What the tagger marks in these spans and the rules do not list as it stands."""
    ctx, text, spans = at.ctx, at.text, at.act.objects
    listed = {(x.thing.start, x.thing.end) for x in known}
    found: list[Listed] = []
    for mark in out.marks.get(at.paragraph, NOTHING).touching(spans[0].start, spans[-1].end) if spans else ():
        if not any(s.start <= mark.start and mark.end <= s.end for s in spans) or (mark.start, mark.end) in listed:
            continue
        if packed.parcelled(text, spans[0].start, spans[-1].end, mark.start):
            continue
        name = text[mark.start : mark.end]
        if _TORN.search(name) is None and names.nameable(name) and name not in ctx.places and not is_firm(name):
            thing = Thing(ranks.topic(ctx, name), mark.start, mark.end)
            found.append(Listed(thing, 0, 1, "", text[mark.end : mark.end + 4], marked=True))
    return found


_TORN = re.compile(r"[\u4e00-\u9fff]{2}(?:包括|涵盖|包含|依托|聚焦)|(?:包括|涵盖|依托|聚焦|[”：])")
"""In what the tagger marks across the words that govern."""


def is_firm(name: str) -> bool:
    """Whether a listed name is a firm's by its beginning and its end."""
    return names.form(name)[0] == "Enterprise" and brands.coined(name)
