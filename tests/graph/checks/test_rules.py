"""Every rule is pinned on the four-node example with one change: bad ones are told with their exact line."""

from __future__ import annotations

import pytest

from graph.checks import RULES
from graph.checks.overview import MOST_CORE
from tests.graph.checks.cases import BAD, EDGE, GOOD, MAP, NODE
from tests.graph.conftest import Faults
from tests.graph.small_maps import EDGES, FOUR_NODES, NODES, Files, changed, line_of

CASES = [(rule, *case) for rule, cases in BAD.items() for case in cases]


def test_every_rule_has_its_bad_maps() -> None:
    assert list(BAD) == [rule.__name__ for rule in RULES]


@pytest.mark.parametrize(("rule", "file", "old", "new", "what"), CASES)
def test_a_bad_map_is_told_with_its_line(
    faults: Faults, rule: str, file: str, old: str, new: str, what: str
) -> None:
    line = line_of(FOUR_NODES[file], old)
    told = faults(changed(file, old, new))
    assert any(problem.startswith(f"{file}:{line}: ") and what in problem for problem in told), told


@pytest.mark.parametrize(("file", "old", "new"), GOOD.values(), ids=GOOD)
def test_a_good_map_has_no_problem(faults: Faults, file: str, old: str, new: str) -> None:
    files = changed(file, old, new)
    if new == "kind: treatment":
        # Then the river must fall by less, not by more.
        files = changed(EDGE, "effect: decreases", "effect: increases", files)
    assert faults(files) == []


def test_each_rule_tells_its_own_fault_only(faults: Faults) -> None:
    alone = {rule: faults(changed(*cases[0][:3])) for rule, cases in BAD.items()}
    assert {rule: told for rule, told in alone.items() if len(told) != 1} == {}


def test_many_faults_come_together_and_in_order(faults: Faults) -> None:
    files = changed(EDGE, "effect: decreases", "effect: increases")
    files = changed(EDGE, "certainty: moderate", "certainty: high", files)
    files = changed(NODE, "lane: sky", "lane: moon", files)
    told = faults(files)
    lines = [line_of(files[EDGE], word) for word in ("effect: increases", "certainty: high\n    why: Seen")]
    assert [problem.split(": ")[0] for problem in told] == [
        *(f"{EDGE}:{line}" for line in lines),
        f"{NODE}:{line_of(NODES, 'lane: sky')}",
    ]


def test_rules_are_silent_while_records_are_missing(faults: Faults) -> None:
    told = faults(changed(NODE, "kind: marker", "kind: marcer"))
    assert len(told) == 1, "an edge to the lost node must not be told as well"


def test_a_false_chain_is_listed_once(faults: Faults) -> None:
    chain = "  - {from: salt, through: [crop-loss], to: drought, why: "
    told = faults(changed("map.yaml", chain, f"{chain}W.}}\n{chain}"))
    line = line_of(FOUR_NODES["map.yaml"], chain) + 1
    assert told == [f"map.yaml:{line}: this chain is listed twice, keep one of the two"]


NOBODY = "certainty: high\n    why: Nobody looked."


def test_an_absence_may_be_as_sure_as_an_effect(faults: Faults) -> None:
    tested = changed(EDGE, "{ref: pots2003, direction: neutral", "{ref: trial2005, direction: disputes")
    sure = changed(EDGE, "certainty: very-low", "certainty: moderate", tested)
    assert faults(sure) == []
    too_sure = changed(EDGE, "certainty: very-low", "certainty: high", tested)
    assert faults(too_sure) == [
        f"{EDGE}:{line_of(too_sure[EDGE], NOBODY)}: certainty is high on 1 item(s) against it, "
        "add a second one, at least one of them in people, or write `moderate`"
    ]
    in_pots = changed(EDGE, "{ref: pots2003, direction: neutral", "{ref: pots2003, direction: refutes")
    assert (
        "certainty is moderate without a test in people"
        in faults(changed(EDGE, "certainty: very-low", "certainty: moderate", in_pots))[0]
    )


def test_evidence_against_may_make_a_step_no_surer(faults: Faults) -> None:
    against = changed(EDGE, "{ref: trial2005, direction: supports", "{ref: trial2005, direction: disputes")
    told = changed(EDGE, "uncertainty: Springs", "why_differ: Springs.\n    uncertainty: Springs", against)
    assert faults(told) == [
        f"{EDGE}:{line_of(EDGES, 'certainty: high')}: certainty is high on 1 supporting item(s), "
        "add a second one, at least one of them in people, or write `moderate`"
    ]


