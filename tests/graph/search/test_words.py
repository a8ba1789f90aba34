from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.search.words import LESS, MORE, alike, meaningful_words, stem


@pytest.mark.parametrize(
    "text",
    [
        "low river flow",
        "lack of river flow",
        "too little river flow",
        "river flow is too low",
        "poor river flow",
    ],
)
def test_every_way_to_say_less_is_one_word(text: str) -> None:
    assert sorted(meaningful_words(text)) == sorted([LESS, "river", "flow"])


@pytest.mark.parametrize("text", ["high salt", "too much of the salt is raised", "more salt", "excess salt"])
def test_every_way_to_say_more_is_one_word(text: str) -> None:
    assert sorted(meaningful_words(text)) == sorted([MORE, "salt"])


def test_no_more_is_less() -> None:
    assert meaningful_words("no more salt") == [LESS, "salt"]


@pytest.mark.parametrize(
    "text", ["can't see", "can’t see", "cannot see", "I don't see", "cant see", "not see"]
)
def test_every_way_to_say_not_is_less(text: str) -> None:
    assert meaningful_words(text) == [LESS, "see"]


def test_small_words_say_nothing() -> None:
    assert meaningful_words("what I have in my own river is the salt, very often!") == ["river", "salt"]


@pytest.mark.parametrize("text", ["lowland", "poorhouse", "highlander", "nothingness"])
def test_a_word_that_only_looks_like_less_or_more_stays(text: str) -> None:
    assert meaningful_words(text) == [text]


@pytest.mark.parametrize(
    "forms",
    [
        "flood floods flooded flooding",
        "dry dryness",
        "dizzy dizziness",
        "waste wasting wasted",
        "forget forgets forgetful forgetting forgot forgotten",
        "fall falls falling fell fallen",
        "break breaking broken broke",
        "city cities",
        "stop stops stopped stopping",
        "weak weakly weakness weaken weakened",
        "mobile mobility",
        "archaeology archeology",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("words", ["river rival", "salt salary", "crop creep", "soil soul", "liver live"])
def test_two_words_have_two_stems(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 2


@given(st.text(max_size=60))
def test_a_stem_is_never_nothing_and_never_longer(text: str) -> None:
    for word in meaningful_words(text):
        if word not in (LESS, MORE):
            assert 1 <= len(stem(word)) <= len(word)


def test_the_words_of_a_group_stand_for_its_first() -> None:
    groups = [("river", "streams"), ("problem", "plague")]
    assert alike(groups) == {stem("stream"): stem("river"), stem("plague"): LESS}
