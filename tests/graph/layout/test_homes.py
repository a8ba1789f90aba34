"""Guests that are shown together have homes of their own, and those that never are share few."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from graph.layout.guests import place_guests
from graph.layout.homes import MOST_HOMES, Home, find_homes
from graph.layout.kept_places import lay_out_with_places
from graph.layout.specs import BoxSpec


def guests(count: int, lane: str = "only") -> list[BoxSpec]:
    return [BoxSpec(f"guest-{at:02}", lane, f"Claim {at}", "box") for at in range(count)]


def shared(homes: list[Home]) -> set[tuple[str, str]]:
    return {pair for home in homes for pair in combinations(sorted(home.guests), 2)}


def homes_of(count: int, company: dict[tuple[int, int], float]) -> list[Home]:
    boxes = guests(count)
    named = {(boxes[one].id, boxes[other].id): share for (one, other), share in company.items()}
    return find_homes(boxes, {box.id: 20.0 for box in boxes}, named)


pairs = st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]))


@given(pairs)
def test_every_guest_has_one_home_and_a_lane_keeps_few(together: set[tuple[int, int]]) -> None:
    homes = homes_of(10, dict.fromkeys(together, 0.5))
    assert sorted(name for home in homes for name in home.guests) == [box.id for box in guests(10)]
    assert 2 <= len(homes) <= MOST_HOMES


def test_guests_that_are_shown_together_have_homes_of_their_own() -> None:
    ring = {(0, 1): 0.1, (1, 2): 0.1, (2, 3): 0.1, (3, 4): 0.1, (0, 4): 0.1}
    homes = homes_of(5, ring)
    assert len(homes) == 3
    assert shared(homes).isdisjoint({(f"guest-{one:02}", f"guest-{other:02}") for one, other in ring})


def test_guests_that_are_hardly_ever_shown_together_may_share() -> None:
    often = homes_of(6, dict.fromkeys(combinations(range(6), 2), 0.1))
    hardly = homes_of(6, dict.fromkeys(combinations(range(6), 2), 0.001))
    assert len(hardly) < len(often) == MOST_HOMES


def test_where_places_are_short_those_share_that_meet_least() -> None:
    company = dict.fromkeys(combinations(range(6), 2), 0.3) | {(2, 4): 0.01}
    assert shared(homes_of(6, company)) == {("guest-02", "guest-04")}


def test_lanes_keep_places_of_their_own() -> None:
    boxes = [*guests(3, "one"), BoxSpec("other", "two", "Claim", "box")]
    homes = find_homes(boxes, {box.id: 20.0 for box in boxes}, {})
    assert {home.lane for home in homes if "other" in home.guests} == {"two"}
    assert all(home.lane == "one" for home in homes if "other" not in home.guests)


def test_a_high_guest_gets_the_place_that_alone_is_high_enough_whoever_came_before() -> None:
    high = BoxSpec("high", "one", "Propionyl-CoA and odd-chain fats of every length ↑", "ellipse")
    low = BoxSpec("low", "one", "Falls", "box")
    third = BoxSpec("third", "one", "Sight", "box")
    kept = lay_out_with_places(["one"], [], [], [high, low, third], [], {("low", "third"): 0.5})
    for first in ("low", "third"):
        assert place_guests(kept, [first, "high"]).keys() == {first, "high"}
