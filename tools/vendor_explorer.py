"""Fetch the libraries of the explorer's page from npm into ``lianpu/viz/static/vendor``.

Versions are below, the digest of each package is in ``integrity.json`` there; a package with another digest is refused. For
another version set its digest (``npm view NAME@VERSION dist.integrity``) there first. Run::

    python tools/vendor_explorer.py           # fetch
    python tools/vendor_explorer.py --check   # compare the files there with their recorded digests

``npm pack`` fetches each package, so the registry is that of the machine's npm. Files are kept as they are in the package,
with their licences in ``LICENSES.txt`` and their digests in ``integrity.json``.
"""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

OUT = Path(__file__).parent.parent / "lianpu" / "viz" / "static" / "vendor"
RECORD = OUT / "integrity.json"


class Package(NamedTuple):
    """An npm package, its version, and the file of it that is kept."""

    name: str
    version: str
    file: str


PACKAGES = (
    Package("cytoscape", "3.35.0", "dist/cytoscape.min.js"),
    Package("cytoscape-fcose", "2.2.0", "cytoscape-fcose.js"),
    Package("cose-base", "2.2.0", "cose-base.js"),
    Package("layout-base", "2.0.1", "layout-base.js"),
)


def fetch(package: Package, integrity: str, folder: Path) -> tuple[bytes, bytes]:
    """The file and the licence of a package.

    :raises ValueError: the package is not the one whose digest is recorded.
    """
    wanted = f"{package.name}@{package.version}"
    done = subprocess.run(["npm", "pack", "--silent", wanted], cwd=folder, check=True, capture_output=True, text=True)
    data = (folder / done.stdout.strip().splitlines()[-1]).read_bytes()
    found = "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()
    if found != integrity:
        raise ValueError(f"{wanted}: digest {found}, recorded is {integrity}")
    with tarfile.open(folder / done.stdout.strip().splitlines()[-1]) as archive:
        return _member(archive, package.file), _member(archive, "LICENSE")


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    """A file of a package; its folder has any name.

    :raises ValueError: there is none.
    """
    for member in archive:
        found = archive.extractfile(member) if member.name.partition("/")[2] == name else None
        if found is not None:
            return found.read()
    raise ValueError(f"the package has no file {name}")


def digest(data: bytes) -> str:
    """SHA-256 as hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def fetch_all() -> None:
    """Fetch every package and write files, licences and digests."""
    known = json.loads(RECORD.read_text("utf-8"))
    record, licences = {}, []
    with tempfile.TemporaryDirectory() as name:
        for package in PACKAGES:
            file = Path(package.file).name
            integrity = known[file]["integrity"]
            data, licence = fetch(package, integrity, Path(name))
            (OUT / file).write_bytes(data)
            origin = {"package": package.name, "version": package.version, "integrity": integrity}
            record[file] = {**origin, "file": package.file, "sha256": digest(data)}
            licences.append(f"{package.name} {package.version}\n\n{licence.decode().strip()}\n")
    RECORD.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", "utf-8")
    (OUT / "LICENSES.txt").write_text(f"\n{'-' * 80}\n\n".join(licences), "utf-8")


def changed() -> list[str]:
    """Files that are not as recorded."""
    record = json.loads(RECORD.read_text("utf-8"))
    return [name for name, entry in record.items() if digest((OUT / name).read_bytes()) != entry["sha256"]]


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit(f"changed: {', '.join(found)}" if (found := changed()) else 0)
    fetch_all()
