"""A time limit for a question: no engine ends what it has begun, so the question runs in a child that can be ended."""

from __future__ import annotations

import os
import signal
import sys
import time

from lianpu.cli.shell import say
from lianpu.errors import QueryError

_PAUSE = 0.02
"""Seconds between two looks at the child."""


def end_after(seconds: float) -> None:
    """Go on in a child process that is ended when the time is over; this one waits and exits as the child does.

    To be called before a store is opened.

    :raises QueryError: the time is over.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        return
    until = time.monotonic() + seconds
    try:
        while True:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                sys.exit(os.waitstatus_to_exitcode(status))
            if time.monotonic() > until:
                raise QueryError(say("out_of_time", seconds=f"{seconds:g}"))
            time.sleep(_PAUSE)
    finally:
        _end(child)


def _end(child: int) -> None:
    """End a child that may have ended by itself."""
    try:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    except (ProcessLookupError, ChildProcessError):
        return
