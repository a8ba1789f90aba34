"""HTML without surprises: every text that is not ours goes through :func:`text`."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from graph.records.edge import HasEffect
from graph.records.joints import end_of, joint_between
from graph.records.node import Node
from graph.records.reference import Reference
from graph.records.vocabulary import Identified

SHARE = (
    '<button type="button" data-copy>Copy the link</button> '
    '<button type="button" data-share="api/qr.svg">QR code</button>'
)
"""Two buttons of ``static/panel.js``: they hand the present view to other people."""


def text(words: object) -> str:
    """Words of a map, a file or an address as text: never a tag, never an attribute."""
    return escape(str(words), quote=True)


def term(words: str, definition: str, kind: str = "") -> str:
    """A word with its definition one hover, focus or tap away."""
    return (
        f'<button type="button" class="term {text(kind)}" data-definition="{text(definition)}" '
        f'title="{text(definition)}">'
        f"{text(words)}</button>"
    )


def claims(source: Node, arrow: HasEffect, target: Node) -> str:
    """The two ends of an arrow joined by the sign that is drawn, which is read out as words."""
    between = joint_between(source, arrow, target)
    return f"{text(source.at_arrow)} {joint(end_of(between), between.label)} {text(target.at_arrow)}"


def joint(sign: str, label: str) -> str:
    """A sign between two boxes that is read out as words."""
    return (
        f'<span class="to" aria-hidden="true" title="{text(label)}">{text(sign)}</span>'
        f'<span class="aloud">{text(label)}</span>'
    )


def citation(reference: Reference) -> str:
    """A reference as one line with a link to where it can be read."""
    names = list(reference.authors[:3])
    if reference.more_authors or len(reference.authors) > 3:
        names.append("et al.")
    authors = ", ".join(names) or "Authors not seen"
    year = f" {reference.year}" if reference.year else ""
    authors = authors if year else authors.removesuffix(".")
    journal = f" <i>{text(reference.journal.removesuffix('.'))}</i>." if reference.journal else ""
    link, label = _address(reference)
    doubt = ""
    if reference.identified is Identified.PARTLY:
        doubt = f' <span class="soft">({text(reference.identified.label)})</span>'
    return (
        f"{text(authors)}{year}. {text(reference.title)}.{journal} "
        f'<a href="{text(link)}" target="_blank" rel="noopener noreferrer">{text(label)}</a>{doubt}'
    )


def _address(reference: Reference) -> tuple[str, str]:
    """Where a reference can be read; without an identifier, a search for its title, and it says so."""
    if reference.doi:
        return f"https://doi.org/{quote(reference.doi, safe='/():;.-_')}", f"doi:{reference.doi}"
    if reference.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/", f"PMID {reference.pmid}"
    if reference.pmcid:
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{reference.pmcid}/", reference.pmcid
    if reference.url:
        return reference.url, "page of the source"
    return (
        f"https://pubmed.ncbi.nlm.nih.gov/?term={quote(reference.title)}",
        "search for the title (no identifier seen)",
    )
