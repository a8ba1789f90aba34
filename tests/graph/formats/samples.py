"""References whose fields hold what breaks files, and what any reader of a file must find again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import strategies as st

from graph.records.reference import Reference

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


@st.composite
def samples(draw: st.DrawFn) -> list[Sample]:
    """Some references with different ids, of every type, with every field now here and now missing."""
    ids = draw(st.lists(st.from_regex(r"[a-z]{1,8}[0-9]{0,4}", fullmatch=True), max_size=4, unique=True))
    return [draw(a_sample(key)) for key in ids]


@st.composite
def a_sample(draw: st.DrawFn, key: str = "key2001") -> Sample:
    """One reference."""
    person = st.tuples(st.sampled_from(FAMILIES), st.sampled_from(INITIALS))
    body = st.tuples(st.sampled_from(BODIES), st.just(""))
    authors = tuple(draw(st.lists(person | body, max_size=3)))
    reference = Reference(
        id=key,
        type=draw(st.sampled_from(["article-journal", "webpage", "report"])),
        title=draw(TEXTS),
        authors=tuple(f"{name} {initials}".strip() for name, initials in authors),
        more_authors=bool(authors) and draw(st.booleans()),
        year=draw(st.none() | st.integers(1800, 2100)),
        journal=draw(st.none() | TEXTS),
        volume=draw(st.none() | st.sampled_from(["5", "12 Suppl 1", "A_1"])),
        issue=draw(st.none() | st.sampled_from(["4", "3-4", "1 & 2"])),
        pages=draw(st.none() | st.sampled_from(["1-9", "e22-e23", "300-307.e2", "CD004573", "3302-"])),
        doi=draw(st.none() | st.sampled_from(DOIS)),
        pmid=draw(st.none() | st.from_regex(r"[1-9][0-9]{0,7}", fullmatch=True)),
        pmcid=draw(st.none() | st.from_regex(r"PMC[1-9][0-9]{0,6}", fullmatch=True)),
        url=draw(st.none() | st.sampled_from(URLS)),
        study_type="cohort",
        population="human",
    )
    return Sample(reference, authors)


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
