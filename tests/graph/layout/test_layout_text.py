"""Claims about labels: how wide they are and where they break."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.layout.text import text_width
from graph.layout.wrap import MAX_LINES, label_height, wrap_label

SHAPES = ["box", "pill", "ellipse"]


@pytest.mark.parametrize("shape", SHAPES)
@given(st.text(max_size=60))
def test_any_label_fits_in_three_lines(shape: str, label: str) -> None:
    lines = wrap_label(label, shape)
    assert 1 <= len(lines) <= MAX_LINES
    assert label_height(lines, shape) < math.inf


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("label", ["Muscle regeneration ↓", "Methylation capacity ↓", "Serum B12 ↓", "X ↑"])
def test_a_sign_never_stands_on_a_line_of_its_own(shape: str, label: str) -> None:
    last = wrap_label(label, shape)[-1]
    assert last[-1] in "↑↓"
    assert len(last) > 2


@pytest.mark.parametrize("shape", SHAPES)
def test_a_label_that_fits_loses_no_word(shape: str) -> None:
    label = "Vegan diet without B12 supplement"
    assert " ".join(wrap_label(label, shape)) == label


def test_a_label_much_too_long_is_cut_and_keeps_its_sign() -> None:
    lines = wrap_label("one two three four five six seven " * 6 + "↓", "box")
    assert lines[-1].endswith("… ↓")


def test_a_long_word_is_broken_with_a_hyphen() -> None:
    assert wrap_label("Active B12 (holotranscobalamin) ↓", "ellipse") == (
        "Active B12",
        "(holotrans-",
        "cobalamin) ↓",
    )


def test_a_hyphen_that_is_there_is_not_doubled() -> None:
    assert "".join(wrap_label("hydroxy-tetrahydrofolate-methyltransferase", "box")).count("-") == 2


def test_an_ellipse_needs_more_height_than_a_box() -> None:
    lines = ("Red-cell size", "(MCV) ↑")
    assert label_height(lines, "ellipse") >= label_height(lines, "box") - 10
    assert label_height(("Methylmalonic acid",) * 2, "ellipse") > label_height(
        ("Methylmalonic acid",) * 2, "box"
    )


@given(st.text(max_size=20), st.text(max_size=20))
def test_width_adds_up(one: str, other: str) -> None:
    assert text_width(one + other) == pytest.approx(text_width(one) + text_width(other))


def test_wide_letters_are_wider_than_narrow_ones() -> None:
    assert text_width("MMM") > 2 * text_width("iii")
