"""Whatever a title says, it stays inside its comment, and no control character leaves with it."""

from __future__ import annotations

import json

import pytest

from graph import CausalMap
from graph.formats import (
    SUBGRAPH_FORMATS,
    to_bibtex,
    to_cytoscape,
    to_dagitty,
    to_dot,
    to_mermaid,
    to_ris,
)
from graph.formats.comments import comment_lines
from tests.graph.formats.samples import ENDS, spoilt, titled


@pytest.mark.parametrize("end", ENDS)
def test_a_line_break_in_a_title_ends_no_comment(four_nodes: CausalMap, end: str) -> None:
    words = f"{end}evil"
    subgraph = spoilt(four_nodes, words)
    for write in (to_mermaid, to_dot, to_dagitty):
        assert [line for line in write(subgraph).splitlines() if line.startswith("evil")] == []
    note = "; ".join(subgraph.notes)
    for write_references in (to_bibtex, to_ris):
        lines = write_references(subgraph.references, note=note).splitlines()
        assert [line for line in lines if line.startswith("evil")] == []


@pytest.mark.parametrize("name", SUBGRAPH_FORMATS)
@pytest.mark.parametrize("code", [0x00, 0x1B, 0x7F, 0x9B, 0xFFFF])
def test_no_format_carries_a_control_character(four_nodes: CausalMap, name: str, code: int) -> None:
    if name == "cytoscape":
        assert json.loads(to_cytoscape(spoilt(four_nodes, chr(code))))  # JSON writes controls as escapes
        return
    assert chr(code) not in SUBGRAPH_FORMATS[name](spoilt(four_nodes, chr(code)))


@pytest.mark.parametrize("write", [to_bibtex, to_ris])
def test_no_format_for_references_carries_a_control_character(write) -> None:  # type: ignore[no-untyped-def]
    reference = titled("A\0 title\x1b[31m").model_copy(update={"doi": "10.1/a\nb\x1b", "authors": ("A\0 B",)})
    text = write([reference], note="A\x1b note")
    assert [char for char in text if not char.isprintable() and char not in "\r\n"] == []


def test_a_comment_is_one_line_with_what_would_end_it_taken_apart() -> None:
    assert comment_lines(["a\nb */ c"], "/*", "*/", instead={"*/": "* /"}) == ["/* a b * / c */"]
    assert comment_lines(["", "a\u2028b"], "//") == ["//", "// a b"]
