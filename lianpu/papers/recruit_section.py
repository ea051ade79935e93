"""The section of what is to be recruited or supplemented: who could fill it, on what grounds, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lianpu.papers.draft import Draft
from lianpu.papers.phrases import FIRMS_SHORT, NAMES_SHOWN, Phrases
from lianpu.queries.records import Backing, Candidate, ChainReport, GapRow
from lianpu.viz.paper import Cell, Line

CANDIDATES_SHOWN = 5
"""Candidates of a link that a paper lists; the workbook has those of the report, ten of tables at most."""


class RecruitSection:
    """Writes the section into a draft, at a level of headings; nothing if there is nothing to recruit."""

    def __init__(self, draft: Draft, say: Phrases, chain: ChainReport, level: int) -> None:
        self.draft = draft
        self.say = say
        self.chain = chain
        self.level = level
        self.words = draft.words
        self.rows = chain.table("recruit")

    def full(self) -> None:
        """A table of all, then each link with its sentence, candidates and next steps, then what all have in common."""
        if not self.rows:
            return
        self.brief()
        common = _common_parks(self.rows)
        for row in self.rows:
            self._link(row, common)
        self._conditions(self.rows, common)
        self._priorities(self.rows)

    def brief(self) -> None:
        """The table alone."""
        if self.rows:
            self.draft.heading(self.level, self.words.labels["heading"]["recruit"])
            self._table(self.rows)

    def _table(self, rows: Sequence[GapRow]) -> None:
        words = self.words
        columns = {
            words("column_number"): 0.65,
            words("column_link"): 1.0,
            words("column_owner"): 1.4,
            words("column_basis"): 2.6,
            words("column_candidates"): 2.1,
            words("column_priority"): 0.85,
        }
        cells = [
            (
                str(number),
                self.say.link(row, self.chain.chain),
                self.say.owners(row),
                self.say.quoted(e for one in row.declared for e in one.evidence),
                self._short(row.candidates, row.further) or words("empty"),
                f"{row.priority.points:g}" if row.priority else "",
            )
            for number, row in enumerate(rows, 1)
        ]
        self.draft.table(words("caption_recruit"), columns, cells)

    def _short(self, candidates: Sequence[Candidate], further: int) -> Cell:
        shown = tuple(Line(self.say.short_firm(one)) for one in candidates[:FIRMS_SHORT])
        left = len(candidates) - len(shown) + further
        return (*shown, Line(self.words("more_short", count=left))) if left else shown

    def _link(self, row: GapRow, common: frozenset[str]) -> None:
        words, draft = self.words, self.draft
        draft.heading(self.level + 1, self.say.link(row, self.chain.chain))
        draft.paragraph(*(self.say.statement(one) for one in row.declared), lead=words("lead_declared"))
        draft.paragraph(*draft.run_on(self.say.covers(row)), lead=words("lead_local"))
        self._candidates(row)
        buyers = words.names((words.firm(one.firm) for one in row.buyers), NAMES_SHOWN, "firms")
        draft.paragraph(self._sentence(buyers), lead=words("lead_buyers"))
        own = [one for one in row.parks if one.entity.id not in common]
        draft.paragraph(*self._backings(own), lead=words("lead_parks"))
        draft.paragraph(*self._steps(row), lead=words("lead_next"))

    def _candidates(self, row: GapRow) -> None:
        words = self.words
        if not row.candidates:
            self.draft.paragraph(
                words("no_candidates"), *self.draft.run_on(self.say.elsewhere(row)), lead=words("lead_candidates")
            )
            return
        columns = {
            words("column_firm"): 1.3,
            words("column_tier"): 0.8,
            words("column_place"): 1.5,
            words("column_grounds"): 3.4,
        }
        cells = [self._candidate(one) for one in row.candidates[:CANDIDATES_SHOWN]]
        self.draft.table(words("caption_candidates", link=self.say.link(row, self.chain.chain)), columns, cells)
        left = {"more_firms": len(row.candidates) - CANDIDATES_SHOWN, "more_listed": row.further}
        more = [Line(words(key, count=count)) for key, count in left.items() if count > 0]
        self.draft.paragraph(*more, *self.draft.run_on(self.say.elsewhere(row)))

    def _candidate(self, one: Candidate) -> tuple[Cell | str, ...]:
        place = one.firm.place or self.words.labels["distance"]["unknown"]
        derived = [Line(text)] if (text := self.words.derived(one.firm)) else []
        tier = [Line(self.words.tier(one.tier)), *([Line(self.words("to_verify"))] if one.verify else [])]
        return one.firm.name, tuple(tier), (Line(place), *derived), (self.say.grounds(one),)

    def _steps(self, row: GapRow) -> list[Line]:
        """What to do next, from what is known of the link."""
        words = self.words
        firms = {tier: _first(one.firm.name for one in row.candidates if one.tier == tier) for tier in ("A", "B", "C")}
        keys = {"A": "next_maker", "B": "next_leader", "C": "next_table"}
        steps = [words(keys[tier], firms=words.names(found), link=row.name) for tier, found in firms.items() if found] or [
            words("next_none")
        ]
        makers = _first(cover.firm.name for cover in row.covers if cover.through is None)
        if makers or row.covers:
            here = makers or _first(cover.firm.name for cover in row.covers)
            steps.insert(0, words("next_local" if makers else "next_carried", firms=words.names(here), link=row.name))
        if row.buyers and row.candidates:
            steps.append(words("next_buyers", firms=words.names(_first(buyer.firm.name for buyer in row.buyers))))
        if row.parks and row.candidates:
            steps.append(words("next_parks", parks=words.names(_first(park.entity.name for park in row.parks))))
        return [Line(words("semicolon").join(steps) + words("stop"))]

    def _conditions(self, rows: Sequence[GapRow], common: frozenset[str]) -> None:
        """Parks, policies and targets that stand behind all the links."""
        words, draft = self.words, self.draft
        parks = [one for one in rows[0].parks if one.entity.id in common]
        policies, targets = rows[0].policies, rows[0].targets
        if not (parks or policies or targets):
            return
        draft.heading(self.level + 1, words("heading_conditions"))
        draft.paragraph(*self._backings(parks), lead=words("lead_parks"))
        draft.paragraph(*self._policies(policies), lead=words("lead_policies"))
        draft.paragraph(*self.draft.run_on(self.say.target(one) for one in targets), lead=words("lead_targets"))

    def _priorities(self, rows: Sequence[GapRow]) -> None:
        """The points of every term that counts for one of the links, and their sums."""
        label = self.words.labels["priority"]
        given = [(row, row.priority) for row in rows if row.priority]
        if not given:
            return
        columns = {
            self.words("column_link"): 2.0,
            **{label[term.key]: 1.1 for term in given[0][1].terms},
            self.words("column_sum"): 1.0,
        }
        cells = [
            (row.name, *(f"{term.points:g}" if term.points else "" for term in found.terms), f"{found.points:g}")
            for row, found in given
        ]
        self.draft.heading(self.level + 1, self.words("heading_priority"))
        self.draft.table(self.words("caption_priority"), columns, cells)

    def _sentence(self, text: str) -> str:
        return text + self.words("stop") if text else ""

    def _backings(self, backings: Iterable[Backing]) -> list[Line]:
        found: dict[str, Backing] = {}
        for one in backings:
            found.setdefault(one.entity.id, one)
        lines = [Line(self.words.firm(one.entity), self.draft.cite(one.evidence, 1)) for one in found.values()]
        return self.draft.run_on(lines)

    def _policies(self, policies: Iterable[Backing]) -> list[Line]:
        found = {one.entity.name: one for one in policies}
        return self.draft.run_on(Line(self.words.titles([name]), self.draft.cite(one.evidence, 1)) for name, one in found.items())


def _first(names: Iterable[str]) -> list[str]:
    """The first of several names, each once."""
    return list(dict.fromkeys(names))[:FIRMS_SHORT]


def _common_parks(rows: Sequence[GapRow]) -> frozenset[str]:
    """Parks that stand behind every one of several links: they are named once."""
    if len(rows) < 2:
        return frozenset()
    return frozenset.intersection(*(frozenset(one.entity.id for one in row.parks) for row in rows))
