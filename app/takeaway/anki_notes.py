"""The notes of a deck: the certainty words, each arrow, each question to the room, the whole chain.

An arrow is one note with three cards (what follows, how certain, why), told in the words of the map and not
of the lecture. So the same arrow in two lectures is the same note: whoever imports both learns it once, in
the deck that came first. Notes are known by names that do not change with their words:

- an arrow by the map and its id;
- a question by its tour, the arrow told before it, and its place among the questions behind that arrow;
- a chain by its tour, or by the boxes that the path passes through;
- the certainty words by the map.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

import genanki  # type: ignore[import-untyped]

from app.takeaway.anki_models import QUESTION, STEP
from app.words.markup import citation, text
from graph import CausalMap, Lecture, Reference
from graph.drawing.svg_text import clean
from graph.records.edge import Edge
from graph.records.joints import Joint, joint_between, said_of
from graph.records.vocabulary import Certainty, Effect, Link, Status
from graph.words.explain import course_of, ending_of, evidence_summary_of, scope_of
from graph.words.lecture import Stop

_ASK: dict[Joint, str] = {
    Link.LEADS_TO: "What follows from it?",
    Link.WORKS_AGAINST: "What does it work against?",
    Link.GOES_WITH: "What is it associated with?",
    Effect.INCREASES: "What does it increase?",
    Effect.DECREASES: "What does it decrease?",
    Effect.ASSOCIATED: "What is it associated with?",
}
_ASK_PROPOSED: dict[Joint, str] = {
    Link.LEADS_TO: "What is it proposed to lead to?",
    Link.WORKS_AGAINST: "What is it proposed to work against?",
    Link.GOES_WITH: "What is it proposed to be associated with?",
    Effect.INCREASES: "What is it proposed to increase?",
    Effect.DECREASES: "What is it proposed to decrease?",
    Effect.ASSOCIATED: "What is it proposed to be associated with?",
}
_ASK_DENIED = "On what was its effect tested, and none found?"


def notes_of(lecture: Lecture) -> Iterator[genanki.Note]:
    """The notes in the order in which they are to be learned."""
    yield _certainty_words(lecture)
    before, behind = "", count(1)
    for stop in lecture.stops:
        if stop.edge is None:
            yield _question(lecture, stop, (before, str(next(behind))))
        else:
            before, behind = stop.edge.id, count(1)
            yield _arrow(lecture, stop, stop.edge)
    yield _whole_chain(lecture)


def certainty_words() -> str:
    """The four words with what they mean, as markup."""
    return _list(f"<b>{text(tier.label)}</b>: {text(tier.definition)}" for tier in Certainty)


def safe(words: object) -> str:
    """Words of a map as text: no tag, no field separator, and none of Anki's own signs in brackets."""
    return text(clean(words)).replace("[", "&#91;")


def _certainty_words(lecture: Lecture) -> genanki.Note:
    ask = "Which four words say how certain a step is, and what do they mean?"
    fields = [ask, "", certainty_words(), " none: these are the words this map uses."]
    return _note(lecture, QUESTION, ("certainty-words",), fields, ["words"])


def _arrow(lecture: Lecture, stop: Stop, edge: Edge) -> genanki.Note:
    node = lecture.map.node
    source, target = node[edge.source], node[edge.target]
    joint = joint_between(source, edge, target)
    ask = _ask(edge, joint)
    lane = next(lane.name for lane in lecture.map.header.lanes if lane.id == target.lane)
    kind = lecture.map.header.words_for(target.kind)
    terms = [term for term in (edge.certainty, edge.doubt) if term]
    said = {
        "Step": stop.heading,
        "Source": source.at_arrow,
        "Question": ask,
        "Hint": f"Sought: {kind.inside}, in “{lane}”{_one_of(lecture.map, edge, joint)}.",
        "Target": target.at_arrow,
        "Plain": edge.plain,
        "Clinical": edge.detail,
        "Certainty": _certainty_of(edge).capitalize(),
        "Definition": " ".join(term.definition for term in terms),
        "Course": " · ".join(_course(edge, joint)),
        "Why": edge.why,
        "Uncertain": edge.uncertainty,
        "Differ": edge.why_differ or "",
    }
    cited = (
        " · ".join(
            [
                f"<b>{text(item.direction.label)}</b>",
                *map(safe, scope_of(item)),
                _cited(lecture.map.reference[item.ref]),
            ]
        )
        for item in edge.evidence
    )
    tags = ["step", f"certainty::{edge.certainty.value}"]
    tags += [edge.doubt.value] if edge.doubt else []
    return _note(lecture, STEP, ("edge", edge.id), [*map(safe, said.values()), _list(cited)], tags)


