from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.search.normalise import normalise


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
