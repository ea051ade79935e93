"""Reference chains: what an industry chain is made of, whoever makes it. One YAML file a chain, in ``ontology/chains``.

A chain has stages, a stage has products (links). ``feeds`` names products of the same chain or ``CHAIN/PRODUCT``;
``same_as`` says that a link is the link of another chain and takes its words from there. The format is in
``docs/chains.md``. Reference chains are general knowledge of the trade, never statements of a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache, cached_property
from graphlib import CycleError, TopologicalSorter
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import msgspec
import yaml

from lianpu.errors import SchemaError, UnknownNameError
from lianpu.model import EntityType, Position

Reach = Literal["local", "prefer", "anywhere"]
LinkKey = tuple[str, str]
"""Chain name and product name."""


class Name(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name in Chinese and English."""

    zh: str
    en: str


class ChainProduct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One link. ``synonyms`` mean the same, ``narrower`` are kinds of it, ``unless`` are words that only end like it,
    ``exactly`` are words that mean it by themselves but not as the head of a compound.

    ``reach`` says how far it is sensibly bought from. ``line`` is its line in the chain file.
    """

    name: Name
    synonyms: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    exactly: tuple[str, ...] = ()
    same_as: str | None = None
    reach: Reach = "anywhere"
    feeds: tuple[str, ...] = ()
    line: int = 0


class Stage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stage of a chain. ``generic`` stages (design, assembly, sales, service) belong to any chain and are never a gap;
    neither is a ``market``, what a chain sells to, of which only documents make a row.
    """

    name: Name
    position: Position
    order: int
    products: tuple[ChainProduct, ...]
    generic: bool = False
    market: bool = False
    line: int = 0


class _ChainFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: Name
    industries: tuple[str, ...]
    stages: tuple[Stage, ...]
    line: int = 0


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A product in its place in a chain, ``same_as`` resolved: words are complete, ``feeds`` are link keys."""

    chain: str
    name: str
    en: str
    position: Position
    order: int
    generic: bool
    market: bool
    reach: Reach
    synonyms: tuple[str, ...]
    narrower: tuple[str, ...]
    unless: tuple[str, ...]
    exactly: tuple[str, ...]
    feeds: tuple[LinkKey, ...]
    concept: LinkKey
    """Key of the link that defines the words; equal for links that are the same thing."""
    file: str
    line: int

    @property
    def key(self) -> LinkKey:
        """Chain name and product name."""
        return self.chain, self.name

    @property
    def words(self) -> tuple[str, ...]:
        """Every word that means the link or a kind of it."""
        return (self.name, *self.synonyms, *self.narrower, *self.exactly)


class Chain(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A reference chain. ``industries`` are the names by which a document means this chain."""

    name: str
    en: str
    industries: tuple[str, ...]
    stages: tuple[Stage, ...]
    links: tuple[Link, ...]
    file: str
    line: int

    @cached_property
    def by_name(self) -> Mapping[str, Link]:
        """Links by product name."""
        return MappingProxyType({link.name: link for link in self.links})


class ReferenceEntity(msgspec.Struct, frozen=True, kw_only=True):
    """An industry or product that a chain names."""

    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()


