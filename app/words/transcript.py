"""A lecture in words: every stop with its evidence, for the page below the stage and for the file.

It is the lecture for whoever cannot see the picture, for a class that reads after it, and on paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.words.edge import evidence, facts
from app.words.foot import foot
from app.words.markup import citation, claims, text
from graph import Lecture
from graph.records.vocabulary import Level
from graph.words.lecture import Stop


def transcript(
    lecture: Lecture, level: Level, link: Callable[[int], str], *, whole: bool = False, figure: str = ""
) -> str:
    """The lecture as markup.

    Args:
        lecture: what is told.
        level: the reading level of what is said about evidence.
        link: the address of a stop on the stage, by its number.
        whole: the evidence is there at once; else it is fetched when it is opened.
        figure: markup that stands before the steps, such as the legend.
    """
    items = "".join(_stop(lecture, stop, level, link, whole=whole) for stop in lecture.stops)
    about = " · ".join(part for part in (lecture.audience, lecture.duration) if part)
    return (
        f'<section class="transcript"><h2>The lecture in words</h2>'
        f'<p class="soft">{text(about)}</p><p>{text(lecture.lead)}</p>'
        f"{_list('Questions it answers', lecture.questions)}"
        f"{_list('Afterwards you can', lecture.objectives)}{figure}"
        f'<ol class="steps">{items}</ol>'
        f"{_key_points(lecture)}"
        f'<p class="caution">{text(lecture.caution)}</p>'
        f"{_references(lecture)}"
        f"{foot(lecture.map.header)}</section>"
    )


def _stop(lecture: Lecture, stop: Stop, level: Level, link: Callable[[int], str], *, whole: bool) -> str:
    number = (
        f'<a href="{text(link(stop.number))}" data-step="{stop.number}" title="Show it on the stage">'
        f'<span class="number">{stop.number}</span>'
    )
    if stop.edge is None or stop.source is None or stop.target is None:
        return (
            f'<li class="step"><h3>{number} {text(stop.heading)}</a></h3>'
            f'<p class="sentence">{text(stop.words)}</p>'
            f'<details data-key="answer-{stop.number}"><summary>The answer</summary>'
            f"<p>{text(stop.answer)}</p></details>{_notes(stop)}</li>"
        )
    title = claims(stop.source, stop.edge, stop.target)
    return (
        f'<li class="step"><h3>{number} {title}</a></h3>'
        f'<p class="sentence">{text(stop.words)}</p>{facts(lecture.map, stop.edge, bool(stop.ending_untold))}'
        f"{evidence(lecture.map, stop.edge, level, whole=whole)}{_notes(stop)}</li>"
    )


def _notes(stop: Stop) -> str:
    if not stop.notes:
        return ""
    notes = "".join(f"<p>{text(note)}</p>" for note in stop.notes)
    return (
        f'<details class="notes" data-key="notes-{stop.number}"><summary>Speaker notes</summary>{notes}'
        "</details>"
    )


def _list(title: str, sentences: Iterable[str]) -> str:
    items = "".join(f"<li>{text(sentence)}</li>" for sentence in sentences)
    return f'<h3>{title}</h3><ul class="plain">{items}</ul>' if items else ""


def _key_points(lecture: Lecture) -> str:
    points = []
    for point in lecture.key_points:
        at = sorted({lecture.number[edge] for edge in point.edges if edge in lecture.number})
        points.append(f"{point.point} (step{'s' * (len(at) > 1)} {', '.join(map(str, at))})")
    return _list("To take home", points)


def _references(lecture: Lecture) -> str:
    references = lecture.subgraph.references
    items = "".join(f"<li><cite>{citation(reference)}</cite></li>" for reference in references)
    return (
        f'<details class="references" data-key="references"><summary>All references: {len(references)}'
        f'</summary><ol class="findings">{items}</ol></details>'
    )
