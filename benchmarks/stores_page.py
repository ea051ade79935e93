"""The page with the figures of benchmarks/stores.py."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

ENGINES = {"oxigraph": "pyoxigraph", "ladybug": "ladybug", "neo4j": "Neo4j 5.26", "rdflib": "rdflib", "networkx": "networkx"}
TITLES = {"tenth": "A tenth of the graph", "whole": "The whole graph"}

_Figures = Mapping[str, Mapping[str, Any]]


def page(found: Mapping[str, _Figures], versions: Mapping[str, str]) -> str:
    """Markdown."""
    used = ", ".join(f"{name} {version}" for name, version in versions.items())
    head = (
        "# Stores in figures\n\nWritten by `benchmarks/stores.py`, never by hand: entities and relations of a public table,\n"
        f"filled up with seeded noise, one claim to each fact. {used}, Neo4j in a server of its own.\n"
        "Load is the mean number of waiting processes on the machine's processors when the run began and ended.\n"
    )
    return head + "".join(_part(TITLES[name], figures) for name, figures in found.items())


def _part(title: str, figures: _Figures) -> str:
    loaded, server = figures["oxigraph"]["load"], figures["neo4j"]["load"]
    size = (
        f"{loaded['entities']:,} entities, {loaded['facts']:,} facts, {loaded['claims']:,} claims: {loaded['triples']:,} "
        f"triples; {server['nodes']:,} nodes and {server['edges']:,} relationships. "
        f"Load {figures['machine']['before']:.1f} and {figures['machine']['after']:.1f} on {figures['machine']['processors']}."
    )
    rate = server["edges"] / server["edge_seconds"]
    stores = [name for name in ENGINES if name in figures]
    lines = [f"\n## {title}\n", size, f"Neo4j took {rate:,.0f} relationships a second, after its nodes.\n"]
    lines += _table(["", *(ENGINES[name] for name in stores)], _costs(figures, stores))
    asked = [name for name in stores if name != "networkx"]
    rows = [[_label(name), *(_ms(figures[store], name) for store in asked)] for name in figures["oxigraph"]["ask"]["questions"]]
    lines += ["\nMedian latency in milliseconds:\n", *_table(["question", *(ENGINES[name] for name in asked)], rows)]
    if "networkx" in figures:
        told = [f"{name} {_ms(figures['networkx'], name)} ms" for name in figures["networkx"]["ask"]["questions"]]
        lines.append("\nnetworkx: " + ", ".join(told) + ".")
    return "\n".join(lines) + "\n"


def _costs(figures: _Figures, stores: list[str]) -> Iterator[list[str]]:
    yield ["load, s", *(_number(figures[name].get("load", {}).get("seconds")) for name in stores)]
    yield ["memory while loading, MB", *(_number(figures[name].get("load", {}).get("peak")) for name in stores)]
    yield ["disk, MB", *(_number(figures[name].get("disk")) for name in stores)]
    yield ["open or fill from records, s", *(_number(figures[name]["ask"]["seconds"]) for name in stores)]
    yield ["memory while asking, MB", *(_number(figures[name]["ask"]["peak"]) for name in stores)]
    yield ["memory of the server, MB", *(_number(figures[name].get("server")) for name in stores)]


def _table(head: list[str], rows: Any) -> list[str]:
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]


def _label(name: str) -> str:
    return name if " " in name else f"`{name}`"


def _ms(store: Mapping[str, Any], question: str) -> str:
    return _number(store["ask"]["questions"][question]["ms"])


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
