"""QR codes, drawn by one library and read by another one: nothing of ours in between."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree

import pytest
import typst
import zxingcpp
from PIL import Image

from app.takeaway.qr import qr_svg

ADDRESSES = {
    "a tour": "https://therefore.example/lecture?tour=nerve-route&step=3",
    "a path": "http://192.168.1.20:8501/lecture?from=metformin&to=muscle-loss&path=12&step=4&level=clinical",
    "other letters": "https://therefore.example/?q=Müdigkeit&r=疲労#↓",
    "markup": 'https://therefore.example/?a="><script>alert(1)</script>&amp;',
    "long": "https://therefore.example/lecture?block=" + ",".join(f"node-number-{n}" for n in range(35)),
}
SVG = "{http://www.w3.org/2000/svg}"


def seen(svg: str, side: int) -> Image.Image:
    """The SVG as a picture of ``side`` pixels, on a dark page."""
    page = b"""#set page(width: 100pt, height: 100pt, margin: 0pt, fill: rgb("#101418"))
#image(bytes(sys.inputs.svg), width: 100pt)"""
    drawn = typst.compile(page, format="png", ppi=side * 0.72, sys_inputs={"svg": svg})
    return Image.open(BytesIO(drawn)).convert("L")


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_camera_reads_the_address(name: str) -> None:
    (code,) = zxingcpp.read_barcodes(seen(qr_svg(ADDRESSES[name]), 720))
    assert code.text == ADDRESSES[name]
    assert code.format == zxingcpp.BarcodeFormat.QRCode, "phones cannot read a micro QR code"
    assert code.ec_level in "MQH"


def test_it_is_read_from_afar_and_askew() -> None:
    picture = seen(qr_svg(ADDRESSES["a tour"]), 720).rotate(8, expand=True, fillcolor=200).resize((150, 150))
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == ADDRESSES["a tour"]


@pytest.mark.parametrize("name", ADDRESSES)
def test_it_fills_its_box_stands_on_white_and_says_what_it_is(name: str) -> None:
    svg = ElementTree.fromstring(qr_svg(ADDRESSES[name]))
    assert (svg.get("role"), svg.get("aria-label")) == ("img", f"QR code of {ADDRESSES[name]}")
    _, _, width, height = map(int, (svg.get("viewBox") or "").split())
    assert width == height
    ground, code = svg.findall(f"{SVG}path")
    assert (ground.get("fill"), code.get("fill")) == ("#fff", "#000")
    assert ground.get("d") == f"M0 0h{width}v{width}H0z"
    assert len(list(svg)) == 2


def test_the_quiet_zone_is_four_modules_wide() -> None:
    svg = qr_svg(ADDRESSES["a tour"])
    modules = int(svg.partition('viewBox="0 0 ')[2].split()[0])
    picture = seen(svg, modules * 10)
    dark = picture.point(lambda level: 255 if level < 128 else 0).getbbox()
    assert dark == (40, 40, modules * 10 - 40, modules * 10 - 40)


@pytest.mark.parametrize("address", ["https://therefore.example/?" + "x" * 700, "x" * 9000])
def test_an_address_that_is_too_long_is_refused_kindly(address: str) -> None:
    with pytest.raises(ValueError, match="too long for a QR code"):
        qr_svg(address)


def test_nothing_is_refused_as_nothing() -> None:
    with pytest.raises(ValueError, match="no address"):
        qr_svg("")
