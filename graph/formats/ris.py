"""References as RIS (Research Information Systems, tag list of 2011): one tag a line, records end with ER."""

from __future__ import annotations

from collections.abc import Iterable

from graph.formats.people import family_and_initials
from graph.records.characters import on_one_line
from graph.records.reference import Reference

_TYPES = {"article-journal": "JOUR", "webpage": "ELEC", "report": "RPRT"}


def to_ris(references: Iterable[Reference], *, note: str = "") -> str:
    """The references as one RIS file.

    Args:
        references: what to export, in this order.
        note: a line put into every record, since the format has no head for the file.
    """
    return "".join(_record(reference, note) for reference in references)


def _record(reference: Reference, note: str) -> str:
    first, _, last = (reference.pages or "").partition("-")
    pairs = [
        ("TY", _TYPES[reference.type]),
        ("ID", reference.id),
        ("TI", reference.title),
        *(("AU", _author(author)) for author in reference.authors),
        ("PY", reference.year),
        ("JO" if reference.type == "article-journal" else "PB", reference.journal),
        ("VL", reference.volume),
        ("IS", reference.issue),
        ("SP", first),
        ("EP", last),
        ("DO", reference.doi),
        ("AN", reference.pmid),
        ("C2", reference.pmcid),
        ("UR", reference.url),
        ("N1", "further authors not listed" if reference.more_authors else None),
        ("N1", note),
    ]
    lines = [f"{tag}  - {on_one_line(str(value))}" for tag, value in pairs if value]
    return "\r\n".join([*lines, "ER  - ", "", ""])


def _author(author: str) -> str:
    family, initials = family_and_initials(author)
    return f"{family}, {initials}" if initials else family
