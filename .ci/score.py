"""Extract the documents that have a reference annotation, print their score, and fail below the floors.

python .ci/score.py GOLD_DIR TEXT_DIR
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

FLOORS = {("entity", "f1"): 0.79, ("fact", "f1"): 0.66, ("target", "f1"): 0.89, ("grounding", "rate"): 1.0}

LIANPU = Path(sys.executable).with_name("lianpu")


def main(gold: Path, texts: Path) -> int:
    """Exit code 1 if a pooled figure is below its floor."""
    with tempfile.TemporaryDirectory() as folder:
        for annotation in sorted(gold.glob("*.jsonl")):
            output(LIANPU, "extract", texts / f"{annotation.stem}.txt", "-o", Path(folder, annotation.name))
        score = (sys.executable, gold / "score.py", "--dir", gold, folder, "--text", texts)
        print(output(*score))
        pooled = json.loads(output(*score, "--json"))["pooled"]
    low = [f"{' '.join(path)} {figure(pooled, path)} < {floor}" for path, floor in FLOORS.items() if figure(pooled, path) < floor]
    print("below the floor: " + "; ".join(low) if low else "all pooled figures at or above their floors")
    return 1 if low else 0


def figure(pooled: dict[str, Any], path: tuple[str, str]) -> float:
    """A figure of the pooled rows."""
    return float(pooled[path[0]][path[1]])


def output(*command: str | Path) -> str:
    """What a command prints; its failure is ours."""
    return subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
