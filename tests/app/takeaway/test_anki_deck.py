"""The deck, imported into a collection of Anki itself."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from anki.collection import Card, Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest, Note

from app.takeaway.anki_deck import to_anki
from graph import Lecture, causal_paths, lecture_of_path, lecture_of_tour, load_map
from graph.records.vocabulary import Certainty, Directness
from tests.app.takeaway.printed import hostile, one_step, path_lecture, told, tour_lectures
from tests.graph.joined import joined
from tests.graph.small_maps import changed, written
from tests.shipped import B12

YESTERDAY, TODAY = 1_790_000_000.0, 1_790_086_400.0
LECTURES: dict[str, Callable[[], Lecture]] = {
    "a path": lambda: path_lecture("metformin"),
    "a contested path": lambda: path_lecture("homocysteine"),
    **{"one step": one_step, "a told tour": told, "hostile": hostile},
    **{name: lambda name=name: tour_lectures()[name] for name in tour_lectures()},
}


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture(scope="module", params=LECTURES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def lecture(name: str) -> Lecture:
    return LECTURES[name]()


@pytest.fixture(scope="module")
def learned_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Collection]]:
    """A collection for each lecture with its deck in it, imported once for all who only look at it."""
    opened: dict[str, Collection] = {}

    def of(name: str) -> Collection:
        if name not in opened:
            opened[name] = Collection(str(tmp_path_factory.mktemp("learned") / "collection.anki2"))
            learn(opened[name], to_anki(LECTURES[name]()))
        return opened[name]

    yield of
    for collection in opened.values():
        collection.close()


@pytest.fixture
def learned(learned_of: Callable[[str], Collection], name: str) -> Collection:
    """The collection of the lecture."""
    return learned_of(name)


def learn(collection: Collection, deck: bytes) -> dict[str, int]:
    """Import a deck as a person would; how many notes were new, updated and left alone."""
    with tempfile.NamedTemporaryFile(suffix=".apkg") as file:
        file.write(deck)
        file.flush()
        request = ImportAnkiPackageRequest(package_path=file.name, options=ImportAnkiPackageOptions())
        log = collection.import_anki_package(request).log
    refused = len(log.conflicting) + len(log.first_field_match) + len(log.missing_notetype)
    return {"new": len(log.new), "updated": len(log.updated), "same": len(log.duplicate), "refused": refused}


def notes(collection: Collection, search: str = "") -> list[Note]:
    return [collection.get_note(note) for note in collection.find_notes(search)]


def cards(collection: Collection, search: str = "") -> list[Card]:
    return [collection.get_card(card) for card in collection.find_cards(search, order="c.due, c.ord")]


class _Words(HTMLParser):
    """What a person reads of a card, and its tags."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: set[str] = set()
        self.feed(re.sub(r"<style>.*?</style>", "", markup, flags=re.DOTALL))

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)


def read(markup: str) -> str:
    return squeeze("".join(_Words(markup).said))


