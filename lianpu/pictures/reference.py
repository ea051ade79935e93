"""A reference chain as a picture: its links stage by stage, what feeds what, and the other chains that it buys from or feeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lianpu.messages import Language
from lianpu.ontology.chains import Chain, Link
from lianpu.pictures.picture import Picture, Words, words
from lianpu.viz import Edge, Node, Quote

_POSITIONS = ("upstream", "midstream", "downstream")
_FROM, _TO = 0, 1000
"""Columns of the chains that feed this one, and of those that it feeds."""


def reference_picture(chain: Chain, every: Mapping[str, Chain], language: Language = "zh") -> Picture:
    """Draw a reference chain.

    :param every: all chains by name, for those that feed this one.
    """
    said = words(language)
    nodes = {_id(link.name): _link(link, said) for link in chain.links}
    edges: dict[tuple[str, str], Edge] = {}
    for source, target, link, fed in (*_inward(chain, every), *_outward(chain)):
        for name in (source, target):
            column = _FROM if name == source else _TO
            nodes.setdefault(name, Node(id=name, label=name.rpartition(":")[2], kind="Industry", column=column))
        known = edges[source, target].quotes if (source, target) in edges else ()
        text = said("reference_text", source=link.name, target=fed)
        quote = Quote(text, link.file, said("reference_line", line=link.line))
        edges[source, target] = Edge(
            source=source, target=target, label=said.predicate("feeds"), kind="reference", quotes=(*known, quote)
        )
    return Picture(
        title=said("reference_title", chain=chain.name),
        subtitle=said("reference_subtitle", stages=len(chain.stages), links=len(chain.links)),
        nodes=tuple(nodes.values()),
        edges=tuple(edges.values()),
        columns={
            column: heading for column, heading in _headings(chain, said) if any(n.column == column for n in nodes.values())
        },
        summary=(said("reference_note"),),
        language=language,
    )


Feeding = tuple[str, str, Link, str]
"""Ids of the ends, the link that feeds, and the name of what it feeds."""


def _inward(chain: Chain, every: Mapping[str, Chain]) -> Iterator[Feeding]:
    """What feeds the chain's links: its own, and those of other chains unless the very same is one of its own."""
    own = {link.concept: link.name for link in chain.links}
    for link in (link for other in every.values() for link in other.links):
        for owner, fed in link.feeds:
            if owner == chain.name:
                yield _id(own[link.concept]) if link.concept in own else f"from:{link.chain}", _id(fed), link, fed


def _outward(chain: Chain) -> Iterator[Feeding]:
    """What the chain's links feed in other chains."""
    for link in chain.links:
        yield from ((_id(link.name), f"to:{owner}", link, fed) for owner, fed in link.feeds if owner != chain.name)


def _link(link: Link, words: Words) -> Node:
    return Node(
        id=_id(link.name),
        label=link.name,
        kind="Product",
        column=_column(link.position, link.order),
        note=words("generic") if link.generic else "",
        aliases=link.synonyms,
        quotes=(Quote(words.names((link.name, *link.narrower)), link.file, words("reference_line", line=link.line)),),
    )


def _headings(chain: Chain, words: Words) -> Iterator[tuple[int, str]]:
    yield _FROM, words("column_from_chains")
    for stage in chain.stages:
        yield _column(stage.position, stage.order), f"{words(f'column_{stage.position}')}\n{words.of(stage.name)}"
    yield _TO, words("column_to_chains")


def _column(position: str, order: int) -> int:
    return 100 * (_POSITIONS.index(position) + 1) + order


def _id(name: str) -> str:
    return f"link:{name}"
