"""What the rules write down while they read: names in their places and statements about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from lianpu.extract.context import Owner
from lianpu.extract.judge import Model
from lianpu.extract.tag_marks import Marks
from lianpu.extract.values import Value
from lianpu.model import Position, Status


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A name at ``paragraph.text[start:end]``; ``aliases`` are other forms it has in that place."""

    what: Owner
    paragraph: int
    start: int
    end: int
    rule: str
    aliases: tuple[str, ...] = ()


class Draft(msgspec.Struct, frozen=True, gc=False):
    """A statement before names are resolved: ``paragraph.text[start:end]`` is its evidence."""

    s: Owner
    p: str
    o: Owner
    status: Status
    paragraph: int
    start: int
    end: int
    rule: str
    confidence: float = 0.9
    order: int | None = None
    position: Position | None = None


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A target or indicator with its owner and place."""

    owner: Owner
    value: Value
    paragraph: int


class Sample(msgspec.Struct, frozen=True, gc=False):
    """One decision of the judge, kept for training: features, the rule's label and the thing it was about."""

    features: tuple[str, ...]
    rule: str
    name: str
    aliases: tuple[str, ...]
    paragraph: int
    options: tuple[tuple[Owner, tuple[str, ...]], ...] = ()
    """Possible owners with their features."""


@dataclass(slots=True)
class Reading:
    """Collects mentions and drafts of one document, in reading order."""

    mentions: list[Mention] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    heads: dict[tuple[int, int], Owner] = field(default_factory=dict)
    """Owner in force at each sentence (paragraph, start of sentence), for the figures."""
    works: dict[int, Owner] = field(default_factory=dict)
    """The project that a paragraph of particulars tells of, for the figures."""
    model: Model | None = None
    samples: list[Sample] | None = None
    marks: Mapping[int, Marks] = field(default_factory=dict)
    """What the tagger marks in each paragraph."""
    told: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Names mentioned so far, by class."""
    firm_openings: set[str] = field(default_factory=set)
    """Firms mentioned so far with the openings of their names, by which a text calls them later on."""
    _mentioned: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    _stated: dict[int, list[Draft]] = field(default_factory=lambda: defaultdict(list))

    def name(self, what: Owner, paragraph: int, start: int, end: int, rule: str, aliases: tuple[str, ...] = ()) -> Owner:
        """Note a mention and give back what it names."""
        mention = Mention(what, paragraph, start, end, rule, aliases)
        self.mentions.append(mention)
        self._mentioned[paragraph].append(mention)
        if what.name not in (told := self.told[what.type]):
            told.add(what.name)
            if what.type == "Enterprise":
                self._opens(what.name)
        return what

    def expect(self, firm: str) -> None:
        """Let the rules know a firm that the text names further on."""
        self.told["Enterprise"].add(firm)
        self._opens(firm)

    def _opens(self, firm: str) -> None:
        self.firm_openings.update(firm[:size] for size in range(2, len(firm) + 1))

    def mentioned(self, paragraph: int) -> Sequence[Mention]:
        """Names read so far in a paragraph, so that no rule goes through those of the whole document."""
        return self._mentioned.get(paragraph, ())

    def stated(self, paragraph: int) -> Sequence[Draft]:
        """Statements read so far with their evidence in a paragraph."""
        return self._stated.get(paragraph, ())

    def state(
        self,
        s: Owner,
        p: str,
        o: Owner,
        status: Status,
        place: tuple[int, int, int],
        rule: str,
        *,
        confidence: float = 0.9,
        order: int | None = None,
        position: Position | None = None,
    ) -> None:
        """Note a statement; ``place`` is (paragraph, start, end). A thing is never related to itself."""
        if s != o and s.name != o.name:
            draft = Draft(s, p, o, status, *place, rule, confidence, order, position)
            self.drafts.append(draft)
            self._stated[draft.paragraph].append(draft)
