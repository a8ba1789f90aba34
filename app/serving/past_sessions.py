"""Visitors who have left and may come back, as after a moment without a network: a few, and ended in time.

Streamlit keeps 128, whatever the process may have open, and leaves it to chance when a forgotten one gives
back its descriptors.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict

from streamlit.runtime import Runtime
from streamlit.runtime.session_manager import SessionInfo, SessionStorage

from app.serving.descriptors import sessions_kept


class PastSessions(SessionStorage):
    """Keeps the last few sessions and ends the others. Used by the event loop alone, as Streamlit does."""

    def __init__(self, most: int, seconds: float) -> None:
        """Keep ``most`` sessions for so many ``seconds``."""
        self.most = most
        self.seconds = seconds
        self._kept: OrderedDict[str, SessionInfo] = OrderedDict()
        self._ends: dict[str, asyncio.TimerHandle] = {}

    def get(self, session_id: str) -> SessionInfo | None:
        """A session that is still kept."""
        return self._kept.get(session_id)

    def save(self, session_info: SessionInfo) -> None:
        """Keep one more, for which the oldest may have to go."""
        name = session_info.session.id
        self._forget(name)
        self._kept[name] = session_info
        self._ends[name] = asyncio.get_running_loop().call_later(self.seconds, self._end, name)
        while len(self._kept) > self.most:
            self._end(next(iter(self._kept)))

    def delete(self, session_id: str) -> None:
        """Let go of one that lives on, or that somebody else ends."""
        if self._forget(session_id) is None:
            raise KeyError(session_id)

    def list(self) -> list[SessionInfo]:
        """All that are kept."""
        return [*self._kept.values()]

    def _forget(self, name: str) -> SessionInfo | None:
        if name in self._ends:
            self._ends.pop(name).cancel()
        return self._kept.pop(name, None)

    def _end(self, name: str) -> None:
        if (info := self._forget(name)) is not None:
            # Not here: whoever saves a session holds a lock of Streamlit's.
            asyncio.get_running_loop().call_soon(info.session.shutdown)


def keep_few_sessions(runtime: Runtime, seconds: float) -> None:
    """Have a runtime keep as many sessions as the process has room for; Streamlit has no setting for it."""
    manager = runtime._session_mgr
    manager._session_storage = PastSessions(sessions_kept(), seconds)  # type: ignore[attr-defined]
