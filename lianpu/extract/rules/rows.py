"""Rows of tables: projects with firm and place, parks with place and content, sectors with their firms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lianpu.extract import agency_names, brands, lists, names
from lianpu.extract.clauses import Span, split
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import (
    chained,
    grid,
    grouped,
    headless,
    listings,
    members,
    named,
    outputs,
    partners,
    row_zones,
    sites,
    stage_rows,
    wooed,
)
from lianpu.extract.rules.grid import Cell
from lianpu.extract.rules.sites import Placed
from lianpu.extract.things import Thing, firm
from lianpu.extract.whereabouts import place_prefix, standing


def apply(ctx: Context, index: int, out: Reading) -> None:
    """Read one row by what its columns hold."""
    row = ctx.outline.paragraphs[index]
    cells = stage_rows.staged(sites.noted(ctx, grid.cells(ctx, index)))
    several = sites.of(ctx, cells)
    place = several[0] if several else grouped.places(ctx).get(index)
    chained.apply(ctx, row.text, _span(cells.get("place")), index, out)
    sites.write(ctx, several, out)
    for project in _several(cells):
        _works(ctx, index, {**cells, "project": project}, several or ([place] if place is not None else []), out)
    zones = [z for role in ("park", "platform") if role in cells for z in row_zones.zones(ctx, cells[role], role)]
    carriers = row_zones.zones(ctx, cells["carrier"], "park") if "carrier" in cells else []
    for zone, cell in (*zones, *carriers):
        row_zones.placed(ctx, index, zone, cell, cells, place, out)
    wooed.apply(ctx, index, cells, out)
    if "host" in cells:
        members.apply(ctx, index, cells["host"], (), out)
    parted = _before_park(ctx, index)
    stands = [] if parted else zones or (carriers if "place" not in cells else [])
    seat = _seat(ctx, index, place, zones)
    listings.apply(ctx, index, cells, [zone for zone, _ in stands], place, out, seat)
    stage_rows.apply(ctx, index, cells, out)


def particulars(ctx: Context, cells: Mapping[str, Cell], out: Reading) -> None:
    """Read a project whose cells stand behind labels."""
    stands = sites.of(ctx, cells)
    sites.write(ctx, stands, out)
    _works(ctx, cells["project"].row, cells, stands, out)


def _works(ctx: Context, index: int, cells: Mapping[str, Cell], stands: Sequence[Placed], out: Reading) -> None:
    """A project with all places where it stands."""
    project = cells["project"]
    _project(ctx, index, cells, stands[0] if stands else None, out)
    for where, cell in stands[1:]:
        out.state(Owner("Project", project.text), "locatedIn", where, "planned", grid.span(index, project, cell), "row-located")


def subject(ctx: Context, index: int) -> Owner | None:
    """What the sentences of a row are about: its park, its one sector, the sector that its task names."""
    cells = grid.cells(ctx, index)
    zone = row_zones.zone_of(ctx, cells["park"], "park") if "park" in cells else None
    if zone is not None and zone[0].type == "Park":
        return zone[0]
    found = grid.sectors(ctx, cells)
    return found[0][0] if len(found) == 1 else None


def bearer(ctx: Context, index: int) -> Owner | None:
    """Whose the figures of a row are: its firm's, else what its sentences are about, else its place's."""
    cells = grid.cells(ctx, index)
    maker = cells.get("firm")
    owner = firm(ctx, maker.text, maker.start) if maker is not None and _MAKER.search(maker.text) else None
    place = sites.place(ctx, cells.get("place"))
    if owner is None and place is not None and _before_park(ctx, index):
        return place[0]
    if owner is None and (sector := _heads_row(ctx, index, cells)) is not None:
        return sector
    return owner.what if owner is not None else subject(ctx, index) or (place[0] if place is not None else None)


def _before_park(ctx: Context, index: int) -> bool:
    """Whether a table says of each place what it aims at before it says in which park (县区 | 重点方向 | 承载园区)."""
    at = grid.columns(ctx, index)
    aims = [at[role] for role in ("tracks", "focus") if role in at]
    return "place" in at and "park" in at and any(at["place"] < aim < at["park"] for aim in aims)


def _seat(ctx: Context, index: int, place: Placed | None, zones: Sequence[Placed]) -> Placed | None:
    """The place or the one park that a row names before its sectors and firms, other than the document's own region."""
    at = grid.columns(ctx, index)
    first = min(at, key=lambda role: at[role], default="")
    found = place if first == "place" else zones[0] if first == "park" and len(zones) == 1 else None
    return found if found is not None and found[0] != ctx.home and found[0].type in ("Region", "Park") else None


