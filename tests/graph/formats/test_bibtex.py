"""BibTeX, read back by pybtex: the same references, and TeX prints the same characters."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from pybtex.database import Entry, Person, parse_string

from graph.formats import to_bibtex
from tests.graph.formats.samples import HOSTILE, Sample, one_line, samples, titled

TYPES = {"article-journal": "article", "webpage": "misc", "report": "techreport"}
PRINTS = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}
COMMAND = re.compile(rf"\\text({'|'.join(PRINTS)}){{}}|\\([&%$#_])")


def read(text: str) -> dict[str, Entry]:
    return dict(parse_string(text, "bibtex").entries.items())


def printed(field: str | None) -> str | None:
    """What TeX prints for a field; nothing in it may mean something else to TeX."""
    if field is None:
        return None
    assert not re.search(r"[\\{}&%$#_~^]", COMMAND.sub("", field)), field
    return COMMAND.sub(lambda found: found[2] or PRINTS[found[1]], field)


def unbraced(field: str) -> str:
    """A field that is one group in braces, without them."""
    assert field[:1] + field[-1:] == "{}", field
    return field[1:-1]


def name_of(person: Person) -> tuple[str | None, str]:
    family = " ".join([*person.prelast_names, *person.last_names])
    assert person.lineage_names == []
    initials = "".join([*person.first_names, *person.middle_names]).replace(".", "")
    return printed(unbraced(family) if family.startswith("{") else family), initials


def assert_same(entry: Entry, sample: Sample) -> None:
    said, fields = sample.reference, dict(entry.fields.items())
    people = [name_of(person) for person in entry.persons.get("author", [])]
    assert people == [*sample.authors, *([("others", "")] if said.more_authors else [])]
    assert entry.type == TYPES[said.type]
    assert printed(unbraced(fields["title"])) == one_line(said.title)
    assert fields.get("year") == (str(said.year) if said.year else None)
    assert printed(fields.get("journal")) == one_line(said.journal)
    assert (printed(fields.get("volume")), printed(fields.get("number"))) == (said.volume, said.issue)
    assert (fields.get("pages") or "").replace("--", "-") == (said.pages or "")
    assert [fields.get(key) for key in ("doi", "pmid", "pmcid", "url")] == [
        said.doi,
        said.pmid,
        said.pmcid,
        said.url,
    ]


@settings(max_examples=50)
@given(several=samples())
def test_what_is_read_back_is_what_was_written(several: list[Sample]) -> None:
    entries = read(to_bibtex([sample.reference for sample in several]))
    assert list(entries) == [sample.reference.id for sample in several]
    for sample in several:
        assert_same(entries[sample.reference.id], sample)


def test_the_shipped_references_are_read_back(shipped: list[Sample]) -> None:
    entries = read(to_bibtex([sample.reference for sample in shipped], note="For teaching.\nNot advice."))
    assert list(entries) == [sample.reference.id for sample in shipped]
    for sample in shipped:
        assert_same(entries[sample.reference.id], sample)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_cannot_break_out_of_its_field(title: str) -> None:
    first, last = titled(title), titled("Last").model_copy(update={"id": "last"})
    entries = read(to_bibtex([first, last]))
    assert list(entries) == ["key2001", "last"]
    assert set(entries["key2001"].fields) == {"title"}
    assert printed(unbraced(entries["key2001"].fields["title"])) == one_line(title)


@pytest.mark.parametrize("title", HOSTILE)
def test_braces_pair_up_the_way_bibtex_counts_them(title: str) -> None:
    depth = 0
    for char in to_bibtex([titled(title)]):
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize("note", [*HOSTILE, "Write to me@a.example", "@comment{", "@string{a = {b}}"])
def test_a_note_is_a_comment_and_nothing_else(note: str) -> None:
    assert list(read(to_bibtex([titled("T")], note=note))) == ["key2001"]
    assert read(to_bibtex([], note=note)) == {}


def test_no_reference_gives_an_empty_file() -> None:
    assert to_bibtex([]) == ""
    assert to_bibtex([], note="Two\nlines") == "% Two\n% lines\n"


def test_capitals_of_a_title_are_kept_by_every_style() -> None:
    assert "title = {{Vitamin B12 in DNA}}," in to_bibtex([titled("Vitamin B12 in DNA")])


def test_initials_are_written_as_styles_expect_them() -> None:
    several = titled("T").model_copy(update={"authors": ("van Loon SLM", "Sartre J-P", "Novák J.B.", "WHO")})
    assert "author = {van Loon, S. L. M. and Sartre, J.-P. and Novák, J. B. and {WHO}}," in to_bibtex(
        [several]
    )
