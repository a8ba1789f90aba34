"""A map at a reading level: names change, and with them whatever is asked of it; nothing else does."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from graph import (
    CausalMap,
    UnknownNode,
    answer_as_dict,
    causal_paths,
    explain,
    find,
    in_words,
    lecture_of_path,
    resolve,
    words_of,
)
from graph.drawing.drawings import drawing_of_map
from graph.formats import SUBGRAPH_FORMATS
from graph.layout.text import LINE_HEIGHT, text_width
from graph.paths.path_index import path_index_of
from graph.paths.subgraph import whole_map
from graph.records.vocabulary import Level, Scope
from tests.app.told_lectures import LONG, example_map
from tests.shipped import B12

RAIN, WATER = "Torrential precipitation", f"Surface water {LONG}"


@pytest.fixture
def usual() -> CausalMap:
    return example_map()


@pytest.fixture
def precise(usual: CausalMap) -> CausalMap:
    return in_words(usual, "clinical")


def test_nodes_are_called_by_the_name_of_the_level_and_keep_the_other_as_a_synonym(
    usual: CausalMap, precise: CausalMap
) -> None:
    assert (usual.level, precise.level) == (Level.PLAIN, Level.CLINICAL)
    rain = precise.node["heavy-rain"]
    assert (rain.name, rain.claim) == (RAIN, RAIN)
    assert rain.synonyms == ("Heavy rain", "downpour", "cloudburst")
    assert precise.node["standing-water"].claim == f"{WATER} ↑"
    assert precise.node["drain-flow"].name == "Drain flow", "which has no other name"


def test_a_level_is_made_once_and_leads_back_to_the_map_itself(usual: CausalMap, precise: CausalMap) -> None:
    assert in_words(usual, Level.CLINICAL) is precise
    assert in_words(usual, "plain") is usual
    assert in_words(precise, "plain") is usual
    assert in_words(precise, "clinical") is precise


@pytest.mark.parametrize(("level", "error"), [("precise", ValueError), (1, TypeError)])
def test_another_level_is_refused_with_the_two_there_are(
    usual: CausalMap, level: object, error: type[Exception]
) -> None:
    with pytest.raises(error, match="must be one of plain, clinical"):
        in_words(usual, level)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="CausalMap"):
        in_words("a map", "plain")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["heavy-rain", "Heavy rain", "cloudburst", RAIN])
def test_a_node_is_found_by_its_id_and_by_all_its_names(precise: CausalMap, name: str) -> None:
    assert resolve(precise, name) == "heavy-rain"
    assert (found := find(precise, name)[0]).id == "heavy-rain"
    assert found.name == RAIN


def test_nodes_of_either_level_name_the_same_node(usual: CausalMap, precise: CausalMap) -> None:
    for asked, other in ((usual, precise), (precise, usual)):
        assert causal_paths(asked, other.node["heavy-rain"]).source is asked.node["heavy-rain"]


def test_the_same_paths_are_found_with_one_search_and_told_in_the_words_of_the_level(
    usual: CausalMap, precise: CausalMap
) -> None:
    one, other = causal_paths(usual, "heavy-rain"), causal_paths(precise, "heavy-rain")
    assert path_index_of(usual) is path_index_of(precise)
    assert [path.nodes for path in one.paths] == [path.nodes for path in other.paths]
    assert one.numbers == other.numbers
    assert f"from {RAIN} to" in other.verdict
    assert f"from {RAIN} to" not in one.verdict
    assert other.verdict.replace(RAIN, "Heavy rain").split(".")[0] == one.verdict.split(".")[0]
    for path, told in zip(one.paths, other.paths, strict=True):
        assert path.in_words(Level.CLINICAL) == told
        assert told.in_words(Level.PLAIN) == path
        assert (told.sign, told.links, told.works_against) == (path.sign, path.links, path.works_against)


def test_a_path_joins_changes_in_everyday_words_and_variables_in_precise_ones(
    usual: CausalMap, precise: CausalMap
) -> None:
    texts = {path.text for path in causal_paths(usual, "heavy-rain").paths}
    assert "Heavy rain → Drain flow ↓ → Standing water ↑ → Flooded street" in texts
    texts = {path.text for path in causal_paths(precise, "heavy-rain").paths}
    assert f"{RAIN} ⊣ Drain flow ⊣ {WATER} → Flooded street" in texts


def test_a_lecture_takes_its_names_from_the_level_whatever_the_path_was_called(
    usual: CausalMap, precise: CausalMap
) -> None:
    for causal_map in (usual, precise):
        path = causal_paths(causal_map, "heavy-rain").paths[0]
        for asked in (usual, precise):
            told = lecture_of_path(asked, path, "clinical")
            assert told == lecture_of_path(precise, path)
            assert told.title == f"From {RAIN} to Flooded street"
            assert told.stops[0].source is precise.node["heavy-rain"]
            plain = lecture_of_path(asked, path, "plain")
            assert plain == lecture_of_path(usual, path)
            assert plain.title == "From Heavy rain to Flooded street"
            assert [stop.edge for stop in plain.stops] == [stop.edge for stop in told.stops]


def test_a_level_that_is_asked_for_changes_names_and_sentences(usual: CausalMap) -> None:
    answer = causal_paths(usual, "heavy-rain", limit=1)
    (path,) = answer.paths
    for said in (explain(path, "clinical"), explain(answer, "clinical")):
        assert f"1. {RAIN}" in said
        assert path.steps[0].detail in said
    assert words_of(path, "clinical")[0].source.name == RAIN
    assert words_of(path.in_words(Level.CLINICAL))[0].source.name == RAIN
    assert "Heavy rain" in explain(path)
    assert RAIN not in explain(path)


def test_what_is_written_for_the_everyday_name_is_not_said_of_the_other(precise: CausalMap) -> None:
    rain = precise.node["heavy-rain"]
    assert rain.in_sentence == "torrential precipitation"
    assert rain.happening == rain.claim
    inside = example_map().node["pump"].model_copy(update={"inside": "a pump"}).in_words(Level.CLINICAL)
    assert inside.in_sentence == "a pump", "the name is the same, so is the form"


def test_a_part_of_the_map_speaks_at_the_level_of_the_map(usual: CausalMap, precise: CausalMap) -> None:
    less = precise.without("Pump", f"{precise.edges[0].id}")
    assert less.level is Level.CLINICAL
    assert less.node["heavy-rain"].name == RAIN
    assert in_words(less, "plain").node["heavy-rain"].name == "Heavy rain"
    assert in_words(less, "plain").node == usual.without("Pump", usual.edges[0].id).node
    with pytest.raises(UnknownNode):
        resolve(less, "pump")


def test_a_level_survives_pickling(precise: CausalMap) -> None:
    again = pickle.loads(pickle.dumps(precise))
    assert again.level is Level.CLINICAL
    assert again.nodes == precise.nodes
    assert in_words(again, "clinical") is again
    assert in_words(again, "plain").node["heavy-rain"].name == "Heavy rain"


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("of", [example_map, lambda: B12], ids=["example", "shipped"])
def test_no_box_moves_when_the_level_changes_and_each_holds_both_names(
    of: Callable[[], CausalMap], scope: Scope
) -> None:
    drawings = {level: drawing_of_map(in_words(of(), level), scope) for level in Level}
    assert drawings[Level.PLAIN].layout is drawings[Level.CLINICAL].layout
    for level, drawing in drawings.items():
        assert drawing.level is level
        for node in drawing.nodes:
            lines, box = drawing.lines(node.id), drawing.layout.boxes[node.id]
            said = ("".join(text.split()).replace("-", "") for text in (" ".join(lines), node.claim))
            assert len(set(said)) == 1, "nothing is cut, at most a long word is broken"
            assert len(lines) * LINE_HEIGHT <= box.height
            assert max(map(text_width, lines)) <= box.width


def test_the_longer_name_makes_its_box_high_enough_and_no_other(usual: CausalMap) -> None:
    plain = {node.id: node.model_copy(update={"clinical": None}) for node in usual.nodes}
    bare = CausalMap(usual.header, tuple(plain.values()), usual.edges, usual.references)
    boxes, before = (drawing_of_map(each, Scope.FULL).layout.boxes for each in (usual, bare))
    taller = {name for name, box in boxes.items() if box.height > before[name].height}
    assert taller == {"standing-water"}


def test_json_has_ids_and_the_words_of_the_map_that_was_asked(usual: CausalMap, precise: CausalMap) -> None:
    one, other = (answer_as_dict(causal_paths(each, "heavy-rain")) for each in (usual, precise))
    assert one.keys() == other.keys()
    for path, told in zip(one["paths"], other["paths"], strict=True):
        assert {**path, "text": ""} == {**told, "text": ""}
    assert "Heavy rain → " in one["paths"][0]["text"]


def test_data_keeps_ids_edges_and_references(usual: CausalMap, precise: CausalMap) -> None:
    one, other = (whole_map(each).network() for each in (usual, precise))
    assert list(one) == list(other)
    assert list(one.edges(data=True)) == list(other.edges(data=True))
    assert RAIN in SUBGRAPH_FORMATS["csv"](whole_map(precise))
