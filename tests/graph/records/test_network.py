from __future__ import annotations

import io

import networkx as nx
import pytest

from graph import CausalMap
from graph.records.network import build_network
from tests.shipped import B12


@pytest.fixture(scope="module")
def shipped() -> CausalMap:
    return B12


def test_nodes_and_edges_carry_their_fields(four_nodes: CausalMap) -> None:
    network = four_nodes.network
    assert list(network) == list(four_nodes.node)
    assert network.nodes["salt"]["name"] == "Salt"
    assert network.nodes["salt"]["xrefs"] == "CHEBI:26710"
    assert "measured_by" not in network.nodes["salt"], "a field without a value is left out"
    edge = network.edges["river-flow", "salt"]
    assert (edge["effect"], edge["sign"], edge["certainty"], edge["contested"]) == (
        "decreases",
        -1,
        "moderate",
        1,
    )
    assert (edge["supports"], edge["disputes"], edge["references"]) == (1, 1, "field2001; pots2003")


def test_the_network_knows_every_field_that_a_record_fills_in(shipped: CausalMap) -> None:
    network = build_network(shipped.header, shipped.nodes, shipped.edges)
    for node in shipped.nodes:
        filled = {field for field, value in node.model_dump().items() if value not in (None, ())}
        assert filled - {"id"} <= set(network.nodes[node.id])
    for edge in shipped.edges:
        filled = {field for field, value in edge.model_dump().items() if value is not None}
        assert filled - {"source", "target", "evidence"} <= set(network.edges[edge.source, edge.target])


def test_every_attribute_is_a_word_or_a_number(shipped: CausalMap) -> None:
    network = build_network(shipped.header, shipped.nodes, shipped.edges)
    values = [value for _, fields in network.nodes(data=True) for value in fields.values()]
    values += [value for *_, fields in network.edges(data=True) for value in fields.values()]
    assert {type(value) for value in values} == {str, int}


def test_associations_are_left_out_unless_asked_for(shipped: CausalMap) -> None:
    associations = {edge.id for edge in shipped.edges if not edge.causal}
    assert associations
    assert associations.isdisjoint(edge for *_, edge in shipped.network.edges(data="id"))
    everything = build_network(shipped.header, shipped.nodes, shipped.edges)
    assert {edge for *_, edge in everything.edges(data="id")} == set(shipped.edge)


def test_the_network_survives_graphml(shipped: CausalMap) -> None:
    file = io.BytesIO()
    nx.write_graphml(shipped.network, file)
    file.seek(0)
    again = nx.read_graphml(file)
    assert dict(again.nodes(data=True)) == dict(shipped.network.nodes(data=True))
    known = {(one, other): fields for one, other, fields in shipped.network.edges(data=True)}
    found = {(one, other): fields for one, other, fields in again.edges(data=True)}
    assert found == known


def test_the_network_cannot_be_changed_but_a_copy_can(four_nodes: CausalMap) -> None:
    with pytest.raises(nx.NetworkXError, match=r"[Ff]rozen"):
        four_nodes.network.remove_node("salt")
    changed = nx.DiGraph(four_nodes.network)
    changed.remove_node("salt")
    assert "salt" in four_nodes.network


def test_the_network_is_made_once(four_nodes: CausalMap) -> None:
    assert four_nodes.network is four_nodes.network


def test_the_network_says_what_it_is_for(four_nodes: CausalMap) -> None:
    assert four_nodes.network.graph == {
        "name": "Drought and failed crops",
        "version": "1",
        "disclaimer": "For teaching, not advice to farmers.",
    }
