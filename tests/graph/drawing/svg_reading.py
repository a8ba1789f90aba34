"""What stands in a picture as SVG, by an XML parser that knows nothing of how it was drawn."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"


def words(sheet: ET.Element) -> str:
    """All that is written in it, without spaces."""
    return squeeze(" ".join(part.text or "" for part in sheet.iter(f"{SVG}text")))


def squeeze(text: str) -> str:
    """A text without spaces and control signs: lines may break anywhere."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]", "", text)
