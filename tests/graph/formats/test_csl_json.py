"""CSL-JSON, read back by citeproc-py, and by any reader of JSON: the same references."""

from __future__ import annotations

import json
from typing import Any

import pytest
from citeproc.source import Reference as Read
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings

from graph.formats import to_csl_json
from tests.graph.formats.samples import HOSTILE, Sample, samples, titled

AND_OTHERS = {"literal": "et al."}
PLAIN = {
    "container_title": "journal",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "DOI": "doi",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "URL": "url",
}
"""From a variable of the format, as citeproc-py spells it, to the field of a reference."""


def read(text: str) -> dict[str, Read]:
    return dict(CiteProcJSON(json.loads(text)))


def people(sample: Sample) -> list[dict[str, str]]:
    """The authors as the format wants them."""
    known = [
        {"family": family, "given": initials} if initials else {"literal": family}
        for family, initials in sample.authors
    ]
    return [*known, AND_OTHERS] if sample.reference.more_authors else known


def assert_same(entry: Read, sample: Sample) -> None:
    said = sample.reference
    assert entry.type == said.type
    assert str(entry["title"]) == said.title
    assert [dict(name) for name in entry.get("author", [])] == people(sample)
    assert (int(entry["issued"].year) if "issued" in entry else None) == said.year
    read_as = {variable: str(entry[variable]) for variable in PLAIN if variable in entry}
    assert read_as == {
        variable: getattr(said, field) for variable, field in PLAIN.items() if getattr(said, field)
    }


@settings(max_examples=50)
@given(several=samples())
def test_what_is_read_back_is_what_was_written(several: list[Sample]) -> None:
    entries = read(to_csl_json([sample.reference for sample in several]))
    assert list(entries) == [sample.reference.id for sample in several]
    for sample in several:
        assert_same(entries[sample.reference.id], sample)


def test_the_shipped_references_are_read_back(shipped: list[Sample]) -> None:
    entries = read(to_csl_json([sample.reference for sample in shipped], note="For teaching."))
    # citeproc-py folds the case of keys.
    assert list(entries) == [sample.reference.id.lower() for sample in shipped]
    for sample in shipped:
        assert_same(entries[sample.reference.id.lower()], sample)
        assert str(entries[sample.reference.id.lower()]["note"]) == "For teaching."


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_the_text_it_is(text: str) -> None:
    reference = titled(text)
    (item,) = json.loads(to_csl_json([reference], note=text))
    assert item == {"id": "key2001", "type": "article-journal", "title": reference.title, "note": text}
    assert str(read(to_csl_json([reference]))["key2001"]["title"]) == reference.title


@settings(max_examples=50)
@given(several=samples())
def test_what_is_not_known_is_left_out(several: list[Sample]) -> None:
    items: list[dict[str, Any]] = json.loads(to_csl_json([sample.reference for sample in several]))
    assert [key for item in items for key, value in item.items() if value in (None, "", [])] == []


def test_no_reference_gives_an_empty_list() -> None:
    assert json.loads(to_csl_json([], note="N")) == []