class ReferenceFact(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of a chain file, with file and line as its source."""

    s: str
    p: Literal["stageOf", "feeds"]
    o: str
    order: int | None = None
    position: Position | None = None
    file: str
    line: int


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A chain as entities and facts of the named graph ``origin`` (``chain/NAME``)."""

    origin: str
    entities: tuple[ReferenceEntity, ...]
    facts: tuple[ReferenceFact, ...]


def load(folders: Iterable[Traversable | Path]) -> Mapping[str, Chain]:
    """Read and check all chains of the folders, later folders adding to earlier ones; sorted by name.

    :raises SchemaError: a file is malformed, a name is used twice, a link is unknown, orphaned or in a cycle;
        the message starts with ``file:line``.
    """
    parsed: dict[str, tuple[str, _ChainFile]] = {}
    for folder in folders:
        for path in sorted((p for p in folder.iterdir() if p.name.endswith(".yaml")), key=lambda p: p.name):
            chain = _parse(path)
            if chain.name.zh in parsed:
                raise SchemaError(
                    "chain_defined", name=chain.name.zh, file=parsed[chain.name.zh][0], place=f"{path.name}:{chain.line}"
                )
            parsed[chain.name.zh] = path.name, chain
    index = {(name, p.name.zh): (file, p) for name, (file, chain) in parsed.items() for p in _products(file, chain)}
    built = {name: _build(file, chain, index) for name, (file, chain) in sorted(parsed.items())}
    links = [link for chain in built.values() for link in chain.links]
    _check_industries(built.values())
    _check_words(links)
    _check_edges(links)
    return MappingProxyType(built)


@cache
def chains(folder: Path | None = None) -> Mapping[str, Chain]:
    """The chains that come with lianpu, with those of ``folder`` (chains of one's own) added.

    :raises SchemaError: see :func:`load`.
    """
    shipped: Traversable = files("lianpu.ontology") / "chains"
    return load([shipped] if folder is None else [shipped, folder])


def find(name: str, known: Mapping[str, Chain]) -> Chain:
    """The chain of this name, or that has it among the names of its industry.

    :raises UnknownNameError: there is none; carries near names.
    """
    wanted = name.strip().casefold()
    words = {word.casefold(): chain for chain in known.values() for word in chain.industries}
    if wanted in words:
        return words[wanted]
    close = [
        *get_close_matches(wanted, words, n=5, cutoff=0.4),
        *sorted(w for w in words if wanted and (wanted in w or w in wanted)),
    ]
    near = tuple(dict.fromkeys(words[word].name for word in close))[:5]
    raise UnknownNameError("no_chain_named", name=name, near=near)


def references(folder: Path | None = None) -> tuple[Reference, ...]:
    """All chains as statements for the graph: products are stages of the chain's industry and feed each other."""
    known = chains(folder)
    return tuple(reference(chain, known) for chain in known.values())


def reference(chain: Chain, known: Mapping[str, Chain]) -> Reference:
    """One chain, of all that are known, as entities and facts.

    ``same_as`` links keep one name, and a product that is called like a chain is that industry, so that chains hang together
    in the graph. Words that are a chain's name are no aliases of a product.
    """
    links = [link for link in chain.links if not link.generic]
    outside = [known[owner].by_name[product] for owner, product in sorted({t for link in links for t in link.feeds})]
    industries = {word for other in known.values() for word in other.industries}
    entities = {chain.name: _industry(chain)}
    for name, synonyms in ((link.concept[1], link.synonyms) for link in (*links, *outside)):
        aliases = tuple(word for word in synonyms if word not in industries)
        product = ReferenceEntity(type="Product", name=name, aliases=aliases)
        entities.setdefault(name, _industry(known[name]) if name in known else product)
    return Reference(origin=f"chain/{chain.name}", entities=tuple(entities.values()), facts=tuple(_facts(chain.name, links)))


def _industry(chain: Chain) -> ReferenceEntity:
    return ReferenceEntity(type="Industry", name=chain.name, aliases=tuple(n for n in chain.industries if n != chain.name))


def _facts(chain: str, links: Iterable[Link]) -> Iterator[ReferenceFact]:
    for link in links:
        name, file, line = link.concept[1], link.file, link.line
        if name != chain:
            yield ReferenceFact(s=name, p="stageOf", o=chain, order=link.order, position=link.position, file=file, line=line)
        for target in link.feeds:
            yield ReferenceFact(s=name, p="feeds", o=target[1], file=file, line=line)


# -- reading one file ---------------------------------------------------------------------------------------------


def _parse(path: Traversable | Path) -> _ChainFile:
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise SchemaError("bad_yaml", reason=error, place=f"{path.name}:{mark.line + 1 if mark else 1}") from error
    if root is None:
        raise SchemaError("empty_file", place=f"{path.name}:1")
    try:
        return msgspec.convert(_value(root), _ChainFile)
    except msgspec.ValidationError as error:
        raise SchemaError("verbatim", text=error, place=f"{path.name}:{_line_of(root, str(error))}") from error


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where PyYAML was built with it: ten times faster, same nodes and marks."""
_TEXT = "tag:yaml.org,2002:str"
_LINED = frozenset({"products", "stages"})


def _value(node: yaml.Node, lined: bool = True) -> Any:
    """Plain data of a node; mappings that are a chain, stage or product also carry their line."""
    if isinstance(node, yaml.MappingNode):
        out = {key.value: _value(value, key.value in _LINED) for key, value in node.value}
        return out | {"line": node.start_mark.line + 1} if lined else out
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, lined) for item in node.value]
    # Most values are texts, and a loader for each would take half the time.
    return node.value if node.tag == _TEXT else yaml.SafeLoader("").construct_object(node)


def _line_of(root: yaml.Node, message: str) -> int:
    """The line that a msgspec message is about: it ends in a path like ``$.stages[0].products[1].reach``."""
    node, (_, _, path) = root, message.rpartition("`$")
    for step in path.rstrip("`").replace("[", ".[").split("."):
        child: yaml.Node | None = None
        if step.startswith("[") and isinstance(node, yaml.SequenceNode) and step[1:-1].isdigit():
            child = node.value[int(step[1:-1])]
        elif isinstance(node, yaml.MappingNode):
            child = next((value for key, value in node.value if key.value == step), None)
        node = child or node
    return int(node.start_mark.line) + 1


def _products(file: str, chain: _ChainFile) -> Iterator[ChainProduct]:
    seen: set[str] = set()
    for stage in chain.stages:
        if not stage.products:
            raise SchemaError("empty_stage", name=stage.name.zh, place=f"{file}:{stage.line}")
        for product in stage.products:
            if product.name.zh in seen:
                raise SchemaError("product_twice", name=product.name.zh, place=f"{file}:{product.line}")
            seen.add(product.name.zh)
            yield product


# -- links and checks ---------------------------------------------------------------------------------------------


def _build(file: str, chain: _ChainFile, index: Mapping[LinkKey, tuple[str, ChainProduct]]) -> Chain:
    name = chain.name.zh
    links = tuple(_link(file, name, stage, product, index) for stage in chain.stages for product in stage.products)
    industries = tuple(dict.fromkeys((name, *chain.industries)))
    return Chain(name=name, en=chain.name.en, industries=industries, stages=chain.stages, links=links, file=file, line=chain.line)


def _link(file: str, chain: str, stage: Stage, product: ChainProduct, index: Mapping[LinkKey, tuple[str, ChainProduct]]) -> Link:
    place = f"{file}:{product.line}"
    concept = (chain, product.name.zh)
    words = product
    if product.same_as is not None:
        if product.synonyms or product.narrower or product.unless or product.exactly:
            raise SchemaError("words_elsewhere", place=place, name=product.name.zh, other=product.same_as)
        concept = _resolve(chain, product.same_as, index, place)
        words = index[concept][1]
        if words.same_as is not None:
            raise SchemaError("same_as_same_as", place=place, name=product.same_as)
    feeds = dict.fromkeys(_resolve(chain, target, index, place) for target in product.feeds)
    return Link(
        chain=chain,
        name=product.name.zh,
        en=product.name.en,
        position=stage.position,
        order=stage.order,
        generic=stage.generic or stage.market,
        market=stage.market,
        reach=product.reach,
        synonyms=words.synonyms if words.name.zh == product.name.zh else (words.name.zh, *words.synonyms),
        narrower=words.narrower,
        unless=words.unless,
        exactly=words.exactly,
        feeds=tuple(feeds),
        concept=concept,
        file=file,
        line=product.line,
    )


def _resolve(chain: str, target: str, index: Mapping[LinkKey, Any], place: str) -> LinkKey:
    head, slash, tail = target.partition("/")
    key = (head, tail) if slash else (chain, target)
    if key not in index:
        raise SchemaError("unknown_product", place=place, name=target)
    return key


def _check_industries(built: Iterable[Chain]) -> None:
    owner: dict[str, Chain] = {}
    for chain in built:
        for industry in chain.industries:
            if industry in owner:
                place, first = f"{chain.file}:{chain.line}", owner[industry].name
                raise SchemaError("industry_twice", place=place, name=industry, first=first, second=chain.name)
            owner[industry] = chain


def _check_words(links: Iterable[Link]) -> None:
    """A word may stand in two places only if the places are the same thing."""
    owner: dict[str, Link] = {}
    for link in links:
        for word in link.words:
            first = owner.setdefault(word, link)
            if first.concept != link.concept or first is link and link.words.count(word) > 1:
                names = {"first": "/".join(first.key), "second": "/".join(link.key)}
                raise SchemaError("word_twice", place=f"{link.file}:{link.line}", word=word, **names)


def _check_edges(links: Iterable[Link]) -> None:
    by_key = {link.key: link for link in links}
    suppliers: dict[LinkKey, set[LinkKey]] = {}
    for link in by_key.values():
        for target in link.feeds:
            suppliers.setdefault(by_key[target].concept, set()).add(link.concept)
    joined = set(suppliers).union(*suppliers.values())
    for link in by_key.values():
        if not link.generic and link.concept not in joined:
            raise SchemaError("link_apart", name=link.name, place=f"{link.file}:{link.line}")
    try:
        TopologicalSorter(suppliers).prepare()
    except CycleError as error:
        cycle: list[LinkKey] = error.args[1]
        first = by_key[min(cycle)]
        shown = " → ".join("/".join(key) for key in cycle)
        raise SchemaError("feeds_cycle", cycle=shown, place=f"{first.file}:{first.line}") from error
