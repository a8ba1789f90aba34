"""References and maps whose fields hold what breaks files, and what any reader of a file must find again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from hypothesis import strategies as st

from graph import CausalMap
from graph.paths.subgraph import Subgraph
from graph.records.reference import Reference

# pydot still calls pyparsing by names that it has given up.
PYDOT = pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")

ENDS = ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"]
"""What ends a line, for one reader or another."""

_PARTS = [*ENDS, "*/", "*", "/", "@", "}", '"', "\\", "\0", "\x1b", "a", " ", "\u202e", "\uffff"]
SPOILING = st.lists(st.sampled_from(_PARTS), min_size=3, max_size=14).map("".join)
"""Words that close what a file has open, if it does not mind them."""

HOSTILE = [
    "Half a { brace",
    "Half a } brace",
    "A {whole} pair, an empty {} one and }{ a wrong one",
    "100% of $5 & #1_x ~ y ^ z \\ w",
    "A command: \\input{/etc/passwd} and \\alpha",
    "It ends with a backslash \\",
    "He said \"yes\" and 'no'",
    "} @article{evil, title = {x}}",
    "@article{evil,",
    "% not a comment",
    "ER  - \r\nTY  - JOUR\r\nTI  - evil",
    "Two\nlines,\r\nthree\u2028and four\ttabs",
    "<script>alert(1)</script> <b>bold</b> &amp; &lt;",
    'x"}, {"id": "evil"}]',
    "Über Größe: Łódź, São Paulo, İstanbul, œuvre, ﬁn",
    "α-tocopherol 5′ – µmol — 維生素 B12 💊",
    "e\u0301 combining, \u200bzero width, \u202eright to left",
    "-- --- `` '' ?` !` << >>",
    "and",
    "others",
    "{",
    "\\",
]
"""Titles that somebody may type, or plant."""

FAMILIES = ["Smith", "van Loon", "de la Cruz", "O'Neil", "Müller", "Łukasz-Żak", "Smith and Jones", "Ng, Jr",
            "100% {Real}", "Ben \\ Ari"]  # fmt: skip
INITIALS = ["S", "SL", "BWJH", "J-P", "Ł", "É"]
BODIES = ["WHO", "孫 文", "Health, Care and Co", "The A and B Study Group (C, editor)", "others",
          "R&D {Unit} 100%", "Homocysteine Lowering Trialists' Collaboration"]  # fmt: skip
PRINTED = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1)
TEXTS = st.sampled_from(HOSTILE) | PRINTED.filter(lambda text: text.strip() != "")
DOIS = ["10.1002/ajh.2830340204", "10.1016/0026-0495(94)90198-8", "10.1002/x(1999)34:4%3C1::AID_Y%3E3.0;2-#"]
URLS = ["https://a.example/b?c=d&e=100%25#f_g~h", "http://b.example/"]


@dataclass(frozen=True)
class Sample:
    """A reference, and its authors as a reader must find them: family and initials, or a body's name."""

    reference: Reference
    authors: tuple[tuple[str, str], ...]


PEOPLE = st.sampled_from([*product(FAMILIES, INITIALS), *((body, "") for body in BODIES * 6)])
FIELDS = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["article-journal", "webpage", "report"]),
        "title": TEXTS,
        "more_authors": st.booleans(),
        "year": st.none() | st.integers(1800, 2100),
        "journal": st.none() | TEXTS,
        "volume": st.sampled_from([None, "5", "12 Suppl 1", "A_1"]),
        "issue": st.sampled_from([None, "4", "3-4", "1 & 2"]),
        "pages": st.sampled_from([None, "1-9", "e22-e23", "300-307.e2", "CD004573", "3302-"]),
        "doi": st.sampled_from([None, *DOIS]),
        "pmid": st.none() | st.integers(1, 99_999_999).map(str),
        "pmcid": st.none() | st.integers(1, 9_999_999).map("PMC{}".format),
        "url": st.sampled_from([None, *URLS]),
    }
)


def a_sample(key: str, authors: list[tuple[str, str]], fields: dict[str, Any]) -> Sample:
    """One reference of these authors with these fields."""
    reference = Reference(
        id=key,
        authors=tuple(f"{name} {initials}".strip() for name, initials in authors),
        study_type="cohort",
        population="human",
        **fields | {"more_authors": bool(authors) and fields["more_authors"]},
    )
    return Sample(reference, tuple(authors))


KEYS = st.from_regex(r"[a-z]{1,8}[0-9]{0,4}", fullmatch=True)


def samples() -> st.SearchStrategy[list[Sample]]:
    """Some references with different ids, of every type, with every field now here and now missing."""
    sample = st.builds(a_sample, KEYS, st.lists(PEOPLE, max_size=3), FIELDS)
    return st.lists(sample, max_size=4, unique_by=lambda each: each.reference.id)


def titled(title: str) -> Reference:
    """A reference with this title and little else."""
    return Reference(id="key2001", title=title, study_type="cohort", population="human")


def one_line(text: str | None) -> str | None:
    """A text with each run of white space as one blank, as formats of lines must have it."""
    return None if text is None else " ".join(text.split())


def parted(author: str) -> tuple[str, str]:
    """An author of the shipped map, where nobody has odd initials: family and initials, or a body's name."""
    person = re.fullmatch(r"(.+) ([A-Z]{1,4})", author)
    return (person[1], person[2]) if person else (author, "")


def shipped_samples(references: tuple[Reference, ...]) -> list[Sample]:
    """The references of the shipped map as samples."""
    return [Sample(each, tuple(parted(author) for author in each.authors)) for each in references]


def spoilt(causal_map: CausalMap, words: str) -> Subgraph:
    """The whole map, with words at the end of every text that a format carries."""
    header = causal_map.header
    header = header.model_copy(
        update={key: f"{getattr(header, key)}{words}" for key in ("title", "version", "date", "disclaimer")}
    )
    nodes = tuple(
        node.model_copy(update={key: f"{getattr(node, key)}{words}" for key in ("name", "plain", "detail")})
        for node in causal_map.nodes
    )
    edges = tuple(
        edge.model_copy(
            update={
                "why": f"{edge.why}{words}",
                "plain": f"{edge.plain}{words}",
                "evidence": tuple(
                    item.model_copy(update={"finding": f"{item.finding}{words}"}) for item in edge.evidence
                ),
            }
        )
        for edge in causal_map.edges
    )
    references = tuple(
        reference.model_copy(
            update={"title": f"{reference.title}{words}", "doi": f"10.1/a{words}", "authors": (f"A{words}",)}
        )
        for reference in causal_map.references
    )
    made = CausalMap(header, nodes, edges, references)
    return Subgraph(made, f"Title{words}", nodes, edges, ("drought", "crop-loss"))
