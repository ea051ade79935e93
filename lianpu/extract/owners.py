"""Who a statement may be about, and which of them it is.

Options come from the sentence (its opening phrase, “围绕X”, the object of the clause before), from the paragraph's head and
from the sections above; the guide's order of preference is the rule, a small linear model (see :mod:`.judge`) weighs it where
the words leave a choice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from lianpu.extract import judge, names, words
from lianpu.extract.context import Context, Owner, sector_key


class Option(msgspec.Struct, frozen=True, gc=False):
    """A possible owner and where it comes from.

    From the sentence: lead, subject, together, around, about, topic, raised, carried, object, good, tail, placed, relied,
    previous; from the paragraph: head; from headings: section0…, part, title, above; else document, home.
    """

    owner: Owner
    relation: str


class Said(msgspec.Struct, frozen=True, gc=False):
    """One thing with what the sentence says of it: all that the choice of its owner looks at."""

    name: str
    kind: str
    label: str
    sentence: str
    paragraph: int
    verb: str = ""
    size: int = 1
    closing: bool = False


def inherited(ctx: Context, section: int, head: Owner | None) -> tuple[Option, ...]:
    """Options that hold for a whole paragraph, nearest first; sectors above a heading about kinds of industry come last."""
    out: list[Option] = []
    if head is not None:
        out.append(Option(head, "head"))
    loose: list[Option] = []
    depth = 0
    closed = False
    for index in reversed(ctx.outline.path(section)):
        owner = ctx.section_owners[index]
        if owner is not None:
            (loose if closed else out).append(Option(owner, "above" if closed else f"section{min(depth, 2)}"))
            depth += 1
        elif (weak := ctx.weak_owners[index]) is not None:
            loose.append(Option(weak, "title"))
        loose += [Option(part, "part") for part in ctx.joined_owners[index]]
        closed = closed or ctx.general_titles[index]
    if ctx.subject is not None:
        out.append(Option(ctx.subject, "document"))
    if ctx.home is not None:
        out.append(Option(ctx.home, "home"))
    return distinct([*out, *loose])


def distinct(options: Sequence[Option]) -> tuple[Option, ...]:
    """Options without repeats; the nearest relation stays. A sum of many sectors owns nothing where anybody else may."""
    options = [o for o in options if o.relation == "document" or not is_sum(o.owner)] or options
    seen: dict[tuple[str, str], Option] = {}
    for option in options:
        seen.setdefault((option.owner.type, sector_key(option.owner.name)), option)
    return tuple(seen.values())


def is_sum(owner: Owner) -> bool:
    """Whether an owner is a sum of sectors (先进制造业集群)."""
    return owner.type == "Industry" and owner.name.removesuffix("集群") in words.words("sums")


def single(owner: Owner | None) -> Owner | None:
    """An owner that is no sum of sectors."""
    return None if owner is None or is_sum(owner) else owner


def possible(thing: str, options: Sequence[Option]) -> tuple[Option, ...]:
    """Options without repeats and without the thing itself, which nothing is said of by its own name; never empty."""
    every = distinct(options)
    return tuple(o for o in every if sector_key(o.owner.name) != sector_key(thing)) or every[:1]


class _Around(msgspec.Struct, frozen=True, gc=False):
    """What the features of all options for one thing share."""

    relations: str
    title: str
    text: str
    kind: str | None
    whole: bool
    known: bool
    pairs: frozenset[str]


def _around(ctx: Context, options: Sequence[Option], said: Said) -> _Around:
    paragraph = ctx.outline.paragraphs[said.paragraph]
    path = ctx.outline.path(paragraph.section)
    return _Around(
        "+".join(o.relation for o in options),
        ctx.outline.sections[path[-1]].title if path else "",
        paragraph.text,
        names.form(said.name)[0],
        words.inside(said.sentence, "all_words"),
        ctx.known_sector(said.name),
        _pairs(said.name),
    )


def _pairs(name: str) -> frozenset[str]:
    return frozenset(name[i : i + 2] for i in range(len(name) - 1))


def signs(ctx: Context, options: Sequence[Option], said: Said) -> list[list[str]]:
    """Features of each option for one thing."""
    around = _around(ctx, options, said)
    return [_signs(ctx, option, order, around, said) for order, option in enumerate(options)]


def _signs(ctx: Context, option: Option, order: int, around: _Around, said: Said) -> list[str]:
    relation, name, thing = option.relation, option.owner.name, said.name
    key = sector_key(name)
    shared = len(set(name) & set(thing))
    pairs = _pairs(key) & around.pairs
    here = around.text.count(key)
    return [
        f"r={relation}",
        f"r={relation}/first={order == 0}",
        f"rs={relation}/{around.relations}",
        f"t={relation}/{option.owner.type}",
        f"x={min(shared, 3)}",
        f"rx={relation}/{min(shared, 2)}",
        f"p={relation}/{min(len(pairs), 2)}",
        f"in={thing in name}",
        f"ni={name in thing}",
        f"h={relation}/{around.whole}",
        f"k={relation}/{around.kind}",
        f"w={relation}/{said.kind}",
        f"l={relation}/{said.label}",
        f"v={relation}/{said.verb}",
        f"z={relation}/{min(said.size, 3)}",
        f"c={relation}/{said.closing}",
        f"g={relation}/{names.goods(thing)}",
        f"d={relation}/{ctx.subject is not None}",
        f"e={relation}/{around.title[-2:]}",
        f"q={relation}/{key in said.sentence}",
        f"u={relation}/{min(here, 2)}",
        f"n={relation}/{around.known}",
        f"o={order}",
        f"m={relation}/{min(ctx.count(name), 6)}",
    ]


def choose(ctx: Context, options: Sequence[Option], said: Said, weights: judge.Weights | None) -> Option:
    """The likeliest owner; the first option when there is no model."""
    if weights is None or len(options) == 1:
        return options[0]
    margins = [judge.margin(row, weights) for row in signs(ctx, options, said)]
    return options[margins.index(max(margins))]


SEVERAL = 3
"""Things of one list whose owners can outvote another."""


def agreed(each: Sequence[Option]) -> Option | None:
    """The owner that more than half of the things of a list have."""
    most, count = Counter(each).most_common(1)[0]
    return most if 2 * count > len(each) else None
