"""A lecture as a deck for Anki; ``anki_notes`` has what its cards ask, ``anki_models`` how they look.

An import takes a note that is newer than the one it finds, and notes are as old as the file. So a deck made
later brings all words up to date, nothing is doubled, and what was learned stays.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from io import BytesIO
from itertools import count
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import genanki  # type: ignore[import-untyped]

from app.takeaway.anki_notes import certainty_words, notes_of, safe
from graph import Lecture
from graph.drawing.svg_text import clean
from graph.records.joints import end_of, joints_at

# Zip files know no earlier date; a fixed one, so that the same deck gives the same file.
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def to_anki(lecture: Lecture, made: float | None = None) -> bytes:
    """The deck as an ``.apkg`` file.

    Args:
        lecture: what is told.
        made: when the notes were made, in seconds since 1970; now, when left out. The same lecture and time
            give the same file.
    """
    deck = genanki.Deck(_number(lecture.map.header.id, lecture.key), _name(lecture), _legend(lecture))
    for place, note in enumerate(notes_of(lecture)):
        note.due = place
        deck.add_note(note)
    return _packed(deck, time.time() if made is None else made)


def _name(lecture: Lecture) -> str:
    """A deck for each lecture, under one for the map: Anki reads two colons as a step down."""
    names = (lecture.map.header.title, lecture.title)
    return "::".join(clean(name).replace("::", ": ") for name in names)


def _legend(lecture: Lecture) -> str:
    """The description of the deck: what it is, and what its words and signs mean."""
    signs = ", ".join(f"{end_of(joint)} {joint.label}" for joint in joints_at(lecture.map.level))
    title, about, disclaimer = map(safe, lecture.subgraph.notes)
    return (
        f"<p><b>{title}</b></p><p>{safe(lecture.lead)}</p><p>How certain a step is:</p>{certainty_words()}"
        f"<p>{safe(signs)}; ↑ raised, ↓ lowered or impaired.</p><p>{about}. {disclaimer}</p>"
    )


def _number(*name: str) -> int:
    """A number from 2^30 to 2^31 that is always the same for a name, as decks have them."""
    digest = hashlib.sha256("\0".join(name).encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:4], "big") % (1 << 30)


def _packed(deck: genanki.Deck, made: float) -> bytes:
    """The file, put together in memory: genanki's own writer leaves a file in the temporary folder."""
    database = sqlite3.connect(":memory:")
    try:
        genanki.Package(deck).write_to_db(database.cursor(), made, count(int(made * 1000)))
        database.commit()
        collection = database.serialize()
    finally:
        database.close()
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, content in (("collection.anki2", collection), ("media", b"{}")):
            package.writestr(ZipInfo(name, _NO_DATE), content, ZIP_DEFLATED)
    return file.getvalue()
