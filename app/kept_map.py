"""The last sound map of a folder: read anew when its files change, while all go on with the one before.

Nobody holds the lock while files are read. Whoever finds that they have changed starts a reading in a thread
and waits for it a little, so that a reload shows what was saved; all others get the last sound map at once. A
reading that never ends costs its thread and nothing else: a later state of the files is read beside it.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Thread
from typing import TypeAlias

from graph import CausalMap, MapError, Problem

PATIENCE = 3.0
"""Seconds that whoever starts a reading waits for it; the others do not wait at all."""

FIRST_PATIENCE = 60.0
"""Seconds to wait for somebody else's reading as long as nothing could be shown meanwhile."""

MOST_READINGS = 4
"""Readings under way at once; a second one is only needed when the files changed during the first."""

State: TypeAlias = frozenset[tuple[object, ...]]


class KeptMap:
    """The map of one folder, for every visitor the same object until one of its files changes."""

    def __init__(self, folder: Path, read: Callable[[Path], CausalMap]) -> None:
        """Keep the map of ``folder``, which ``read`` reads and checks."""
        self.folder = folder
        self.read = read
        self._changed = Condition()
        self._under_way: dict[int, State] = {}
        self._begun = 0
        self._ended = 0  # the number of the reading that the next three come from
        self._known: State | None = None
        self._sound: CausalMap | None = None
        self._faults: MapError | None = None

    def map(self) -> CausalMap:
        """The last sound map: of the files as they stand now, if these are sound.

        Raises:
            MapError: none has been sound so far.
        """
        self._look()
        with self._changed:
            if self._sound is None:
                # Without the trace of the last time, which would grow with every visit.
                raise (self._faults or _still_read()).with_traceback(None)
            return self._sound

    def faults(self) -> MapError | None:
        """Why the files as they stand now are not what is shown; ``None`` when they are."""
        state = self._look()
        with self._changed:
            return self._faults if state == self._known else _still_read()

    def _look(self) -> State:
        """See to it that the files as they stand now have been read, or are being read: their state."""
        state = state_of(self.folder)
        with self._changed:
            if state == self._known:
                return state
            alone, first = not self._under_way, self._sound is None
            number = self._begin(state)
        if number is None:
            if first:
                self._wait(lambda: self._known is not None, FIRST_PATIENCE)
        elif first and alone:
            # There is nothing to be shown meanwhile, and in this thread Ctrl-C breaks it off.
            self._settle(number, state)
        else:
            Thread(target=self._settle, args=(number, state), daemon=True).start()
            self._wait(lambda: number not in self._under_way, PATIENCE)
        return state

    def _begin(self, state: State) -> int | None:
        """Enter a reading, unless this state is being read already or too many readings hang."""
        if state in self._under_way.values() or len(self._under_way) >= MOST_READINGS:
            return None
        self._begun += 1
        self._under_way[self._begun] = state
        return self._begun

    def _wait(self, until: Callable[[], bool], seconds: float) -> None:
        with self._changed:
            self._changed.wait_for(until, seconds)

    def _settle(self, number: int, state: State) -> None:
        """Read, and keep what came of it unless a later reading was faster."""
        sound: CausalMap | None = None
        faults: MapError | None = None
        try:
            sound = self.read(self.folder)
        except MapError as error:
            faults = error.with_traceback(None)
        except OSError as error:  # a file or the folder went away meanwhile
            faults = _unreadable(error.strerror or type(error).__name__)
        except Exception as error:
            logging.getLogger(__name__).exception("%s cannot be read", self.folder)
            faults = _unreadable(type(error).__name__)
        finally:
            with self._changed:
                del self._under_way[number]
                if number > self._ended and (sound is not None or faults is not None):
                    self._ended, self._known, self._faults = number, state, faults
                    self._sound = sound or self._sound
                self._changed.notify_all()


def state_of(folder: Path) -> State:
    """Name, time and size of every file of a map, and which folders may be read: differs whenever they do.

    What vanishes while it is looked at is left out, so the next look finds another state.
    """
    found: set[tuple[object, ...]] = set()
    for place, folders, names in os.walk(folder):
        for name in (*folders, *names):
            path = os.path.join(place, name)
            try:
                if name in folders:
                    found.add((path, os.lstat(path).st_mode))
                elif name.endswith((".yaml", ".yml")):
                    stat = os.stat(path)
                    found.add(
                        (path, stat.st_ino, stat.st_mode, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
                    )
            except OSError:
                continue
    return frozenset(found)


def _still_read() -> MapError:
    return MapError([Problem("map.yaml", 1, "the map is being read", "load this page again in a moment")])


def _unreadable(why: str) -> MapError:
    return MapError(
        [Problem("map.yaml", 1, f"the map cannot be read ({why})", "see that its files are there")]
    )