def _question(lecture: Lecture, stop: Stop, place: tuple[str, str]) -> genanki.Note:
    context = f"A question to the room: {lecture.title}"
    fields = [safe(stop.words), safe(context), f"<p>{safe(stop.answer)}</p>", _all_cited(lecture)]
    return _note(lecture, QUESTION, ("question", lecture.key, *place), fields, ["question"])


def _whole_chain(lecture: Lecture) -> genanki.Note:
    steps = (safe(f"{stop.heading} ({_certainty_of(stop.edge)})") for stop in lecture.arrows if stop.edge)
    points = _list(safe(point.point) for point in lecture.key_points)
    home = f"<p><b>To take home</b></p>{points}" if points else ""
    told = f"{_list(steps, 'ol')}{home}<p><b>The whole chain.</b> {safe(lecture.caution)}</p>"
    ask = safe(f"{lecture.title}: tell the steps in order.")
    fields = [ask, "What must be kept in mind about the chain as a whole?", told, _all_cited(lecture)]
    name = [lecture.tour.id] if lecture.tour else [node.id for node in lecture.nodes]
    return _note(lecture, QUESTION, ("chain", *name), fields, ["chain"])


def _note(
    lecture: Lecture, model: genanki.Model, name: tuple[str, ...], fields: list[str], tags: list[str]
) -> genanki.Note:
    """A note of a model; its last field, what the map is, is the same for all."""
    _, about, disclaimer = map(safe, lecture.subgraph.notes)
    return genanki.Note(
        model,
        [*fields, f"{about}. {disclaimer}"],
        guid=genanki.guid_for("therefore", lecture.map.header.id, *name),
        tags=["therefore", *(f"therefore::{tag}" for tag in tags)],
    )


def _certainty_of(edge: Edge) -> str:
    return ", ".join(evidence_summary_of(edge))


def _ask(edge: Edge, joint: Joint) -> str:
    """What the front of a card asks: a claim that nothing supports is not asked for as if it were so."""
    if edge.status.denies:
        return _ASK_DENIED
    return (_ASK_PROPOSED if edge.status is Status.PROPOSED else _ASK)[joint]


def _course(edge: Edge, joint: Joint) -> list[str]:
    course = course_of(edge) or [said_of(joint, edge.status)]
    return course + ([ending_of(edge)] if edge.ending else [])


def _one_of(causal_map: CausalMap, edge: Edge, joint: Joint) -> str:
    """How many answers the question has on this map, when it has more than one."""
    node = causal_map.node
    others = (other for other in causal_map.edges if other.source == edge.source)
    alike = sum(joint_between(node[other.source], other, node[other.target]) is joint for other in others)
    return f" (one of {alike} on this map)" if alike > 1 else ""


def _all_cited(lecture: Lecture) -> str:
    return f" of the whole chain{_list(map(_cited, lecture.subgraph.references))}"


def _cited(reference: Reference) -> str:
    return clean(citation(reference)).replace("[", "&#91;")


def _list(items: Iterable[str], tag: str = "ul") -> str:
    """A list of items that are markup already; nothing when there are none."""
    inner = "".join(f"<li>{item}</li>" for item in items)
    return f"<{tag}>{inner}</{tag}>" if inner else ""
