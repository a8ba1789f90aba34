"""An answer explained as a path is: its verdict, then its best path step by step."""

from __future__ import annotations

from graph.answers.answer import PathAnswer
from graph.paths.causal_path import CausalPath
from graph.records.arguments import require, require_word
from graph.records.vocabulary import Level
from graph.words.explain import explain_path


def explain(what: CausalPath | PathAnswer, level: str | None = None) -> str:
    """A path as plain text, a numbered step a paragraph; of an answer its verdict and its best path.

    Args:
        what: a path of an answer, or the answer itself.
        level: ``plain`` for everyday names and words, ``clinical`` for precise ones; else that of the map
            that was asked. The verdict of an answer stays in the words of that map: see ``graph.in_words``.

    Raises:
        TypeError: it is neither a path nor an answer.
        ValueError: the level is not one of the two.
    """
    if not isinstance(what, PathAnswer):
        return explain_path(require(what, CausalPath, "an answer or answer.paths[0]"), level)
    if level is not None:
        require_word(level, Level)
    # The route with the best path stands first; it is there even when no path was to be listed.
    best = what.paths[:1] or [route.best for route in what.routes[:1]]
    return "\n\n".join([what.verdict, *(explain_path(path, level) for path in best)])
