"""Identifiers have the form their registries give them, and one paper has one record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.checks.reporting import problem
from graph.records.causal_map import CausalMap
from graph.records.problems import Problem

# Ranges and not `\d`, which also takes the digits of other scripts: they look right and lead nowhere.
_PORT = "0*(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"
FORMS = {
    "doi": (re.compile(r"10\.[0-9]{4,9}/[^\s<>\"{}\\]+"), "10.1234/abcd, without https://doi.org/"),
    "pmid": (re.compile(r"[1-9][0-9]{0,8}"), "digits only"),
    "pmcid": (re.compile(r"PMC[0-9]{1,9}"), "PMC and digits"),
    # Of the host only letters, digits, dots and hyphens: what stands before an `@` would pass for the host.
    "url": (
        re.compile(
            r"https?://(?=[A-Za-z0-9.-]{1,253}(?:[:/?#]|$))"
            r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.?"
            rf"(?::{_PORT})?(?:[/?#][^\s<>\"'{{}}\\]*)?"
        ),
        "an address that begins with https:// and the name of its host",
    ),
}
XREF = re.compile(r"(CHEBI|MONDO|HP|GO|MESH|NCIT|DRUGBANK|NCBIGene|NCBITaxon|EFO|ICD10CM|maxo):[A-Za-z0-9.]+")


def identifiers_are_well_formed(causal_map: CausalMap) -> Iterator[Problem]:
    """DOI, PMID, PMCID and ontology ids look as their registries write them."""
    for reference in causal_map.references:
        for field, (form, example) in FORMS.items():
            value = getattr(reference, field)
            if value is not None and not form.fullmatch(value):
                what = f"{value!r} is not a {field.upper()}"
                yield problem(causal_map, ("reference", reference.id, field), what, f"write {example}")
    for node in causal_map.nodes:
        for index, xref in enumerate(node.xrefs):
            if not XREF.fullmatch(xref):
                where = ("node", node.id, "xrefs", str(index))
                yield problem(causal_map, where, f"{xref!r} is not an ontology id", "write PREFIX:id")


def identifiers_are_unique(causal_map: CausalMap) -> Iterator[Problem]:
    """No two references share a DOI, a PMID or a PMCID."""
    for field in ("doi", "pmid", "pmcid"):
        form, _ = FORMS[field]
        owner: dict[str, str] = {}
        for reference in causal_map.references:
            value = getattr(reference, field)
            if value is None or not form.fullmatch(value):
                continue
            other = owner.setdefault(value.casefold(), reference.id)
            if other != reference.id:
                what = f"{field.upper()} {value} already belongs to {other!r}"
                yield problem(
                    causal_map, ("reference", reference.id, field), what, "keep one record of the paper"
                )
