"""The sheet as PNG, looked at through Pillow."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from app.takeaway import fonts
from app.takeaway.png import PIXELS, to_png
from graph import Lecture
from graph.drawing.svg_sheet import WIDTH
from tests.app.takeaway.printed import hostile, one_step, path_lecture, told


@pytest.fixture(scope="module", params=["one step", "told", "typical", "longest", "hostile"])
def picture(request: pytest.FixtureRequest) -> Image.Image:
    lectures = {
        "one step": one_step,
        "told": told,
        "typical": lambda: path_lecture("metformin"),
        "longest": lambda: path_lecture("pernicious-anaemia", "longest"),
        "hostile": hostile,
    }
    return seen(lectures[request.param]())


def seen(lecture: Lecture) -> Image.Image:
    return Image.open(BytesIO(to_png(lecture))).convert("RGB")


def ink(picture: Image.Image, box: tuple[int, int, int, int] | None = None) -> tuple[int, ...] | None:
    """The part of a picture that is not white: left, top, right, bottom; nothing when it is blank."""
    part = picture.crop(box) if box else picture
    return ImageChops.difference(part, Image.new("RGB", part.size, "white")).getbbox()


def test_it_is_sharp_enough_for_a_projector(picture: Image.Image) -> None:
    assert picture.width == PIXELS >= 1920
    assert picture.height > 600


def test_the_edge_is_white_so_nothing_is_cut(picture: Image.Image) -> None:
    found = ink(picture)
    assert found is not None
    left, top, right, bottom = found
    edge = 16 * PIXELS / WIDTH
    assert left >= edge
    assert top >= edge
    assert picture.width - right >= edge
    assert picture.height - bottom >= edge


def test_title_boxes_and_foot_are_there(picture: Image.Image) -> None:
    width, height = picture.size
    assert ink(picture, (0, 0, width, 140)) is not None
    assert ink(picture, (0, height - 120, width, height)) is not None
    assert len(picture.getcolors(maxcolors=1 << 24) or []) > 50


def test_without_the_sans_serif_it_is_drawn_with_the_letters_of_typst(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual = seen(told())
    monkeypatch.setattr(fonts, "_found", lambda: None)
    plain = seen(told())
    assert plain.size == usual.size
    assert ink(plain) is not None
    assert ImageChops.difference(plain, usual).getbbox() is not None
