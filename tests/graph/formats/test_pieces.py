"""Pieces of a map in other programs' formats: read back, they hold the same nodes, edges and references."""

from __future__ import annotations

import csv
import io
import json
import re

import networkx as nx
import pydot
import pytest

from graph import CausalMap, causal_paths, load_map
from graph.formats import PIECE_FORMATS, to_csv, to_cytoscape, to_dagitty, to_dot, to_graphml, to_mermaid
from graph.piece import Piece, every_path, one_path, whole_map

# pydot still calls pyparsing by names that it has given up.
PYDOT = pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")

B12 = load_map()
PIECES = {
    "path": one_path(B12, causal_paths(B12, "metformin", limit=1).paths[0]),
    "paths": every_path(B12, "metformin", "muscle-loss"),
    "map": whole_map(B12),
}


@pytest.fixture(params=list(PIECES))
def piece(request: pytest.FixtureRequest) -> Piece:
    return PIECES[request.param]


def ends(piece: Piece) -> set[tuple[str, str]]:
    return {(edge.source, edge.target) for edge in piece.edges}


def hostile(piece: Piece) -> Piece:
    """The same piece with names that try to leave their place."""
    names = ['"]; evil', "a\\", "</node><x>", "*/ dag {", "%% x\n y", "=1+1", "end"]
    nodes = tuple(
        node.model_copy(update={"name": names[at % len(names)]}) for at, node in enumerate(piece.nodes)
    )
    causal_map = CausalMap(B12.header, nodes, piece.edges, B12.references)
    return Piece(causal_map, 'Title "quoted" */', nodes, piece.edges, piece.ends)


def test_graphml_is_read_by_networkx_with_every_field(piece: Piece) -> None:
    back = nx.parse_graphml(to_graphml(piece))
    assert set(back.nodes) == {node.id for node in piece.nodes}
    assert set(back.edges) == ends(piece)
    assert "not medical advice" in back.graph["disclaimer"]
    for edge in piece.edges:
        assert back[edge.source][edge.target]["certainty"] == edge.certainty
        assert back[edge.source][edge.target]["references"] == "; ".join(item.ref for item in edge.evidence)


def test_cytoscape_is_read_by_networkx(piece: Piece) -> None:
    content = json.loads(to_cytoscape(piece))
    back = nx.cytoscape_graph(content | {"data": list(content["data"].items())})
    assert set(back.nodes) == {node.id for node in piece.nodes}
    assert set(back.edges) == ends(piece)
    assert "not medical advice" in content["data"]["disclaimer"]


@PYDOT
def test_dot_is_read_by_pydot(piece: Piece) -> None:
    (back,) = pydot.graph_from_dot_data(to_dot(piece)) or ()
    read = {(edge.get_source().strip('"'), edge.get_destination().strip('"')) for edge in back.get_edges()}
    assert read == ends(piece)
    named = {node.get_name().strip('"') for node in back.get_nodes()} - {"node"}
    assert named == {node.id for node in piece.nodes}


def test_csv_has_a_row_for_every_finding(piece: Piece) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(piece), newline="")))
    assert len(rows) == sum(len(edge.evidence) for edge in piece.edges)
    assert {(row["source"], row["target"]) for row in rows} == ends(piece)
    assert {row["reference"] for row in rows} == {reference.id for reference in piece.references}


@pytest.mark.parametrize(("write", "arrow"), [(to_mermaid, "n_"), (to_dagitty, '"')])
def test_line_formats_name_every_edge_once(piece: Piece, write, arrow: str) -> None:  # type: ignore[no-untyped-def]
    text = write(piece)
    lines = [line for line in text.splitlines() if re.search(r"\S+ (--?[>x]|-\.-[>x]?)", line)]
    wanted = [edge for edge in piece.edges if edge.causal or write is to_mermaid]
    assert len([line for line in lines if line.strip().startswith(arrow)]) == len(wanted)


def test_dagitty_knows_exposure_and_outcome() -> None:
    text = to_dagitty(PIECES["paths"])
    assert '"metformin" [exposure]' in text
    assert '"muscle-loss" [outcome]' in text


@pytest.mark.parametrize("name", PIECE_FORMATS)
def test_every_format_carries_version_date_disclaimer_and_references(name: str, piece: Piece) -> None:
    text = PIECE_FORMATS[name](piece)
    for said in (B12.header.version, B12.header.date, "not medical advice"):
        assert said in text
    for reference in piece.references:
        assert reference.id in text


@PYDOT
def test_names_that_try_to_leave_their_place_stay_texts() -> None:
    piece = hostile(PIECES["path"])
    assert set(nx.parse_graphml(to_graphml(piece)).edges) == ends(piece)
    json.loads(to_cytoscape(piece))
    (back,) = pydot.graph_from_dot_data(to_dot(piece)) or ()
    assert len(back.get_edges()) == len(piece.edges)
    for row in csv.reader(io.StringIO(to_csv(piece), newline="")):
        assert not any(cell[:1] in "=+@" for cell in row if cell)
    assert to_dagitty(piece).count("dag {") == 1 + len(re.findall(r"/\*[^\n]*dag \{", to_dagitty(piece)))
    for line in to_mermaid(piece).splitlines():
        assert line.count('"') in (0, 2) or line.startswith("%%")
