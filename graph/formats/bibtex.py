"""References as BibTeX (Oren Patashnik, "BibTeXing", 1988), in UTF-8 with the special characters escaped.

BibTeX counts braces even behind a backslash, so a brace in a text is written as a command. Outside the
entries everything is a comment, except that an ``@`` begins an entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.formats.comments import comment_lines
from graph.formats.people import family_and_initials
from graph.records.characters import on_one_line
from graph.records.reference import Reference

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_TYPES = {"article-journal": "article", "webpage": "misc", "report": "techreport"}


def to_bibtex(references: Iterable[Reference], *, note: str = "") -> str:
    """The references as one BibTeX file.

    Args:
        references: what to export, in this order.
        note: a line for the head of the file, such as the map's version and disclaimer.
    """
    head = comment_lines(note.splitlines(), "%", instead={"@": "(at)"})
    return "".join(f"{line}\n" for line in head) + "\n".join(_entry(reference) for reference in references)


def _entry(reference: Reference) -> str:
    authors = [_author(author) for author in reference.authors]
    if reference.more_authors:
        authors.append("others")
    fields = {
        "title": f"{{{_text(reference.title)}}}",
        "author": " and ".join(authors),
        "year": reference.year,
        "journal": _text(reference.journal),
        "volume": _text(reference.volume),
        "number": _text(reference.issue),
        "pages": _text(reference.pages).replace("-", "--"),
        # Identifiers and addresses are read by programs: their characters stay as they are.
        "doi": on_one_line(reference.doi or ""),
        "pmid": on_one_line(reference.pmid or ""),
        "pmcid": on_one_line(reference.pmcid or ""),
        "url": on_one_line(reference.url or ""),
    }
    lines = [f"  {key} = {{{value}}}," for key, value in fields.items() if value]
    return "\n".join([f"@{_TYPES[reference.type]}{{{reference.id},", *lines, "}", ""])


def _author(author: str) -> str:
    family, initials = family_and_initials(author)
    if not initials:
        return f"{{{_text(author)}}}"
    # A comma or an "and" within a family name would be read as the border between two names.
    name = f"{{{_text(family)}}}" if re.search(r",|\band\b", family, re.IGNORECASE) else _text(family)
    return f"{name}, {_dotted(initials)}"


def _dotted(initials: str) -> str:
    """``SL`` as ``S. L.`` and ``J-P`` as ``J.-P.``."""
    return re.sub(r"\.(?=\w)", ". ", re.sub(r"(\w)\.?", r"\1.", initials))


def _text(words: str | None) -> str:
    return "".join(_SPECIAL.get(char, char) for char in on_one_line(words or ""))
