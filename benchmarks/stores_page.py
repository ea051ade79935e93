"""The page with the figures of benchmarks/stores.py."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

ENGINES = {"oxigraph": "pyoxigraph", "ladybug": "ladybug", "neo4j": "Neo4j 5.26", "rdflib": "rdflib", "networkx": "networkx"}
TITLES = {"tenth": "A tenth of the graph", "whole": "The whole graph"}
AHEAD = ("oxigraph", "ladybug")
"""What is held against rdflib."""

_Figures = Mapping[str, Mapping[str, Any]]


def page(found: Mapping[str, _Figures], versions: Mapping[str, str], limit: float) -> str:
    """Markdown.

    :param versions: of the libraries.
    :param limit: seconds after which a question was interrupted.
    """
    used = ", ".join(f"{name} {version}" for name, version in versions.items())
    head = f"""# Stores in figures

Written by `benchmarks/stores.py`, never by hand: entities and relations of a public table, filled up with seeded noise, one claim
to each fact. Neo4j in a server of its own, over Bolt.
{used}.

{_machine(found)}
Seconds of processors say what the work itself takes; for Neo4j those of client and server,
its Java machine's compiler and collector among them. All stores gave the same rows.
"""
    return head + "".join(_part(TITLES[name], figures, limit) for name, figures in found.items())


def _phases(found: Mapping[str, _Figures]) -> Iterator[Mapping[str, Any]]:
    for figures in found.values():
        for one in figures.values():
            yield from (one[name] for name in ("load", "ask") if name in one)


def _machine(found: Mapping[str, _Figures]) -> str:
    """How quiet the machine was, by the processes that wanted its processors at the end of a phase."""
    processors, loads = os.cpu_count() or 1, [one["machine"] for one in _phases(found)]
    wanted = f"{min(loads):.0f} to {max(loads):.0f} processes wanted its {processors} processors at the end of a phase"
    # A store with threads of its own wants one more than there are.
    if max(loads) <= processors + 1:
        return f"The machine was left to the benchmark: {wanted}."
    return f"""The machine was shared with other work, more of it in some phases than in others, as the tables tell:
{wanted}. So ratios are rough, and those of phases under unlike load are no more than hints."""


def _part(title: str, figures: _Figures, limit: float) -> str:
    loaded, server = figures["oxigraph"]["load"], figures["neo4j"]["load"]
    size = (
        f"{loaded['entities']:,} entities, {loaded['facts']:,} facts, {loaded['claims']:,} claims: {loaded['triples']:,} "
        f"triples; {server['nodes']:,} nodes and {server['edges']:,} relationships.\n"
    )
    stores = [name for name in ENGINES if name in figures]
    lines = [f"\n## {title}\n", size, _rate(server)]
    lines += _table(["", *(ENGINES[name] for name in stores)], _costs(figures, stores))
    asked = [name for name in stores if name != "networkx"]
    rows = [[_label(name), *(_ms(figures[store], name, limit) for store in asked)] for name in _questions(figures)]
    lines += ["\nMedian latency in milliseconds:\n", *_table(["question", *(ENGINES[name] for name in asked)], rows)]
    if "rdflib" in figures:
        lines += [
            "\nTimes as fast as rdflib:\n",
            *_table(["question", *(ENGINES[name] for name in AHEAD)], _ratios(figures, limit)),
        ]
    if "networkx" in figures:
        told = [f"{name} {_ms(figures['networkx'], name, limit)} ms" for name in _questions(figures, "networkx")]
        lines.append("\nnetworkx: " + ", ".join(told) + ".")
    return "\n".join(lines) + "\n"


def _questions(figures: _Figures, store: str = "oxigraph") -> Iterable[str]:
    names: Iterable[str] = figures[store]["ask"]["questions"]
    return names


def _rate(server: Mapping[str, Any]) -> str:
    took = server["relationships"]
    clock, work = (server["edges"] / took[name] for name in ("seconds", "processor"))
    return f"Neo4j took {clock:,.0f} relationships a second behind its nodes, {work:,.0f} in each second of a processor.\n"


def _costs(figures: _Figures, stores: list[str]) -> Iterator[list[str]]:
    for title, part, key in (
        ("load, s", "load", "seconds"),
        ("load, s of processors", "load", "processor"),
        ("memory while loading, MB", "load", "peak"),
        ("memory of the server, MB", "load", "server"),
        ("open or fill from records, s", "ask", "seconds"),
        ("memory while asking, MB", "ask", "peak"),
        ("processes behind the load", "load", "machine"),
        ("processes behind the questions", "ask", "machine"),
    ):
        yield [title, *(_number(figures[name].get(part, {}).get(key)) for name in stores)]
    yield ["disk, MB", *(_number(figures[name].get("disk")) for name in stores)]


def _ratios(figures: _Figures, limit: float) -> Iterator[list[str]]:
    for name in _questions(figures):
        slow = figures["rdflib"]["ask"]["questions"][name]
        ours = [figures[store]["ask"]["questions"][name]["ms"] for store in AHEAD]
        mark, ms = ("> ", limit * 1000) if slow is None else ("", slow["ms"])
        yield [_label(name), *(mark + _number(ms / one) for one in ours)]


def _table(head: list[str], rows: Iterable[list[str]]) -> list[str]:
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]


def _label(name: str) -> str:
    return name if " " in name else f"`{name}`"


def _ms(store: Mapping[str, Any], question: str, limit: float) -> str:
    found = store["ask"]["questions"][question]
    return f"> {limit * 1000:,.0f}" if found is None else _number(found["ms"])


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
