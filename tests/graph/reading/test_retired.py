"""An id that is no longer used still leads to the node that took its place: old links resolve."""

from __future__ import annotations

import pytest

from graph import CausalMap, UnknownNode, causal_paths, find, load_map, resolve, route_paths
from tests.graph.conftest import Faults
from tests.graph.small_maps import FOUR_NODES, HEADER, changed, line_of, written


def test_the_header_says_which_ids_are_retired(four_nodes: CausalMap) -> None:
    assert four_nodes.now == {"dry-heat": "drought", "wilting": "crop-loss"}
    assert four_nodes.now.keys().isdisjoint(four_nodes.node)
    assert four_nodes.place("map", "retired", "1", "now").line == line_of(HEADER, "- {id: wilting")


@pytest.mark.parametrize("text", ["wilting", "Wilting", " wilting ", "WILTING!"])
def test_a_retired_id_resolves_to_the_node_that_took_its_place(four_nodes: CausalMap, text: str) -> None:
    assert resolve(four_nodes, text) == "crop-loss"


def test_a_retired_id_of_two_words_may_be_typed_as_words(four_nodes: CausalMap) -> None:
    assert resolve(four_nodes, "dry heat") == resolve(four_nodes, "dry-heat") == "drought"


def test_a_question_about_retired_ids_has_the_answer_of_today(four_nodes: CausalMap) -> None:
    old, new = (
        causal_paths(four_nodes, "dry-heat", "wilting"),
        causal_paths(four_nodes, "drought", "crop-loss"),
    )
    assert (old.source.id, old.target.id) == ("drought", "crop-loss")
    assert old == new
    assert list(route_paths(four_nodes, "dry-heat", "wilting", "salty")) == list(
        route_paths(four_nodes, "drought", "crop-loss", "salty")
    )


def test_a_retired_id_blocks_the_node_that_took_its_place(four_nodes: CausalMap) -> None:
    blocked = causal_paths(four_nodes, "drought", "crop-loss", block=["dry-heat"])
    assert (blocked.total, blocked.block) == (0, ("drought",))
    assert causal_paths(four_nodes, "drought", block=["dry-heat", "drought"]).block == ("drought",)


def test_a_retired_id_is_no_node_and_is_not_found_as_one(four_nodes: CausalMap) -> None:
    assert "wilting" not in four_nodes.network
    assert {match.id for word in ("wilting", "dry heat") for match in find(four_nodes, word)} <= set(
        four_nodes.node
    )


def test_a_slip_in_a_retired_id_is_not_guessed_at(four_nodes: CausalMap) -> None:
    with pytest.raises(UnknownNode):
        resolve(four_nodes, "wiltng")


def test_two_retired_ids_may_have_one_heir(faults: Faults) -> None:
    assert faults(changed("map.yaml", "now: crop-loss", "now: drought")) == []


def test_an_heir_that_was_retired_itself_is_told(faults: Faults) -> None:
    line = line_of(HEADER, "- {id: wilting")
    told = faults(changed("map.yaml", "now: crop-loss", "now: dry-heat"))
    assert [problem.startswith(f"map.yaml:{line}: there is no node 'dry-heat', ") for problem in told] == [
        True
    ]


@pytest.mark.parametrize("missing", ["id: wilting, ", "now: crop-loss, ", ", why: Merged."])
def test_a_retired_id_needs_its_heir_and_its_reason(faults: Faults, missing: str) -> None:
    line = line_of(HEADER, "- {id: wilting")
    (told,) = faults(changed("map.yaml", missing, ""))
    assert told.startswith(f"map.yaml:{line}: 'retired.1.")
    assert " is missing, add `" in told


def test_a_map_may_have_no_retired_ids(tmp_path_factory: pytest.TempPathFactory) -> None:
    start, end = HEADER.index("retired:"), HEADER.index("routes:")
    files = {**FOUR_NODES, "map.yaml": HEADER[:start] + HEADER[end:]}
    causal_map = load_map(written(tmp_path_factory.mktemp("none"), files))
    assert causal_map.now == {}
    with pytest.raises(UnknownNode):
        resolve(causal_map, "wilting")
