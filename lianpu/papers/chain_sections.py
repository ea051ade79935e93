"""The sections of one chain: what is to be recruited and by whom it could be filled, what is to be mastered, and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lianpu.model import Position
from lianpu.papers.draft import Draft
from lianpu.papers.phrases import FIRMS_SHORT, NAMES_SHOWN, Phrases
from lianpu.papers.recruit_section import RecruitSection
from lianpu.queries.records import ChainReport, GapRow
from lianpu.queries.ties import Tie, ties
from lianpu.viz.paper import Box, Cell, Flow, Line, Stage, State

_POSITIONS: tuple[Position, ...] = ("upstream", "midstream", "downstream")
_STATES: tuple[State, ...] = ("covered", "planned", "declared", "unstated")


class ChainSections:
    """Writes the sections of a chain into a draft, at a level of headings. Sections without rows are left out."""

    def __init__(self, draft: Draft, say: Phrases, chain: ChainReport, level: int = 1) -> None:
        self.draft = draft
        self.say = say
        self.chain = chain
        self.level = level
        self.words = draft.words

    def all(self) -> None:
        """Every section, in full."""
        RecruitSection(self.draft, self.say, self.chain, self.level).full()
        self.breakthrough()
        self.extend()
        self.unstated()
        self.ties()
        self.planned()
        self.covered()

    def brief(self) -> None:
        """What is declared as tables, and of everything else the names."""
        self.declared()
        for state in ("unstated", "planned", "covered"):
            names = [row.name for row in self.chain.links if row.state == state]
            if names:
                lead = self.words(f"names_{state}", count=len(names))
                self.draft.paragraph(self.words("comma").join(names) + self.words("stop"), lead=lead)

    def declared(self) -> None:
        """The three tables of what is declared, under headings one level below."""
        RecruitSection(self.draft, self.say, self.chain, self.level + 1).brief()
        self.breakthrough(self.level + 1)
        self.extend(self.level + 1)

    # -- the chain as a drawing -----------------------------------------------------------------------------------

    def flow(self) -> None:
        """The chain stage by stage, with gaps in their places."""
        known = self.say.reference.get(self.chain.chain)
        names = {(s.position, s.order): getattr(s.name, self.words.language) for s in known.stages} if known else {}
        links = known.by_name if known else {}
        stages: dict[tuple[int, int], list[Box]] = {}
        titles: dict[tuple[int, int], tuple[str, str]] = {}
        for row in self.chain.links:
            link = links.get(row.link)
            position = link.position if link else row.position
            order = link.order if link else 99
            key = (_POSITIONS.index(position) if position else len(_POSITIONS), order)
            stages.setdefault(key, []).append(self._box(row))
            label = self.words.labels["position"][position] if position else self.words("no_stage")
            titles[key] = label, names.get((position, order), self.words("own_stage")) if position else self.words("own_stage")
        called = self.say.chain(self.chain.chain)
        drawn = tuple(Stage(*titles[key], tuple(sorted(stages[key], key=_box_order))) for key in sorted(stages))
        states = tuple((state, self.words.labels["state"][state]) for state in _STATES if self.chain.in_state(state))  # type: ignore[arg-type]
        self.draft.flow(Flow(self.words("flow", chain=called), self.words("flow_stage"), drawn, states))

    def _box(self, row: GapRow) -> Box:
        statuses = dict.fromkeys(self.words.labels["status"][one.status] for one in row.declared)
        firms = len({cover.firm.id for cover in row.covers})
        counted = [self.words("firms_count", count=firms)] if firms else []
        note = self.words("comma").join((*statuses, *counted))
        address = self.say.address(self.chain.chain, row.key)
        return Box(self.say.link(row, self.chain.chain), row.state, note, address=address)

    # -- the other tables -----------------------------------------------------------------------------------------

    def breakthrough(self, level: int = 0) -> None:
        """What is to be mastered, with platforms and institutes: once, if they are the same for all."""
        words, rows = self.words, self.chain.table("breakthrough")
        helpers = {row.name: words.names((one.entity.name for one in row.supporters), NAMES_SHOWN, "firms") for row in rows}
        common = len(rows) > 1 and len(set(helpers.values())) == 1
        columns = {
            words("column_technique"): 1.3,
            words("column_owner"): 1.4,
            words("column_basis"): 3.2,
            words("column_help"): 1.6,
        }

        def cells(row: GapRow) -> tuple[Cell | str, ...]:
            return row.name, self.say.owners(row), self._said(row), "" if common else helpers[row.name]

        self._rows("breakthrough", rows, columns, cells, level)
        if common and (names := helpers[rows[0].name]):
            self.draft.paragraph(names + words("stop"), lead=words("lead_help"))

    def extend(self, level: int = 0) -> None:
        """Directions, with who says so."""
        words = self.words
        columns = {words("column_direction"): 1.3, words("column_owner"): 1.5, words("column_basis"): 3.8}
        self._rows(
            "extend",
            self.chain.table("extend"),
            columns,
            lambda row: (self.say.link(row, self.chain.chain), self.say.owners(row), self._said(row)),
            level,
        )

    def unstated(self) -> None:
        """Links that nobody is named for: those with firms that may help to verify in a table, of the others the names."""
        words, rows = self.words, self.chain.in_state("unstated")
        known = [row for row in rows if row.candidates or row.sought_elsewhere]
        columns = {
            words("column_link"): 1.2,
            words("column_position"): 0.7,
            words("column_candidates"): 3.0,
            words("column_note"): 2.0,
        }

        def cells(row: GapRow) -> tuple[Cell | str, ...]:
            position = words.labels["position"][row.position] if row.position else ""
            firms = tuple(
                Line(self.say.short_firm(one), self.draft.cite(one.evidence, 1)) for one in row.candidates[:FIRMS_SHORT]
            )
            return self.say.link(row, self.chain.chain), position, firms, self.say.elsewhere(row)

        if rows:
            self._head("unstated")
            self.draft.paragraph(words("intro_unstated"))
            self.draft.table(words("caption_unstated"), columns, [cells(row) for row in known])
        if alone := [self.say.link(row, self.chain.chain) for row in rows if row not in known]:
            key = "unstated_others" if known else "unstated_all"
            self.draft.paragraph(words(key, count=len(alone), names=words.names(alone)))

    def ties(self) -> None:
        """Candidates of different places that a reference chain ties together, with what each is known for."""
        found = ties(self.chain, self.say.reference)
        if found:
            self.draft.heading(self.level, self.words("heading_ties"))
            self.draft.paragraph(self.words("intro_ties"))
            self.draft.items(self._tie(tie) for tie in found)

    def _tie(self, tie: Tie) -> Line:
        firms = {"supplier": self.say.short_firm(tie.supplier), "maker": self.say.short_firm(tie.maker)}
        text = self.words("tie", input=tie.input, output=tie.output, **firms)
        if tie.buyers:
            buyers = self.words.names((buyer.name for buyer in tie.buyers), FIRMS_SHORT, "firms")
            text += self.words("tie_buyers", buyers=buyers)
        return Line(text, self.draft.cite((*tie.supplier.evidence[:1], *tie.maker.evidence[:1])))

    def planned(self) -> None:
        """Links that documents plan."""
        words = self.words
        columns = {words("column_link"): 1.3, words("column_owner"): 1.3, words("column_basis"): 3.9}

        def cells(row: GapRow) -> tuple[Cell | str, ...]:
            owners = words.names(one.owner.name for one in row.planned)
            return self.say.link(row, self.chain.chain), owners, self.say.quoted(e for one in row.planned for e in one.evidence)

        self._rows("planned", self.chain.in_state("planned"), columns, cells)

    def covered(self) -> None:
        """Links with local firms: who makes it, who carries it."""
        words = self.words
        columns = {words("column_link"): 1.4, words("column_position"): 0.8, words("column_firms"): 4.4}

        def cells(row: GapRow) -> tuple[Cell | str, ...]:
            position = words.labels["position"][row.position] if row.position else ""
            return self.say.link(row, self.chain.chain), position, self.say.covers(row)

        self._rows("covered", self.chain.in_state("covered"), columns, cells)

    def _said(self, row: GapRow) -> Cell:
        return self.say.quoted((e for one in row.declared for e in one.evidence), 2)

    def _rows(
        self,
        key: str,
        rows: Sequence[GapRow],
        columns: dict[str, float],
        cells: Callable[[GapRow], tuple[Cell | str, ...]],
        level: int = 0,
    ) -> None:
        if rows:
            self._head(key, level)
            if not level:
                self.draft.paragraph(self._intro(key))
            self.draft.table(self.words(f"caption_{key}"), columns, _gathered(cells(row) for row in rows))

    def _intro(self, key: str) -> str:
        return self.words(f"intro_{key}")

    def _head(self, key: str, level: int = 0) -> None:
        self.draft.heading(level or self.level, self.words.labels["heading"][key])


def _gathered(rows: Iterable[tuple[Cell | str, ...]]) -> list[tuple[Cell | str, ...]]:
    """Rows that differ only in their name as one, with the names below each other."""
    names: dict[tuple[Cell | str, ...], list[Line]] = {}
    for name, *rest in rows:
        names.setdefault(tuple(rest), []).extend((Line(name),) if isinstance(name, str) else name)
    return [(tuple(found), *rest) for rest, found in names.items()]


def _box_order(box: Box) -> int:
    return _STATES.index(box.state)
