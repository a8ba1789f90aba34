"""A lecture as a deck for Anki: the certainty words, each arrow, each question to the room, the whole chain.

An arrow is one note with three cards (what follows, how certain, why), told in the words of the map and not
of the lecture. So the same arrow in two lectures is the same note: whoever imports both learns it once, in
the deck that came first. Notes are known by names that do not change with their words:

- an arrow by the map and its id;
- a question by its tour, the arrow told before it, and its place among the questions behind that arrow;
- a chain by its tour, or by the boxes that the path passes through;
- the certainty words by the map.

An import takes a note that is newer than the one it finds, so notes are as old as the file: a deck made
later brings its words up to date, and what was learned stays.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import count

import genanki  # type: ignore[import-untyped]

from app.takeaway.card_models import QUESTION, STEP
from app.takeaway.svg_text import clean
from app.words.markup import citation, text
from graph import CausalMap, Lecture, Reference
from graph.explain import course_of
from graph.lecture import Stop
from graph.model import Edge, link_between
from graph.vocabulary import Certainty, Link

_ASK = {
    Link.LEADS_TO: "What follows from it?",
    Link.WORKS_AGAINST: "What does it work against?",
    Link.GOES_WITH: "What is it associated with?",
}


def to_anki(lecture: Lecture, made: float | None = None) -> bytes:
    """The deck as an ``.apkg`` file.

    Args:
        lecture: what is told.
        made: when the notes were made, in seconds since 1970; now, when left out. The same lecture and time
            give the same file.
    """
    deck = genanki.Deck(_number(lecture.map.header.id, lecture.key), _deck_name(lecture), _legend(lecture))
    for place, note in enumerate(_notes(lecture)):
        note.due = place
        deck.add_note(note)
    return _packed(deck, time.time() if made is None else made)


def _notes(lecture: Lecture) -> Iterator[genanki.Note]:
    yield _question(
        lecture,
        ("certainty-words",),
        "Which four words say how certain a step is, and what do they mean?",
        "",
        _certainty_words(),
        (),
        "words",
    )
    before, behind = "", count(1)
    for stop in lecture.stops:
        if stop.edge is not None:
            before, behind = stop.edge.id, count(1)
            yield _step(lecture, stop, stop.edge)
        else:
            name = ("question", lecture.key, before, str(next(behind)))
            yield _question(
                lecture,
                name,
                stop.words,
                f"A question to the room: {lecture.title}",
                f"<p>{_safe(stop.answer)}</p>",
                lecture.piece.references,
                "question",
            )
    yield _question(
        lecture,
        ("chain", *([lecture.tour.id] if lecture.tour else [node.id for node in lecture.nodes])),
        f"{lecture.title}: tell the steps in order.",
        "What must be kept in mind about the chain as a whole?",
        _whole_chain(lecture),
        lecture.piece.references,
        "chain",
    )


def _step(lecture: Lecture, stop: Stop, edge: Edge) -> genanki.Note:
    causal_map = lecture.map
    source, target = causal_map.node[edge.source], causal_map.node[edge.target]
    link = link_between(source, edge, target)
    lane = next(lane.name for lane in causal_map.header.lanes if lane.id == target.lane)
    hint = f"Sought: {target.kind.label.lower()}, in “{lane}”{_one_of(causal_map, edge, link)}."
    disagreement = edge.disagreement
    definition = " ".join([edge.certainty.definition, disagreement.definition if disagreement else ""])
    certainty = f"{edge.certainty.label} certainty".capitalize()
    said = [
        stop.heading,
        source.claim,
        _ASK[link],
        hint,
        target.claim,
        edge.plain,
        edge.detail,
        f"{certainty}, {disagreement.label}" if disagreement else certainty,
        definition,
        " · ".join(course_of(edge)),
        edge.why,
        edge.uncertainty,
        edge.why_differ or "",
    ]
    cited = (
        f"<b>{text(item.direction.label)}</b> · {_cited(causal_map.reference[item.ref])}"
        for item in edge.evidence
    )
    tags = ["step", f"certainty::{edge.certainty.value}"]
    tags += [disagreement.value] if disagreement else []
    fields = [*map(_safe, said), _list(cited), _about(lecture)]
    return _note(lecture, STEP, ("edge", edge.id), fields, tags)


def _question(
    lecture: Lecture,
    name: tuple[str, ...],
    front: str,
    context: str,
    back: str,
    references: Iterable[Reference],
    tag: str,
) -> genanki.Note:
    """A question of any other sort; ``back`` is markup, all else is text."""
    cited = _list(map(_cited, references)) or " none; these are the words of the map."
    return _note(lecture, QUESTION, name, [_safe(front), _safe(context), back, cited, _about(lecture)], [tag])


def _note(
    lecture: Lecture, model: genanki.Model, name: tuple[str, ...], fields: list[str], tags: list[str]
) -> genanki.Note:
    return genanki.Note(
        model,
        fields,
        guid=genanki.guid_for("therefore", lecture.map.header.id, *name),
        tags=["therefore", *(f"therefore::{tag}" for tag in tags)],
    )


def _one_of(causal_map: CausalMap, edge: Edge, link: Link) -> str:
    """How many answers the question has on this map, when it has more than one."""
    node = causal_map.node
    alike = sum(
        other.source == edge.source and link_between(node[other.source], other, node[other.target]) is link
        for other in causal_map.edges
    )
    return f" (one of {alike} on this map)" if alike > 1 else ""


def _whole_chain(lecture: Lecture) -> str:
    steps = (
        f"{_safe(stop.heading)} <span class='soft'>{_safe(stop.facts)}</span>" for stop in lecture.arrows
    )
    points = [_safe(point.point) for point in lecture.key_points]
    home = f"<p><b>To take home</b></p>{_list(points)}" if points else ""
    return f"{_list(steps, 'ol')}{home}<p><b>The whole chain.</b> {_safe(lecture.caution)}</p>"


def _certainty_words() -> str:
    return _list(f"<b>{text(tier.label)}</b>: {text(tier.definition)}" for tier in Certainty)


def _legend(lecture: Lecture) -> str:
    """The description of the deck: what it is, and what its words and signs mean."""
    signs = ", ".join(f"{link.value} {link.label}" for link in Link)
    title, about, disclaimer = map(_safe, lecture.piece.notes)
    return (
        f"<p><b>{title}</b></p><p>{_safe(lecture.lead)}</p><p>How certain a step is:</p>{_certainty_words()}"
        f"<p>{text(signs)}; ↑ raised, ↓ lowered or impaired.</p><p>{about}. {disclaimer}</p>"
    )


def _about(lecture: Lecture) -> str:
    _, about, disclaimer = map(_safe, lecture.piece.notes)
    return f"{about}. {disclaimer}"


def _deck_name(lecture: Lecture) -> str:
    """One deck a lecture, under one a map; Anki reads two colons as a level of its own."""
    return "::".join(clean(name).replace("::", ": ") for name in (lecture.map.header.title, lecture.title))


def _cited(reference: Reference) -> str:
    return clean(citation(reference))


def _list(items: Iterable[str], tag: str = "ul") -> str:
    """A list of items that are markup already; nothing when there are none."""
    inner = "".join(f"<li>{item}</li>" for item in items)
    return f"<{tag}>{inner}</{tag}>" if inner else ""


def _safe(words: object) -> str:
    """Words of a map as text: no tag, no field separator, and none of Anki's own signs in brackets."""
    return text(clean(words)).replace("[", "&#91;")


def _number(*name: str) -> int:
    """A number between 2^30 and 2^31 that is always the same for a name, as Anki likes for a deck."""
    digest = hashlib.sha256("\0".join(name).encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:4], "big") % (1 << 30)


def _packed(deck: genanki.Deck, made: float) -> bytes:
    """The file, put together in memory: genanki's own writer would leave a file in the temporary folder."""
    database = sqlite3.connect(":memory:")
    try:
        genanki.Package(deck).write_to_db(database.cursor(), made, count(int(made * 1000)))
        database.commit()
        collection = database.serialize()
    finally:
        database.close()
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (("collection.anki2", collection), ("media", json.dumps({}))):
            # The day before which zip files know no date, so that the same deck gives the same file.
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()
