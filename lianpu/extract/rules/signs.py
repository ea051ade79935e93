"""What the judge is told of a listed thing: the words around it, its name, its owner, and what the tagger marks there."""

from __future__ import annotations

from lianpu.extract import names, words
from lianpu.extract.acts import Act, Frame
from lianpu.extract.context import Context, Owner
from lianpu.extract.rules.objects import Listed
from lianpu.extract.tagger import Marks


def setting(ctx: Context, paragraph: int, clause: str) -> list[str]:
    """Features that all things of an act share: its sections, the general words of its clause and its pairs of characters."""
    titles = [ctx.outline.sections[i].title for i in ctx.outline.path(ctx.outline.paragraphs[paragraph].section)]
    out = [f"h{min(depth, 2)}={title[-2:]}" for depth, title in enumerate(reversed(titles))]
    out += [f"hb={titles[-1][i : i + 2]}" for i in range(len(titles[-1]) - 1)] if titles else ["hb="]
    out += [f"w={word}" for word in words.found(clause, "general_words")]
    return [*out, *{f"cb={pair}" for pair in pairs(clause)}]


def pairs(text: str) -> list[str]:
    """All pairs of neighbouring characters."""
    return [text[i : i + 2] for i in range(len(text) - 1)]


def _around(text: str, start: int, end: int) -> list[str]:
    """Features of the characters on both sides of a thing."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return [f"b1={before[-1:]}", f"b2={before}", f"a1={after[:1]}", f"a2={after}"]


def kin(verb: str) -> str:
    """The common verb as which a rare one is weighed."""
    return words.mapping("verb_kin").get(verb, (verb,))[0]


def of(ctx: Context, frame: Frame, text: str, act: Act, x: Listed, owner: Owner, marks: Marks) -> list[str]:
    """Features of one listed thing for the judge: verb, list, name, owner, and how it lies to what the tagger marks."""
    name = x.thing.what.name
    verb = kin(act.verb.word)
    before = text[max(frame.span.start, act.verb.start - 2) : act.verb.start]
    kind, _ = names.form(name)
    good = names.goods(name)
    return [
        f"v={verb}",
        f"k={act.kind}/{act.status}",
        f"b={before}",
        f"s1={name[-1]}",
        f"s2={name[-2:]}",
        f"s3={name[-3:]}",
        f"p2={name[:2]}",
        f"n={min(len(name), 12)}",
        f"t={x.thing.what.type}",
        f"f={kind}",
        f"a={x.after[:4]}",
        f"z={x.size if x.size < 4 else 4}",
        f"i={min(x.position, 3)}",
        f"e={x.tail[-2:]}",
        f"c={x.closing}",
        f"pr={x.praised}",
        f"o={owner.type}",
        f"oh={owner == ctx.home}",
        f"cs={act.caused}",
        f"g={good}",
        f"d={any(c.isdigit() for c in name)}",
        f"m={min(ctx.count(name), 4)}",
        f"sub={act.subject is not None}",
        f"kv={act.kind}/{good}/{x.size > 2}",
        f"vs={verb}/{name[-1]}",
        f"kn={ctx.known_sector(name)}",
        f"end={text[max(act.clause.start, act.clause.end - 2) : act.clause.end]}",
        f"cl={act.closing[-4:]}",
        f"ck={act.status if act.closing else ''}/{good}",
        f"rel={bool(frame.reliances)}",
        f"only={x.marked}",
        *(f"nb={pair}" for pair in {*pairs(name)}),
        *(f"nc={character}" for character in {*name}),
        *_around(text, x.thing.start, x.thing.end),
        *marks.signs(x.thing.start, x.thing.end),
    ]
