"""Markup as a browser reads it, and a map that would like to be markup."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from typing import Any

from graph import CausalMap
from graph.records.header import KindWords
from graph.records.vocabulary import Kind

HOSTILE = "<img src=x onerror=alert(1)> \"'> </script><script>alert(2)</script> javascript:alert(3)"
PHRASING = frozenset({"a", "b", "br", "button", "cite", "code", "i", "span", "summary"})
BLOCKS = frozenset(
    {"dd", "details", "div", "dl", "dt", "h1", "h2", "h3", "li", "nav", "ol", "p", "section", "ul"}
)
TABLES = frozenset({"caption", "table", "tbody", "td", "th", "thead", "tr", "rect", "svg"})
FORMS = frozenset({"form", "input", "label", "option", "select"})
OUR_TAGS = PHRASING | BLOCKS | TABLES | FORMS


class Reader(HTMLParser):
    """Collects tags, attributes and text as a browser would."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.links: list[str] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag not in ("br", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, attribute: str) -> list[str]:
        """What an attribute says, wherever it stands."""
        return [attrs[attribute] for _, attrs in self.elements if attribute in attrs]


@cache
def hostile(causal_map: CausalMap) -> CausalMap:
    """The same map with markup in every text, past the checks that would refuse some of it."""
    said = ("name", "plain", "detail", "measured_by", "clinical", "phrase", "inside")
    nodes = tuple(_spoil(node, *said) for node in causal_map.nodes)
    edges = tuple(
        _spoil(
            edge.model_copy(
                update={"evidence": tuple(_spoil(item, "finding", "among") for item in edge.evidence)}
            ),
            *("plain", "detail", "why", "uncertainty", "why_differ", "ending"),
        )
        for edge in causal_map.edges
    )
    references = tuple(
        _spoil(reference.model_copy(update={"authors": (HOSTILE,)}), "title", "journal", "n", "doi")
        for reference in causal_map.references
    )
    routes = tuple(_spoil(route, "name", "about") for route in causal_map.header.routes)
    kinds = tuple(KindWords.model_construct(kind=kind, label=HOSTILE, about=HOSTILE) for kind in Kind)
    header = _spoil(
        causal_map.header.model_copy(update={"routes": routes, "kinds": kinds}),
        *("title", "question", "about", "disclaimer", "version", "date"),
    )
    return CausalMap(header, nodes, edges, references, {}, tuple(map(_spoilt_tour, causal_map.tours)))


def _spoilt_tour(tour: Any) -> Any:
    said = ("words", "question", "answer", "notes")
    steps = tuple(_spoil(step, *(name for name in said if getattr(step, name))) for step in tour.steps)
    points = tuple(_spoil(point, "point") for point in tour.key_points)
    lists = {"questions": (HOSTILE,) * 2, "objectives": (HOSTILE,) * 2, "key_points": points, "steps": steps}
    return _spoil(tour.model_copy(update=lists), "title", "about", "audience")


def _spoil(record: Any, *fields: str) -> Any:
    return record.model_copy(update=dict.fromkeys(fields, HOSTILE))
