"""What a text may hold is asked of the text itself, not of how a file writes it."""

from __future__ import annotations

import pytest

from graph.reading.map_folder import SECTIONS
from graph.reading.readable_texts import ONE_LINE
from graph.records.header import Header, Lane, Route
from tests.graph.conftest import Faults
from tests.graph.small_maps import FOUR_NODES, TOURS, changed, line_of

NODE, EDGE, REFERENCE, TOUR = "nodes/all.yaml", "edges/all.yaml", "references/all.yaml", "tours/all.yaml"
UNSEEN = {
    r"\0": "U+0000",
    r"\a": "U+0007",
    r"\e[31m": "U+001B",
    r"\x7f": "U+007F",
    r"\x85": "U+0085",
    r"\r": "U+000D",
    r"\u2028": "U+2028",
    r"\u200b": "U+200B",
    r"\u202e": "U+202E",
    r"\u2066": "U+2066",
    r"\xad": "U+00AD",
    r"\ufeff": "U+FEFF",
    r"\uffff": "U+FFFF",
    r"\ue000": "U+E000",
    r"\u3164": "U+3164",
    r"\U000e0041": "U+E0041",
}


@pytest.mark.parametrize(("escape", "code"), UNSEEN.items())
@pytest.mark.parametrize(
    ("file", "old", "key"),
    [
        (NODE, "name: Salt", "'name' of node 'salt'"),
        (NODE, "plain: Salt in the soil.", "'plain' of node 'salt'"),
        (REFERENCE, "doi: 10.1234/rivers", "'doi' of reference 'field2001'"),
        ("map.yaml", "disclaimer: For teaching, not advice to farmers.", "'disclaimer'"),
    ],
)
def test_an_escape_that_does_not_show_is_told_with_its_key_and_code(
    faults: Faults, file: str, old: str, key: str, escape: str, code: str
) -> None:
    name, text = old.split(": ")
    told = faults(changed(file, old, f'{name}: "{text[:3]}{escape}{text[3:]}"'))
    place = f"{file}:{line_of(FOUR_NODES[file], old)}"
    assert told == [f"{place}: {key} holds a character that does not show ({code}), remove it"]


@pytest.mark.parametrize("blank", [r"\u200d", r"\u200c\u200e", r"\u0301", r"\u2800", r"\u3164"])
def test_a_name_that_shows_nothing_is_told(faults: Faults, blank: str) -> None:
    (told,) = faults(changed(NODE, "name: Salt", f'name: "{blank}"'))
    assert "'name' of node 'salt'" in told


ONE = {
    "a name": (NODE, "name: Salt", 'name: "Salt\\nof earth"', "'name' of node 'salt'"),
    "a synonym": (NODE, "[dry spell]", '["dry\\nspell"]', "'synonyms.0' of node 'drought'"),
    "a title": (REFERENCE, "title: Rain", 'title: "Ra\\nin"', "'title' of reference 'trial2005'"),
    "a title of the map": ("map.yaml", "title: Drought and", "title: |-\n  Drought\n  and", "'title'"),
    "an author": (REFERENCE, "title: Rain", 'title: Rain, authors: ["B\\nA"]', "'authors.0' of reference"),
    "a lane": ("map.yaml", "name: Sky", 'name: "S\\nky"', "'lanes.0.name'"),
    "a version": ("map.yaml", 'version: "1"', 'version: "1\\n2"', "'version'"),
    "a title of a tour": (TOUR, "title: Why", "title: |-\n      And\n      Why", "'title' of tour"),
}


@pytest.mark.parametrize(("file", "old", "new", "key"), ONE.values(), ids=ONE)
def test_a_name_or_title_over_several_lines_is_told(
    faults: Faults, file: str, old: str, new: str, key: str
) -> None:
    (told,) = faults(changed(file, old, new))
    assert told.startswith(f"{file}:{line_of(FOUR_NODES[file], old)}: {key}")
    assert told.endswith(" goes over several lines, write it on one line")


GOOD = {
    "a title that is folded": (REFERENCE, "title: Rain", "title: Rain\n    and more"),
    "paragraphs of notes": (TOUR, "notes: Show the river.", 'notes: "Show.\\n\\nWait.\\tThen go on."'),
    "letters with accents": (NODE, "name: Salt", 'name: "Sa\\u0301lt"'),
    "Persian, which needs a joiner": (NODE, "[dry spell]", '["\\u0645\\u06cc\\u200c\\u0631\\u0648\\u062f"]'),
    "an emoji of a family": (NODE, "[dry spell]", '["\\U0001F468\\u200d\\U0001F469"]'),
    "signs": (NODE, "plain: Salt in the soil.", "plain: 5 µmol/L – 7 × 10² → ∴ 維生素"),
}


@pytest.mark.parametrize(("file", "old", "new"), GOOD.values(), ids=GOOD)
def test_what_can_be_read_is_no_problem(faults: Faults, file: str, old: str, new: str) -> None:
    assert faults(changed(file, old, new)) == []


def test_what_a_rule_would_print_raw_is_told_before_any_rule_speaks(faults: Faults) -> None:
    files = changed(EDGE, "effect: increases", "effect: decreases")
    told = faults(changed(NODE, "name: Salt", r'name: "\e[31mSalt"', files))
    assert len(told) == 1
    assert told[0].isprintable()


def test_the_keys_of_one_line_are_keys_of_records() -> None:
    records = (*SECTIONS.values(), Header, Lane, Route)
    assert ONE_LINE - {key for record in records for key in record.model_fields} == set()


@pytest.mark.parametrize("year", ["2_001", "+2001", "2001.0", "２００１", "' 2001'"])
def test_a_year_is_written_in_digits_only(faults: Faults, year: str) -> None:
    (told,) = faults(changed(REFERENCE, "year: 2001", f"year: {year}"))
    assert told.endswith(
        "'year' of reference 'field2001': should be a valid integer, write it in digits only"
    )


def test_minutes_are_written_in_digits_only(faults: Faults) -> None:
    (told,) = faults(changed(TOUR, "minutes: 9", "minutes: 0_9"))
    assert told.startswith(
        f"{TOUR}:{line_of(TOURS, 'minutes: 9')}: 'minutes' of tour 'down-the-river': should"
    )
