from __future__ import annotations

import pytest

from graph.records.edge import Edge
from graph.records.header import Header
from graph.records.node import Node
from graph.records.reference import Reference
from graph.search.nearest import nearest

KEYS = {record: list(record.model_fields) for record in (Node, Edge, Reference, Header)}


@pytest.mark.parametrize(
    ("record", "wrong"),
    [
        (Node, "url"),
        (Node, "source"),
        (Node, "label"),
        (Node, "description"),
        (Node, "colour"),
        (Node, "note"),
        (Edge, "id"),
        (Edge, "from"),
        (Edge, "to"),
        (Edge, "weight"),
        (Reference, "abstract"),
        (Reference, "publisher"),
        (Reference, "link"),
        (Header, "author"),
        (Header, "licence"),
        (Header, "x"),
        (Header, ""),
    ],
)
def test_a_key_that_is_like_none_suggests_none(record: type, wrong: str) -> None:
    assert nearest(wrong, KEYS[record]) is None


@pytest.mark.parametrize(
    ("record", "wrong", "right"),
    [
        (Node, "synonym", "synonyms"),
        (Node, "Name", "name"),
        (Node, "measured", "measured_by"),
        (Edge, "taget", "target"),
        (Edge, "direct", "directness"),
        (Edge, "certainity", "certainty"),
        (Reference, "author", "authors"),
        (Reference, "study", "study_type"),
        (Header, "titel", "title"),
    ],
)
def test_a_key_that_is_like_one_suggests_it(record: type, wrong: str, right: str) -> None:
    assert nearest(wrong, KEYS[record]) == right


def test_a_part_of_one_word_suggests_it_and_a_part_of_two_suggests_none() -> None:
    assert nearest("flow", ["river-flow", "salt"]) == "river-flow"
    assert nearest("flow", ["river-flow", "salt-flow"]) is None
    assert nearest("ow", ["river-flow"]) is None


def test_two_edges_that_share_a_long_end_are_not_alike() -> None:
    known = ["a-very-long-name-of-a-cause--salt", "b--crop-loss"]
    assert nearest("a-very-long-name-of-a-cause--moss", known) is None
    assert nearest("a-very-long-name-of-a-case--salt", known) == known[0]


def test_nothing_known_suggests_nothing() -> None:
    assert nearest("salt", []) is None
