"""What may be offered for a text that is no name of a node."""

from __future__ import annotations

import pytest

from graph import CausalMap, Node
from graph.search.nodes import suggest
from tests.shipped import B12


@pytest.fixture
def streets() -> CausalMap:
    nodes = (
        node("rain", plain="Water that falls from clouds."),
        node("drain", plain="It takes the water away.", synonyms=("gully",)),
        node("flood", plain="Water stands where people walk.", detail="Above the kerbstone."),
    )
    return CausalMap(B12.header, nodes, (), ())


def node(name: str, **said: object) -> Node:
    usual = {"id": name, "name": name, "kind": "marker", "lane": "only", "change": "raised", "detail": "D."}
    return Node.model_validate(usual | said)


def found(causal_map: CausalMap, text: str) -> list[str]:
    return [match.id for match in suggest(causal_map, text)]


def test_explanations_are_read_as_well_as_names(streets: CausalMap) -> None:
    assert found(streets, "dark clouds") == ["rain"]
    assert found(streets, "what takes water away") == ["drain"]


def test_a_slip_is_forgiven(streets: CausalMap) -> None:
    assert found(streets, "the guly") == ["drain"]


def test_a_rare_word_tells_more_than_one_that_stands_everywhere(streets: CausalMap) -> None:
    assert found(streets, "water people") == ["flood"]


@pytest.mark.parametrize("text", ["", "   ", "the of a", "xqzw jkvb", "🦴", "\x00"])
def test_where_nothing_comes_near_nothing_is_offered(streets: CausalMap, text: str) -> None:
    assert found(streets, text) == []


def test_no_more_than_asked_for_and_a_long_text_is_not_read_to_its_end(streets: CausalMap) -> None:
    assert len(suggest(streets, "water", limit=2)) == 2
    assert found(streets, " ".join([*(f"xqzw{n}" for n in range(200)), "kerbstone"])) == []


def test_what_is_no_text_is_refused(streets: CausalMap) -> None:
    with pytest.raises(TypeError, match="text"):
        suggest(streets, 3)  # type: ignore[arg-type]
