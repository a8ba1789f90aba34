"""The cache: each file once, a few at a time, and no failure is kept."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from threading import Event, Lock

import pytest

from app.serving.file_cache import Busy, FileCache
from tests.looping import run


class Maker:
    """Makes files that say their name, and counts what it does."""

    def __init__(self) -> None:
        self.made: Counter[str] = Counter()
        self.busy = self.most = 0
        self.open = Event()
        self._lock = Lock()

    def of(self, name: str) -> Callable[[], bytes]:
        def make() -> bytes:
            with self._lock:
                self.made[name] += 1
                self.busy += 1
                self.most = max(self.most, self.busy)
            assert self.open.wait(60)
            with self._lock:
                self.busy -= 1
            return name.encode()

        return make


async def ask(cache: FileCache, maker: Maker, *names: str) -> list[bytes]:
    """Ask for files at the same time, and let them be made once all have asked and every worker has one."""
    asked = [asyncio.create_task(cache.file(name, maker.of(name))) for name in names]
    await settled()
    at_work = min(len(set(names) - set(maker.made)), int(cache.workers.total_tokens))
    for _ in range(3_000):
        if maker.busy >= at_work:
            break
        await asyncio.sleep(0.01)
    maker.open.set()
    return list(await asyncio.gather(*asked))


async def settled() -> None:
    for _ in range(200):
        await asyncio.sleep(0)


def test_a_class_that_asks_at_once_costs_one_making() -> None:
    maker = Maker()
    files = run(ask(FileCache(), maker, *["slides"] * 100))
    assert files == [b"slides"] * 100
    assert maker.made == {"slides": 1}


def test_two_are_made_at_a_time_and_the_rest_wait() -> None:
    async def several() -> None:
        cache, maker = FileCache(workers=2), Maker()
        names = [f"file {number}" for number in range(12)]
        assert await ask(cache, maker, *names) == [name.encode() for name in names]
        assert maker.most == 2
        assert maker.made == dict.fromkeys(names, 1)

    run(several())


def test_a_failure_is_told_to_all_who_wait_and_is_tried_anew() -> None:
    tries: list[int] = []

    def fail() -> bytes:
        tries.append(1)
        raise RuntimeError("no ink")

    async def again() -> bytes:
        cache = FileCache()
        asked = [cache.file("slides", fail) for _ in range(3)]
        told = await asyncio.gather(*asked, return_exceptions=True)
        assert [str(error) for error in told] == ["no ink"] * 3
        assert len(tries) == 1
        return await cache.file("slides", lambda: b"at last")

    assert run(again()) == b"at last"


def test_whoever_leaves_takes_nothing_from_the_others() -> None:
    async def leave() -> bytes:
        cache, maker = FileCache(), Maker()
        first = asyncio.create_task(cache.file("slides", maker.of("slides")))
        second = asyncio.create_task(cache.file("slides", maker.of("slides")))
        await settled()
        first.cancel()
        await settled()
        maker.open.set()
        return await second

    assert run(leave()) == b"slides"


def test_a_long_queue_is_refused_but_not_for_a_file_that_is_in_it() -> None:
    async def crowd() -> None:
        cache, maker = FileCache(queue=3), Maker()
        asked = [asyncio.create_task(cache.file(name, maker.of(name))) for name in "abc"]
        await settled()
        with pytest.raises(Busy):
            await cache.file("d", maker.of("d"))
        asked.append(asyncio.create_task(cache.file("a", maker.of("a"))))
        await settled()
        maker.open.set()
        assert await asyncio.gather(*asked) == [b"a", b"b", b"c", b"a"]
        assert await cache.file("d", maker.of("d")) == b"d"

    run(crowd())


def test_what_nobody_asked_for_the_longest_goes_first() -> None:
    async def kept() -> Counter[str]:
        cache, maker = FileCache(kept=2), Maker()
        maker.open.set()
        for name in "abacab":
            await cache.file(name, maker.of(name))
        return maker.made

    assert run(kept()) == {"a": 1, "b": 2, "c": 1}
