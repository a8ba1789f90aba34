"""Paths, answers and tours, handed back to be explained or told; anything else is refused in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph import (
    CausalMap,
    answer_as_dict,
    causal_paths,
    explain,
    first_break,
    lecture_of_path,
    lecture_of_tour,
    summary_of,
    whole_chain_note,
    words_of,
)
from graph.records.vocabulary import Level
from tests.graph.answers.test_arguments import sentence
from tests.graph.drawn_maps import a_map, a_node, chain

ON_A_PATH: dict[str, Callable[[Any, CausalMap], Any]] = {
    "words_of": lambda path, _: words_of(path),
    "summary_of": lambda path, _: summary_of(path),
    "whole_chain_note": lambda path, _: whole_chain_note(path),
    "lecture_of_path": lambda path, m: lecture_of_path(m, path),
    "first_break": lambda path, m: first_break(m, path, "human"),
}


@pytest.mark.parametrize("ask", ON_A_PATH.values(), ids=ON_A_PATH)
def test_what_is_no_path_is_refused_with_where_paths_come_from(
    four_nodes: CausalMap, ask: Callable[[Any, CausalMap], Any]
) -> None:
    for given in (causal_paths(four_nodes, "drought"), ["drought", "river-flow"], "drought", None):
        with pytest.raises(
            TypeError, match=r"a CausalPath is wanted, such as answer\.paths\[0\], not"
        ) as error:
            ask(given, four_nodes)
        sentence(error)


def test_a_level_is_one_of_two(four_nodes: CausalMap) -> None:
    answer = causal_paths(four_nodes, "drought")
    path = answer.paths[0]
    for ask in (
        lambda level: words_of(path, level),
        lambda level: explain(path, level),
        lambda level: explain(answer, level),
        lambda level: lecture_of_path(four_nodes, path, level),
    ):
        assert ask("clinical") == ask(Level.CLINICAL) != ask("plain")
        with pytest.raises(ValueError, match="the level must be one of plain, clinical, not 'easy'"):
            ask("easy")
        with pytest.raises(TypeError, match="the level must be one of plain, clinical, not 1"):
            ask(1)


def test_only_an_answer_becomes_a_dictionary(four_nodes: CausalMap) -> None:
    with pytest.raises(
        TypeError, match="a PathAnswer is wanted, such as what causal_paths gives, not a Causal"
    ):
        answer_as_dict(causal_paths(four_nodes, "drought").paths[0])  # type: ignore[arg-type]


def test_a_tour_is_taken_by_its_id_or_as_a_record(four_nodes: CausalMap) -> None:
    assert lecture_of_tour(four_nodes, "down-the-river") == lecture_of_tour(four_nodes, four_nodes.tours[0])
    with pytest.raises(ValueError, match="the tour must be one of down-the-river, or a Tour, not 'up'"):
        lecture_of_tour(four_nodes, "up")
    with pytest.raises(TypeError, match="the tour must be one of down-the-river, or a Tour, not 0"):
        lecture_of_tour(four_nodes, 0)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="none, for this map has no tours"):
        lecture_of_tour(a_map(chain("a", "b")), "up")


def test_what_was_made_from_another_map_is_refused(four_nodes: CausalMap) -> None:
    elsewhere = a_map(chain("a", "b"))
    with pytest.raises(ValueError, match="this path tells 'a--b', which is not on this map"):
        lecture_of_path(four_nodes, causal_paths(elsewhere, "a", "b").paths[0])
    with pytest.raises(
        ValueError, match="'down-the-river' tells 'drought--river-flow', which is not on this"
    ):
        lecture_of_tour(elsewhere, four_nodes.tours[0])


def test_an_answer_is_explained_by_its_verdict_and_its_best_path(four_nodes: CausalMap) -> None:
    answer = causal_paths(four_nodes, "drought")
    said = explain(answer)
    assert said == f"{answer.verdict}\n\n{explain(answer.paths[0])}"
    assert answer.paths[0].steps[0].plain in said
    assert explain(causal_paths(four_nodes, "drought", limit=0)) == said, "the best is known all the same"


def test_an_answer_without_a_path_is_explained_by_its_verdict(four_nodes: CausalMap) -> None:
    answer = causal_paths(four_nodes, "crop-loss", "drought")
    assert explain(answer) == answer.verdict


@pytest.mark.parametrize("given", [None, 5, "drought", [], a_node("salt")])
def test_nothing_but_a_path_and_an_answer_is_explained(given: Any) -> None:
    with pytest.raises(TypeError, match=r"such as an answer or answer\.paths\[0\], not") as error:
        explain(given)
    sentence(error)