def _heads_row(ctx: Context, index: int, cells: Mapping[str, Cell]) -> Owner | None:
    """The one sector of a row whose column stands before those of its park and place (产业链 | 链主企业 | 承载园区)."""
    at = grid.columns(ctx, index)
    others = [at[role] for role in ("park", "place", "carrier", "platform") if role in at]
    found = grid.sectors(ctx, cells) if "tracks" in at and all(at["tracks"] < other for other in others) else []
    return found[0][0] if len(found) == 1 else None


def _project(ctx: Context, index: int, cells: Mapping[str, Cell], place: tuple[Owner, Cell] | None, out: Reading) -> None:
    project, maker, content = cells["project"], cells.get("firm"), cells.get("content")
    sole = False
    """Whether nothing but the project's own name says whose it is."""
    if not 4 <= len(project.text) <= 80 or headless.names_firm(project.text):
        return
    if maker is None and (own := _NAMED.match(project.text)) is not None:
        maker, sole = Cell(own.group(), project.start, project.start + own.end(), index), True
    elif maker is None and (size := _named_after(project.text, out)):
        maker, sole = Cell(project.text[:size], project.start, project.start + size, index), True
    ahead = _site(ctx, project)
    short = _bare(project.text, maker.text if maker else "") or (project.text[ahead[1] :] if ahead is not None else "")
    aliases = (short,) if short and short != project.text else ()
    thing = out.name(Owner("Project", project.text), index, project.start, project.end, "row-project", aliases)
    if ahead is not None and (place is None or place[0] != ahead[0]):
        where, end = ahead[0], project.start + ahead[1]
        out.name(where, index, project.start, end, "row-place")
        out.state(thing, "locatedIn", where, "planned", (index, project.start, project.end), "row-name-place")
    if place is not None:
        where, cell = place
        out.name(where, cell.row, cell.start, cell.end, "row-place")
        out.state(thing, "locatedIn", where, "planned", grid.span(index, project, cell), "row-located")
        if maker is None or sole:
            _after_park(ctx, index, project, place, out)
    row_zones.inside(ctx, thing, content, out)
    if content is not None:
        named.placed(ctx, row_zones.text_of(ctx, content), Span(content.start, content.end), content.row, out)
    owner = _firm(ctx, maker)
    if owner is None or maker is None:
        return
    out.name(owner.what, maker.row, owner.start, owner.end, "row-firm", owner.aliases)
    stand, at = owner.place, maker
    if stand is None and (before := _ahead(ctx, project, maker.text)) is not None:
        stand, at = before, project
    if stand is not None:
        out.name(stand, at.row, at.start, at.end, "row-firm")
        out.state(owner.what, "locatedIn", stand, "existing", (at.row, at.start, at.end), "row-firm-place")
    if content is not None:
        for statement in split(row_zones.text_of(ctx, content), content.start, content.end, "。；！？"):
            partners.apply(ctx, row_zones.text_of(ctx, content), statement, content.row, owner.what, owner.what, out)
    for source in (project, content):
        if source is not None:
            at_ = ctx.outline.paragraphs[source.row]
            outputs.apply(ctx, at_, source.row, owner.what, source.start, source.end, maker.text, out)
    if (made := cells.get("products")) is not None:
        outputs.listed(ctx, ctx.outline.paragraphs[made.row], made.row, owner.what, made.start, made.end, out)


def _site(ctx: Context, project: Cell) -> tuple[Owner, int] | None:
    """The division of the document's region that a project's name begins with in full (甲县乙项目), and its length."""
    prefix = place_prefix(ctx, project.text)
    if prefix is None or prefix[0].type != "Region" or project.text[prefix[1] - 1] not in _DIVISIONS:
        return None
    stand = standing(ctx, project.text, "Project")
    return prefix if stand == prefix[0] and len(project.text) - prefix[1] >= 4 else None


