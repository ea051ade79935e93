"""A process that answers SPARQL questions, one at a time, over standard input and output: ``python -m lianpu.serve.worker``.

The engine cannot be told to stop, so the operating system ends the whole process when a question takes too long or too much
memory; :mod:`lianpu.serve.workers` then starts another. The alarm is the kernel's, so that a question ends even if the server
that asked is gone.
"""

from __future__ import annotations

import resource
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from lianpu.graph.stores.answers import Answered, Answers, Asked, Refused
from lianpu.serve.limits import Limits

LENGTH = 8
"""Bytes that say how long a message is, in front of it."""


def main() -> None:
    """Answer until the input ends."""
    folder, limits = Path(sys.argv[1]), msgspec.json.decode(sys.argv[2], type=Limits)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_DATA, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answers = Answers(folder)
    send(sys.stdout.buffer, b"")
    decoder = msgspec.msgpack.Decoder(Asked)
    for message in _messages(sys.stdin.buffer):
        signal.setitimer(signal.ITIMER_REAL, limits.seconds)
        answer: Answered | Refused = answers.answer(decoder.decode(message), limits.answer)
        signal.setitimer(signal.ITIMER_REAL, 0)
        send(sys.stdout.buffer, msgspec.msgpack.encode(answer))


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    while len(head := stream.read(LENGTH)) == LENGTH:
        yield stream.read(int.from_bytes(head))


def send(stream: BinaryIO, message: bytes) -> None:
    """Write a message with its length in front."""
    stream.write(len(message).to_bytes(LENGTH) + message)
    stream.flush()


if __name__ == "__main__":
    main()
