"""A time limit for a question: it runs in a child that the kernel ends when the time is over, whatever the engine is at."""

from __future__ import annotations

import os
import signal
import sys

from lianpu.errors import QueryError


def end_after(seconds: float) -> None:
    """Go on in a child process that is ended when the time is over; this one waits and exits as the child does.

    To be called before a store is opened.

    :raises QueryError: the time is over.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        # The alarm is the child's own, so that it ends even where nobody waits for it any more.
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        return
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code == -signal.SIGALRM:
        raise QueryError("out_of_time", seconds=f"{seconds:g}")
    sys.exit(code)
