"""Which names of one document are one thing: “甲高新区” and “甲高新技术产业开发区”, “乙集团” and “山东乙机械集团有限公司”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from lianpu.extract import agency_names, words
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.reading import Reading
from lianpu.extract.spellings import Alike, Groups, contains, shortens
from lianpu.ontology.regions import short_name

_COARSE = {"Industry": "Topic", "Product": "Topic"}
_ORDER = ("Policy", "Region", "Agency", "Park", "Institution", "Platform", "Project", "Enterprise", "Industry", "Product")
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}


_PROJECT = 7
"""From this length on a name that is also read with 项目 behind it is the project's, no product's."""


_PARK_OF = tuple("园基化")
"""What makes a park of a sector's name, or a way of it."""
_NOT_ITSELF = {"产业": (*_PARK_OF, "链")}
"""The same, by the end of the name; 甲产业链 does not write 甲产业."""


_MARKS = re.compile(r"[\s“”‘’《》（）()]")


@lru_cache(maxsize=1 << 14)
def _plain(name: str) -> str:
    return _MARKS.sub("", name).lower()


def _stem(name: str) -> str:
    """A sector without 产业 and the like, a long one also without 业: 现代物流业 and 现代物流产业 are one."""
    key = sector_key(name)
    return key[:-1] if len(key) >= 5 and key.endswith("业") and key[-2] not in "农工林渔牧行企商" else key


def _zone(name: str) -> str:
    """A zone's name with its kind in the short form: 甲高新技术产业开发区 is 甲高新区."""
    for short, *longs in words.rows("zones"):
        for long in longs:
            if name.endswith(long) and len(name) > len(long):
                return name[: -len(long)] + short
    return name


class Resolver:
    """Groups the mentions of a document into entities."""

    def __init__(self, ctx: Context, reading: Reading) -> None:
        self.ctx = ctx
        self.reading = reading
        self.owning = frozenset(ctx.section_owners)
        self.canonical = self._merge()

    def _merge(self) -> Mapping[Owner, Owner]:
        """Every owner to the one that stands for its group."""
        owners = list(dict.fromkeys(m.what for m in self.reading.mentions))
        owners += [o for d in self.reading.drafts for o in (d.s, d.o)]
        owners += [f.owner for f in self.reading.figures]
        owners = list(dict.fromkeys(owners))
        groups: dict[tuple[str, str], list[Owner]] = defaultdict(list)
        for owner in owners:
            groups[self._key(owner)].append(owner)
        out = Groups()
        for members in groups.values():
            out.add(self._best(members), members)
        self._short_names(out)
        self._unique(out)
        return out.best

    def _key(self, owner: Owner) -> tuple[str, str]:
        coarse = _COARSE.get(owner.type, owner.type)
        if coarse == "Topic":
            return coarse, _plain(_stem(owner.name))
        if coarse == "Region":
            return coarse, _plain(self.ctx.places.get(owner.name, owner.name))
        if coarse == "Park":
            return coarse, _plain(_zone(self._placed(owner.name)))
        if coarse == "Agency":
            return coarse, agency_names.identity(owner.name, self.ctx.home.name if self.ctx.home is not None else "")
        return coarse, _plain(owner.name)

    def _placed(self, name: str) -> str:
        """A name with the place at its head in its short form: 甲镇工业集聚区 is 甲工业集聚区."""
        match = self.ctx.place_pattern.match(name)
        if match is None or match.end() > len(name) - 3:
            return name
        return short_name(self.ctx.places[match.group()]) + name[match.end() :]

    def _best(self, members: list[Owner]) -> Owner:
        industries = [o for o in members if o.type == "Industry"]
        if industries:
            industries = [o for o in industries if self._written(o.name)] or industries
            titled = [o for o in industries if o in self.owning]
            pool = titled or [o for o in industries if o.name.endswith("产业")] or industries
            return max(pool, key=lambda o: (not o.name.endswith(("产业链", "行业")), len(o.name), o.name))
        return max(members, key=lambda o: (len(o.name), o.name))

    def _written(self, name: str) -> bool:
        """Whether the text has the name itself, not only the head of a park's name."""
        text, after = self.ctx.text, _NOT_ITSELF.get(name[-2:], _PARK_OF)
        return any(text[at + len(name) : at + len(name) + 1] not in after for at in self.ctx.said.starts(name))

    def _short_names(self, out: Groups) -> None:
        """A short form of exactly one longer name is that firm or institute: by a piece of it, or by characters of it."""
        for kind in ("Enterprise", "Institution"):
            named = sorted({o for o in out.best.values() if o.type == kind}, key=lambda o: (len(o.name), o.name))
            alike = Alike(named)
            for short in reversed(named):
                longer = [
                    o for o in alike.holding(short) if kind == "Enterprise" and contains(o.name, short.name, self.ctx.places)
                ]
                longer = longer or [o for o in alike.opening(short) if shortens(short, o)]
                if longer and all(o.name in longer[-1].name or out.best[o] == out.best[longer[-1]] for o in longer):
                    out.redirect(short, out.best[longer[-1]])

    def _unique(self, out: Groups) -> None:
        """Names are unique in a document: of two classes with one name the more specific stays."""
        sectors = {_plain(_stem(o.name)): o for o in out.best.values() if o.type == "Industry"}
        projects = {o.name.removesuffix("项目"): o for o in out.best.values() if o.type == "Project"}
        made = {out.best.get(draft.o) for draft in self.reading.drafts if draft.p == "produces"}
        for best in sorted(set(out.best.values()), key=lambda o: (o.type, o.name)):
            if best.type == "Enterprise" and (sector := sectors.get(_plain(_stem(best.name)))) is not None:
                firm = _plain(sector.name) == _plain(best.name) and self._votes(out, best) > self._votes(out, sector)
                out.redirect(sector, best) if firm else out.redirect(best, sector)
            if best.type in ("Product", "Park") and len(best.name) >= _PROJECT and best.name in projects and best not in made:
                out.redirect(best, projects[best.name])
        by_name: dict[str, Owner] = {}
        for best in sorted(set(out.best.values()), key=lambda o: (_RANK[o.type], o.name)):
            first = by_name.setdefault(_plain(best.name), best)
            if first != best:
                out.redirect(best, first)

    def _votes(self, out: Groups, best: Owner) -> int:
        """How often the rules have read a name and its other forms as a thing of this class."""
        return sum(out.best.get(m.what) == best for m in self.reading.mentions)
