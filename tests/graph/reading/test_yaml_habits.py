"""What people type without thinking of YAML is one problem with its cure, at the line where it stands."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph import check
from graph.reading.yaml_text import MOST_PROBLEMS, read_yaml
from tests.graph.conftest import Faults
from tests.graph.small_maps import EDGES, FOUR_NODES, NODES, TOURS, changed, line_of, written

NODE, EDGE, TOUR = "nodes/all.yaml", "edges/all.yaml", "tours/all.yaml"
QUOTES = "put the text in quotes"
PLAIN = "plain: Salt in the soil."
FINDING = "finding: They failed in pots."

IN_A_LINE = {
    "a colon": ("Salt was seen: once", f"(the text of 'plain' holds a colon), {QUOTES}"),
    "a colon at the end": ("Salt was seen:", f"(the text of 'plain' holds a colon), {QUOTES}"),
    "an at": ("@home salt stays", f"(a text begins with '@', which means something else in YAML), {QUOTES}"),
    "a backtick": ("`salt` stays", f"(a text begins with '`', which means something else in YAML), {QUOTES}"),
    "a percent": (
        "%5 of the salt",
        f"(a text begins with '%', which means something else in YAML), {QUOTES}",
    ),
    "a star": ("*salt* stays", f"(a text begins with '*', which means something else in YAML), {QUOTES}"),
    "a star and a word": (
        "*salt stays",
        f"(a text begins with '*', which means something else in YAML), {QUOTES}",
    ),
    "an ampersand": ("& salt", f"(a text begins with '&', which means something else in YAML), {QUOTES}"),
    "an ampersand and a word": (
        "&salt stays",
        f"an anchor (&) marks a value for repeating, remove it, or {QUOTES}",
    ),
    "an exclamation": (
        "!salt stays",
        f"a text begins with '!', which means something else in YAML, {QUOTES}",
    ),
    "an upright": ("|salt| stays", f"(a text begins with '|', which means something else in YAML), {QUOTES}"),
    "more than": ("> 5 g of salt", f"(a text begins with '>', which means something else in YAML), {QUOTES}"),
    "more than, close": (
        ">5 g of salt",
        f"(a text begins with '>', which means something else in YAML), {QUOTES}",
    ),
    "more than and no more": (">5", f"a text begins with '>', which means something else in YAML, {QUOTES}"),
    "at least": (">= 5 g", f"(a text begins with '>', which means something else in YAML), {QUOTES}"),
    "a dash": ("- 5 g", f"(a text begins with '-', which means something else in YAML), {QUOTES}"),
    "a question mark": ("? salt", f"(a text begins with '?', which means something else in YAML), {QUOTES}"),
    "a second colon": (": salt", f"(a text begins with ':', which means something else in YAML), {QUOTES}"),
    "a bracket": (
        "[sic] salt",
        "(a bracket ']' closes here, and the line goes on), put the text that holds the",
    ),
    "a brace": (
        "{salt} stays",
        "(a bracket '}' closes here, and the line goes on), put the text that holds the",
    ),
    "an open bracket": (
        "[salt stays",
        "(a bracket '[' that opens here is not closed), close it, or put the text",
    ),
    "an open quote": ('"Salt stays', "(a quote that opens here is not closed on its line), close it"),
    "an open single quote": ("'Salt stays", "(a quote that opens here is not closed), close it"),
    "an apostrophe": (
        "'The soil's salt'",
        "(the quotes close after \"'The soil'\", and the text goes on), write an apostrophe twice ('')",
    ),
    "quotes in quotes": (
        '"They say "salt" here"',
        "(the quotes close after '\"They say \"', and the text goes on), write a quote within as",
    ),
    "words behind a quote": ('"Salt" stays', "(the quotes close after '\"Salt\"', and the text goes on)"),
    "a backslash": (
        '"5 \\g of salt"',
        "(a backslash in double quotes means something else in YAML), write it twice",
    ),
    "a number sign": (
        "Salt in field #3 of 5",
        f"`#` cuts off the rest of the text, '#3 of 5', {QUOTES}, or put two",
    ),
    "a number sign and a blank": (
        "Salt in # 3 fields",
        "`#` cuts off the rest of the text, '# 3 fields', put",
    ),
}


@pytest.mark.parametrize(("text", "what"), IN_A_LINE.values(), ids=IN_A_LINE)
def test_a_text_that_means_something_in_yaml_is_one_problem_with_its_cure(
    faults: Faults, text: str, what: str
) -> None:
    (told,) = faults(changed(NODE, PLAIN, f"plain: {text}"))
    assert told.startswith(f"{NODE}:{line_of(NODES, PLAIN)}: ")
    assert what in told


IN_BRACES = {
    "a comma": ("Seen, once", f"the text of 'finding' holds a comma, {QUOTES}"),
    "commas": ("Seen, once, twice, in 3, once", f"the text of 'finding' holds a comma, {QUOTES}"),
    "a colon": ("Seen: once", f"(the text of 'finding' holds a colon), {QUOTES}"),
    "a comma and a colon": (
        "Seen, in men: once",
        "put the text of 'finding' in quotes if the comma belongs to it",
    ),
    "a colon at the end": ("Seen:", f"(the text of 'finding' holds a colon), {QUOTES}"),
    "square brackets": ("Fell [95% of it]", f"(the text of 'finding' holds a bracket '['), {QUOTES}"),
    "braces": ("It {fell} there", f"(the text of 'finding' holds a bracket '{{'), {QUOTES}"),
    "a closing brace": (
        "It fell} there",
        "(a bracket '}' closes here, and the line goes on), put the text that",
    ),
    "an at": ("@home", f"(a text begins with '@', which means something else in YAML), {QUOTES}"),
    "more than": ("> 5", f"(a text begins with '>', which means something else in YAML), {QUOTES}"),
    "a number sign": ("Field #3 fell.", f"(a `#` cuts off the rest of this line), {QUOTES}"),
    "an apostrophe": (
        "'It's so'",
        "(the quotes close after \"'It'\", and the text goes on), write an apostrophe",
    ),
    "words behind a quote": ('"So" it is, once', "(the quotes close after '\"So\"', and the text goes on)"),
    "an open quote": ('"So it is', "(a quote that opens here is not closed"),
}


@pytest.mark.parametrize(("text", "what"), IN_BRACES.values(), ids=IN_BRACES)
def test_a_text_between_braces_is_one_problem_with_its_cure(faults: Faults, text: str, what: str) -> None:
    (told,) = faults(changed(EDGE, FINDING, f"finding: {text}"))
    assert told.startswith(f"{EDGE}:{line_of(EDGES, FINDING)}: ")
    assert what in told


def test_a_comma_that_leads_nowhere_else_is_told_with_the_key_of_its_text(faults: Faults) -> None:
    (told,) = faults(changed(TOUR, "point: The salt stays.", "point: The salt, and more, stays."))
    assert told == f"{TOUR}:{line_of(TOURS, 'point:')}: the text of 'point' holds a comma, {QUOTES}"


def test_a_word_without_a_value_behind_a_quoted_text_is_told_too(faults: Faults) -> None:
    (told,) = faults(changed(TOUR, "point: The salt stays.", 'point: "The salt stays.", always'))
    assert "'always' has no value, write a colon and a value behind it, or put the text that it" in told


def test_a_colon_in_a_list_is_told_with_the_name_of_the_list(faults: Faults) -> None:
    (told,) = faults(changed(TOUR, "objectives: [Name", "objectives: [Salt: name"))
    assert told == f"{TOUR}:{line_of(TOURS, 'objectives')}: a text of 'objectives' holds a colon, {QUOTES}"


def test_a_colon_behind_a_dash_is_told_with_its_cure(faults: Faults) -> None:
    (told,) = faults(changed(TOUR, "[Name the step that is contested.]", "\n      - Salt: name the step."))
    assert "'objectives.0' of tour 'down-the-river' is not a piece of text" in told
    assert told.endswith(f"{QUOTES} when it holds a colon")


def test_each_text_with_a_comma_is_told_once_with_its_line(faults: Faults) -> None:
    text = EDGES.replace("finding: It", "finding: It, at last,")
    told = faults({**FOUR_NODES, EDGE: text})
    wanted = [number for number, line in enumerate(text.splitlines(), 1) if "at last" in line]
    assert told == [f"{EDGE}:{line}: the text of 'finding' holds a comma, {QUOTES}" for line in wanted]
    assert len(wanted) == 3


LINES = {
    "a tab": ("    lane: sky", "\tlane: sky", 0, "this line is indented with a tab), indent it with blanks"),
    "no blank": (
        "    lane: sky",
        "    lane:sky",
        0,
        "there is no blank behind the colon of `lane:`), write `lane: ` with a blank",
    ),
    "no blank behind the first key": (
        "  - id: drought",
        "  - id:drought",
        0,
        "there is no blank behind the colon of `id:`), write `id: ` with a blank",
    ),
    "a line further in": (
        "    kind: risk-factor",
        "      kind: risk-factor",
        0,
        "this line goes on with the text above, and holds a colon), mend the indentation, or put the text in",
    ),
    "no blank behind a dash": (
        "  - id: salt",
        "  -id: salt",
        0,
        "there is no blank behind the dash), write `- ` with a blank",
    ),
    "no colon behind the first word": (
        "nodes:",
        "nodes",
        0,
        "there is no colon behind 'nodes'), write `nodes:`",
    ),
    "several keys on a line": (
        "  - id: salt",
        "  - id: salt, name: Salt, kind: marker",
        0,
        "several keys stand on one line), give each a line of its own, or put all of them between braces",
    ),
    "a list that a number sign leaves open": (
        "    synonyms: [dry spell]",
        "    synonyms: [dry spell, #dry]",
        0,
        "a `#` cuts off the rest of this line), put the text in quotes",
    ),
    "a line further out": (
        "    kind: marker",
        "   kind: marker",
        0,
        "is indented otherwise than those it belongs",
    ),
    "a text that goes on too far out": (
        "    plain: What the river carries.",
        "    plain: What the river\n    carries.",
        1,
        "this line has no key), write it as `key: value`, or indent it deeper",
    ),
}


@pytest.mark.parametrize(("old", "new", "further", "what"), LINES.values(), ids=LINES)
def test_a_line_that_is_out_of_place_is_one_problem_with_its_cure(
    faults: Faults, old: str, new: str, further: int, what: str
) -> None:
    (told,) = faults(changed(NODE, old, new))
    assert told.startswith(f"{NODE}:{line_of(NODES, old) + further}: not valid YAML (")
    assert what in told


GOOD = {
    "a comment behind two blanks": f"{PLAIN}  # seen in May",
    "a comment behind a word": "plain: Salt # seen in May",
    "a colon without a blank": "plain: Salt at 12:30 from https://a.example/b#c",
    "a comma outside of braces": "plain: Salt, and more, stays",
    "all of it in quotes": "plain: '@ [a] {b}: *c*, & it''s # so'",
    "a folded text": "plain: >-\n      Salt: it stays,\n      # always\n      in the soil.",
    "brackets in the middle": "plain: Salt [5 g] {so}",
    "marks in the middle": "plain: Salt > 5 | 6 & 7 * 8 ! 9 % 10 @ 11 ` 12 - 13 ? 14",
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_what_yaml_takes_as_it_is_meant_is_no_problem(faults: Faults, text: str) -> None:
    assert faults(changed(NODE, PLAIN, text)) == []


def test_keys_between_braces_may_be_empty_and_may_stand_on_lines_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: {b: c d,\n  e: ,\n  f: 'g, h', i: [j, k]}\n", "utf-8")
    text = read_yaml(file, "a.yaml")
    assert text.value == {"a": {"b": "c d", "e": "", "f": "g, h", "i": ["j", "k"]}}
    assert text.problems == []


@pytest.mark.parametrize("start", ["\ufeff", "# µ – 𝄞\r\n", "# µ\n\n"])
def test_what_stands_before_does_not_shift_the_place(tmp_path: Path, start: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(f"{start}a: {{b: Seen, once.}}\r\nc: [Seen: once, d]\r\n".encode())
    text = read_yaml(file, "a.yaml")
    assert text.value == {"a": {"b": "Seen, once."}, "c": ["Seen: once", "d"]}
    lines = start.count("\n")
    assert [problem.line for problem in text.problems] == [lines + 1, lines + 2]


def test_a_file_of_nothing_but_slips_is_told_in_short(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("".join(f"k{number}: !x y\n" for number in range(5_000)), "utf-8")
    text = read_yaml(file, "a.yaml")
    assert len(text.problems) == MOST_PROBLEMS + 1
    assert str(text.problems[-1]).endswith(": there are more problems, mend these first")


SLIPS = st.text(st.sampled_from("[]{}:,#&*!|>%@`'\"-?\\\t\n ax5é\u202e\x1b"), max_size=8)


@settings(max_examples=150)
@example(slip=">", name="nodes/all.yaml", at=0.994140625, lost=5)  # the file ends with it
@given(slip=SLIPS, name=st.sampled_from(sorted(FOUR_NODES)), at=st.floats(0, 1), lost=st.integers(0, 12))
def test_whatever_slips_in_is_told_in_lines_that_can_be_printed(
    slip: str, name: str, at: float, lost: int
) -> None:
    text = FOUR_NODES[name]
    place = int(at * len(text))
    with tempfile.TemporaryDirectory() as here:
        folder = written(Path(here), {**FOUR_NODES, name: text[:place] + slip + text[place + lost :]})
        told = [str(problem) for problem in check(folder)]
    assert [problem for problem in told if not problem.isprintable()] == []
