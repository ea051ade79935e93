"""Which firms make what the acts of a statement develop."""

from __future__ import annotations

from dataclasses import dataclass

from lianpu.extract import names, words
from lianpu.extract.acts import Act, Frame
from lianpu.extract.context import Context, Owner
from lianpu.extract.rules import firm_words, objects


@dataclass(frozen=True, slots=True)
class Makers:
    """The firms that a statement relies on and where their list ends."""

    end: int
    firms: tuple[Owner, ...]


def of(ctx: Context, text: str, frame: Frame, act: Act, named: list[Makers]) -> tuple[Owner, ...]:
    """The makers of an act's objects: the firms named last before it, when its verb is one of making.

    Several firms make together only the one thing that the statement has; what stands behind a verb of recruiting is
    no longer theirs.
    """
    before = [makers for makers in named if makers.end <= act.verb.start]
    if not before or act.verb.word not in words.words("makes"):
        return ()
    last = before[-1]
    between = [other for other in frame.acts if last.end <= other.verb.start < act.verb.start]
    if any(other.kind == "seek" and other.status in ("recruit", "supplement") for other in between):
        return ()
    return last.firms if len(last.firms) == 1 or _topics(ctx, text, frame, last.end) == 1 else ()


def makes(text: str, act: Act) -> bool:
    """Whether what an act's verb has as object may be made by its subject; works and bodies are built, not made."""
    first = text[act.verb.start : act.objects[-1].end].partition("、")[0]
    body = names.form(first)[0] in ("Platform", "Institution", "Park")
    if act.status == "extend":
        return not body
    return act.verb.word in words.words("makes") and act.verb.word not in words.words("builds") and not body


def makes_own(text: str, act: Act, firms: tuple[Owner, ...]) -> bool:
    """Whether one of the firms is itself the subject of a verb of making."""
    who = text[act.subject.start : act.subject.end] if act.subject is not None else ""
    return any(firm.name in who for firm in firms) and makes(text, act)


def _topics(ctx: Context, text: str, frame: Frame, start: int) -> int:
    """How many goods and sectors the acts behind ``start`` have as objects."""
    acts = [act for act in frame.acts if act.verb.start >= start]
    return sum(x.thing.what.type in ("Product", "Industry") for act in acts for x in objects.objects(ctx, text, act))


def only_make(ctx: Context, text: str, act: Act, role: str, count: int) -> bool:
    """“支持A、B等企业研发X”: several firms without a leader's name for them make the one thing, and carry no sector."""
    if count < 2 or firm_words.leading(role) or objects.single_sector(ctx, text, act) is not None:
        return False
    return sum(x.thing.what.type in ("Product", "Industry") for x in objects.objects(ctx, text, act)) <= 1
