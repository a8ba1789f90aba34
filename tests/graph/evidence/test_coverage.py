from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.evidence.coverage import Stretch, longest_stretch
from graph.records.edge import Edge, Evidence
from tests.graph.drawn_maps import an_edge


def steps_of(*studies: str, direction: str = "supports") -> list[Edge]:
    """One step for each word; its letters are the studies that support it, and ``-`` is one that does not."""
    steps = []
    for number, letters in enumerate(studies):
        items = [
            Evidence(ref=letter, direction=direction, directness="this-step", finding="F.")
            for letter in letters.replace("-", "")
        ]
        items.append(Evidence(ref="other", direction="neutral", directness="this-step", finding="F."))
        steps.append(an_edge(f"n{number}", f"n{number + 1}").model_copy(update={"evidence": tuple(items)}))
    return steps


@pytest.mark.parametrize(
    ("studies", "stretch"),
    [
        (["a", "a", "a"], Stretch("a", 1, 3)),
        (["a", "b", "c"], None),
        (["a", "-", "a"], None),
        (["a", "ab", "b", "b"], Stretch("b", 2, 4)),
        (["ab", "ab", "c"], Stretch("a", 1, 2)),
        (["a", "a", "b", "b"], Stretch("a", 1, 2)),
        (["a"], None),
        ([], None),
    ],
)
def test_the_longest_stretch_is_the_first_longest_run_of_one_study(
    studies: list[str], stretch: Stretch | None
) -> None:
    assert longest_stretch(steps_of(*studies)) == stretch


@pytest.mark.parametrize("direction", ["disputes", "neutral"])
def test_a_study_that_does_not_support_covers_nothing(direction: str) -> None:
    assert longest_stretch(steps_of("a", "a", direction=direction)) is None


@given(st.lists(st.sets(st.sampled_from("abc")), max_size=7))
def test_the_stretch_is_as_long_as_the_longest_run_by_brute_force(sets: list[set[str]]) -> None:
    runs = [
        last - first + 1
        for first in range(len(sets))
        for last in range(first + 1, len(sets))
        for study in "abc"
        if all(study in each for each in sets[first : last + 1])
    ]
    stretch = longest_stretch(steps_of(*("".join(sorted(each)) for each in sets)))
    assert (stretch.length if stretch else None) == max(runs, default=None)
    assert stretch is None or all(stretch.ref in each for each in sets[stretch.first - 1 : stretch.last])
