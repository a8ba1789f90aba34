"""Parts of a map in other programs' formats: read back, they hold the same nodes, edges and references."""

from __future__ import annotations

import csv
import io
import json
import re

import networkx as nx
import pydot
import pytest

from graph import CausalMap
from graph.formats import SUBGRAPH_FORMATS, to_csv, to_cytoscape, to_dagitty, to_dot, to_graphml, to_mermaid
from graph.paths.subgraph import Subgraph, whole_map
from graph.records.vocabulary import Status
from tests.graph.drawn_maps import a_map, an_edge
from tests.graph.formats.samples import PYDOT
from tests.graph.formats.subgraphs import SUBGRAPHS, ends
from tests.shipped import B12


def hostile(subgraph: Subgraph) -> Subgraph:
    """The same subgraph with names that try to leave their place."""
    names = ['"]; evil', "a\\", "</node><x>", "*/ dag {", "%% x\n y", "=1+1", "end"]
    nodes = tuple(
        node.model_copy(update={"name": names[at % len(names)]}) for at, node in enumerate(subgraph.nodes)
    )
    causal_map = CausalMap(B12.header, nodes, subgraph.edges, B12.references)
    return Subgraph(causal_map, 'Title "quoted" */', nodes, subgraph.edges, subgraph.ends)


def test_graphml_is_read_by_networkx_with_every_field(subgraph: Subgraph) -> None:
    back = nx.parse_graphml(to_graphml(subgraph))
    assert set(back.nodes) == {node.id for node in subgraph.nodes}
    assert set(back.edges) == ends(subgraph)
    assert "not medical advice" in back.graph["disclaimer"]
    for edge in subgraph.edges:
        assert back[edge.source][edge.target]["certainty"] == edge.certainty
        assert back[edge.source][edge.target]["references"] == "; ".join(item.ref for item in edge.evidence)


def test_cytoscape_is_read_by_networkx(subgraph: Subgraph) -> None:
    content = json.loads(to_cytoscape(subgraph))
    back = nx.cytoscape_graph(content | {"data": list(content["data"].items())})
    assert set(back.nodes) == {node.id for node in subgraph.nodes}
    assert set(back.edges) == ends(subgraph)
    assert "not medical advice" in content["data"]["disclaimer"]


def test_csv_has_a_row_for_every_finding(subgraph: Subgraph) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(subgraph), newline="")))
    assert len(rows) == sum(len(edge.evidence) for edge in subgraph.edges)
    assert {(row["source"], row["target"]) for row in rows} == ends(subgraph)
    assert {row["reference"] for row in rows} == {reference.id for reference in subgraph.references}


@pytest.mark.parametrize(("write", "arrow"), [(to_mermaid, "n_"), (to_dagitty, '"')])
def test_line_formats_name_every_edge_once(subgraph: Subgraph, write, arrow: str) -> None:  # type: ignore[no-untyped-def]
    text = write(subgraph)
    lines = [line for line in text.splitlines() if re.search(r"\S+ (---?[>xo]?|->|-\.-[>x]?)", line)]
    wanted = [edge for edge in subgraph.edges if edge.supported or write is to_mermaid]
    assert len([line for line in lines if line.strip().startswith(arrow)]) == len(wanted)


@pytest.mark.parametrize("status", Status)
def test_every_format_says_the_status_of_an_edge(status: Status) -> None:
    """What only proposes, or was tested and not found, never looks like a supported arrow."""
    directions = dict(zip(Status, ("supports", "neutral", "disputes", "refutes"), strict=True))
    for effect in ("increases", "decreases"):
        drawn = whole_map(a_map([an_edge("a", "b", effect=effect, direction=directions[status])]))
        (row,) = csv.DictReader(io.StringIO(to_csv(drawn), newline=""))
        assert row["status"] == status
        assert to_csv(drawn).splitlines()[0].endswith("pmid,note,status"), "older columns keep their place"
        assert nx.parse_graphml(to_graphml(drawn))["a"]["b"]["status"] == status
        (element,) = json.loads(to_cytoscape(drawn))["elements"]["edges"]
        assert element["data"]["status"] == status
        (dot,) = [line for line in to_dot(drawn).splitlines() if '"a" -> "b"' in line]
        (mermaid,) = [line for line in to_mermaid(drawn).splitlines() if line.startswith("    n_a ")]
        assert f'status="{status.value}"' in dot
        plain = status is Status.SUPPORTED
        assert (f'{status.label}", status' in dot) == (status.label in mermaid) == (not plain)
        assert ("penwidth" in dot) == ("linkStyle 0" in to_mermaid(drawn)) == (not plain)
        assert (re.search("arrowhead=o(normal|box)tee", dot) is not None) == status.denies
        assert ("--o|" in mermaid) == status.denies
        assert ("×" in dot) == ("×" in mermaid) == (status is Status.REFUTED)
        dagitty = to_dagitty(drawn)
        assert ('"a" -> "b"' in dagitty) == plain
        assert (f"Not an arrow here: a to b: {status.label}" in dagitty) == (not plain)


def test_dagitty_names_an_association_and_draws_no_arrow() -> None:
    text = to_dagitty(whole_map(a_map([an_edge("a", "b", effect="associated-with")])))
    assert "->" not in text
    assert "Not an arrow here: a to b: is associated with, moderate certainty" in text


def test_dagitty_knows_exposure_and_outcome() -> None:
    text = to_dagitty(SUBGRAPHS["paths"])
    assert '"metformin" [exposure]' in text
    assert '"muscle-loss" [outcome]' in text


@pytest.mark.parametrize("name", SUBGRAPH_FORMATS)
def test_every_format_carries_version_date_disclaimer_and_references(name: str, subgraph: Subgraph) -> None:
    text = SUBGRAPH_FORMATS[name](subgraph)
    for said in (B12.header.version, B12.header.date, "not medical advice"):
        assert said in text
    for reference in subgraph.references:
        assert reference.id in text


@PYDOT
def test_names_that_try_to_leave_their_place_stay_texts() -> None:
    subgraph = hostile(SUBGRAPHS["path"])
    assert set(nx.parse_graphml(to_graphml(subgraph)).edges) == ends(subgraph)
    json.loads(to_cytoscape(subgraph))
    (back,) = pydot.graph_from_dot_data(to_dot(subgraph)) or ()
    assert len(back.get_edges()) == len(subgraph.edges)
    for row in csv.reader(io.StringIO(to_csv(subgraph), newline="")):
        assert not any(cell[:1] in "=+@" for cell in row if cell)
    assert to_dagitty(subgraph).count("dag {") == 1 + len(
        re.findall(r"/\*[^\n]*dag \{", to_dagitty(subgraph))
    )
    for line in to_mermaid(subgraph).splitlines():
        assert line.count('"') in (0, 2) or line.startswith("%%")
