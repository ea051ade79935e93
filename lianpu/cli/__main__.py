"""``python -m lianpu.cli``."""

from lianpu.cli import main

main(prog_name="lianpu")
