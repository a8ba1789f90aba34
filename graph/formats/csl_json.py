"""References as CSL-JSON (Citation Style Language, data schema 1.0)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from graph.formats.people import family_and_initials
from graph.records.reference import Reference


def to_csl_json(references: Iterable[Reference], *, note: str = "") -> str:
    """The references as one CSL-JSON list.

    Args:
        references: what to export, in this order.
        note: put into every item's ``note``, since the format has no head for the file.
    """
    items = [_item(reference, note) for reference in references]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(reference: Reference, note: str) -> dict[str, Any]:
    authors: list[dict[str, str]] = [_author(author) for author in reference.authors]
    if reference.more_authors:
        authors.append({"literal": "et al."})
    item: dict[str, Any] = {
        "id": reference.id,
        "type": reference.type,
        "title": reference.title,
        "author": authors,
        "issued": {"date-parts": [[reference.year]]} if reference.year else None,
        "container-title": reference.journal,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.pages,
        "DOI": reference.doi,
        "PMID": reference.pmid,
        "PMCID": reference.pmcid,
        "URL": reference.url,
        "note": note,
    }
    return {key: value for key, value in item.items() if value}


def _author(author: str) -> dict[str, str]:
    family, initials = family_and_initials(author)
    return {"family": family, "given": initials} if initials else {"literal": author}
