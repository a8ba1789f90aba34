from __future__ import annotations

from graph.formats import REFERENCE_FORMATS, to_bibtex, to_csl_json, to_ris
from tests.graph.formats.samples import Sample, titled


def test_the_three_formats_are_listed_each_with_its_own_ending_and_media_type() -> None:
    assert {name: writer for name, (writer, *_) in REFERENCE_FORMATS.items()} == {
        "bibtex": to_bibtex,
        "ris": to_ris,
        "csl-json": to_csl_json,
    }
    assert [ending for _, ending, _ in REFERENCE_FORMATS.values()] == ["bib", "ris", "json"]
    assert len({media for *_, media in REFERENCE_FORMATS.values()}) == 3


def test_every_format_keeps_the_order_and_can_be_saved_as_utf_8(shipped: list[Sample]) -> None:
    references = [sample.reference for sample in shipped]
    for writer, _, _ in REFERENCE_FORMATS.values():
        text = writer(references)
        places = [text.index(reference.title[:20]) for reference in references[:5]]
        assert places == sorted(places)
        assert text.encode("utf-8").decode("utf-8") == text


def test_no_identifier_is_made_up() -> None:
    for writer, _, _ in REFERENCE_FORMATS.values():
        text = writer([titled("T")]).lower()
        assert [word for word in ("doi", "pmid", "pmc", "http", "do  -", "an  -") if word in text] == []
