"""A map cannot be changed, by any handle that it gives out; a smaller one is made anew."""

from __future__ import annotations

import copy
import io
import pickle
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import CausalMap, UnknownNode, answer_as_dict, causal_paths, find, on_paths
from graph.checks import RULES
from graph.records.problems import Place
from tests.graph.drawn_maps import FEWER, a_map, a_node, an_edge, chain, maps, plain_network, simple_paths
from tests.shipped import B12


@pytest.fixture(scope="module")
def shipped() -> CausalMap:
    return B12


def content(causal_map: CausalMap) -> tuple[object, ...]:
    """All that a map holds, apart from where it stands in files."""
    records = (causal_map.header, causal_map.nodes, causal_map.edges, causal_map.references, causal_map.tours)
    network = causal_map.network
    return (*records, dict(network.nodes(data=True)), list(network.edges(data=True)), dict(network.graph))


VIEWS = ("node", "edge", "reference", "tour", "now", "places")
CHANGES: dict[str, Callable[[Any], object]] = {
    **{f"set in {view}": lambda m, view=view: getattr(m, view).__setitem__("x", None) for view in VIEWS},
    **{f"clear {view}": lambda m, view=view: getattr(m, view).clear() for view in VIEWS},
    **{f"replace {view}": lambda m, view=view: setattr(m, view, {}) for view in VIEWS},
    "replace nodes": lambda m: setattr(m, "nodes", ()),
    "append a node": lambda m: m.nodes.append(a_node("x")),
    "rename a node": lambda m: setattr(m.node["salt"], "name", "Sugar"),
    "turn an edge": lambda m: setattr(m.edges[0], "effect", "increases"),
    "change a finding": lambda m: setattr(m.edges[0].evidence[0], "finding", "Nothing."),
    "drop a route": lambda m: m.header.routes.clear(),
    "change the header": lambda m: setattr(m.header, "title", "Other"),
    "remove from the network": lambda m: m.network.remove_node("salt"),
    "an attribute of a node": lambda m: m.network.nodes["salt"].__setitem__("name", "Sugar"),
    "attributes of nodes": lambda m: nx.set_node_attributes(m.network, 1, "rank"),
    "an attribute of an edge": lambda m: m.network.edges["salt", "crop-loss"].update(sign=-1),
    "an attribute from behind": lambda m: m.network.pred["crop-loss"]["salt"].pop("sign"),
    "an attribute in place": lambda m: m.network.adj["salt"]["crop-loss"].__ior__({"sign": -1}),
    "clear attributes": lambda m: m.network.nodes["salt"].clear(),
    "delete an attribute": lambda m: m.network.nodes["salt"].__delitem__("name"),
    "the name of the network": lambda m: m.network.graph.setdefault("version", "2"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_handle_changes_a_map(four_nodes: CausalMap, change: Callable[[Any], object]) -> None:
    before = content(copy.deepcopy(four_nodes))
    with pytest.raises((AttributeError, TypeError, ValueError, nx.NetworkXError)):
        change(four_nodes)
    assert content(four_nodes) == before


def test_what_a_map_was_made_from_can_change_without_it(four_nodes: CausalMap) -> None:
    places = {("node", "salt"): Place("nodes.yaml", 7)}
    causal_map = CausalMap(
        four_nodes.header, four_nodes.nodes, four_nodes.edges, four_nodes.references, places
    )
    places.clear()
    assert causal_map.place("node", "salt", "name") == Place("nodes.yaml", 7)


def test_a_copy_of_the_network_can_be_changed_down_to_its_attributes(four_nodes: CausalMap) -> None:
    network = four_nodes.network
    copies = (
        nx.DiGraph(network),
        network.copy(),
        copy.deepcopy(network),
        pickle.loads(pickle.dumps(network)),
    )
    for changed in (*copies[:2], network.to_undirected(), network.reverse()):
        changed.nodes["salt"]["name"] = "Sugar"
        for *_, fields in changed.edges(data=True):
            fields["sign"] = 0
        changed.graph["version"] = "2"
    for same in copies[2:]:
        assert dict(same.nodes(data=True)).keys() == dict(network.nodes(data=True)).keys()
    assert network.nodes["salt"]["name"] == "Salt"
    assert network.edges["salt", "crop-loss"]["sign"] == 1


@pytest.mark.parametrize("write", [nx.write_graphml, nx.write_gexf, nx.write_gml])
def test_what_networkx_writes_leaves_the_network_as_it_is(
    four_nodes: CausalMap, write: Callable[..., None]
) -> None:
    before = content(copy.deepcopy(four_nodes))
    write(four_nodes.network, io.BytesIO())
    assert content(four_nodes) == before


def test_a_map_and_an_answer_can_be_sent_to_another_process(four_nodes: CausalMap) -> None:
    assert len(four_nodes.node) == 4, "looked at first, so that its views are made"
    answer = causal_paths(four_nodes, "drought")
    for again in (pickle.loads(pickle.dumps(four_nodes)), copy.deepcopy(four_nodes), copy.copy(four_nodes)):
        assert content(again) == content(four_nodes)
        assert again.places == four_nodes.places
        assert answer_as_dict(causal_paths(again, "drought")) == answer_as_dict(answer)
    assert answer_as_dict(pickle.loads(pickle.dumps(answer))) == answer_as_dict(answer)


def test_without_a_node_goes_all_that_needs_it_and_nothing_else(four_nodes: CausalMap) -> None:
    smaller = four_nodes.without("salt")
    assert [node.id for node in smaller.nodes] == ["drought", "river-flow", "crop-loss"]
    assert [edge.id for edge in smaller.edges] == ["drought--river-flow", "river-flow--crop-loss"]
    assert [reference.id for reference in smaller.references] == ["field2001", "pots2003", "trial2005"]
    assert smaller.tours == (), "it told of the salt"
    assert smaller.header.routes == (), "it went through the salt"
    same = {"routes": (), "false_chains": ()}
    assert smaller.header == four_nodes.header.model_copy(update=same)
    assert smaller.places == four_nodes.places
    assert "salt" not in smaller.network
    assert find(smaller, "salt") == []
    assert [path.nodes for path in causal_paths(smaller, "drought", proposed=True).paths] == [
        ("drought", "river-flow", "crop-loss")
    ]


def test_the_map_itself_stays_as_it_is(four_nodes: CausalMap) -> None:
    before = content(copy.deepcopy(four_nodes))
    four_nodes.without("salt", "drought--river-flow")
    assert content(four_nodes) == before
    assert content(four_nodes.without()) == before


def test_without_an_edge_its_ends_stay(four_nodes: CausalMap) -> None:
    smaller = four_nodes.without("drought--river-flow")
    assert smaller.nodes == four_nodes.nodes
    assert [edge.id for edge in smaller.edges] == [edge.id for edge in four_nodes.edges[1:]]
    assert [reference.id for reference in smaller.references] == ["field2001", "pots2003"], (
        "the trial is gone"
    )
    assert causal_paths(smaller, "drought").total == 0


def test_parts_are_named_as_everywhere(four_nodes: CausalMap) -> None:
    expected = content(four_nodes.without("salt", "drought--river-flow"))
    for node in ("SALT", four_nodes.node["salt"]):
        assert content(four_nodes.without(node, four_nodes.edge["drought--river-flow"])) == expected
    assert "drought" not in four_nodes.without("dry spell").node
    assert "drought" not in four_nodes.without("dry-heat").node


def test_a_part_that_is_not_there_is_told(four_nodes: CausalMap) -> None:
    with pytest.raises(UnknownNode, match="Did you mean River flow"):
        four_nodes.without("rivr flow")
    for edge in ("salt--drought", an_edge("salt", "drought")):
        with pytest.raises(UnknownNode, match="'salt--drought'"):
            four_nodes.without(edge)
    for other in (None, 5, ["salt"], b"salt"):
        with pytest.raises(TypeError, match="given by id, name, synonym or as a Node, not as"):
            four_nodes.without(other)  # type: ignore[arg-type]


def test_the_default_target_stays_and_the_default_start_gives_way(four_nodes: CausalMap) -> None:
    with pytest.raises(ValueError, match="'crop-loss' is the default target of this map and must stay"):
        four_nodes.without("crop loss")
    assert four_nodes.without("drought").header.default_start == "river-flow"
    assert four_nodes.without("drought").now == {"wilting": "crop-loss"}
    assert a_map(chain("a", "z")).without("a").header.default_start == "z"


def test_a_tour_stays_that_tells_nothing_of_what_goes(shipped: CausalMap) -> None:
    untold = next(edge for edge in shipped.edges if all(edge.id not in _told(tour) for tour in shipped.tours))
    assert shipped.without(untold).tours == shipped.tours
    told = shipped.tours[0].steps[0].edge
    assert told is not None
    left = shipped.without(told).tours
    assert left == tuple(tour for tour in shipped.tours if told not in _told(tour))


def _told(tour: Any) -> set[str | None]:
    leaned = {edge for point in tour.key_points for edge in point.edges}
    return leaned | {step.edge for step in tour.steps}


@pytest.mark.parametrize("part", ["metformin", "homocysteine", "b12-deficiency", "metformin--ileal-uptake"])
def test_a_smaller_map_is_a_sound_map_but_for_what_it_leaves_alone(shipped: CausalMap, part: str) -> None:
    problems = [problem for rule in RULES for problem in rule(shipped.without(part))]
    assert [problem for problem in problems if "has no edge" not in problem.what] == []


@FEWER
@given(maps(), st.data())
def test_a_smaller_map_answers_as_the_graph_without_these_parts(causal_map: CausalMap, data: Any) -> None:
    target = causal_map.header.default_target
    nodes = data.draw(
        st.lists(st.sampled_from(sorted({*causal_map.node} - {target})), unique=True, max_size=3)
    )
    edges = (
        data.draw(st.lists(st.sampled_from(sorted(causal_map.edge)), max_size=3)) if causal_map.edges else []
    )
    smaller = causal_map.without(*nodes, *edges)
    network = plain_network(causal_map, block=nodes)
    network.remove_edges_from(tuple(edge.split("--")) for edge in edges)
    for source in smaller.node:
        expected = sorted(simple_paths(network, source, target))
        answer = causal_paths(smaller, source, target, limit=None)
        assert sorted(path.nodes for path in answer.paths) == expected
        assert on_paths(smaller, source, target).nodes == {name for path in expected for name in path}