def squeeze(words: str) -> str:
    """A text without spaces and without the signs that no card can show."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]", "", words)


def test_each_arrow_gives_three_cards_and_each_question_one(learned: Collection, lecture: Lecture) -> None:
    asked = len(lecture.stops) - len(lecture.arrows)
    assert len(notes(learned, "tag:therefore::step")) == len(lecture.edges)
    assert len(cards(learned, "tag:therefore::step")) == 3 * len(lecture.edges)
    assert len(cards(learned, "tag:therefore::question")) == asked
    assert len(cards(learned)) == 3 * len(lecture.edges) + asked + 2


def test_the_cards_come_in_the_order_in_which_the_chain_is_told(
    learned: Collection, lecture: Lecture
) -> None:
    fronts = [read(card.question()) for card in cards(learned)]
    at = 1
    for stop in lecture.stops:
        if stop.source is None:
            assert fronts[at].startswith(squeeze(stop.words))
            at += 1
        else:
            assert fronts[at].startswith(squeeze(stop.source.claim))
            assert all(front.startswith(squeeze(stop.heading)) for front in fronts[at + 1 : at + 3])
            at += 3
    assert fronts[at].startswith(squeeze(lecture.title))


def test_a_step_says_what_follows_how_certain_it_is_and_why(learned: Collection, lecture: Lecture) -> None:
    deck = cards(learned, "tag:therefore::step")
    for place, stop in enumerate(lecture.arrows):
        assert stop.edge is not None
        assert stop.target is not None
        follows, certain, why = (read(card.answer()) for card in deck[3 * place : 3 * place + 3])
        edge = stop.edge
        certainty = squeeze(", ".join(edge.known)).capitalize()
        words = joined(lecture.map, edge, lecture.map.level).words
        course = f"claimed: {words}" if edge.status.denies else f"takes {edge.onset.label}"
        if edge.directness is Directness.DEFINITION:
            course = edge.directness.label
        for said in (stop.target.claim, edge.plain, edge.detail, course):
            assert squeeze(said) in follows
        doubt = [edge.doubt.definition] if edge.doubt else []
        for said in (edge.certainty.definition, *doubt):
            assert squeeze(said) in certain
        for said in (edge.why, edge.uncertainty, edge.why_differ or ""):
            assert squeeze(said) in why
        assert certainty in follows
        assert certainty in certain


@pytest.mark.parametrize("tour", tour_lectures())
def test_a_question_does_not_give_its_answer_away(learned_of: Callable[[str], Collection], tour: str) -> None:
    lecture, collection = tour_lectures()[tour], learned_of(tour)
    fronts = [read(card.question()) for card in cards(collection, 'card:"What follows"')]
    for front, stop in zip(fronts, lecture.arrows, strict=True):
        assert stop.target is not None
        assert squeeze(stop.target.claim) not in front


def test_the_certainty_is_asked_before_it_is_told(learned_of: Callable[[str], Collection]) -> None:
    collection = learned_of("a told tour")
    for card in cards(collection, 'card:"How certain"'):
        assert not any(f"{tier.label}certainty" in read(card.question()).lower() for tier in Certainty)


def test_each_card_carries_its_references_version_date_and_disclaimer(
    learned: Collection, lecture: Lecture
) -> None:
    _, about, disclaimer = lecture.subgraph.notes
    for card in cards(learned):
        answer = read(card.answer())
        assert squeeze(about) in answer
        assert squeeze(disclaimer) in answer
        assert "References" in answer
    for stop, note in zip(lecture.arrows, notes(learned, "tag:therefore::step"), strict=True):
        assert stop.edge is not None
        cited = [lecture.map.reference[item.ref] for item in stop.edge.evidence]
        shown = read(note["References"])
        assert all(squeeze(reference.title) in shown for reference in cited)
        assert note["References"].count("<li>") == len(cited)
    (chain,) = notes(learned, "tag:therefore::chain")
    assert chain["References"].count("<li>") == len(lecture.subgraph.references)


def test_an_identifier_is_linked_and_a_missing_one_is_not_made_up(
    learned_of: Callable[[str], Collection],
) -> None:
    collection = learned_of("a path")
    shown = " ".join(note["References"] for note in notes(collection))
    for reference in path_lecture("metformin").subgraph.references:
        if reference.doi:
            assert reference.doi in unescape(shown)
    linked = set(re.findall(r">doi:(.*?)<", unescape(shown)))
    assert linked <= {reference.doi for reference in B12.references}


def test_the_last_card_tells_the_whole_chain_and_its_trap(learned: Collection, lecture: Lecture) -> None:
    answer = read(cards(learned)[-1].answer())
    told_in_order = [answer.index(squeeze(stop.heading)) for stop in lecture.arrows]
    assert told_in_order == sorted(told_in_order)
    for said in (lecture.caution, *(point.point for point in lecture.key_points)):
        assert squeeze(said) in answer


def test_the_deck_says_what_it_is_and_what_its_words_and_signs_mean(
    learned: Collection, lecture: Lecture
) -> None:
    deck = learned.decks.get(cards(learned)[0].did)
    assert deck is not None
    shown = read(str(deck["desc"]))
    for tier in Certainty:
        assert squeeze(f"{tier.label}: {tier.definition}") in shown
    for said in (*lecture.subgraph.notes, lecture.lead, "⊣ works against"):
        assert squeeze(said) in shown
    assert squeeze(str(deck["name"])) == squeeze(
        "::".join(name.replace("::", ": ") for name in (lecture.map.header.title, lecture.title))
    )


def test_words_of_a_map_are_never_markup_nor_anything_that_anki_plays(
    learned_of: Callable[[str], Collection],
) -> None:
    collection = learned_of("hostile")
    for card in cards(collection):
        for markup in (card.question(), card.answer()):
            assert "script" not in _Words(markup).tags
            assert 'class="tex2jax_ignore"' in markup
            assert "[" not in re.sub(r"<style>.*?</style>", "", markup, flags=re.DOTALL)


def test_a_second_import_brings_new_words_and_doubles_nothing(collection: Collection, tmp_path: Path) -> None:
    old = load_map(written(tmp_path / "old"))
    files = changed("edges/all.yaml", "Salt stunts the crops.", "Salt makes the crops small.")
    files = changed("tours/all.yaml", "Where does the salt go?", "And the salt?", files)
    new = load_map(written(tmp_path / "new", files))
    first = learn(collection, to_anki(lecture_of_tour(old, old.tours[0]), YESTERDAY))
    assert first == {"new": 6, "updated": 0, "same": 0, "refused": 0}
    studied = cards(collection)[2]
    collection.sched.set_due_date([studied.id], "5")
    second = learn(collection, to_anki(lecture_of_tour(new, new.tours[0]), TODAY))
    assert second == {"new": 0, "updated": 6, "same": 0, "refused": 0}
    assert len(cards(collection)) == 12
    plain = [note["Plain"] for note in notes(collection, "tag:therefore::step")]
    assert "Salt makes the crops small." in plain
    assert "Salt stunts the crops." not in plain
    assert [note["Front"] for note in notes(collection, "tag:therefore::question")] == ["And the salt?"]
    assert collection.get_card(studied.id).ivl == 5, "what was learned stays"


def test_an_older_file_does_not_undo_a_newer_one(collection: Collection) -> None:
    learn(collection, to_anki(told(), TODAY))
    assert learn(collection, to_anki(told(), YESTERDAY))["updated"] == 0


def test_the_same_arrow_in_two_lectures_is_learned_once(collection: Collection, tmp_path: Path) -> None:
    causal_map = load_map(written(tmp_path / "map"))
    tour = lecture_of_tour(causal_map, causal_map.tours[0])
    path = next(
        path
        for path in causal_paths(causal_map, "drought", "crop-loss", limit=5).paths
        if "salt" in path.nodes
    )
    learn(collection, to_anki(tour, YESTERDAY))
    second = learn(collection, to_anki(lecture_of_path(causal_map, path), TODAY))
    assert second == {"new": 1, "updated": 4, "same": 0, "refused": 0}, "only the chain itself is new"
    steps = sorted(note["Step"] for note in notes(collection, "tag:therefore::step"))
    assert steps == sorted(stop.heading for stop in tour.arrows)


def test_two_paths_between_the_same_ends_share_a_deck_and_keep_their_chains(
    collection: Collection, tmp_path: Path
) -> None:
    causal_map = load_map(written(tmp_path / "map"))
    for path in causal_paths(causal_map, "drought", "crop-loss", limit=2, proposed=True).paths:
        learn(collection, to_anki(lecture_of_path(causal_map, path)))
    assert len(notes(collection, "tag:therefore::chain")) == 2
    assert len({card.did for card in cards(collection)}) == 1


def test_the_same_lecture_and_time_give_the_same_file_and_leave_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert to_anki(told(), TODAY) == to_anki(told(), TODAY)
    assert list(tmp_path.iterdir()) == []
