"""The smallest bad tours of every rule about tours, as ``cases.py`` has them of the other rules."""

from __future__ import annotations

from tests.graph.small_maps import TOURS

TOUR = "tours/all.yaml"

TOUR_CASES: dict[str, list[tuple[str, str, str, str]]] = {
    "tours_tell_real_edges": [
        (
            TOUR,
            "edge: drought--river-flow",
            "edge: drought--river-flo",
            "did you mean 'drought--river-flow'?",
        ),
        (TOUR, "edge: salt--crop-loss", "edge: zzz--zzz", "there is no edge 'zzz--zzz', name an edge as"),
        (TOUR, "edge: salt--crop-loss", "edge: drought--river-flow", "is told twice, keep one of the two"),
        (TOUR, "edge: river-flow--salt", "edge: salt--crop-loss", "joins nothing that was told before"),
        (TOUR, "ref: pots2003", "ref: trial2005", "'trial2005' does not bear on 'river-flow--salt', use"),
        (TOUR, "words: The crops fail., ", "", "nothing is said at 'salt--crop-loss', add `words:`"),
        (TOUR, "words: The crops fail.", "words: S., answer: A.", "`answer` belongs to a question, remove"),
        (TOUR, "answer: It stays., ", "", "the question has no answer, add `answer:`"),
        (TOUR, "answer: It stays.", "answer: A., words: W.", "`words` belongs to an edge, remove it from"),
        (TOUR, "answer: It stays.", "answer: A., ref: pots2003", "`ref` belongs to an edge, remove it from"),
        (TOUR, "{question: Where", "{edge: salt--crop-loss, question: Where", "a step is an edge or a"),
        (TOUR, "edges: [river-flow--salt]", "edges: [river-flow--sal]", "did you mean 'river-flow--salt'?"),
        (TOUR, "edges: [river-flow--salt]", "edges: [river-flow--crop-loss]", "the tour does not tell"),
    ],
    "tours_keep_their_time": [
        (TOUR, "minutes: 9", "minutes: 8", "take 9 minutes, the tour says 8, write `minutes: 9`"),
    ],
    "tours_ask_the_room": [
        (
            TOUR,
            "steps:\n      - {edge: drought--river-flow, words: The river falls., notes: Show the river., "
            "minutes: 2}\n      - {question: Where does the salt go?, answer: It stays., "
            "notes: Wait for a hand., minutes: 1}",
            "steps:\n      - {edge: drought--river-flow, words: W., notes: N., minutes: 3}",
            "'down-the-river' never asks the room, add a step with `question:` and `answer:`",
        ),
        (
            TOUR,
            TOURS[TOURS.index("steps:") :],
            "steps: [{question: Q., answer: A., notes: N., minutes: 9}]\n",
            "'down-the-river' tells no edge, add a step with `edge:`",
        ),
    ],
    "tours_are_written": [
        (
            TOUR,
            "words: The salt stays.",
            "words: 'REWRITE: The salt stays.'",
            "`words` of the tour 'down-the-river' still says REWRITE, write it in your own words",
        ),
        (TOUR, "audience: First-year", "audience: REWRITE First-year", "`audience` of the tour"),
        (TOUR, "[Why does", "[REWRITE Why does", "`questions` of the tour 'down-the-river' still says"),
        (
            TOUR,
            "point: The salt",
            "point: REWRITE The salt",
            "`point` of the tour 'down-the-river' still says",
        ),
    ],
}
