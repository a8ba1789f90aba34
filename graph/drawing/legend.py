"""What the colours, shapes and lines of a drawing mean: the entries that a drawing needs, and no others."""

from __future__ import annotations

from dataclasses import dataclass

from graph.drawing.drawings import Drawing
from graph.records.joints import Joint, joints_at
from graph.records.vocabulary import Certainty, Effect, Kind, Status


@dataclass(frozen=True)
class Entry:
    """One line of a legend: a box of a kind, an arrow of a certainty, an arrow's end, a status, or a mark.

    Exactly one of ``kind``, ``certainty``, ``joint``, ``status`` and ``mark`` is given; ``definition`` is
    empty when the label says it all.
    """

    label: str
    definition: str
    kind: Kind | None = None
    certainty: Certainty | None = None
    joint: Joint | None = None
    mark: str = ""
    status: Status | None = None


def legend_of(drawing: Drawing) -> list[Entry]:
    """The legend of a drawing: kinds, lines, ends, statuses, marks, each in the order of the vocabulary."""
    kinds = {node.kind for node in drawing.nodes}
    causal = [arrow for arrow in drawing.arrows if arrow.effect is not Effect.ASSOCIATED]
    tiers = {arrow.certainty for arrow in causal if arrow.status is Status.SUPPORTED}
    statuses = {arrow.status for arrow in drawing.arrows} - {Status.SUPPORTED}
    joints = {drawing.joint(arrow) for arrow in drawing.arrows}
    entries = [Entry(*drawing.words_for(kind), kind=kind) for kind in Kind if kind in kinds]
    entries += [
        Entry(f"{tier.label} certainty", tier.definition, certainty=tier)
        for tier in Certainty
        if tier in tiers
    ]
    entries += [
        Entry(joint.label, joint.definition, joint=joint)
        for joint in joints_at(drawing.level)
        if joint in joints
    ]
    entries += [
        Entry(status.label, status.definition, status=status) for status in Status if status in statuses
    ]
    if any(arrow.contested for arrow in drawing.arrows):
        entries.append(Entry("contested: evidence for and against", "", mark="?"))
    return entries
