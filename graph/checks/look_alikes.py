"""A word has the letters of one script: a Cyrillic a in a Latin word looks right and is not found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from graph.checks.reporting import problem
from graph.records.causal_map import CausalMap
from graph.records.problems import Problem

LIKE_LATIN = ("CYRILLIC", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU", "FULLWIDTH", "MATHEMATICAL")
"""Scripts, as Unicode names letters, whose letters are taken for Latin ones."""

# Symbols of science join Greek to Latin letters (TNFα, IFNγ), so of Greek only those that are drawn alike.
GREEK_LIKE_LATIN = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")

_WORD = re.compile(r"[^\W\d_]+")


def words_are_of_one_script(causal_map: CausalMap) -> Iterator[Problem]:
    """No name or title has a letter of another script in a Latin word."""
    for where, text in _names(causal_map):
        for word in _WORD.findall(text):
            odd = next((letter for letter in word if _looks_latin(letter)), None)
            if odd and any(_is_latin(letter) for letter in word):
                what = f"{odd!r} in {word!r} is no Latin letter ({unicodedata.name(odd).lower()})"
                yield problem(causal_map, where, what, "type the word anew")


def _names(causal_map: CausalMap) -> Iterator[tuple[tuple[str, ...], str]]:
    """What people search for or cite, each with its place."""
    header = causal_map.header
    yield ("map", "title"), header.title
    for group in ("lanes", "routes"):
        for index, record in enumerate(getattr(header, group)):
            yield ("map", group, str(index), "name"), record.name
    for node in causal_map.nodes:
        yield ("node", node.id, "name"), node.name
        if node.clinical is not None:
            yield ("node", node.id, "clinical"), node.clinical
        for index, synonym in enumerate(node.synonyms):
            yield ("node", node.id, "synonyms", str(index)), synonym
    for reference in causal_map.references:
        yield ("reference", reference.id, "title"), reference.title
        for index, author in enumerate(reference.authors):
            yield ("reference", reference.id, "authors", str(index)), author
    for tour in causal_map.tours:
        yield ("tour", tour.id, "title"), tour.title


@lru_cache(maxsize=4096)
def _looks_latin(letter: str) -> bool:
    if letter.isascii():
        return False
    return letter in GREEK_LIKE_LATIN or unicodedata.name(letter, "").startswith(LIKE_LATIN)


@lru_cache(maxsize=4096)
def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")
