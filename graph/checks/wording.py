"""The words that a map has of its own can be told apart: for kinds, for reading levels, for a search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.checks.reporting import problem
from graph.records.causal_map import CausalMap
from graph.records.problems import Problem
from graph.records.vocabulary import Kind, Level, Term
from graph.search.normalise import normalise
from graph.search.words import stem


def wording_is_unambiguous(causal_map: CausalMap) -> Iterator[Problem]:
    """A kind or a level gets its words once, and no two of them are called the same."""
    header = causal_map.header
    yield from _told_apart(causal_map, "kinds", Kind, [words.kind for words in header.kinds])
    yield from _told_apart(causal_map, "levels", Level, [words.level for words in header.levels])


def words_stand_in_one_group(causal_map: CausalMap) -> Iterator[Problem]:
    """What ``same_words`` lists is single words, in whatever form each in one group only."""
    owner: dict[str, int] = {}
    for number, group in enumerate(causal_map.header.same_words):
        for index, word in enumerate(group):
            where = ("map", "same_words", str(number), str(index))
            if len(normalise(word).split()) != 1:
                cure = "write single words, and make a longer name a synonym of its node"
                yield problem(causal_map, where, f"{word!r} is not one word", cure)
            elif owner.setdefault(stem(normalise(word)), number) != number:
                yield problem(
                    causal_map, where, f"{word!r} is in two groups", "join them, or remove one of the two"
                )


def _told_apart(
    causal_map: CausalMap, group: str, known: type[Term], named: Sequence[Term]
) -> Iterator[Problem]:
    labels = {word: causal_map.header.words_for(word).label for word in known}
    for index, word in enumerate(named):
        where = ("map", group, str(index))
        if word in named[:index]:
            yield problem(causal_map, where, f"{word.value!r} gets words twice", "keep one of the two")
            continue
        alike = [other for other in known if labels[other].casefold() == labels[word].casefold()]
        other = next((other for other in alike if other != word), None)
        if other is not None:
            what = f"{word.value!r} and {other.value!r} are both called {labels[word]!r}"
            yield problem(causal_map, (*where, "label"), what, "give one of them another label")
