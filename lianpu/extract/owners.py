"""Who a statement may be about, and which of them it is.

Options come from the sentence (its opening phrase, “围绕X”, the object of the clause before), from the paragraph's head and
from the sections above; the guide's order of preference is the rule, a small linear model (see :mod:`.judge`) weighs it where
the words leave a choice.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from lianpu.extract import judge, names
from lianpu.extract.context import Context, Owner, sector_key


class Option(msgspec.Struct, frozen=True, gc=False):
    """A possible owner and where it comes from: lead, subject, around, carried, tail, relied, head, section0…, document, home."""

    owner: Owner
    relation: str


def inherited(ctx: Context, section: int, head: Owner | None) -> tuple[Option, ...]:
    """Options that hold for a whole paragraph, nearest first."""
    out: list[Option] = []
    if head is not None:
        out.append(Option(head, "head"))
    loose: list[Option] = []
    depth = 0
    for index in reversed(ctx.outline.path(section)):
        owner = ctx.section_owners[index]
        if owner is not None:
            out.append(Option(owner, f"section{min(depth, 2)}"))
            depth += 1
        elif (weak := ctx.weak_owners[index]) is not None:
            loose.append(Option(weak, "title"))
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


def signs(
    ctx: Context, option: Option, options: Sequence[Option], thing: str, label: str, sentence: str, *, closing: bool
) -> list[str]:
    """Features of one option for one thing."""
    relations = "+".join(o.relation for o in options)
    shared = len(set(option.owner.name) & set(thing))
    here = any(word in sentence for word in ("全市", "全省", "全区", "全县", "我市", "我省", "我区", "我县"))
    kind, _ = names.form(thing)
    order = options.index(option)
    return [
        f"r={option.relation}",
        f"r={option.relation}/first={order == 0}",
        f"rs={option.relation}/{relations}",
        f"t={option.relation}/{option.owner.type}",
        f"x={min(shared, 3)}",
        f"rx={option.relation}/{min(shared, 2)}",
        f"in={thing in option.owner.name}",
        f"ni={option.owner.name in thing}",
        f"h={option.relation}/{here}",
        f"k={option.relation}/{kind}",
        f"l={option.relation}/{label}",
        f"c={option.relation}/{closing}",
        f"g={option.relation}/{names.goods(thing)}",
        f"s={option.relation}/{option.owner.name[-2:]}",
        f"d={option.relation}/{ctx.subject is not None}",
        f"o={order}",
        f"m={option.relation}/{min(ctx.count(option.owner.name), 6)}",
    ]


def choose(
    ctx: Context,
    options: Sequence[Option],
    thing: str,
    label: str,
    sentence: str,
    weights: judge.Weights | None,
    *,
    closing: bool,
) -> Option:
    """The likeliest owner; the first option when there is no model."""
    if weights is None or len(options) == 1:
        return options[0]
    return max(options, key=lambda o: judge.margin(signs(ctx, o, options, thing, label, sentence, closing=closing), weights))
