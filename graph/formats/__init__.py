"""Text formats that other programs read: one file each, a function ``to_x`` from records to text.

Each format carries the disclaimer of the map where the format has a place for it, and nothing that the
records do not say: a reference without an identifier is exported without one.
"""

from graph.formats.bibtex import to_bibtex
from graph.formats.csl_json import to_csl_json
from graph.formats.ris import to_ris

REFERENCE_FORMATS = {
    "bibtex": (to_bibtex, "bib", "application/x-bibtex"),
    "ris": (to_ris, "ris", "application/x-research-info-systems"),
    "csl-json": (to_csl_json, "json", "application/vnd.citationstyles.csl+json"),
}
"""Formats for references: the writer, the ending of the file, the media type."""

__all__ = ["REFERENCE_FORMATS", "to_bibtex", "to_csl_json", "to_ris"]
