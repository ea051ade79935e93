"""Chains named by their stages: “A—B—C产业链”, “从A到B的产业链”, “集A、B于一体的X产业链”, “X“制储运加”全链条”."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, product

from lianpu.extract import clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.reading import Reading
from lianpu.extract.rules import chain_forms, chain_runs, streams, supplies
from lianpu.extract.rules.chain_owners import of_home, said_before, section_industry
from lianpu.extract.rules.chain_runs import Chain
from lianpu.extract.things import classify


@cache
def _compact_pattern() -> re.Pattern[str]:
    verbs = "".join(sorted(words.words("chain_verbs")))
    return re.compile(rf"(?P<noun>[\u4e00-\u9fff]{{1,8}}?)“?(?P<verbs>[{verbs}]{{3,6}})”?(?:一体化?)?(?:完整)?{chain_runs.LINE}")


def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """Read chains in one statement; a chain without a name belongs to the industry of ``owner`` or of its section."""
    if not chain_forms.cued(text, span) and streams.titled(ctx, paragraph) is None:
        return
    home = section_industry(ctx, paragraph, owner)
    taken: list[Span] = []
    for found in chain_forms.chains(text, span, _on_chain(ctx, paragraph)):
        if any(s.start < found.stages[-1].end and found.stages[0].start < s.end for s in taken if found.stages):
            continue
        if any(text[s.start : s.end] in ctx.places for s in found.stages):
            continue
        if not found.linked and len({text[s.start] for s in found.stages if _UP_OR_DOWN.match(text, s.start, s.end)}) > 1:
            continue
        chain = _owner(ctx, text, found, span, home)
        if chain is None and not found.linked or not _says_something(text, found):
            continue
        taken.append(Span(found.stages[0].start, found.stages[-1].end))
        _write(ctx, text, found, paragraph, chain, out)
    _compact(text, span, paragraph, home, out)
    streams.apply(ctx, text, span, paragraph, home, out, tuple(taken))
    supplies.apply(ctx, text, span, paragraph, home, out)


def _on_chain(ctx: Context, paragraph: int) -> bool:
    """Whether a heading above calls what it is about a chain."""
    return any("链" in ctx.outline.sections[at].title for at in ctx.outline.path(ctx.outline.paragraphs[paragraph].section)[-2:])


def _owner(ctx: Context, text: str, found: Chain, span: Span, home: Owner | None) -> Owner | None:
    """The industry whose chain it is: by its name, by a sector said before or in the stages, else the one at hand."""
    name = re.sub(r"^.*(?:形成|构建|构筑|打造|推动|推进|完善|打通|的|了)", "", chain_forms.bare_name(found.name))
    topic = names.topic(name) if len(name) >= 2 and name not in words.words("chain_not_name") else None
    if topic is not None and (found.named or ctx.known_sector(topic[0]) or ctx.is_sector(topic[0])):
        return of_home(ctx, Owner("Industry", topic[0]), home)
    said = said_before(ctx, text, span.start, found.whole.start)
    if said is not None:
        return of_home(ctx, said, home)
    return (
        _said_in_stages(ctx, text, found, home)
        or home
        or said_before(ctx, text, found.whole.end, span.end)
        or _object_before(text, span, found)
    )


_BODIES = ("Park", "Platform", "Institution", "Agency", "Project")


def _object_before(text: str, span: Span, found: Chain) -> Owner | None:
    """“加快发展X，形成A、B的产业链”: the only object of the clause before."""
    pieces = clauses.clauses(text, Span(span.start, found.whole.start)) if found.whole.start > span.start else []
    verbs = clauses.tokens(text, pieces[-1]) if pieces else []
    body = text[verbs[-1].end : pieces[-1].end] if verbs and verbs[-1].kind == "develop" else ""
    plain = 2 <= len(body) <= 10 and "、" not in body and names.form(body)[0] not in _BODIES and names.praised(body) is None
    return Owner("Industry", body) if plain and names.nameable(body) else None


def _said_in_stages(ctx: Context, text: str, found: Chain, home: Owner | None) -> Owner | None:
    """“从稀土开采到稀土材料”: the sector that stages open with, when the industry at hand is a wider one."""
    stages = [text[s.start : s.end] for s in found.stages]
    sectors = sorted(ctx.titled | ctx.listed, key=lambda key: (len(key), key))
    for stage in stages:
        for size in range(len(stage) - 2, 1, -1):
            head = stage[:size]
            if home is not None and head in home.name or head in ctx.places:
                continue
            wider = [key for key in sectors if key.startswith(head) and key != head]
            if wider and sum(s.startswith(head) for s in stages) >= 2:
                return Owner("Industry", wider[0])
            if head in sectors:
                return Owner("Industry", head)
    return None


_CHINESE = re.compile(r"[\u4e00-\u9fff]|^[A-Z][A-Za-z0-9]{1,6}$")
_PRAISE = re.compile(r"^高[\u4e00-\u9fff]{1,2}$|(?:强|优|好|高|衔接|可控|完善|齐全|合理|突出|明显|鲜明|完备)$")


def _says_something(text: str, found: Chain) -> bool:
    """Whether the stages are stages: no bodies or means among them, and not only those that any chain has."""
    stages = [text[s.start : s.end].strip("“” ") for s in found.stages]
    if len(stages) < 2 or any(
        not _CHINESE.search(s) or _PRAISE.search(s) or s.endswith(words.longest_first("stage_not")) for s in stages
    ):
        return False
    return found.titled or not all(s in words.words("stage_generic") for s in stages)


_UP_OR_DOWN = re.compile(r"[上中下]游的?(?=[\u4e00-\u9fff]{2})")


def _bare(stage: str) -> str:
    place = _UP_OR_DOWN.match(stage)
    return stage[place.end() :] if place is not None else stage


def _stages(text: str, found: Chain, chain: Owner | None) -> list[tuple[str, str, Span]]:
    """Names of the stages and how the text writes them: what any chain has takes its noun, shared nouns are given back."""
    noun = re.sub(r"^(?:特色|现代|高端|新型|优质|先进)", "", sector_key(chain.name)) if chain is not None else ""
    raw = [_bare(text[s.start : s.end].strip("“” ")) for s in found.stages]
    out: list[tuple[str, str, Span]] = []
    for own, full, place in zip(raw, lists.shared(raw), found.stages, strict=True):
        name = noun + own if full == own and own in words.words("stage_words") else full
        out.append((name, own, place))
    return out


def _alias(out: Reading, name: str, own: str) -> tuple[str, ...]:
    """How the text writes a stage that took its chain's noun, where no other chain has one that is written so."""
    told = out.told["Product"] | out.told["Industry"]
    taken = own in told or any(other != name and other.endswith(own) for other in told)
    return (own,) if own != name and name.endswith(own) and not taken else ()


