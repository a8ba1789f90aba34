from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.search.normalise import normalise, without_qualifier


@pytest.mark.parametrize(
    "text",
    ["Crohn’s disease", "CROHN'S DISEASE", "crohn-s  disease", " Cröhn's\tdisease ", "crohn_s disease ↑"],
)
def test_case_accents_arrows_and_punctuation_do_not_matter(text: str) -> None:
    assert normalise(text) == "crohn s disease"


@pytest.mark.parametrize(
    ("text", "flat"),
    [("ﬁbre", "fibre"), ("Ⓑ₁₂", "b12"), ("™", "tm"), ("STRASSE", "strasse"), ("Straße", "strasse")],
)
def test_letters_written_otherwise_are_the_same_letters(text: str, flat: str) -> None:
    assert normalise(text) == flat


@given(st.text())
def test_a_normal_form_is_its_own_normal_form(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    "text", ["reduced oxygen delivery", "low oxygen delivery", "lack of oxygen delivery"]
)
def test_a_word_of_change_can_be_left_out(text: str) -> None:
    assert without_qualifier(text) == "oxygen delivery"


@pytest.mark.parametrize("text", ["lowland", "poor", "oxygen poor", "highlander fatigue"])
def test_a_word_that_only_looks_like_change_stays(text: str) -> None:
    assert without_qualifier(text) == text
