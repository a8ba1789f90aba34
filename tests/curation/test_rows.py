"""Every link that the evidence pack proposed is on the map, or the README of the map says why it is not."""

from __future__ import annotations

import re
from itertools import pairwise

from graph import CausalMap
from graph.reading.default_map import default_map_folder

README = (default_map_folder() / "README.md").read_text("utf-8")
TABLE = README.partition("## Where each proposed link went")[2]
ROWS = [
    (row, re.findall(r"`([a-z0-9-]+)`", where), why.strip())
    for row, where, why in re.findall(r"^\| ([MR]\d+) \| (.*?) \| ?(.*?) ?\|$", TABLE, re.MULTILINE)
]


def test_all_197_proposals_are_accounted_for_once_and_in_order() -> None:
    wanted = [*(f"M{number:02}" for number in range(1, 105)), *(f"R{number:02}" for number in range(1, 94))]
    assert [row for row, _, _ in ROWS] == wanted


def test_a_proposal_is_on_the_map_under_the_name_that_is_given(b12: CausalMap) -> None:
    lost = [(row, name) for row, names, _ in ROWS for name in names if name not in b12.edge]
    assert lost == [], "mend the table in data/b12/README.md"


def test_a_proposal_that_is_not_on_the_map_has_its_reason() -> None:
    absent = [(row, why) for row, names, why in ROWS if not names]
    assert len(absent) == 6
    assert [row for row, why in absent if len(why.split()) < 8] == []


def test_whatever_the_readme_names_is_there(b12: CausalMap) -> None:
    retired = set(b12.now)
    known = {*b12.node, *b12.edge, *retired}
    names = re.findall(r"`([a-z0-9]+(?:-+[a-z0-9]+)+)`", README)
    assert [name for name in names if name not in known] == []


def test_an_association_is_called_one(b12: CausalMap) -> None:
    silent = [
        row
        for row, names, why in ROWS
        if any(not b12.edge[name].causal for name in names if name in b12.edge) and "association" not in why
    ]
    assert silent == []


def test_what_is_told_in_steps_is_a_chain() -> None:
    told = [(row, names) for row, names, why in ROWS if why.startswith("told in steps")]
    assert len(told) > 5
    ends = {row: [name.split("--") for name in names] for row, names in told}
    assert [row for row, steps in ends.items() if any(one[1] != two[0] for one, two in pairwise(steps))] == []
    assert [row for row, steps in ends.items() if len(steps) < 2] == []


def test_a_row_that_is_the_same_as_another_shares_an_edge_with_it() -> None:
    named = {row: set(names) for row, names, _ in ROWS}
    same = [(row, other) for row, _, why in ROWS for other in re.findall(r"same as ([MR]\d+)", why)]
    assert len(same) > 5
    assert [(row, other) for row, other in same if not named[row] & named[other]] == []


def test_a_paper_that_is_said_not_to_be_cited_is_not(b12: CausalMap) -> None:
    section = README.partition("## In the pack, not cited here")[2].partition("\n## ")[0]
    named = set(re.findall(r"\b[a-zA-Z]+(?:19|20)\d\d[a-zA-Z]*\b", section))
    assert len(named) > 5
    assert named & set(b12.reference) == set()
