"""How many files and connections this process may have open, and how they are shared out.

A visitor holds four: a socket, and three of the event loop that Streamlit makes for each of them. Streamlit
also keeps up to 128 sessions of visitors who have left. Where a process may have 256, as on macOS, that is a
small class.
"""

from __future__ import annotations

import sys
from functools import cache

if sys.platform != "win32":
    import resource

PER_VISITOR = 4
"""A page that is open: its socket, and Streamlit's event loop."""

PER_REQUEST = 2
"""A request: its socket, and the file that may be its answer."""

FOR_ONE_PAGE = 20
"""A browser opens six connections while a page loads, and keeps one."""

PER_SESSION = 3
"""A visitor who has left and may come back."""

RESERVE = 80
"""What the process needs for itself: libraries, fonts, the map's files, and threads that make files."""

MOST_WANTED = 65_536
"""Enough for any hall; programs that we start go through all that they might have."""

MOST_SESSIONS = 128
"""What Streamlit keeps as well."""


def raise_limit() -> None:
    """Let this process open as many as it may without asking anybody."""
    if sys.platform == "win32":
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_WANTED if hard == resource.RLIM_INFINITY else min(hard, MOST_WANTED)
    # The system may allow less than its hard limit says, as macOS does.
    for limit in (wanted, 10_240, 4_096, 1_024):
        if limit <= wanted and (soft == resource.RLIM_INFINITY or limit <= soft):
            return
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))
        except (ValueError, OSError):
            continue
        break
    limit_now.cache_clear()


@cache
def limit_now() -> int:
    """How many this process may have open."""
    if sys.platform == "win32":
        return 8_192
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST_WANTED if soft == resource.RLIM_INFINITY else soft


def sessions_kept() -> int:
    """How many sessions of visitors who have left are kept, should they come back."""
    return max(4, min(MOST_SESSIONS, (limit_now() - RESERVE) // (4 * PER_SESSION)))


def room() -> int:
    """How many descriptors there are for connections; enough for one page at the least."""
    return max(FOR_ONE_PAGE, limit_now() - RESERVE - sessions_kept() * PER_SESSION)
