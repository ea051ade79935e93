"""How fast ``lianpu serve`` answers over a large graph, and whether it bears many clients at once.

    python benchmarks/serving.py CHAINKG [--kg DIR] [--entities 200000] [--facts 1000000] [--seconds 60] [--write docs/serve.md]

CHAINKG is the folder of the public tables (see examples/tables/chainkg.yaml). The graph of serving_graph.py is written to DIR, or
read if it is there. Questions are drawn by seed, none is asked twice one after the other: entities as often as facts touch them,
parts of names and initials for a search, any chain in any region that covers it. Times are those that the server tells of itself
(``Server-Timing``), for one client at a time and then for 32 clients that ask without pause.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from serving_graph import made

from lianpu.graph import directory
from lianpu.queries import index
from lianpu.queries.initials import initials

SEED = 20260708
CLIENTS = 32
EACH = 200
SHARES = {"search": 0.43, "neighbours": 0.25, "entity": 0.1, "evidence": 0.1, "chain": 0.1, "region": 0.01, "path": 0.01}
"""What the many clients ask."""
LIMITS = {"search": 50, "neighbours": 100, "chain": 300}
"""Milliseconds asked for, median."""
MARKS = re.compile(r"(<!-- serving -->\n).*?(<!-- /serving -->)", re.DOTALL)


@dataclass
class Questions:
    """Addresses to ask, by kind."""

    kinds: dict[str, list[str]]

    def draw(self, dice: random.Random) -> tuple[str, str]:
        """A kind and an address, as often as :data:`SHARES` says."""
        kind = dice.choices(list(SHARES), list(SHARES.values()))[0]
        return kind, dice.choice(self.kinds[kind])


@dataclass
class Tally:
    """Milliseconds in the server by kind, milliseconds for the client, and what went wrong."""

    server: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    client: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class Client:
    """One connection that is kept."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        assert parts.hostname is not None
        self.connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)

    def ask(self, kind: str, address: str, tally: Tally) -> bytes:
        """Ask, and note how long it took."""
        start = time.perf_counter()
        try:
            self.connection.request("GET", address)
            response = self.connection.getresponse()
            body = response.read()
        except (OSError, http.client.HTTPException) as error:
            tally.errors.append(f"{address}: {error!r}")
            self.connection.close()
            return b""
        tally.client.append((time.perf_counter() - start) * 1000)
        if response.status != 200:
            tally.errors.append(f"{address}: {response.status}")
        elif timing := response.headers.get("server-timing"):
            tally.server[kind].append(float(timing.rpartition("=")[2]))
        return body


