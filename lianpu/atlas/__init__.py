"""The explorer: what it shows, as plain payloads, and the one file that shows it."""

from lianpu.atlas.atlas import Atlas

__all__ = ["Atlas"]
