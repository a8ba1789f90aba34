"""A source is named as people name it in a sentence."""

from __future__ import annotations

import pytest

from graph.records.reference import Reference


def source(*authors: str, more: bool = False, year: int | None = 2013) -> Reference:
    """A study by these authors, titled "On B12"."""
    return Reference(
        id="r",
        title="On B12",
        authors=authors,
        more_authors=more,
        year=year,
        study_type="cohort",
        population="human",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Briani C", "Briani"),
        ("Müller J-P", "Müller"),
        ("Öztürk ŞÇ", "Öztürk"),
        ("van der Berg AB", "van der Berg"),
        ("Homocysteine Lowering Trialists' Collaboration", "Homocysteine Lowering Trialists' Collaboration"),
        ("StatPearls (Blazar E, editor)", "StatPearls"),
    ],
)
def test_a_person_is_named_without_initials_and_a_group_in_full(author: str, name: str) -> None:
    assert source(author).short_name == f"{name} 2013"


def test_others_are_others_whether_they_are_named_or_not() -> None:
    assert source("Briani C", "Dalla Torre C").short_name == "Briani et al. 2013"
    assert source("Briani C", more=True).short_name == "Briani et al. 2013"


def test_without_authors_the_title_stands_and_without_a_year_nothing() -> None:
    assert source().short_name == "On B12 2013"
    assert source("Briani C", year=None).short_name == "Briani"
