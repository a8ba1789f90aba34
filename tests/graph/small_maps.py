"""Maps in a few lines of YAML: the four-node example, and how to break it in one place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

Files = Mapping[str, str]

HEADER = """\
id: drought
title: Drought and failed crops
question: How does a drought lead to failed crops?
about: Four nodes and four edges.
version: "1"
date: 2026-11-01
disclaimer: For teaching, not advice to farmers.
default_start: drought
default_target: crop-loss
lanes:
  - {id: sky, name: Sky, about: What fails to fall.}
  - {id: land, name: Land, about: What it does to the land.}
retired:
  - {id: dry-heat, now: drought, why: Renamed.}
  - {id: wilting, now: crop-loss, why: Merged.}
routes:
  - {id: salty, name: Salt route, about: Through the salt., through: [salt]}
false_chains:
  - {from: salt, through: [crop-loss], to: drought, why: A failed crop makes no drought.}
"""

NODES = """\
nodes:
  - id: drought
    name: Drought
    kind: risk-factor
    lane: sky
    change: present
    plain: No rain for weeks.
    detail: Less than 0.2 mm a day.
    synonyms: [dry spell]
    core: true
  - id: river-flow
    name: River flow
    kind: mechanism
    lane: land
    change: lowered
    plain: What the river carries.
    detail: Discharge of the river.
  - id: salt
    name: Salt
    kind: marker
    lane: land
    change: raised
    plain: Salt in the soil.
    detail: Salinity of the soil.
    xrefs: ["CHEBI:26710"]
  - id: crop-loss
    name: Crop loss
    kind: disorder
    lane: land
    change: present
    plain: The crops fail.
    detail: Yield below half.
    core: true
"""

EDGES = """\
edges:
  - source: drought
    target: river-flow
    effect: decreases
    directness: direct
    plain: Without rain the river falls.
    detail: Run-off falls.
    certainty: high
    why: Measured often.
    uncertainty: Springs may feed a river.
    onset: weeks
    reversible: fully
    evidence:
      - {ref: field2001, direction: supports, directness: this-step, finding: It fell.}
      - {ref: trial2005, direction: supports, directness: this-step, finding: It fell again.}
  - source: river-flow
    target: salt
    effect: decreases
    directness: direct
    plain: Less water leaves the salt behind.
    detail: Leaching stops.
    certainty: moderate
    why: Seen in the field.
    uncertainty: Depends on the soil.
    why_differ: Pots have no river.
    onset: months
    reversible: partly
    evidence:
      - {ref: field2001, direction: supports, directness: this-step, finding: Salt rose.}
      - {ref: pots2003, direction: disputes, directness: by-inference, finding: It did not in pots.}
  - source: salt
    target: crop-loss
    effect: increases
    directness: direct
    plain: Salt stunts the crops.
    detail: Osmotic stress.
    certainty: low
    why: Seen in pots.
    uncertainty: Some crops bear salt.
    onset: months
    reversible: partly
    evidence:
      - {ref: pots2003, direction: supports, directness: this-step, finding: They failed in pots.}
  - source: river-flow
    target: crop-loss
    effect: decreases
    directness: indirect
    plain: Without water the crops fail.
    detail: Irrigation stops.
    certainty: very-low
    why: Nobody looked.
    uncertainty: Wells may help.
    onset: weeks
    reversible: no
    evidence:
      - {ref: pots2003, direction: neutral, directness: by-inference, finding: Nothing was seen.}
"""

REFERENCES = """\
references:
  - {id: field2001, title: Rivers, year: 2001, doi: 10.1234/rivers, study_type: cohort, population: human}
  - {id: pots2003, title: Pots, year: 2003, pmid: "123", study_type: cells, population: cells}
  - {id: trial2005, title: Rain, year: 2005, study_type: randomised-trial, population: human}
"""

TOURS = """\
tours:
  - id: down-the-river
    title: Why the crops fail downstream
    about: What the river no longer carries stays in the soil.
    audience: First-year students
    minutes: 9
    questions: [Why does salt stay in the soil?]
    objectives: [Name the step that is contested.]
    key_points:
      - {point: The salt stays., edges: [river-flow--salt]}
    steps:
      - {edge: drought--river-flow, words: The river falls., notes: Show the river., minutes: 2}
      - {question: Where does the salt go?, answer: It stays., notes: Wait for a hand., minutes: 1}
      - {edge: river-flow--salt, words: The salt stays., ref: pots2003, notes: Tell both sides., minutes: 4}
      - {edge: salt--crop-loss, words: The crops fail., notes: Show a field., minutes: 2}
"""

FOUR_NODES: Files = {
    "map.yaml": HEADER,
    "nodes/all.yaml": NODES,
    "edges/all.yaml": EDGES,
    "references/all.yaml": REFERENCES,
    "tours/all.yaml": TOURS,
}


def written(folder: Path, files: Files = FOUR_NODES) -> Path:
    """Write the files of a map and return its folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return folder


def changed(name: str, old: str, new: str, files: Files = FOUR_NODES) -> dict[str, str]:
    """The files with one change: the first ``old`` of a file becomes ``new``."""
    assert old in files[name], f"{old!r} does not stand in {name}"
    return {**files, name: files[name].replace(old, new, 1)}


def line_of(text: str, part: str) -> int:
    """The line, from 1, on which ``part`` stands for the first time; found without the reader."""
    return text[: text.index(part)].count("\n") + 1