def test_two_studies_of_cells_do_not_make_a_step_certain(faults: Faults) -> None:
    in_cells = changed("references/all.yaml", "cohort, population: human", "cells, population: cells")
    in_cells = changed(
        "references/all.yaml", "trial, population: human", "trial, population: cells", in_cells
    )
    assert "certainty is high on 2 supporting item(s)" in faults(in_cells)[0]


def test_a_review_of_people_and_animals_is_no_evidence_in_people(faults: Faults) -> None:
    files = changed("references/all.yaml", "cohort, population: human", "review, population: mixed")
    assert [problem.partition(": ")[2] for problem in faults(files)] == [
        "certainty is moderate without support in people, write `low`, or add evidence in people"
    ]


def test_a_treatment_that_does_harm_follows_the_rule_of_every_other_cause(faults: Faults) -> None:
    undoing = changed(NODE, "kind: risk-factor", "kind: treatment")
    told = faults(undoing)
    assert [problem.startswith(f"{EDGE}:{line_of(EDGES, 'effect: decreases')}: ") for problem in told] == [
        True
    ]
    assert told[0].endswith(", or say `harm: true` if the treatment does harm here")
    harming = changed(EDGE, "effect: decreases", "effect: decreases\n    harm: true", undoing)
    assert faults(harming) == []
    slipped = changed(EDGE, "effect: decreases", "effect: increases\n    harm: true", undoing)
    assert "so River flow would not be lowered, write `effect: decreases`" in faults(slipped)[0]


def test_harm_is_no_word_for_an_association_of_what_is_no_treatment(faults: Faults) -> None:
    files = changed(EDGE, "effect: increases", "harm: true\n    effect: associated-with")
    assert ["`harm` is said of Salt" in problem for problem in faults(files)] == [True]


def test_forty_core_nodes_are_allowed_and_each_further_one_is_told(faults: Faults) -> None:
    assert MOST_CORE == 40
    more = [f"moss-{number}" for number in range(MOST_CORE - 1)]
    nodes = "".join(
        f"  - {{id: {name}, name: {name}, kind: marker, lane: land, change: raised, core: true, "
        "plain: P., detail: D.}\n"
        for name in more
    )
    template = EDGES[EDGES.index("  - source: salt") : EDGES.rindex("  - source:")]
    edges = "".join(template.replace("target: crop-loss", f"target: {name}") for name in more)
    # Files are read in the order of their names, so these come after the example's own two core nodes.
    files = {**FOUR_NODES, "nodes/more.yaml": f"nodes:\n{nodes}", "edges/more.yaml": f"edges:\n{edges}"}
    assert faults(files) == [
        "nodes/more.yaml:40: 'moss-38' is one core node more than the 40 that can be read at a glance, "
        "let it be a detail: remove `core: true`"
    ]
    last = nodes.splitlines()[-1]
    detail = last.replace(" core: true,", "")
    assert faults(changed("nodes/more.yaml", last, detail, files)) == []


def test_a_map_without_core_nodes_needs_no_core_ends(faults: Faults) -> None:
    files = changed(NODE, "    core: true\n", "", changed(NODE, "    core: true\n", ""))
    assert faults(changed(MAP, "default_start: drought", "default_start: salt", files)) == []


def both_against() -> Files:
    """The example, where both studies of drought and river flow found that it did not fall."""
    files = changed(EDGE, "{ref: field2001, direction: supports", "{ref: field2001, direction: disputes")
    return changed(
        EDGE, "{ref: trial2005, direction: supports", "{ref: trial2005, direction: disputes", files
    )


def test_without_support_certainty_is_that_of_the_absence(faults: Faults) -> None:
    assert faults(both_against()) == []


def test_an_absence_that_is_sure_needs_two_studies_one_of_them_in_people(faults: Faults) -> None:
    one = changed(
        EDGE, "{ref: field2001, direction: disputes", "{ref: field2001, direction: neutral", both_against()
    )
    line = f"{EDGE}:{line_of(EDGES, 'certainty: high')}: "
    assert faults(one) == [
        f"{line}certainty is high on 1 item(s) against it, add a second one, at least one of them in people, "
        "or write `moderate`"
    ]


def test_an_absence_seen_in_cells_only_is_low(faults: Faults) -> None:
    files = changed(
        EDGE, "{ref: pots2003, direction: supports", "{ref: pots2003, measured: both, direction: refutes"
    )
    assert faults(files) == []
    assert faults(changed(EDGE, "certainty: low", "certainty: moderate", files)) == [
        f"{EDGE}:{line_of(EDGES, 'certainty: low')}: certainty is moderate without a test in people, "
        "write `low`, or add evidence in people"
    ]
