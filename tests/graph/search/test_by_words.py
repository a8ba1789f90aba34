"""Finding by words, on a map of rivers and salt."""

from __future__ import annotations

import pytest

from graph import CausalMap, find, load_map, resolve, suggest
from tests.graph.small_maps import changed, written

NODE = "nodes/all.yaml"


def found(causal_map: CausalMap, text: str) -> list[str]:
    return [match.id for match in find(causal_map, text)]


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> CausalMap:
    """The example with two synonyms, a name for experts and a group of words."""
    files = changed(
        NODE, "synonyms: [dry spell]", "clinical: Aridity\n    synonyms: [dry spell, withered fields]"
    )
    header = files["map.yaml"].replace(
        "routes:", "same_words: [[river, stream, brook], [salt, brine]]\nroutes:"
    )
    return load_map(written(tmp_path_factory.mktemp("spoken"), files | {"map.yaml": header}))


@pytest.mark.parametrize("text", ["fields withered", "my field is withering", "the withering of the fields"])
def test_order_form_and_small_words_do_not_matter(spoken: CausalMap, text: str) -> None:
    assert found(spoken, text)[0] == "drought"


@pytest.mark.parametrize("text", ["brook flow", "flow of the streams", "low flow in my stream", "brok flow"])
def test_a_word_of_a_group_finds_what_another_names(spoken: CausalMap, text: str) -> None:
    assert found(spoken, text)[0] == "river-flow"


def test_a_claim_in_words_finds_its_node_at_once(spoken: CausalMap) -> None:
    match = find(spoken, "too little flow in the river")[0]
    assert (match.id, match.score, match.matched) == ("river-flow", 98.0, "River flow")


def test_words_of_the_description_find_a_node_after_those_of_a_name(spoken: CausalMap) -> None:
    match = find(spoken, "no rain for weeks")[0]
    assert (match.id, match.matched) == ("drought", "Drought")
    assert match.score < find(spoken, "fields withered")[0].score


def test_the_name_for_experts_leads_to_its_node(spoken: CausalMap) -> None:
    assert resolve(spoken, "aridity") == "drought"
    assert find(spoken, "aridty")[0].matched == "Aridity"


def test_a_query_of_ways_to_say_less_finds_only_what_is_called_so(spoken: CausalMap) -> None:
    assert found(spoken, "too little") == []
    assert found(spoken, "loss") == ["crop-loss"]


def test_some_words_of_many_find_where_nothing_fits_better(spoken: CausalMap) -> None:
    (match,) = find(spoken, "salt on grandmother's table")
    assert match.id == "salt"


@pytest.mark.parametrize(
    "text", ["salty", "slat", "aridness", "flowing", "sault", "withers", "rover", "weekly"]
)
def test_a_word_that_is_a_little_like_one_of_the_map_is_offered_something(
    spoken: CausalMap, text: str
) -> None:
    assert suggest(spoken, text)


@pytest.mark.parametrize("text", ["", "?!", "zz", "xyzzy", "qqqqqq", "asdfgh", "日本語", "12345"])
def test_gibberish_is_offered_nothing(spoken: CausalMap, text: str) -> None:
    assert suggest(spoken, text) == []


def test_what_is_found_is_offered_first_and_never_more_than_asked_for(spoken: CausalMap) -> None:
    assert suggest(spoken, "salt")[0] == find(spoken, "salt")[0]
    assert [len(suggest(spoken, "crop", limit)) for limit in (0, 1)] == [0, 1]
