"""RIS, read back by rispy: the same references, one tag a line whatever a text holds."""

from __future__ import annotations

import re
from typing import Any

import pytest
import rispy
from hypothesis import given, settings

from graph.formats import to_ris
from tests.graph.formats.samples import HOSTILE, Sample, one_line, samples, titled

TYPES = {"article-journal": "JOUR", "webpage": "ELEC", "report": "RPRT"}
FURTHER = "further authors not listed"


def assert_same(entry: dict[str, Any], sample: Sample, note: str = "") -> None:
    said = sample.reference
    assert entry["type_of_reference"] == TYPES[said.type]
    assert entry["title"] == one_line(said.title)
    assert entry.get("authors", []) == [
        f"{family}, {initials}" if initials else family for family, initials in sample.authors
    ]
    assert entry.get("notes", []) == [*([FURTHER] if said.more_authors else []), *([note] if note else [])]
    assert entry.get("year") == (str(said.year) if said.year else None)
    journal = "journal_name" if said.type == "article-journal" else "publisher"
    assert entry.get(journal) == one_line(said.journal)
    assert (entry.get("volume"), entry.get("number")) == (said.volume, said.issue)
    pages = [entry.get("start_page"), entry.get("end_page")]
    assert [page for page in pages if page] == [page for page in (said.pages or "").split("-") if page]
    assert [entry.get(key) for key in ("doi", "accession_number", "custom2")] == [
        said.doi,
        said.pmid,
        said.pmcid,
    ]
    assert entry.get("urls", []) == ([said.url] if said.url else [])
    assert "unknown_tag" not in entry


@settings(max_examples=50)
@given(several=samples())
def test_what_is_read_back_is_what_was_written(several: list[Sample]) -> None:
    entries = rispy.loads(to_ris([sample.reference for sample in several]))
    assert [entry["id"] for entry in entries] == [sample.reference.id for sample in several]
    for entry, sample in zip(entries, several, strict=True):
        assert_same(entry, sample)


def test_the_shipped_references_are_read_back(shipped: list[Sample]) -> None:
    entries = rispy.loads(to_ris([sample.reference for sample in shipped], note="For teaching.\nNot advice."))
    assert [entry["id"] for entry in entries] == [sample.reference.id for sample in shipped]
    for entry, sample in zip(entries, shipped, strict=True):
        assert_same(entry, sample, "For teaching. Not advice.")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_cannot_begin_a_line_or_end_a_record(text: str) -> None:
    first, last = titled(text), titled("Last").model_copy(update={"id": "last"})
    entries = rispy.loads(to_ris([first, last], note=text))
    assert [(entry["id"], entry["title"]) for entry in entries] == [
        ("key2001", one_line(text)),
        ("last", "Last"),
    ]
    assert [entry["notes"] for entry in entries] == [[one_line(text)]] * 2


@settings(max_examples=50)
@given(several=samples())
def test_every_line_has_the_form_of_the_format(several: list[Sample]) -> None:
    lines = to_ris([sample.reference for sample in several], note="N").split("\r\n")
    assert [line for line in lines if line and not re.fullmatch(r"[A-Z][A-Z0-9]  - [^\r\n]*", line)] == []
    assert (
        [line[:2] for line in lines].count("TY") == [line[:2] for line in lines].count("ER") == len(several)
    )


def test_no_reference_gives_an_empty_file() -> None:
    assert to_ris([], note="N") == ""
    assert rispy.loads(to_ris([])) == []
