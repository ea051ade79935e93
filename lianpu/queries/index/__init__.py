"""The index of a graph directory: the places of its records in their files and how they hang together, read from the disk.

A question looks up what it asks for; nothing is held in memory but what was asked for last. The index is a copy in another
order: it can be deleted, and is made anew from the records when it is missing, of another version or of other files.
"""

from lianpu.queries.index.index import Index
from lianpu.queries.index.opening import opened
from lianpu.queries.index.view import IndexedView
from lianpu.queries.index.written import write

__all__ = ["Index", "IndexedView", "opened", "write"]
