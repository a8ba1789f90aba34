from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records.characters import (
    on_one_line,
    printable,
    shows_something,
    steers,
    unseen_in,
    without_controls,
)


@given(st.text(st.characters(codec=None)))
def test_what_is_left_can_be_put_into_any_file_of_text(text: str) -> None:
    left = without_controls(text)
    assert {unicodedata.category(char) for char in left if char not in "\n\t"}.isdisjoint({"Cc", "Cs"})
    left.encode("utf-8")
    assert without_controls(left) == left
    assert len(on_one_line(text).splitlines()) <= 1


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"])).filter(lambda text: unseen_in(text) is None))
def test_letters_digits_and_signs_stay_as_they_are(text: str) -> None:
    assert without_controls(text) == text
    assert on_one_line(text) == " ".join(text.split())


@given(st.text(st.characters(codec=None)))
def test_whatever_is_printed_steers_no_terminal_and_else_stays_as_it_is(name: str) -> None:
    shown = printable(name)
    assert not any(steers(char) for char in shown)
    assert len(shown.splitlines()) <= 1
    assert shown == name or not name.isprintable()


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_whatever_ends_a_line_somewhere_becomes_a_blank(end: str) -> None:
    assert on_one_line(f"one{end}two") == "one two"


def test_every_control_and_every_turn_of_direction_is_unseen() -> None:
    turns = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
    controls = [chr(code) for code in range(0xA0) if unicodedata.category(chr(code)) == "Cc"]
    assert [char for char in [*turns, *controls] if unseen_in(f"a{char}b") is None] == ["\t", "\n"]


@pytest.mark.parametrize("text", ["", " ", "\u200d", "\u0301", "\u3164", "\u2800", "\u200b", "\u00a0"])
def test_blanks_and_joiners_show_nothing(text: str) -> None:
    assert not shows_something(text)


@pytest.mark.parametrize("text", ["a", "∴", "維", "5", "-", "🧂"])
def test_a_single_sign_shows_something(text: str) -> None:
    assert shows_something(text)
