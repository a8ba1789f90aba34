"""A subgraph as a table: one row for each finding on each edge, in CSV as RFC 4180 has it."""

from __future__ import annotations

import csv
import io

from graph.paths.subgraph import Subgraph
from graph.records.characters import without_controls

COLUMNS = (
    "source", "source_name", "effect", "target", "target_name", "directness", "certainty", "contested",
    "why", "uncertainty", "onset", "reversible", "reference", "direction", "finding", "study_type",
    "population", "n", "title", "year", "doi", "pmid", "note", "status",
)  # fmt: skip


def to_csv(subgraph: Subgraph) -> str:
    """The subgraph as CSV with a header row; the column ``note`` carries title, version and disclaimer."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    note = "; ".join(subgraph.notes)
    names = subgraph.map.node
    for edge in subgraph.edges:
        for item in edge.evidence:
            reference = subgraph.map.reference[item.ref]
            row = [
                edge.source, names[edge.source].claim, edge.effect, edge.target, names[edge.target].claim,
                edge.directness, edge.certainty, "yes" if edge.contested else "no",
                edge.why, edge.uncertainty, edge.onset, edge.reversible,
                item.ref, item.direction, item.finding, reference.study_type,
                reference.population, reference.n or "", reference.title,
                reference.year or "", reference.doi or "", reference.pmid or "", note, edge.status,
            ]  # fmt: skip
            table.writerow([_safe(str(value)) for value in row])
    return out.getvalue()


def _safe(words: str) -> str:
    """A cell that begins like a formula would be run by a spreadsheet; an apostrophe keeps it a text."""
    words = without_controls(words)
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t", "\r") else words
