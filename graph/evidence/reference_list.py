"""The references of a map, each with the steps it bears on: searched, filtered and sorted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from graph.records.causal_map import CausalMap
from graph.records.display import Shown, quoted
from graph.records.edge import Edge, Evidence
from graph.records.reference import Reference
from graph.records.vocabulary import Direction, Population, StudyType
from graph.records.wording import counted
from graph.search.normalise import normalise

T = TypeVar("T", StudyType, Population, Direction)

SORTS = ("author", "year", "type", "steps")
LONGEST_SEARCH = 120


@dataclass(frozen=True)
class Use:
    """One finding of a reference on one edge."""

    edge: Edge
    item: Evidence


@dataclass(frozen=True, repr=False)
class Entry(Shown):
    """A reference with all its uses on the map."""

    reference: Reference
    uses: tuple[Use, ...]
    words: str

    def in_short(self) -> str:
        """Its reference, and how often it is used."""
        return f"{quoted(self.reference.id)}: {counted(len(self.uses), 'use')}"

    def towards(self, direction: Direction) -> int:
        """On how many steps it points in one direction."""
        return sum(use.item.direction is direction for use in self.uses)


@dataclass(frozen=True)
class Selection:
    """What is asked of the list of references; empty fields ask for everything.

    Attributes:
        search: words that must all occur in title, authors, journal, findings or names of the steps.
        study_type: a study type.
        population: whom or what was studied.
        direction: a direction that at least one finding has.
        sort: one of ``author``, ``year``, ``type``, ``steps``; a leading ``-`` turns it round.
    """

    search: str = ""
    study_type: StudyType | None = None
    population: Population | None = None
    direction: Direction | None = None
    sort: str = "author"

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Selection:
        """A selection from the parameters of an address; what is not known there asks for everything."""
        sort = query.get("sort", "")
        return cls(
            " ".join(query.get("q", "").split())[:LONGEST_SEARCH],
            _word(StudyType, query.get("type")),
            _word(Population, query.get("population")),
            _word(Direction, query.get("direction")),
            sort if sort.removeprefix("-") in SORTS else "author",
        )

    def query(self) -> dict[str, str]:
        """The selection as parameters of an address; what is usual is left out."""
        said = {
            "q": self.search,
            "type": self.study_type or "",
            "population": self.population or "",
            "direction": self.direction or "",
            "sort": "" if self.sort == "author" else self.sort,
        }
        return {key: str(value) for key, value in said.items() if value}

    @cached_property
    def terms(self) -> list[str]:
        """The words looked for, normalised."""
        return normalise(self.search).split()


def _word(known: type[T], asked: str | None) -> T | None:
    return next((word for word in known if word == asked), None)


@lru_cache(maxsize=8)
def entries(causal_map: CausalMap) -> tuple[Entry, ...]:
    """All references of the map with their uses, in the order of their first author."""
    uses: dict[str, list[Use]] = {reference.id: [] for reference in causal_map.references}
    for edge in causal_map.edges:
        for item in edge.evidence:
            uses[item.ref].append(Use(edge, item))
    found = [_entry(causal_map, reference, tuple(uses[reference.id])) for reference in causal_map.references]
    return tuple(sorted(found, key=_by_author))


def _entry(causal_map: CausalMap, reference: Reference, uses: tuple[Use, ...]) -> Entry:
    parts = [reference.title, reference.journal or "", str(reference.year or ""), *reference.authors]
    for use in uses:
        ends = (causal_map.node[use.edge.source].name, causal_map.node[use.edge.target].name)
        parts += [use.item.finding, *ends]
    return Entry(reference, uses, normalise(" ".join(parts)))


def select(causal_map: CausalMap, selection: Selection) -> list[Entry]:
    """The entries that fit a selection, in its order."""
    found = [entry for entry in entries(causal_map) if _fits(entry, selection)]
    backwards = selection.sort.startswith("-")
    return sorted(found, key=_KEYS[selection.sort.removeprefix("-")], reverse=backwards)


def _fits(entry: Entry, asked: Selection) -> bool:
    reference = entry.reference
    return (
        (asked.study_type is None or reference.study_type is asked.study_type)
        and (asked.population is None or reference.population is asked.population)
        and (asked.direction is None or entry.towards(asked.direction) > 0)
        and all(term in entry.words for term in asked.terms)
    )


def _by_author(entry: Entry) -> tuple[str, int, str]:
    reference = entry.reference
    first = reference.authors[0] if reference.authors else reference.title
    return normalise(first), reference.year or 0, reference.id


_KEYS: dict[str, Callable[[Entry], Any]] = {
    "author": _by_author,
    "year": lambda entry: (entry.reference.year or 0, _by_author(entry)),
    "type": lambda entry: (list(StudyType).index(entry.reference.study_type), _by_author(entry)),
    "steps": lambda entry: (len(entry.uses), _by_author(entry)),
}
