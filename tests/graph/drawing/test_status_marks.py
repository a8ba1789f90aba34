"""Proposed, tested and refuted arrows: told apart from supported ones without any colour."""

from __future__ import annotations

import math
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.picture import picture_data
from graph.drawing.arrow_ends import HEAD, head_of, strokes_across
from graph.drawing.drawings import Drawing, drawing_of_subgraph
from graph.drawing.legend import legend_of
from graph.drawing.palette import LINES, line_of
from graph.drawing.svg_picture import certainty_of
from graph.drawing.svg_sheet import svg_of
from graph.paths.overview import arrow_of
from graph.paths.subgraph import whole_map
from graph.records.joints import End
from graph.records.vocabulary import Certainty, Status
from tests.graph.drawn_maps import a_map, an_edge

SVG = "{http://www.w3.org/2000/svg}"
DIRECTIONS = dict(zip(Status, ("supports", "neutral", "disputes", "refutes"), strict=True))


def drawing(status: Status, effect: str = "increases") -> Drawing:
    return drawing_of_subgraph(
        whole_map(a_map([an_edge("a", "b", "high", effect, direction=DIRECTIONS[status])]))
    )


def paths(drawn: Drawing) -> list[ET.Element]:
    (arrow,) = [group for group in ET.fromstring(svg_of(drawn)).iter() if group.get("data-source")]
    assert arrow.get("data-status") == drawn.arrows[0].status
    return [part for part in arrow if part.tag == f"{SVG}path"]


@pytest.mark.parametrize("effect", ["increases", "decreases"])
@pytest.mark.parametrize("status", Status)
def test_each_status_has_a_line_a_head_and_a_sign_of_its_own(status: Status, effect: str) -> None:
    line, head, *signs = paths(drawing(status, effect))
    assert len(signs) == {"no-effect": 1, "refuted": 2}.get(status, 0)
    assert (head.get("stroke") is not None) == status.denies, "hollow: outlined on the background"
    thin = float(line.get("stroke-width") or 0) < min(each.width for each in LINES.values())
    assert thin == (status is not Status.SUPPORTED), "even at high certainty"
    assert (line.get("stroke-dasharray") is not None) == (status is Status.PROPOSED)


def test_no_two_lines_look_alike() -> None:
    lines = [line_of(tier, Status.SUPPORTED) for tier in Certainty]
    lines += [line_of(Certainty.LOW, status) for status in (Status.PROPOSED, Status.REFUTED)]
    assert len(set(lines)) == len(lines)


def test_an_association_has_no_head_and_says_by_a_bar_that_it_was_not_found() -> None:
    line, *signs = paths(drawing(Status.NO_EFFECT, "associated-with"))
    assert line.get("stroke-dasharray")
    assert len(signs) == 1


@pytest.mark.parametrize("status", Status)
def test_the_legend_has_one_line_for_a_status_that_is_drawn(status: Status) -> None:
    drawn = drawing(status)
    told = [entry for entry in legend_of(drawn) if entry.status is not None]
    tiers = [entry for entry in legend_of(drawn) if entry.certainty is not None]
    assert [(entry.label, entry.definition) for entry in told] == (
        [] if status is Status.SUPPORTED else [(status.label, status.definition)]
    )
    assert bool(tiers) == (status is Status.SUPPORTED), "a thin line says nothing of certainty"


@pytest.mark.parametrize("status", Status)
def test_the_page_gets_the_status_its_line_and_its_words(status: Status) -> None:
    data = picture_data(drawing(status))
    (edge,) = data["edges"]
    assert edge["status"] == status
    assert ", ".join(edge["known"]) == certainty_of(drawing(status).arrows[0])
    assert list(data["statuses"]) == ([] if status is Status.SUPPORTED else [status.value])
    for line in data["statuses"].values():
        assert (line["label"], line["definition"]) == (status.label, status.definition)
        assert line["width"] < 1.5


def test_an_arrow_has_the_worst_status_of_its_chain() -> None:
    chain = [
        an_edge("a", "b"),
        an_edge("b", "c", direction="refutes"),
        an_edge("c", "d", direction="neutral"),
    ]
    assert arrow_of(chain).status is Status.REFUTED
    assert arrow_of(chain[:1]).status is Status.SUPPORTED
    assert arrow_of(chain[2:]).known == ("proposed", "moderate certainty")
    assert arrow_of(chain[1:2]).known == chain[1].known


STEPS = st.lists(st.tuples(st.booleans(), st.integers(3, 60)), min_size=1, max_size=5)


@given(STEPS, st.sampled_from([Status.NO_EFFECT, Status.REFUTED]))
def test_a_sign_lies_across_its_line_and_off_its_head(steps: list[tuple[bool, int]], status: Status) -> None:
    points = [(0.0, 0.0)]
    for across, length in steps:
        x, y = points[-1]
        points.append((x + length, y) if across else (x, y + length))
    strokes = strokes_across(points, status)
    (middle,) = {
        (round((one[0] + other[0]) / 2, 3), round((one[1] + other[1]) / 2, 3)) for one, other in strokes
    }
    assert min(distance(middle, *ends) for ends in pairwise(points)) < 0.01
    assert all(8 < math.dist(*ends) < 10 for ends in strokes)
    if math.dist(*points[-2:]) > 25:
        assert math.dist(middle, points[-1]) > HEAD + 4.8, "the head stays whole"
    for end in (End.TIP, End.BAR):
        assert all(math.dist(corner, points[-1]) < 11 for corner in head_of(points, end, True))


def distance(at: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """How far a point is from a stretch that runs along an axis."""
    near = [min(max(at[axis], start[axis]), end[axis]) for axis in (0, 1)]
    return math.dist(at, near)
