"""What is typed: an option is given once, and a complaint is short and steers nothing."""

from __future__ import annotations

import pytest

from tests.app.command_line import therefore_here

ONCE = [
    ("find", "x", "--map"),
    ("paths", "x", "--map"),
    ("paths", "x", "--to"),
    ("export", "csv", "--map"),
    ("export", "csv", "--output"),
    ("export", "csv", "--tour"),
    ("tour", "new", "x", "--map"),
    ("tour", "new", "x", "--from"),
    ("serve", "--map"),
    ("serve", "--host"),
]


@pytest.mark.parametrize("arguments", ONCE, ids=" ".join)
def test_a_second_value_of_an_option_is_refused(arguments: tuple[str, ...]) -> None:
    done = therefore_here(*arguments, "a", arguments[-1], "b")
    assert done.returncode == 2
    assert done.stderr.endswith("it was given twice; leave out one of the two\n")
    assert arguments[-1] in done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("option", "value"), [("--limit", "10"), ("--gate", "human"), ("--gate", "everything"), ("--map", "x")]
)
def test_so_is_the_same_value_and_one_that_is_the_default(option: str, value: str) -> None:
    done = therefore_here("paths", "heavy-rain", option, value, option, value)
    assert (done.returncode, "given twice" in done.stderr) == (2, True)


def test_both_names_of_an_option_are_one_option() -> None:
    assert "given twice" in therefore_here("export", "csv", "-o", "a", "--output", "b").stderr


def test_what_is_a_list_may_be_given_again(example_folder) -> None:
    done = therefore_here(
        "paths", "heavy-rain", "--block", "drain-flow", "--block", "pump", "--map", example_folder
    )
    assert done.returncode == 0
    assert "1 causal path" in done.stdout
    both = ("--block", "drain-flow", "--block", "puddles")
    assert "There is no " in therefore_here("paths", "heavy-rain", *both, "--map", example_folder).stdout


def test_a_complaint_repeats_only_the_beginning_of_what_was_typed() -> None:
    done = therefore_here("find", "x", "--" + "y" * 5000)
    assert done.returncode == 2
    assert len(done.stderr) < 1000


@pytest.mark.parametrize(
    "arguments", [("\x1b[31m",), ("find", "x", "--\x1b[31m"), ("paths", "x", "--gate", "\x1b[31m")]
)
def test_a_complaint_steers_no_terminal(arguments: tuple[str, ...]) -> None:
    done = therefore_here(*arguments)
    assert done.returncode == 2
    assert "\x1b" not in done.stderr
    assert r"\x1b[31m" in done.stderr


def test_a_tour_without_an_id_is_told_what_is_missing() -> None:
    done = therefore_here("tour", "new")
    assert done.returncode == 2
    assert done.stderr.startswith("usage: therefore tour new ")
    assert done.stderr.endswith("required: ID\n")