def _write(ctx: Context, text: str, found: Chain, paragraph: int, chain: Owner | None, out: Reading) -> None:
    """A chain with its stages; of one that no industry is said to have, only which stage feeds which."""
    where = (paragraph, found.whole.start, found.whole.end)
    if chain is not None:
        out.name(chain, *where, "chain")
    stages: list[tuple[Owner, ...]] = []
    for order, (name, own, place) in enumerate(_stages(text, found, chain), 1):
        beside: list[Owner] = []
        for part, at in _beside(name, own, place):
            thing = classify(ctx, part, at.start)
            stage = Owner("Industry" if thing is not None and thing.what.type == "Industry" else "Product", part)
            alias = _alias(out, name, own) if part == name else ()
            beside.append(out.name(stage, paragraph, at.start, at.end, "stage", alias))
            if chain is not None and found.ordered:
                out.state(stage, "stageOf", chain, "existing", where, "chain-order", order=order)
            elif chain is not None:
                out.state(stage, "stageOf", chain, "existing", where, "chain-member")
        stages.append(tuple(beside))
    for a, b in pairwise(stages) if found.linked else ():
        if len(a) == 1 or len(b) == 1:
            for one, other in product(a, b):
                out.state(one, "feeds", other, "existing", where, "chain-order")


_STROKE = re.compile(r"(?<=[\u4e00-\u9fff]{2})/(?=[A-Za-z]*[\u4e00-\u9fff]{2})")


def _beside(name: str, own: str, place: Span) -> list[tuple[str, Span]]:
    """What stands side by side in one stage (丙烯/乙苯), each with its place."""
    if name != own or _STROKE.search(name) is None:
        return [(name, place)]
    cuts = [0, *(mark.end() for mark in _STROKE.finditer(name)), len(name) + 1]
    return [(name[a : b - 1], Span(place.start + a, place.start + b - 1)) for a, b in pairwise(cuts)]


def _compact(text: str, span: Span, paragraph: int, home: Owner | None, out: Reading) -> None:
    """“X“制储运加”全链条”: each character is a stage and takes the noun of the chain."""
    if text.find("链", span.start, span.end) < 0:
        return
    for match in _compact_pattern().finditer(text, span.start, span.end):
        verbs, (start, end) = match.group("verbs"), match.span("verbs")
        noun = re.sub(r"^.*(?:推进|形成|打造|构建|完善|发展|布局|贯通|推动|打通|的|和|与)", "", match.group("noun"))
        if len(noun) < 2 and (home is None or noun not in home.name) or chain_runs.followed(text, match.end()):
            continue
        chain = Owner("Industry", noun) if len(noun) >= 2 else home
        unit = re.sub(r"(?:能源|能|产业)$", "", noun) or noun
        if chain is None or len(set(verbs)) != len(verbs):
            continue
        where = (paragraph, match.start("noun"), match.end())
        out.name(chain, *where, "chain")
        stages = [out.name(Owner("Product", verb + unit), paragraph, start, end, "stage") for verb in verbs]
        for order, stage in enumerate(stages, 1):
            out.state(stage, "stageOf", chain, "existing", where, "chain-compact", order=order)
        for a, b in pairwise(stages):
            out.state(a, "feeds", b, "existing", where, "chain-compact")
