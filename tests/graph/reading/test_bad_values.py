from __future__ import annotations

import pytest

from tests.graph.conftest import Faults
from tests.graph.small_maps import EDGES, FOUR_NODES, changed, line_of

NODE, EDGE, REFERENCE = "nodes/all.yaml", "edges/all.yaml", "references/all.yaml"

"""What is wrong, by name: file, what stands there, what stands there instead, part of what is told."""
BAD_VALUES = {
    "unknown key": (
        NODE,
        "    lane: land",
        "    lain: land",
        "'lain' of node 'river-flow' is not a known key, write `lane`",
    ),
    "unknown key far from any": (
        NODE,
        "lane: land",
        "xyz: land",
        "is not a known key, use only: id, name, kind, lane,",
    ),
    "unknown key in evidence": (
        EDGE,
        "finding: It fell.",
        "findin: It fell.",
        "'evidence.0.findin' of edge 'drought--river-flow' is not a known key, write `finding`",
    ),
    "unknown key in the header": (
        "map.yaml",
        "title:",
        "titel:",
        "'titel' is not a known key, write `title`",
    ),
    "unknown key in a lane": (
        "map.yaml",
        "about: What fails",
        "abaut: What fails",
        "not a known key, write `about`",
    ),
    "word of no list": (
        EDGE,
        "certainty: low",
        "certainty: lowish",
        "'certainty' of edge 'salt--crop-loss' is 'lowish', use one of: high, moderate, low, very-low",
    ),
    "word of no list in evidence": (
        EDGE,
        "disputes",
        "denies",
        "is 'denies', use one of: supports, disputes, refutes, neutral",
    ),
    "bad type of reference": (
        REFERENCE,
        "title: Pots",
        "type: book, title: Pots",
        "article-journal, webpage, report",
    ),
    "bad id": (
        NODE,
        "id: salt",
        "id: Salt Lake",
        "is 'Salt Lake', use lower-case letters, digits and single hyphens",
    ),
    "bad reference key": (REFERENCE, "id: pots2003", "id: pots 2003", "use letters, digits, hyphens and _"),
    "empty text": (
        NODE,
        "plain: Salt in the soil.",
        "plain:",
        "'plain' of node 'salt' is empty, write something",
    ),
    "text for a list": (
        NODE,
        "[dry spell]",
        "dry spell",
        "'synonyms' of node 'drought' is not a list, put each item",
    ),
    "list for a text": (
        NODE,
        "plain: Salt in the soil.",
        "plain: [a, b]",
        "'plain' of node 'salt' is not a piece of text",
    ),
    "text for a mapping": (
        "map.yaml",
        "{id: sky, name: Sky, about: What fails to fall.}",
        "sky",
        "is not a mapping",
    ),
    "year in words": (REFERENCE, "year: 2003", "year: MMIII", "should be a valid integer"),
    "year of no journal": (REFERENCE, "year: 2003", "year: 203", "should be greater than or equal to 1800"),
    "doubtful truth": (
        EDGE,
        "effect: increases",
        "compensation: perhaps",
        "'compensation' of edge 'salt--crop-loss'",
    ),
    "very long name": (NODE, "name: Salt", f"name: {'s' * 61}", "should have at most 60 characters"),
}


@pytest.mark.parametrize(("file", "old", "new", "what"), BAD_VALUES.values(), ids=BAD_VALUES)
def test_a_bad_value_is_told_with_its_line(faults: Faults, file: str, old: str, new: str, what: str) -> None:
    line = line_of(FOUR_NODES[file], old)
    told = faults(changed(file, old, new))
    assert any(problem.startswith(f"{file}:{line}: ") and what in problem for problem in told), told


MISSING = {
    "node": (
        NODE,
        "    lane: sky\n",
        "- id: drought",
        "'lane' of node 'drought' is missing, add `lane:` to it",
    ),
    "edge": (
        EDGE,
        "    why: Measured often.\n",
        "- source: drought",
        "'why' of edge 'drought--river-flow' is missing",
    ),
    "no evidence": (
        EDGE,
        EDGES[EDGES.rindex("    evidence") :],
        "- source: river-flow\n    target: crop-loss",
        "'evidence'",
    ),
    "evidence": (
        EDGE,
        ", finding: It fell.",
        "- {ref: field2001",
        "'evidence.0.finding' of edge 'drought--river-flow'",
    ),
    "id": (NODE, "- id: salt\n    name", "- name: Salt", "'id' of node '?--?' is missing, add `id:` to it"),
    "header": (
        "map.yaml",
        "disclaimer: For teaching, not advice to farmers.\n",
        "id: drought",
        "'disclaimer' is missing",
    ),
    "route": (
        "map.yaml",
        ", through: [salt]",
        "- {id: salty",
        "'routes.0.through' is missing, add `through:` to it",
    ),
}


@pytest.mark.parametrize(("file", "lost", "at", "what"), MISSING.values(), ids=MISSING)
def test_a_missing_key_is_told_at_its_record(
    faults: Faults, file: str, lost: str, at: str, what: str
) -> None:
    files = changed(file, lost, "- name" if lost.startswith("- id") else "")
    told = faults(files)
    assert any(problem.startswith(f"{file}:{line_of(files[file], at)}: {what}") for problem in told), told


def test_a_long_bad_value_is_quoted_short(faults: Faults) -> None:
    told = faults(changed(EDGE, "certainty: low", f"certainty: {'x' * 5_000}"))
    assert "xxx..." in told[0]
    assert all(len(problem) < 250 and "\n" not in problem for problem in told)