def main() -> None:
    """Print the figures, or write them into a document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", type=Path, metavar="CHAINKG")
    parser.add_argument("--kg", type=Path, metavar="DIR")
    parser.add_argument("--entities", type=int, default=200_000)
    parser.add_argument("--facts", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--write", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kg = arguments.kg or Path(folder, "kg")
        if not (kg / "manifest.json").exists():
            directory.write(*made(arguments.tables, arguments.entities, arguments.facts), kg, index=index.write)
        text = "\n".join(measure(kg, arguments.seconds))
    print(text)
    if arguments.write:
        document = arguments.write.read_text("utf-8")
        arguments.write.write_text(MARKS.sub(lambda found: f"{found[1]}{text}\n{found[2]}", document), "utf-8")


def measure(kg: Path, seconds: float) -> Iterator[str]:
    """The figures as lines of Markdown."""
    counts = directory.manifest(kg).counts
    command = [sys.executable, "-m", "lianpu.cli", "serve", "--kg", str(kg), "--port", "0"]
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            url = server.stdout.readline().strip()
            ready = time.perf_counter() - start
            questions = Questions(drawn(kg, url))
            alone = one_client(url, questions)
            together = many_clients(url, questions, seconds)
            memory = {name: _memory(server.pid, name) for name in ("VmHWM", "RssAnon")}
        finally:
            server.send_signal(signal.SIGTERM)
    size = ", ".join(f"{counts[part]:,} {part}" for part in ("entities", "facts", "claims"))
    yield f"{size}; ready after {ready:.0f} s;"
    yield f"at most {memory['VmHWM']:,} MB with the files that it maps, {memory['RssAnon']:,} MB without them;"
    yield f"load of the machine at the end {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores."
    yield ""
    yield "| question | asked for (ms) | one client: median, 95% (ms) | 32 clients: median, 95% (ms) |"
    yield "| --- | --- | --- | --- |"
    for kind in SHARES:
        yield f"| {kind} | {LIMITS.get(kind, '')} | {_times(alone.server[kind])} | {_times(together.server[kind])} |"
    answers = sum(map(len, together.server.values()))
    yield ""
    yield (
        f"32 clients for {seconds:.0f} s: {answers:,} answers ({answers / seconds:.0f} a second), {len(together.errors)} errors, "
        f"median {statistics.median(together.client):.0f} ms for the client."
    )
    for error in (*alone.errors, *together.errors)[:10]:
        print(error, file=sys.stderr)


def _memory(process: int, name: str) -> int:
    """A figure of the kernel about a process, in MB."""
    found = re.search(rf"{name}:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    return int(found[1]) // 1024 if found else 0


def _times(found: Sequence[float]) -> str:
    ordered = sorted(found)
    return f"{statistics.median(ordered):.1f}, {ordered[int(len(ordered) * 0.95)]:.1f}"


def drawn(kg: Path, url: str) -> dict[str, list[str]]:
    """Addresses of every kind, drawn by seed."""
    dice = random.Random(SEED)
    facts = _lines(kg / "facts.jsonl", dice, 4 * EACH)
    ends = [fact[dice.choice("so")] for fact in facts]
    names = [entity["name"] for entity in _lines(kg / "entities.jsonl", dice, 2 * EACH)]
    words = [name[start : start + 3] for name in names for start in [dice.randrange(max(1, len(name) - 2))]]
    words += [letters[:4] for letters in initials(names) if letters]
    dice.shuffle(words)
    atlas = json.loads(Client(url).ask("atlas", "/api/atlas", Tally()))
    chains = atlas["chains"]
    some = dice.sample(chains, min(EACH, len(chains)))
    return {
        "search": [f"/api/search?{urlencode({'q': word})}" for word in words],
        "neighbours": [f"/api/neighbours?{urlencode({'id': end})}" for end in ends],
        "entity": [f"/api/entity?{urlencode({'id': end})}" for end in ends],
        "evidence": [f"/api/evidence?{urlencode({'claim': fact['claims']}, doseq=True)}" for fact in facts],
        "chain": [f"/api/chain?{urlencode({'region': one['region'], 'chain': one['chain']})}" for one in some],
        "region": [f"/api/region?{urlencode({'id': one['id']})}" for one in atlas["regions"]],
        "path": [f"/api/path?{urlencode({'from': one, 'to': other})}" for one, other in pairwise(ends)],
    }


def _lines(file: Path, dice: random.Random, wanted: int) -> list[dict[str, str]]:
    rows = file.read_bytes().splitlines()
    return [json.loads(row) for row in dice.sample(rows, min(wanted, len(rows)))]


def one_client(url: str, questions: Questions) -> Tally:
    """Every kind by itself, one question after the other."""
    tally, client = Tally(), Client(url)
    for kind, addresses in questions.kinds.items():
        for address in addresses[:EACH]:
            client.ask(kind, address, tally)
    return tally


def many_clients(url: str, questions: Questions, seconds: float) -> Tally:
    """All kinds at once, without pause."""
    tally = Tally()
    end = time.monotonic() + seconds

    def asking(number: int) -> None:
        dice, client = random.Random(SEED + number), Client(url)
        while time.monotonic() < end:
            client.ask(*questions.draw(dice), tally)

    threads = [threading.Thread(target=asking, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


if __name__ == "__main__":
    main()
