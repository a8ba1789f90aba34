from __future__ import annotations

import json

import pytest

from graph.records import vocabulary
from graph.records.vocabulary import Certainty, Change, Effect, Term

LISTS = {
    name: each for name, each in vars(vocabulary).items() if isinstance(each, type) and issubclass(each, Term)
}
LISTS.pop("Term")
WORDS = [word for each in LISTS.values() for word in each]

DESIGN = {
    "Kind": "risk-factor deficiency mechanism marker disorder symptom outcome treatment",
    "Change": "raised lowered impaired present",
    "Effect": "increases decreases associated-with",
    "Directness": "direct indirect definition",  # the third came of a review: a definition is no finding
    "Certainty": "high moderate low very-low",
    "Direction": "supports disputes refutes neutral",
    "Status": "supported proposed no-effect refuted",
    "Measured": "both source target neither",
    "Nearness": "this-step by-inference",
    "Onset": "hours days weeks months years decades",
    "Reversible": "fully partly rarely no unknown",
    "Scope": "overview full",
    "Gate": "everything human trials",
    "Level": "plain clinical",
}


@pytest.mark.parametrize("word", WORDS, ids=lambda word: f"{type(word).__name__}.{word}")
def test_every_word_has_a_label_and_a_definition(word: Term) -> None:
    assert word.label.strip() == word.label != ""
    assert word.definition[:1].isupper()
    assert word.definition.endswith(".")


@pytest.mark.parametrize(("name", "words"), DESIGN.items(), ids=DESIGN)
def test_the_words_are_those_of_the_design(name: str, words: str) -> None:
    assert [word.value for word in LISTS[name]] == words.split()


@pytest.mark.parametrize("each", LISTS.values(), ids=LISTS)
def test_no_two_words_of_a_list_share_a_label(each: type[Term]) -> None:
    assert len({word.label for word in each}) == len(list(each))


@pytest.mark.parametrize("word", WORDS, ids=lambda word: f"{type(word).__name__}.{word}")
def test_a_word_is_the_plain_text_it_is_written_as(word: Term) -> None:
    assert json.loads(json.dumps(word)) == word.value == f"{word}"
    assert type(word)(word.value) is word


def test_a_word_of_no_list_is_refused() -> None:
    with pytest.raises(ValueError, match="raises"):
        Effect("raises")


def test_signs_follow_the_words() -> None:
    assert [change.sign for change in Change] == [1, -1, -1, 1]
    assert [change.arrow for change in Change] == ["↑", "↓", "↓", ""]
    assert [effect.sign for effect in Effect] == [1, -1, 0]


def test_certainty_is_ranked_from_high_to_very_low() -> None:
    assert [certainty.rank for certainty in Certainty] == [0, 1, 2, 3]
