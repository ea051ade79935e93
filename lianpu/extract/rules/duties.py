"""leadAgency and responsibleAgency: who leads and who takes part in the work on a sector, or on the whole document."""

from __future__ import annotations

import re

from lianpu.extract import agencies, agency_names
from lianpu.extract.agency_names import Agency
from lianpu.extract.context import Context, Owner
from lianpu.extract.document import Paragraph
from lianpu.extract.reading import Reading
from lianpu.extract.rules import applied, grid, planned

_PREDICATES = {"lead": "leadAgency", "responsible": "responsibleAgency"}


class Duties:
    """Reads the duty clauses of a document in order; knows the sector that a table's group row names."""

    def __init__(self, ctx: Context, policy: Owner) -> None:
        self.ctx = ctx
        self.policy = policy
        self.group: Owner | None = None
        self.leads: set[tuple[Owner, str]] = set()
        self.parts: set[tuple[Owner, str]] = set()
        self.told = -1
        """The last paragraph with such a clause."""
        self.led = -2
        """The last paragraph that says who leads: “责任单位：…” in the next one lists the others."""

    def paragraph(self, index: int, out: Reading) -> None:
        """Clauses of a body paragraph; one that stands alone is about all sectors headed since the one before."""
        paragraph = self.ctx.outline.paragraphs[index]
        found = agencies.find(paragraph.text)
        if self.led == index - 1 and agencies.others(paragraph.text):
            found = tuple(map(agencies.following, found))
        if any(agency.role == "lead" for clause in found for agency in clause.agencies) and _LEADING.search(paragraph.text):
            self.led = index
        for clause in found:
            alone = clause.start <= 1 and clause.end >= len(paragraph.text) - 2
            office = self._office(paragraph.text, clause.start)
            for owner in [office] if office else self._headed(index) if alone else [self._owner(paragraph.section)]:
                self._write(index, clause.agencies, (clause.start, clause.end), owner, out)
        if found:
            self.told = index

    def row(self, index: int, out: Reading) -> None:
        """Cells of a table row under a header that names a role."""
        row = self.ctx.outline.paragraphs[index]
        if row.header is None or row.header == index:
            self.group = None
            return
        self._regroup(index)
        header = self.ctx.outline.paragraphs[row.header]
        if "project" in grid.roles(header):
            return
        named = [owner for owner, _ in grid.sectors(self.ctx, grid.cells(self.ctx, index))]
        heads = [match["name"] for a, b in row.cells if (match := _TASK.match(row.text[a:b].strip()))]
        tasks = [owner for name in heads if (owner := planned.alone(self.ctx, name)) is not None]
        points = [owner for a, b in row.cells for owner, _, _ in applied.fields(row.text, a, b)]
        for (a, b), (start, end) in zip(header.cells, row.cells, strict=False):
            role = agencies.column(header.text[a:b])
            if role is not None:
                found = agency_names.listed(row.text, role, start, end)
                for owner in points or named or tasks or [self.group or self._about(row, start) or self._owner(row.section)]:
                    self._write(index, found, (start, end), owner, out)

    def _about(self, row: Paragraph, end: int) -> Owner | None:
        """The sector whose chain the task of a row is about (“围绕甲产业链，引进…”, “壮大乙产业，…”), before its agencies."""
        for match in _CHAIN.finditer(row.text, 0, end):
            owner = self.ctx.sector_in(match["name"])
            if owner is not None and self.ctx.count(owner.name) > 1:
                return owner
        return None

    def _regroup(self, index: int) -> None:
        """“一 | 特色赛道（AI+智慧农业） | | |”: a row whose other cells are empty heads the rows below it."""
        row = self.ctx.outline.paragraphs[index]
        filled = [row.text[a:b].strip() for a, b in row.cells if row.text[a:b].strip()]
        ahead = any(row.text[a:b].strip() for a, b in row.cells[:2])
        if len(filled) <= 2 and len(row.cells) > 2 and (ahead or not filled):
            self.group = self.ctx.sector_in(filled[-1]) if filled else None

    def _owner(self, section: int) -> Owner:
        for at in reversed(self.ctx.outline.path(section)):
            owner = self.ctx.section_owners[at]
            if owner is not None and owner.type == "Industry":
                inner = self.ctx.sector_in(owner.name) if owner.name.endswith("）") else owner
                return inner or self.ctx.subject or self.policy
        return self.ctx.subject or self.policy

    def _headed(self, index: int) -> list[Owner]:
        """The sectors of the sections since the last clause that stand in the section of this one, or beside it."""
        section = self.ctx.outline.paragraphs[index].section
        owner = self._owner(section)
        if owner in (self.ctx.subject, self.policy):
            scope = section
        elif self.ctx.section_owners[section] is not None:
            scope = self.ctx.outline.sections[section].parent
        else:
            return [owner]
        found = self._since(scope, index)
        if not found and scope == section and self.ctx.outline.sections[section].number:
            found = self._since(self.ctx.outline.sections[section].parent, index)
        return found or [owner]

    def _since(self, scope: int, index: int) -> list[Owner]:
        """The sectors of the sections inside another up to a clause, since the clause before it."""
        since = dict.fromkeys(p.section for p in self.ctx.outline.paragraphs[self.told + 1 : index + 1])
        inside = [at for at in since if at != scope and scope in self.ctx.outline.path(at)]
        return list(dict.fromkeys(o for at in inside if (o := self._owner(at)) not in (self.ctx.subject, self.policy)))

    def _office(self, text: str, start: int) -> Owner | None:
        """“甲产业推进专班设在乙局”: the sector that an office works for."""
        match = _OFFICE.search(text, max(0, start - 30), start)
        return self.ctx.sector_in(match.group("sector")) if match else None

    def _write(self, index: int, found: tuple[Agency, ...], span: tuple[int, int], owner: Owner, out: Reading) -> None:
        for agency in found:
            what = out.name(Owner("Agency", agency.name), index, agency.start, agency.end, "agency")
            key = (owner, self._identity(agency.name))
            if agency.role == "lead":
                self.leads.add(key)
                if key in self.parts:
                    self.parts.remove(key)
                    self._withdraw(owner, agency.name, out)
            elif key in self.leads:
                continue
            else:
                self.parts.add(key)
            out.name(owner, index, agency.start, agency.end, "duty")
            out.state(owner, _PREDICATES[agency.role], what, "existing", (index, *span), f"duty-{agency.role}")

    def _identity(self, name: str) -> str:
        return agency_names.identity(name, self.ctx.home.name if self.ctx.home is not None else "")

    def _withdraw(self, owner: Owner, name: str, out: Reading) -> None:
        """An agency that leads has no part besides: what was read of its part before goes."""
        own = [d for d in out.drafts if d.p == "responsibleAgency" and d.s == owner]
        gone = {id(d) for d in own if self._identity(d.o.name) == self._identity(name)}
        out.drafts[:] = [d for d in out.drafts if id(d) not in gone]


_LEADING = re.compile("牵头|链长")
_OFFICE = re.compile(r"(?P<sector>[^，。；、：]{2,12}?)(?:推进|工作|建设|发展)*专班(?:办公室)?设在$")
_CHAIN = re.compile(
    r"(?:^|(?<=[|。；，]))(?:[0-9]+[.、])?(?:围绕|聚焦|针对|做强|做大|做优|壮大|培育|发展|实施|推进|加快|提升|补齐|延伸|完善)+"
    r"(?P<name>[^，。；、|：的]{2,10}?(?:产业|产业链|产业集群))(?![园基区化])"
)
_TASK = re.compile(r"(?P<name>[^，、；：。]{4,16})(?:。|$)")
"""The first sentence of a task (“壮大甲乙产业。建成…”)."""
