"""The search understands people: their own words, their forms and orders, their slips."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from graph import CausalMap, find
from tests.curation.conftest import facts

Ranked = Mapping[str, tuple[str, Sequence[str]]]


@pytest.fixture(scope="module")
def corpus() -> dict[str, list[str]]:
    """What people type, by the node that they mean."""
    meant: dict[str, list[str]] = facts("everyday.yaml")
    return meant


@pytest.fixture(scope="module")
def ranked(b12: CausalMap, corpus: dict[str, list[str]]) -> Ranked:
    """Of each phrase the node that is meant, and the first three that are found."""
    return {
        phrase: (node, [match.id for match in find(b12, phrase, limit=3)])
        for node, phrases in corpus.items()
        for phrase in phrases
    }


def test_the_corpus_is_large_and_spread_over_the_map(b12: CausalMap, corpus: dict[str, list[str]]) -> None:
    phrases = [phrase.casefold() for each in corpus.values() for phrase in each]
    assert len(phrases) >= 800
    assert len(set(phrases)) == len(phrases)
    assert len(corpus) >= 100
    assert {b12.node[node].lane for node in corpus} == {lane.id for lane in b12.header.lanes}


def test_what_people_type_finds_what_they_mean_among_the_first_three(ranked: Ranked) -> None:
    assert {phrase: found for phrase, (node, found) in ranked.items() if node not in found} == {}


def test_what_people_type_finds_what_they_mean_first_in_ninety_five_of_a_hundred(ranked: Ranked) -> None:
    later = {phrase: (node, found) for phrase, (node, found) in ranked.items() if found[0] != node}
    assert len(later) <= 0.05 * len(ranked), later


@pytest.mark.parametrize(
    "way", [str.upper, "my {}".format, "the {}".format, "I have {}".format, "{}?".format]
)
def test_small_words_and_capitals_change_little(b12: CausalMap, ranked: Ranked, way) -> None:  # type: ignore[no-untyped-def]
    asked = list(ranked.items())[::5]
    lost = {
        phrase for phrase, (node, _) in asked if node not in {m.id for m in find(b12, way(phrase), limit=3)}
    }
    assert len(lost) <= 0.02 * len(asked), lost


def test_words_in_another_order_find_the_same(b12: CausalMap, ranked: Ranked) -> None:
    asked = [(phrase, found[0]) for phrase, (_, found) in ranked.items() if len(phrase.split()) == 2][::2]
    lost = {
        phrase
        for phrase, first in asked
        if first not in {m.id for m in find(b12, " ".join(reversed(phrase.split())), limit=3)}
    }
    assert len(asked) > 100
    assert len(lost) <= 0.03 * len(asked), lost


def test_a_word_of_a_group_is_said_in_one_group_only_and_meets_a_word_of_the_map(b12: CausalMap) -> None:
    groups = b12.header.same_words
    words = [word for group in groups for word in group]
    assert len(set(words)) == len(words)
    said = " ".join(" ".join((node.name, *node.synonyms, node.plain)).casefold() for node in b12.nodes)
    assert [group for group in groups if not any(word in said for word in group)] == []
