"""No identifier, title or year on the map that was not seen in a source."""

from __future__ import annotations

import pytest

from graph import CausalMap
from tests.curation.conftest import facts

KNOWN = facts("known_identifiers.yaml")
XREFS = facts("known_xrefs.yaml")


def test_every_reference_is_a_known_one(b12: CausalMap) -> None:
    assert [reference.id for reference in b12.references if reference.id not in KNOWN] == []


SEEN = ["title", "year", "doi", "pmid", "pmcid", "url", "identified", "journal", "volume", "issue", "pages"]
NOT_SEEN = "(first author not seen)"


@pytest.mark.parametrize("field", SEEN)
def test_a_reference_says_what_was_seen_and_nothing_else(b12: CausalMap, field: str) -> None:
    said = {reference.id: getattr(reference, field) for reference in b12.references}
    assert {name: str(value) for name, value in said.items() if value is not None} == {
        name: KNOWN[name][field] for name in said if field in KNOWN[name]
    }


def test_the_authors_are_those_that_were_seen(b12: CausalMap) -> None:
    def seen(name: str) -> tuple[list[str], bool]:
        *listed, last = KNOWN[name]["authors"].split("; ")
        names = listed if last == "et al." else [*listed, last]
        return [name for name in names if NOT_SEEN not in name], last == "et al."

    said = {each.id: (list(each.authors), each.more_authors) for each in b12.references}
    assert said == {name: seen(name) for name in said}


def test_no_title_that_was_not_seen_is_cited(b12: CausalMap) -> None:
    assert [reference.id for reference in b12.references if reference.title.startswith(("(", "["))] == []


def test_every_ontology_id_is_a_known_one(b12: CausalMap) -> None:
    said = [(node.id, xref) for node in b12.nodes for xref in node.xrefs]
    assert len(said) > 80
    assert [(name, xref) for name, xref in said if xref not in XREFS] == []


def test_an_ontology_id_belongs_to_one_node(b12: CausalMap) -> None:
    owners: dict[str, str] = {}
    shared = [
        (xref, node.id)
        for node in b12.nodes
        for xref in node.xrefs
        if owners.setdefault(xref, node.id) != node.id
    ]
    assert shared == []
