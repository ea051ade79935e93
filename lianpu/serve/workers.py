"""Processes that answer SPARQL questions; one that a question has brought to its limits is replaced."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from pathlib import Path

import msgspec

from lianpu.errors import GraphError, QueryError
from lianpu.graph.stores.answers import Answered, Asked, Refused
from lianpu.messages import Message, message
from lianpu.serve.limits import Limits
from lianpu.serve.worker import LENGTH

_START_SECONDS = 60
_DECODER: msgspec.msgpack.Decoder[Answered | Refused] = msgspec.msgpack.Decoder(Answered | Refused)


class BusyError(QueryError):
    """Too many questions wait for an answer."""


class LimitError(QueryError):
    """A question was ended, since it took too long or too much memory."""


class Workers:
    """A fixed number of processes over one store, started when the first question comes."""

    def __init__(self, store: Path, limits: Limits) -> None:
        self.store = store
        self.limits = limits
        self._idle: list[Process] = []
        self._free = asyncio.Semaphore(limits.workers)
        self._waiting = 0

    async def ask(self, asked: Asked) -> Answered | Refused:
        """An answer from the next process that is free.

        :raises BusyError: too many wait already.
        :raises LimitError: the question went over a limit.
        :raises GraphError: the store cannot be opened.
        """
        if self._waiting >= self.limits.waiting:
            raise BusyError("busy")
        self._waiting += 1
        try:
            async with self._free:
                return await self._asked(asked)
        finally:
            self._waiting -= 1

    async def _asked(self, asked: Asked) -> Answered | Refused:
        process = self._idle.pop() if self._idle else await self._start()
        try:
            answer = await _exchange(process, msgspec.msgpack.encode(asked))
        except (asyncio.IncompleteReadError, ConnectionError):
            raise LimitError(self._ended(await process.wait())) from None
        except BaseException:
            # Whoever asked has gone away: the process is in the middle of an answer that nobody will read.
            await _end(process)
            raise
        self._idle.append(process)
        return _DECODER.decode(answer)

    def _ended(self, code: int) -> Message:
        if code == -signal.SIGALRM:
            return message("ended_time", seconds=self.limits.seconds)
        return message("ended_memory", limit=self.limits.memory)

    async def _start(self) -> Process:
        # A session of its own: Ctrl-C in the terminal is for the server, which then ends its processes.
        # Not from the folder that happens to be the current one (-P).
        arguments = ("-P", "-m", "lianpu.serve.worker", str(self.store), msgspec.json.encode(self.limits).decode())
        # A process that runs out of memory should end at once, not look for where.
        quick = {**os.environ, "RUST_BACKTRACE": "0"}
        process = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True, env=quick
        )
        try:
            await asyncio.wait_for(_receive(process), _START_SECONDS)
        except (asyncio.IncompleteReadError, TimeoutError):
            await _end(process)
            raise GraphError("store_closed", place=str(self.store), store="oxigraph") from None
        return process

    async def close(self) -> None:
        """End all processes."""
        while self._idle:
            await _end(self._idle.pop())


async def _exchange(process: Process, message: bytes) -> bytes:
    assert process.stdin is not None
    process.stdin.write(len(message).to_bytes(LENGTH) + message)
    await process.stdin.drain()
    return await _receive(process)


async def _receive(process: Process) -> bytes:
    assert process.stdout is not None
    size = int.from_bytes(await process.stdout.readexactly(LENGTH))
    return await process.stdout.readexactly(size)


async def _end(process: Process) -> None:
    with suppress(ProcessLookupError):
        process.kill()
    await process.wait()
