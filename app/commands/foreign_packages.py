"""A package that cannot be imported, in words. Imports nothing of ours: something of ours may be missing."""

from __future__ import annotations

OURS = ("app", "graph")


def cannot_be_imported(error: ImportError) -> str:
    """That a package of ours was overwritten by another one, or that one that we need is missing."""
    if (error.name or "").partition(".")[0] in OURS:
        where = f" ({error.path!a})" if error.path else ""
        return (
            f"The package {error.name!r}{where} is not Therefore's, another one of that name has taken its "
            "place; install Therefore on its own, with uv tool install."
        )
    return f"The package {error.name or str(error)!r} cannot be imported; install Therefore anew."
