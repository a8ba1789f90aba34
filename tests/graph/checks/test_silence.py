"""One fault is told once: rules whose premise is told as a problem stay silent."""

from __future__ import annotations

import pytest

from tests.graph.checks.cases import EDGE, MAP, NODE, REFERENCE, TOUR
from tests.graph.conftest import Faults
from tests.graph.small_maps import EDGES, FOUR_NODES, NODES, changed, line_of

ONCE = {
    # Who was studied is not known while the reference is not; so certainty waits.
    "a source of a step that was only seen in people": (
        EDGE,
        "{ref: field2001, direction: supports, directness: this-step, finding: Salt",
        "{ref: nobody1999, direction: supports, directness: this-step, finding: Salt",
        "there is no reference 'nobody1999', add it under references/",
    ),
    "a source, so that another seems to be idle": (EDGE, "ref: trial2005", "ref: zzz", "no reference 'zzz'"),
    "a source of a step that a tour shows": (
        EDGE,
        "{ref: pots2003, direction: disputes",
        "{ref: pets2003, direction: disputes",
        "there is no reference 'pets2003', did you mean 'pots2003'?",
    ),
    "a source that stands twice on a step": (EDGE, "ref: trial2005", "ref: field2001", "stands twice"),
    "an end of a step that a tour tells": (EDGE, "target: salt", "target: zzz", "there is no node 'zzz'"),
    "the source of a tour": (
        TOUR,
        "ref: pots2003",
        "ref: pets2003",
        "there is no reference 'pets2003', did you mean 'pots2003'?",
    ),
    "a step of a tour that a key point leans on": (
        TOUR,
        "edge: river-flow--salt",
        "edge: river-flow--slat",
        "there is no edge 'river-flow--slat', did you mean 'river-flow--salt'?",
    ),
    "a step of a tour that is neither": (
        TOUR,
        "{question: Where does the salt go?, answer: It stays., notes",
        "{notes",
        "a step is an edge or a question, give it one of",
    ),
    "the heir of a retired id that is a synonym": (
        MAP,
        "now: drought",
        "now: draught",
        "there is no node 'draught', did you mean 'drought'?",
    ),
    "an end that is not there": (
        MAP,
        "default_start: drought",
        "default_start: zzz",
        "there is no node 'zzz'",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "what"), ONCE.values(), ids=ONCE)
def test_what_is_not_there_is_told_once_and_nothing_that_follows_from_it(
    faults: Faults, file: str, old: str, new: str, what: str
) -> None:
    files = changed(NODE, "synonyms: [dry spell]", "synonyms: [dry heat]")
    (told,) = faults(changed(file, old, new, files))
    assert told.startswith(f"{file}:{line_of(FOUR_NODES[file], old)}: ")
    assert what in told


def test_a_step_from_a_node_to_itself_is_told_without_its_sign(faults: Faults) -> None:
    loop = EDGES[EDGES.rindex("  - source: river-flow") :].replace("target: crop-loss", "target: river-flow")
    (told,) = faults({**FOUR_NODES, "edges/more.yaml": f"edges:\n{loop}"})
    assert "'river-flow' is joined to itself" in told


def test_a_node_that_a_misspelt_end_may_mean_does_not_stand_alone(faults: Faults) -> None:
    moss = NODES[NODES.index("  - id: salt") : NODES.index("    xrefs")].replace("salt", "moss")
    files = {**FOUR_NODES, "nodes/more.yaml": f"nodes:\n{moss.replace('Salt', 'Moss')}"}
    (told,) = faults(files)
    assert "the node 'moss' has no edge" in told
    edge = EDGES[EDGES.rindex("  - source: river-flow") :].replace("target: crop-loss", "target: mos")
    (told,) = faults({**files, "edges/more.yaml": f"edges:\n{edge}"})
    assert told.endswith("there is no node 'mos', did you mean 'moss'?")


def test_two_identifiers_that_are_none_are_not_compared(faults: Faults) -> None:
    files = changed(REFERENCE, "doi: 10.1234/rivers", "doi: none")
    told = faults(changed(REFERENCE, "title: Rain", "title: Rain, doi: none", files))
    assert len(told) == 2
    assert all("'none' is not a DOI" in problem for problem in told)


def test_ends_that_no_causal_path_joins_are_told(faults: Faults) -> None:
    swapped = "default_start: crop-loss\ndefault_target: drought"
    files = changed(MAP, "default_start: drought\ndefault_target: crop-loss", swapped)
    (told,) = faults(files)
    assert told == (
        f"map.yaml:{line_of(files[MAP], 'default_target')}: no causal path leads from 'crop-loss', the "
        "default start, to 'drought', name two nodes that a path joins, or add the missing edge"
    )


def test_an_association_does_not_join_the_ends(faults: Faults) -> None:
    told = faults(changed(EDGE, "effect: decreases", "effect: associated-with"))
    assert ["no causal path leads from 'drought'" in problem for problem in told] == [True]


def test_ends_are_not_called_unjoined_while_an_edge_is_misspelt(faults: Faults) -> None:
    (told,) = faults(changed(EDGE, "source: drought", "source: drougt"))
    assert told.endswith("there is no node 'drougt', did you mean 'drought'?")


def test_a_retired_id_is_answered_with_what_took_its_place(faults: Faults) -> None:
    (told,) = faults(changed(MAP, "default_start: drought", "default_start: dry-heat"))
    assert told.endswith("there is no node 'dry-heat', write 'drought', which took its place")


@pytest.mark.parametrize(
    ("file", "old", "new", "cure"),
    [
        (NODE, "lane: sky", "lane: seabed", "use one of: sky, land"),
        (MAP, "default_start: drought", "default_start: rain", "name a node of this map"),
        (EDGE, "ref: field2001", "ref: smith2019", "add it under references/"),
        (TOUR, "edge: drought--river-flow", "edge: crop-loss--river-flow", "name an edge as source--target"),
        (EDGE, "source: drought", "source: river-bed-of-stones", "add the node or remove the edge"),
    ],
)
def test_nothing_is_suggested_when_nothing_is_near(
    faults: Faults, file: str, old: str, new: str, cure: str
) -> None:
    told = faults(changed(file, old, new))
    assert any(problem.endswith(f", {cure}") for problem in told), told
    assert not any("did you mean" in problem for problem in told)


@pytest.mark.parametrize(
    ("file", "old", "new", "meant"),
    [
        (NODE, "lane: land", "lane: lands", "land"),
        (EDGE, "source: river-flow", "source: flow", "river-flow"),
        (EDGE, "ref: pots2003", "ref: pots203", "pots2003"),
        (TOUR, "edge: salt--crop-loss", "edge: salt--croploss", "salt--crop-loss"),
    ],
)
def test_what_is_near_is_suggested(faults: Faults, file: str, old: str, new: str, meant: str) -> None:
    told = faults(changed(file, old, new))
    assert any(problem.endswith(f"did you mean {meant!r}?") for problem in told), told
