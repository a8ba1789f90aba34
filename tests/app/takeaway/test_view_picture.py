"""The picture of a view: all that the page shows, with what stands out, as files for other programs."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from app.serving.downloads import Refused, find_download
from app.state.explore_view import ExploreView, make_explore_view
from app.state.highlight import Highlight
from app.state.lecture_state import lecture_state_of
from app.state.view_state import ViewState, read_view_state
from app.takeaway.download_links import download_links
from app.takeaway.exports import PAPER, VIEW_EXPORTS
from app.takeaway.qr import code_of
from app.takeaway.view_picture import emphasis_of, to_paper, to_png, to_svg
from app.words.headline import question
from graph import CausalMap
from graph.drawing.emphasis import CHOSEN, PALE, UNREACHED, USUAL
from tests.app.conftest import Ask
from tests.app.reader import HOSTILE, Reader, hostile
from tests.graph.drawing.svg_reading import squeeze
from tests.graph.drawn_maps import a_map, chain
from tests.shipped import B12

SVG = "{http://www.w3.org/2000/svg}"
PAGE = "http://lectures.example/"


def seen(causal_map: CausalMap = B12, **asked: str) -> ExploreView:
    view, notices = read_view_state(causal_map, asked)
    return make_explore_view(causal_map, view, notices)


def drawn(picture: bytes, name: str) -> dict[str, ElementTree.Element]:
    """The groups that stand for boxes (``data-node``) or arrows (``data-source``), by id."""
    groups = ElementTree.fromstring(picture).iter(f"{SVG}g")
    return {group.get("id", "").partition("-")[2]: group for group in groups if group.get(name)}


def words_in(picture: bytes) -> str:
    return " ".join(text.text or "" for text in ElementTree.fromstring(picture).iter(f"{SVG}text"))


@pytest.mark.parametrize("show", Highlight)
@pytest.mark.parametrize("level", ["plain", "clinical"])
def test_all_boxes_and_arrows_of_the_page_are_there_whatever_stands_out(show: str, level: str) -> None:
    explore_view = seen(**{"from": "metformin", "show": show, "level": level})
    for picture in (to_svg(explore_view, PAGE), to_paper(explore_view, PAGE)):
        assert set(drawn(picture, "data-node")) == explore_view.shown.ids
        assert set(drawn(picture, "data-source")) == set(explore_view.shown.arrow)
        boxes = drawn(picture, "data-node")
        for node in explore_view.shown.nodes:
            lines = [line.text or "" for line in boxes[node.id].iter(f"{SVG}text")]
            # A long word is broken with a hyphen of its own.
            assert squeeze("".join(lines)).replace("-", "") == squeeze(node.claim).replace("-", "")


def test_a_sheet_says_what_is_asked_and_answered_what_stands_out_and_where_to_see_it_again() -> None:
    explore_view = seen(**{"from": "metformin", "show": "all"})
    words = words_in(to_svg(explore_view, PAGE))
    for said in (
        question(explore_view),
        "every arrow that lies on one of the paths",
        "contested: evidence for and against",
        f"version {B12.header.version}",
        f"{PAGE}?from=metformin&to=muscle-loss&show=all",
    ):
        assert said in words
    for word in B12.header.disclaimer.split():
        assert word in words


def test_the_code_leads_to_the_address_and_without_one_there_is_none() -> None:
    explore_view = seen(**{"from": "metformin"})
    modules, _ = code_of(f"{PAGE}{explore_view.view.link()}")
    assert modules.encode() in to_svg(explore_view, PAGE)
    assert b'class="code"' not in to_svg(explore_view, "")
    far = seen(**{"from": "metformin", "block": ",".join(node.id for node in B12.nodes[60:100])})
    assert b'class="code"' not in to_svg(far, PAGE)


def test_what_stands_out_is_what_the_page_lights() -> None:
    for show in Highlight:
        explore_view = seen(**{"from": "metformin", "show": show})
        emphasis = emphasis_of(explore_view)
        steps = {leg.arrow for leg in explore_view.legs}
        for arrow in explore_view.shown.arrow:
            wanted = CHOSEN if arrow in steps else USUAL if arrow in explore_view.lit else PALE
            assert emphasis.stroke(arrow) == wanted
        nodes = explore_view.path.nodes if explore_view.path else ()
        bright = {*nodes, *explore_view.lit_nodes}
        assert {node for node in explore_view.shown.ids if not emphasis.is_pale(node)} == bright


def test_a_fade_of_the_legend_fades_in_the_picture_but_not_on_the_chosen_path() -> None:
    before, after = (
        emphasis_of(seen(**{"from": "metformin", "show": "all", "fade": fade}))
        for fade in ("", "kind:symptom,line:low")
    )
    assert after.arrows < before.arrows
    assert after.boxes < before.boxes
    assert after.steps == before.steps
    assert not [name for name in after.boxes if B12.node[name].kind == "symptom"]


def test_behind_a_break_the_path_is_not_reached() -> None:
    emphasis = emphasis_of(seen(**{"from": "metformin", "gate": "trials"}))
    strokes = [emphasis.stroke(arrow) for arrow in emphasis.steps]
    first = strokes.index(UNREACHED)
    assert emphasis.breaks
    assert set(strokes[:first]) <= {CHOSEN}
    assert set(strokes[first:]) == {UNREACHED}
    assert list(emphasis.steps)[first] in emphasis.breaks


def test_a_png_is_as_wide_as_a_projector_and_shows_no_text_smaller_than_on_a_screen() -> None:
    picture = to_png(seen(**{"from": "metformin"}), PAGE)
    wide, high = Image.open(BytesIO(picture)).size
    assert wide >= 2560
    assert wide > high > 600


def test_a_map_of_one_arrow_and_ends_without_a_path_are_drawn_too() -> None:
    small = a_map(chain("a", "z"))
    for ends in (("a", "z"), ("z", "a"), ("a", "a")):
        explore_view = make_explore_view(small, ViewState(*ends), [])
        assert set(drawn(to_svg(explore_view, ""), "data-node")) == {"a", "z"}


def test_texts_of_a_map_stay_texts() -> None:
    picture = to_svg(seen(hostile(B12), **{"from": "metformin"}), PAGE)
    tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(picture).iter()}
    assert tags == {"svg", "title", "desc", "rect", "g", "path", "ellipse", "text"}
    assert HOSTILE.encode() not in picture


def test_the_server_makes_each_format_under_a_name_that_says_what_it_is(ask: Ask) -> None:
    for name, export in VIEW_EXPORTS.items():
        status, headers, body = ask(f"/api/export/{name}?from=metformin&show=path&step=2")
        assert status == 200
        file = f"therefore-b12-metformin-to-muscle-loss-path.{export.ending}"
        assert headers["content-disposition"] == f'attachment; filename="{file}"'
        assert headers["content-type"].partition(";")[0] == export.media_type
        assert len(body) > 5_000


def test_two_views_are_two_files_and_what_is_opened_beside_the_picture_changes_none() -> None:
    asked = {"from": "metformin"}
    key = find_download(B12, "view-svg", asked).key
    for more in ({"show": "all"}, {"path": "2"}, {"fade": "kind:symptom"}, {"level": "clinical"}):
        assert find_download(B12, "view-svg", asked | more).key != key
    for opened in ({"step": "1"}, {"node": "falls"}, {"more": "other"}):
        assert find_download(B12, "view-svg", asked | opened).key == key
    assert find_download(B12, "view-svg", asked, PAGE).key != key


@pytest.mark.parametrize(
    "asked",
    [{"from": "nobody"}, {"from": "metformin", "path": "99999999"}, {"show": "everything"}],
    ids=str,
)
def test_what_the_page_would_answer_with_something_near_is_refused(asked: dict[str, str]) -> None:
    with pytest.raises(Refused, match="No file was made"):
        find_download(B12, "view-png", asked)


def test_explore_offers_it_as_it_is_shown_and_a_lecture_does_not() -> None:
    explore_view = seen(**{"from": "metformin", "show": "all", "step": "1"})
    state = lecture_state_of(explore_view)
    links = Reader(download_links(state, view=explore_view.view)).links
    shown = "?from=metformin&to=muscle-loss&show=all"
    assert [link for link in links if "/view-" in link] == [
        f"api/export/{name}{shown}" for name in VIEW_EXPORTS if name != PAPER
    ]
    assert not [link for link in Reader(download_links(state)).links if "/view-" in link]
