"""Fetch what the SPARQL editor is made of from the npm registry into ``lianpu/serve/static/codemirror``::

    python tools/vendor_editor.py

npm checks nothing that ``npm pack`` has fetched, so the package's digest is checked here.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import tarfile
import tempfile
from pathlib import Path

OUT = Path(__file__).parent.parent / "lianpu" / "serve" / "static" / "codemirror"
PACKAGE = "codemirror@5.65.20"
INTEGRITY = "sha512-i5dLDDxwkFCbhjvL2pNjShsojoL3XHyDwsGv1jqETUoW+lzpBKKqNTUWgQwVAOa0tUm4BwekT455ujafi8payA=="
FILES = {
    "lib/codemirror.js": "codemirror.js",
    "lib/codemirror.css": "codemirror.css",
    "mode/sparql/sparql.js": "sparql.js",
    "addon/edit/matchbrackets.js": "matchbrackets.js",
    "LICENSE": "LICENSE.txt",
}


def main() -> None:
    """Write the files.

    :raises SystemExit: the package is not the one that was meant.
    """
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        archive = next(Path(folder).glob("*.tgz"))
        digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if f"sha512-{digest}" != INTEGRITY:
            raise SystemExit(f"{PACKAGE}: sha512-{digest} is not {INTEGRITY}")
        OUT.mkdir(parents=True, exist_ok=True)
        with tarfile.open(archive) as package:
            for source, name in FILES.items():
                found = package.extractfile(f"package/{source}")
                assert found is not None
                (OUT / name).write_bytes(found.read())


if __name__ == "__main__":
    main()
