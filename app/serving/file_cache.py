"""Files that take a while to make: each once, a few at a time, and kept as long as there is room.

A class that asks for the same file at once costs one making; whoever asks for others waits without holding
a thread, so pages are answered meanwhile.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable

from anyio import CapacityLimiter
from anyio.to_thread import run_sync


class Busy(Exception):
    """So many files are being made that one more would wait for too long."""


class FileCache:
    """Makes files in threads. One event loop uses it; nothing here is shared between loops."""

    def __init__(self, workers: int = 2, kept: int = 24, queue: int = 40) -> None:
        """Set up an empty cache.

        Args:
            workers: how many files are made at a time.
            kept: how many made files are kept.
            queue: how many different files may be unfinished.
        """
        self.workers = CapacityLimiter(workers)
        self.kept = kept
        self.queue = queue
        self._files: OrderedDict[Hashable, asyncio.Task[bytes]] = OrderedDict()

    async def file(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """A file, made unless it is there or being made.

        Args:
            key: two files with the same key are the same.
            make: makes it; runs in a thread.

        Raises:
            Busy: too many files are unfinished.
            Exception: what ``make`` raised. It is not kept, so that the next one who asks has a new try.
        """
        task = self._files.get(key)
        if task is None:
            if sum(not other.done() for other in self._files.values()) >= self.queue:
                raise Busy
            task = self._files[key] = asyncio.create_task(self._made(key, make))
        self._files.move_to_end(key)
        self._clear()
        # Whoever goes away takes nothing from those who still wait.
        return await asyncio.shield(task)

    async def _made(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        try:
            return await run_sync(make, limiter=self.workers)
        except BaseException:
            self._files.pop(key, None)
            raise

    def _clear(self) -> None:
        """Make room: the file that nobody has asked for the longest goes first."""
        made = [key for key, task in self._files.items() if task.done()]
        for key in made[: max(0, len(self._files) - self.kept)]:
            del self._files[key]
