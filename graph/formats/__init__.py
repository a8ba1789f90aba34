"""Text formats that other programs read: one file each, a function ``to_x`` from records to text.

Each format carries the disclaimer of the map where the format has a place for it, and nothing that the
records do not say: a reference without an identifier is exported without one.
"""

from collections.abc import Callable

from graph.formats.bibtex import to_bibtex
from graph.formats.csl_json import to_csl_json
from graph.formats.csv_table import to_csv
from graph.formats.cytoscape import to_cytoscape
from graph.formats.dagitty import to_dagitty
from graph.formats.dot import to_dot
from graph.formats.graphml import to_graphml
from graph.formats.mermaid import to_mermaid
from graph.formats.ris import to_ris
from graph.paths.subgraph import Subgraph

REFERENCE_FORMATS = {
    "bibtex": (to_bibtex, "bib", "application/x-bibtex"),
    "ris": (to_ris, "ris", "application/x-research-info-systems"),
    "csl-json": (to_csl_json, "json", "application/vnd.citationstyles.csl+json"),
}
"""Formats for references: the writer, the ending of the file, the media type."""

SUBGRAPH_FORMATS: dict[str, Callable[[Subgraph], str]] = {
    "graphml": to_graphml,
    "cytoscape": to_cytoscape,
    "mermaid": to_mermaid,
    "dot": to_dot,
    "dagitty": to_dagitty,
    "csv": to_csv,
}
"""Formats for a subgraph of a map, by the word that ``therefore export`` takes."""

__all__ = [
    "REFERENCE_FORMATS",
    "SUBGRAPH_FORMATS",
    "to_bibtex",
    "to_csl_json",
    "to_csv",
    "to_cytoscape",
    "to_dagitty",
    "to_dot",
    "to_graphml",
    "to_mermaid",
    "to_ris",
]
