"""Finding nodes of the shipped map by what people type."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from graph import CausalMap, Node, UnknownNode, find, resolve, suggest
from tests.shipped import B12


@pytest.fixture(scope="module")
def shipped() -> CausalMap:
    return B12


def words_of(node: Node) -> list[str]:
    return [node.id, node.name, node.clinical or node.name, node.claim, *node.synonyms]


def slips(word: str) -> Iterator[str]:
    """The word with one letter dropped, doubled, or swapped with the next."""
    for at, letter in enumerate(word):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + letter + word[at:]
        if word[at + 1 : at + 2] not in ("", letter):
            yield word[:at] + word[at + 1] + letter + word[at + 2 :]


def typos(text: str) -> Iterator[str]:
    """The text with one slip in one of its longer words."""
    for word in re.finditer(r"[^\W\d_]{6,}", text):
        for slip in slips(word.group()):
            yield text[: word.start()] + slip + text[word.end() :]


def test_every_id_name_and_synonym_leads_to_its_own_node(shipped: CausalMap) -> None:
    lost = [
        (words, node.id)
        for node in shipped.nodes
        for words in words_of(node)
        if resolve(shipped, words) != node.id
    ]
    assert lost == []


def test_every_id_name_and_synonym_finds_its_own_node_first(shipped: CausalMap) -> None:
    spoken = [(words, node.id) for node in shipped.nodes for words in words_of(node)]
    assert [(words, name) for words, name in spoken if find(shipped, words)[0].id != name] == []


@pytest.mark.parametrize(
    "change", [str.upper, str.title, "  {}  ".format, "{}!".format, lambda text: text.replace(" ", "-")]
)
def test_the_way_a_name_is_written_does_not_matter(shipped: CausalMap, change) -> None:  # type: ignore[no-untyped-def]
    assert [node.id for node in shipped.nodes if resolve(shipped, change(node.name)) != node.id] == []


def test_the_beginning_of_a_name_finds_it_among_the_first_five(shipped: CausalMap) -> None:
    lost = [
        node.id
        for node in shipped.nodes
        if len(node.name) > 8
        and node.id not in [match.id for match in find(shipped, node.name[:-3], limit=5)]
    ]
    assert lost == []


def test_any_longer_word_of_a_name_finds_the_node(shipped: CausalMap) -> None:
    spoken = [(node.id, word) for node in shipped.nodes for word in re.findall(r"[^\W\d_]{5,}", node.name)]
    lost = [
        (name, word) for name, word in spoken if name not in {m.id for m in find(shipped, word, limit=99)}
    ]
    assert lost == []


def test_a_slip_in_a_long_word_still_finds_the_node(shipped: CausalMap) -> None:
    # Measured on the map of November 2026: of 3,089 slips all among the first three, 99.1 % first.
    tried = [(node.id, typo) for node in shipped.nodes for typo in typos(node.name)][::3]
    ranked = [(name, [match.id for match in find(shipped, typo, limit=3)]) for name, typo in tried]
    assert len(tried) > 900
    assert sum(name in found for name, found in ranked) / len(tried) >= 0.995
    assert sum(found[:1] == [name] for name, found in ranked) / len(tried) >= 0.97


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pins and needles", "paraesthesia"),
        ("pins and needels", "paraesthesia"),
        ("homocistein", "homocysteine"),
        ("metformine", "metformin"),
        ("neuropaty", "peripheral-neuropathy"),
        ("sarcopnia", "sarcopenia"),
        ("laughing gas", "nitrous-oxide"),
        ("anemia", "haemoglobin"),
        ("delivery oxygen", "oxygen-delivery"),
        ("tired", "fatigue"),
    ],
)
def test_what_people_type_finds_what_they_mean(shipped: CausalMap, typed: str, meant: str) -> None:
    assert find(shipped, typed)[0].id == meant


NOTHING = [
    "",
    "   ",
    "?!",
    "↑",
    "😀",
    "xyzzy",
    "qqqqqq",
    "zz",
    "<img src=x onerror=alert(1)>",
    "'; DROP TABLE nodes; --",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_text_that_is_like_nothing_finds_nothing(shipped: CausalMap, text: str) -> None:
    assert find(shipped, text) == []


@pytest.mark.parametrize(
    "text", [*NOTHING, "metformine", "a" * 100_000, "\x00", "\ud800", "../../etc/passwd", "%s%n{0}"]
)
def test_an_unknown_text_is_never_guessed_at(shipped: CausalMap, text: str) -> None:
    with pytest.raises(UnknownNode) as raised:
        resolve(shipped, text)
    assert raised.value.text == text
    assert len(str(raised.value)) < 400


def test_an_unknown_text_is_told_with_what_comes_near(shipped: CausalMap) -> None:
    with pytest.raises(
        UnknownNode, match=r"Nothing on this map is called 'metformine'\. Did you mean Metformin"
    ):
        resolve(shipped, "metformine")


def test_an_unknown_text_that_is_like_nothing_has_no_suggestion(shipped: CausalMap) -> None:
    with pytest.raises(UnknownNode) as raised:
        resolve(shipped, "xyzzy")
    assert str(raised.value) == "Nothing on this map is called 'xyzzy'."


# The words of a letter, none of them about what the map is about.
LETTER = """yesterday morning guitar football thyroid window garden brother holiday weather village mountain
kitchen picture thunder station market bicycle summer winter chicken orange purple ticket school teacher"""


def test_nearly_every_word_is_offered_something_near(shipped: CausalMap) -> None:
    words = LETTER.split()
    assert [word for word in words if not suggest(shipped, word)] == []
    assert max(len(suggest(shipped, word)) for word in words) == 3


@pytest.mark.parametrize(
    "text", ["", "?!", "↑", "😀", "xyzzy", "qqqqqq", "zz", "lkjhgf", "asdfgh", "xqzw jkvb"]
)
def test_gibberish_is_offered_nothing(shipped: CausalMap, text: str) -> None:
    assert suggest(shipped, text) == []


def test_a_very_long_text_is_read_at_its_beginning_only(shipped: CausalMap) -> None:
    assert find(shipped, "metformin " + "x" * 1_000_000)[0].id == "metformin"


@pytest.mark.parametrize("limit", [0, 1, 5, 1000, -3])
def test_no_more_matches_than_asked_for_each_node_once_best_first(shipped: CausalMap, limit: int) -> None:
    found = find(shipped, "muscle", limit=limit)
    assert len(found) <= max(0, limit)
    assert len({match.id for match in found}) == len(found)
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert all(0 < match.score <= 100 for match in found)
    assert found == find(shipped, "muscle", limit=1000)[: max(0, limit)]


def test_a_match_names_the_word_that_fitted(shipped: CausalMap) -> None:
    match = find(shipped, "laughing gas")[0]
    assert (match.matched.casefold(), match.kind, match.score) == ("laughing gas", "risk-factor", 100.0)
    assert match.name == shipped.node["nitrous-oxide"].name


def test_a_word_of_change_does_not_get_in_the_way(shipped: CausalMap) -> None:
    assert find(shipped, "raised homocysteine")[0].id == "homocysteine"
    assert find(shipped, "poor memory")[0].id == find(shipped, "memory")[0].id
    match = find(shipped, "too little nerve conduction")[0]
    assert (match.id, match.score) == ("nerve-conduction", 98.0)


def test_a_text_too_long_for_any_name_is_unknown_and_is_not_worked_on() -> None:
    with pytest.raises(UnknownNode):
        resolve(B12, "a" + "\u0315" * 200_000 + "\u0300" * 200_000)