_DIVISIONS = frozenset("市县区旗镇乡")
_AFTER_PARK = re.compile(
    r"(?P<park>[^，。；、（）0-9]{3,16}?(?:产业园|科技园|工业园|创新园|孵化园|物流园|科创园|科创基地|产业基地|创业园))(?:（[^（）]{1,12}）)?"
    r"(?:[一二三四五六]期)?(?:及配套设施|配套|基础设施|及[^，]{2,8}|改造|扩建|建设|提升|新质)*(?:项目|工程)?$"
)
"""A project that is named after the park that it builds."""


def _after_park(ctx: Context, index: int, project: Cell, place: tuple[Owner, Cell], out: Reading) -> None:
    """“甲产业园及配套设施项目”: the park stands where the row says, too."""
    match = _AFTER_PARK.match(project.text)
    if match is None or match["park"] == project.text:
        return
    name = match["park"]
    prefix = place_prefix(ctx, name)
    rest = name[prefix[1] :] if prefix is not None else name
    if len(rest) < 5 or place[0].name == name:
        return
    park = Owner("Park", rest)
    out.name(park, index, project.start, project.start + match.end("park"), "row-park", (name,) if name != rest else ())
    out.state(park, "locatedIn", place[0], "planned", grid.span(index, project, place[1]), "row-located")


def _span(cell: Cell | None) -> Span:
    return Span(cell.start, cell.end) if cell is not None else Span(0, 0)


_LISTED = re.compile(r"(?:项目|工程|基地|产业园|园区|产线|生产线|中心|[一二三四五]期)$")


def _several(cells: Mapping[str, Cell]) -> list[Cell]:
    """The projects of a cell: several where it lists them and the row has no firm or content of one."""
    cell = cells.get("project")
    if cell is None or "、" not in cell.text or "firm" in cells or "content" in cells:
        return [cell] if cell is not None else []
    items = lists.parse(cell.text, 0, len(cell.text)).items
    if sum(_LISTED.search(item.text) is not None for item in items) * 2 < len(items):
        return [cell]
    return [Cell(item.text, cell.start + item.start, cell.start + item.end, cell.row) for item in items]


_MAKER = re.compile(r"(?:公司|集团|厂|院|大学|科技|股份)$")
_NAME = 10
"""Longest name of a firm without a word for firms behind it, characters."""


_TO_COME = re.compile(r"[待拟未]|暂[无未缺]|正在")
"""A firm that is yet to be found (待引进, 拟招引)."""


def _firm(ctx: Context, cell: Cell | None) -> Thing | None:
    """The firm of a cell of firms, by its registered name or by one that only firms have."""
    if cell is None or cell.text in ctx.places:
        return None
    if _TO_COME.match(cell.text):
        return None
    short = len(cell.text) <= _NAME and brands.strength(cell.text) > 0 and not agency_names.is_agency(cell.text)
    return firm(ctx, cell.text, cell.start) if short or _MAKER.search(cell.text) else None


_LEAST, _MOST = 3, 8
"""Shortest and longest name of a firm in front of its project's name, characters."""


def _named_after(project: str, out: Reading) -> int:
    """Length of the firm's own name that a project's begins with: one that the document has, else one that only a firm has."""
    sizes = range(min(_MOST, len(project) - _LEAST), _LEAST - 1, -1)
    told = next((size for size in sizes if project[:size] in out.told["Enterprise"]), 0)
    coined = (s for s in reversed(sizes) if names.form(project[:s])[0] == "Enterprise" and brands.coined(project[:s]))
    return told or next(coined, 0)


_NAMED = re.compile(r"[^，。、]{2,28}?(?:有限公司|集团公司)")


def _bare(name: str, maker: str) -> str:
    """A project without the firm (and the place before it) in front of its name."""
    at = name.find(maker) if maker else -1
    return name[at + len(maker) :] if at >= 0 and len(name) - at - len(maker) >= 4 else ""


def _ahead(ctx: Context, project: Cell, maker: str) -> Owner | None:
    """The place that stands before the firm's registered name in a project's name (乙市甲有限公司年产…)."""
    at = project.text.find(maker)
    prefix = sites.inmost(ctx, project.text[:at]) if at >= 2 else None
    return prefix[0] if prefix is not None and prefix[1] == at else None
