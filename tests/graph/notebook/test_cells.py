"""What a notebook shows, read back by parsers that know nothing of how it was written."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from graph import CausalMap, PathAnswer, causal_paths
from graph.notebook.cells import MOST_PATHS
from tests.app.takeaway.printed import EVIL, UNREADABLE, hostile
from tests.graph.drawn_maps import a_map, chain, everyone_to_everyone
from tests.graph.notebook.cell_reading import SVG, Page, drawn, html, pictures, squeezed

ALLOWED = {"div", "p", "strong", "small", "ol", "ul", "li", "br"}


@pytest.fixture(scope="module")
def evil() -> CausalMap:
    return hostile().map


Cell = Callable[[CausalMap], Any]
CELLS: dict[str, Cell] = {
    "map": lambda causal_map: causal_map,
    "answer": lambda causal_map: causal_paths(causal_map, causal_map.header.default_start),
    "path": lambda causal_map: causal_paths(causal_map, causal_map.header.default_start).paths[0],
    "nothing": lambda causal_map: causal_paths(
        causal_map, causal_map.header.default_target, causal_map.header.default_start, block=["salt"]
    ),
}


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS)
def test_a_cell_is_sound_and_needs_nothing_from_elsewhere(evil: CausalMap, cell: Cell) -> None:
    page = Page(html(cell(evil)))
    picture = False
    for tag, attributes in page.tags:
        picture = picture or tag == "svg"
        assert tag in ALLOWED or picture, tag
        assert tag not in {"script", "style", "foreignobject", "a", "image", "use", "iframe"}
        assert not {name for name in attributes if name.startswith("on") or name in ("href", "src", "id")}
        others = {name: value for name, value in attributes.items() if name != "xmlns"}
        assert "url(" not in str(others)


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS)
def test_no_tag_more_is_there_for_texts_that_look_like_tags(
    four_nodes: CausalMap, evil: CausalMap, cell: Cell
) -> None:
    def outside_pictures(causal_map: CausalMap) -> list[str]:
        text = re.sub(r"<svg .*?</svg>", "<svg></svg>", html(cell(causal_map)), flags=re.DOTALL)
        return [tag for tag, _ in Page(text).tags]

    assert outside_pictures(evil) == outside_pictures(four_nodes)


def test_hostile_texts_stand_there_as_they_were_written(evil: CausalMap) -> None:
    said = Page(html(evil)).words
    for text in (
        evil.header.title,
        evil.header.disclaimer,
        evil.nodes[0].claim,
        *(said.translate(UNREADABLE) for said in EVIL),
    ):
        assert squeezed(text) in said
    assert squeezed(evil.nodes[1].claim) in Page(html(causal_paths(evil, "drought").paths[0])).words


def test_a_map_without_an_overview_is_shown_in_full() -> None:
    assert drawn(pictures(a_map(chain("a", "b", "c")))[0]) == ({"a", "b", "c"}, {("a", "b"), ("b", "c")})


def test_an_answer_shows_the_listed_paths_together(four_nodes: CausalMap) -> None:
    for limit in (1, 2):
        answer = causal_paths(four_nodes, "drought", limit=limit, proposed=True)
        boxes, arrows = drawn(pictures(answer)[0])
        assert boxes == {name for path in answer.paths for name in path.nodes}
        assert arrows == {(step.source, step.target) for path in answer.paths for step in path.steps}
        said = Page(html(answer)).words
        for text in (answer.verdict, four_nodes.header.disclaimer, *(path.text for path in answer.paths)):
            assert squeezed(text) in said
        assert squeezed(f"{limit} of 2.") in said


def test_an_answer_without_a_path_says_so_and_draws_nothing(four_nodes: CausalMap) -> None:
    answer = causal_paths(four_nodes, "crop-loss", "drought")
    assert pictures(answer) == []
    assert squeezed("There is no causal path from Crop loss to Drought") in Page(html(answer)).words


def test_a_path_shows_its_steps_in_order(four_nodes: CausalMap) -> None:
    path = causal_paths(four_nodes, "drought").paths[0]
    arrows = {
        (group.get("data-source"), group.get("data-target"), group.get("data-step"))
        for group in pictures(path)[0].iter(f"{SVG}g")
        if group.get("data-source")
    }
    assert arrows == {(step.source, step.target, str(at)) for at, step in enumerate(path.steps, start=1)}
    said = Page(html(path)).words
    at = [said.index(squeezed(text)) for text in (path.text, *(step.plain for step in path.steps))]
    assert at == sorted(at)


def test_each_picture_has_a_legend_of_what_it_shows(four_nodes: CausalMap) -> None:
    legend = pictures(causal_paths(four_nodes, "drought"))[1]
    assert "contested" in "".join(legend.itertext())


def test_a_map_too_large_to_be_read_in_a_cell_is_told_and_not_drawn() -> None:
    tangle = everyone_to_everyone(30)
    assert pictures(tangle) == []
    assert squeezed("Only: 30 nodes") in Page(html(tangle)).words


def test_an_answer_of_thousands_lists_a_few() -> None:
    answer = causal_paths(everyone_to_everyone(8), "n00", "n07", limit=None)
    assert len(answer.paths) == answer.total > 1_000
    page = Page(html(answer))
    assert sum(tag == "li" for tag, _ in page.tags) == MOST_PATHS
    assert squeezed(f"{MOST_PATHS} of {answer.total:,}.") in page.words


def test_two_cells_on_a_page_share_no_id(four_nodes: CausalMap) -> None:
    page = Page(html(four_nodes) + html(causal_paths(four_nodes, "drought")))
    assert [attributes for _, attributes in page.tags if "id" in attributes] == []


def test_a_dollar_sign_is_no_formula(evil: CausalMap) -> None:
    (tag, attributes), *_ = Page(html(evil)).tags
    assert tag == "div"
    assert {"tex2jax_ignore", "mathjax_ignore"} <= set(str(attributes["class"]).split())


def test_an_answer_put_together_by_hand_is_shown_without_its_map(four_nodes: CausalMap) -> None:
    known = causal_paths(four_nodes, "drought")
    fields = (known.source, known.target, known.gate, known.block, known.count, known.routes, known.paths)
    answer = PathAnswer(*fields, known.verdict)
    assert pictures(answer) == []
    assert squeezed(answer.verdict) in Page(html(answer)).words
