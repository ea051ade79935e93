"""What the judge is told of a listed thing: the words around it, its name, its owner, and what the tagger marks there."""

from __future__ import annotations

from collections.abc import Iterator
from operator import add

from lianpu.extract import names, words
from lianpu.extract.acts import Act, Frame
from lianpu.extract.context import Context, Owner
from lianpu.extract.judge import Signs
from lianpu.extract.rules.objects import Listed
from lianpu.extract.tag_marks import Marks


def of_act(ctx: Context, frame: Frame, text: str, paragraph: int, act: Act, owner: Owner) -> Signs:
    """Features that all things of an act share: its verb, owner and sections, the words and pairs of characters of its clause."""
    clause = text[act.clause.start : act.clause.end]
    titles = [ctx.outline.sections[i].title for i in ctx.outline.path(ctx.outline.paragraphs[paragraph].section)]
    single = [
        f"v={kin(act.verb.word)}",
        f"k={act.kind}/{act.status}",
        f"b={text[max(frame.span.start, act.verb.start - 2) : act.verb.start]}",
        f"o={owner.type}",
        f"oh={owner == ctx.home}",
        f"cs={act.caused}",
        f"sub={act.subject is not None}",
        f"end={clause[-2:]}",
        f"cl={act.closing[-4:]}",
        f"rel={bool(frame.reliances)}",
        *(f"h{min(depth, 2)}={title[-2:]}" for depth, title in enumerate(reversed(titles))),
    ]
    said = words.found(clause, "general_words")
    return Signs(single, (("hb", [*_pairs(titles[-1])] if titles else ("",)), ("w", said), ("cb", {*_pairs(clause)})))


def _pairs(text: str) -> Iterator[str]:
    """All pairs of neighbouring characters."""
    return map(add, text, text[1:])


def kin(verb: str) -> str:
    """The common verb as which a rare one is weighed."""
    return words.mapping("verb_kin").get(verb, (verb,))[0]


def of(ctx: Context, text: str, act: Act, x: Listed, marks: Marks) -> Signs:
    """Features of one listed thing for the judge: name, list, what is around it, and how it lies to what the tagger marks."""
    name, start, end = x.thing.what.name, x.thing.start, x.thing.end
    kind, _ = names.form(name)
    good = names.goods(name)
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    single = [
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
        f"g={good}",
        f"d={not name.isalpha() and any(map(str.isdigit, name))}",
        f"m={min(ctx.count(name), 4)}",
        f"kv={act.kind}/{good}/{x.size > 2}",
        f"vs={kin(act.verb.word)}/{name[-1]}",
        f"kn={ctx.known_sector(name)}",
        f"ck={act.status if act.closing else ''}/{good}",
        f"only={x.marked}",
        f"b1={before[-1:]}",
        f"b2={before}",
        f"a1={after[:1]}",
        f"a2={after}",
        *marks.signs(start, end),
    ]
    return Signs(single, (("nb", {*_pairs(name)}), ("nc", {*name})))
