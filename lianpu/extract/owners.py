"""Who a statement may be about, and which of them it is.

Options come from the sentence (its opening phrase, “围绕X”, the object of the clause before), from the paragraph's head and
from the sections above; the guide's order of preference is the rule, a small linear model (see :mod:`.judge`) weighs it where
the words leave a choice.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from lianpu.extract import judge, names, words
from lianpu.extract.context import Context, Owner, sector_key


class Option(msgspec.Struct, frozen=True, gc=False):
    """A possible owner and where it comes from: lead, subject, around, carried, tail, relied, head, section0…, document, home."""

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
    """Options without repeats; the nearest relation stays."""
    seen: dict[tuple[str, str], Option] = {}
    for option in options:
        seen.setdefault((option.owner.type, sector_key(option.owner.name)), option)
    return tuple(seen.values())


def possible(thing: str, options: Sequence[Option]) -> tuple[Option, ...]:
    """Options without repeats and without the thing itself, which nothing is said of by its own name; never empty."""
    every = distinct(options)
    return tuple(o for o in every if sector_key(o.owner.name) != sector_key(thing)) or every[:1]


def signs(ctx: Context, option: Option, options: Sequence[Option], said: Said) -> list[str]:
    """Features of one option for one thing."""
    relation, name, thing = option.relation, option.owner.name, said.name
    order = options.index(option)
    relations = "+".join(o.relation for o in options)
    key = sector_key(name)
    shared = len(set(name) & set(thing))
    pairs = {key[i : i + 2] for i in range(len(key) - 1)} & {thing[i : i + 2] for i in range(len(thing) - 1)}
    path = ctx.outline.path(ctx.outline.paragraphs[said.paragraph].section)
    title = ctx.outline.sections[path[-1]].title if path else ""
    here = ctx.outline.paragraphs[said.paragraph].text.count(key)
    kind, _ = names.form(thing)
    return [
        f"r={relation}",
        f"r={relation}/first={order == 0}",
        f"rs={relation}/{relations}",
        f"t={relation}/{option.owner.type}",
        f"x={min(shared, 3)}",
        f"rx={relation}/{min(shared, 2)}",
        f"p={relation}/{min(len(pairs), 2)}",
        f"in={thing in name}",
        f"ni={name in thing}",
        f"h={relation}/{any(word in said.sentence for word in words.words('all_words'))}",
        f"k={relation}/{kind}",
        f"w={relation}/{said.kind}",
        f"l={relation}/{said.label}",
        f"v={relation}/{said.verb}",
        f"z={relation}/{min(said.size, 3)}",
        f"c={relation}/{said.closing}",
        f"g={relation}/{names.goods(thing)}",
        f"s={relation}/{name[-2:]}",
        f"d={relation}/{ctx.subject is not None}",
        f"e={relation}/{title[-2:]}",
        f"q={relation}/{key in said.sentence}",
        f"u={relation}/{min(here, 2)}",
        f"n={relation}/{ctx.known_sector(thing)}",
        f"o={order}",
        f"m={relation}/{min(ctx.count(name), 6)}",
    ]


def choose(ctx: Context, options: Sequence[Option], said: Said, weights: judge.Weights | None) -> Option:
    """The likeliest owner; the first option when there is no model."""
    if weights is None or len(options) == 1:
        return options[0]
    return max(options, key=lambda o: judge.margin(signs(ctx, o, options, said), weights))
