"""The closed lists: every word a map may use, with its label and its definition.

One place for each word; the records are typed with these lists. Labels and definitions fit every subject; for
kinds and reading levels a map may have its own: ask ``Header.words_for``. Looks belong to ``graph.drawing``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A word of a closed list; it is a plain string that also knows its label and definition."""

    label: str
    definition: str
    former: tuple[str, ...]

    def __new__(cls, word: str, label: str = "", definition: str = "", former: tuple[str, ...] = ()) -> Self:
        """Make the member equal to ``word`` and hang the rest on it; a ``former`` word is read as it."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.label = label
        member.definition = definition
        member.former = former
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """The word that took the place of a former one."""
        return next((word for word in cls if value in word.former), None)


class Kind(Term):
    """What sort of thing a node is."""

    RISK_FACTOR = "risk-factor", "Risk factor", "Something that makes the chain more likely to start."
    DEFICIENCY = "deficiency", "Deficiency", "There is less of something than is needed."
    MECHANISM = "mechanism", "Mechanism", "A process that works less, or works too much."
    MARKER = "marker", "Marker", "Something that can be measured."
    DISORDER = "disorder", "Disorder", "Damage or a fault that an examination can establish."
    SYMPTOM = "symptom", "Symptom", "Something that is felt, or seen from outside."
    OUTCOME = "outcome", "Outcome", "What finally comes of it.", ("muscle-outcome",)
    TREATMENT = "treatment", "Treatment", "Something done to undo or hold back a step."


class Change(Term):
    """The change a node shows on this map; the sign of the change is :attr:`sign`."""

    RAISED = "raised", "raised", "Higher than it should be."
    LOWERED = "lowered", "lowered", "Lower than it should be."
    IMPAIRED = "impaired", "impaired", "Working worse than it should."
    PRESENT = "present", "present", "There, where it is usually absent."

    @property
    def sign(self) -> int:
        """+1 for raised and present, -1 for lowered and impaired."""
        return 1 if self in (Change.RAISED, Change.PRESENT) else -1

    @property
    def arrow(self) -> str:
        """The sign a box shows behind the name; nothing for ``present``."""
        return {"raised": "↑", "lowered": "↓", "impaired": "↓", "present": ""}[self.value]


class Effect(Term):
    """What the cause does to the target, both read as neutral variables."""

    INCREASES = "increases", "increases", "More of the cause gives more of the effect."
    DECREASES = "decreases", "decreases", "More of the cause gives less of the effect."
    ASSOCIATED = (
        "associated-with",
        "is associated with",
        "The two are found together; which causes which is not shown. Never a step of a causal path.",
    )

    @property
    def sign(self) -> int:
        """+1, -1, or 0 for an association."""
        return {"increases": 1, "decreases": -1}.get(self.value, 0)


class Directness(Term):
    """Whether an edge skips steps."""

    DIRECT = "direct", "direct", "The one acts on the other without a known step between."
    INDIRECT = "indirect", "indirect", "Steps between the two are skipped here, or unknown."
    DEFINITION = (
        "definition",
        "by definition",
        "The one is part of what the other means; not a measured effect.",
    )


class Certainty(Term):
    """How sure the whole body of evidence makes us of one step, in GRADE's four words."""

    HIGH = "high", "high", "Further research is very unlikely to change what we think of this step."
    MODERATE = "moderate", "moderate", "Probably right; further research may change how we see it."
    LOW = "low", "low", "May be right; further research is likely to change how we see it."
    VERY_LOW = "very-low", "very low", "A guess with a reason; hardly any evidence bears on this step."

    @property
    def rank(self) -> int:
        """0 for high to 3 for very low: larger is weaker."""
        return list(Certainty).index(self)


class Direction(Term):
    """What one finding says about the step."""

    SUPPORTS = "supports", "for", "The finding speaks for this step."
    DISPUTES = "disputes", "against", "The step was tested, and no effect, or the opposite, was found."
    REFUTES = "refutes", "refutes", "The cause was there, and the effect did not follow: the step is not so."
    NEUTRAL = "neutral", "neither", "The finding bears on this step without deciding it."

    @property
    def against(self) -> bool:
        """Whether the finding speaks against the step."""
        return self in (Direction.DISPUTES, Direction.REFUTES)


class Status(Term):
    """What the evidence makes of a causal claim: only a supported one is a step of a causal path."""

    SUPPORTED = "supported", "supported", "At least one finding supports this step."
    PROPOSED = (
        "proposed",
        "proposed",
        "It is often said and may be so, but no finding that supports it was seen.",
    )
    NO_EFFECT = (
        "no-effect",
        "tested, no effect found",
        "It was tested and no effect was found; it is shown so that nobody takes it for granted.",
    )
    REFUTED = "refuted", "refuted", "The cause was seen without the effect: the claim does not hold."

    @property
    def rank(self) -> int:
        """0 for supported to 3 for refuted: larger is worse."""
        return list(Status).index(self)

    @property
    def denies(self) -> bool:
        """Whether the evidence is that the effect is absent; the certainty is then about its absence."""
        return self in (Status.NO_EFFECT, Status.REFUTED)

    def certainty_words(self, certainty: Certainty, causal: bool = True) -> str:
        """How sure we are, and of what: of the step, or that nothing large is there.

        >>> Status.SUPPORTED.certainty_words(Certainty.LOW), Status.NO_EFFECT.certainty_words(Certainty.HIGH)
        ('low certainty', 'high certainty that there is no large effect')
        """
        absence = f" that there is no {'large effect' if causal else 'close link'}"
        return f"{certainty.label} certainty{absence if self.denies else ''}"


class Accord(Term):
    """What is said of a supported step on which the findings do not agree."""

    CONTESTED = "contested", "contested", "Evidence both supports and disputes this step."


class Nearness(Term):
    """Whether a finding is about this very step."""

    THIS_STEP = "this-step", "this step", "The study looked at this very step."
    BY_INFERENCE = "by-inference", "by inference", "The study looked at something close; we infer from it."


class Measured(Term):
    """Which ends of the step the study measured: what it did not measure it can neither show nor dispute."""

    BOTH = "both", "both ends", "The study measured the cause and the effect."
    SOURCE = "source", "the cause only", "The study measured the cause and not the effect."
    TARGET = "target", "the effect only", "The study measured the effect and not the cause."
    NEITHER = "neither", "neither end", "The study measured neither the cause nor the effect."


class Link(Term):
    """How the change one box shows bears on the change the next box shows; the word is the sign drawn."""

    LEADS_TO = "→", "leads to", "The change of the first box brings about the change of the second."
    WORKS_AGAINST = "⊣", "works against", "The change of the first box undoes the change of the second."
    GOES_WITH = "–", "is associated with", "The two changes are found together."


class Onset(Term):
    """How long a step takes to show."""

    HOURS = "hours", "hours", "Shows within a day."
    DAYS = "days", "days", "Shows within a week or so."
    WEEKS = "weeks", "weeks", "Shows within a month or two."
    MONTHS = "months", "months", "Shows within a year or so."
    YEARS = "years", "years", "Takes several years to show."
    DECADES = "decades", "decades", "Takes ten years or more to show."


class Reversible(Term):
    """Whether the step can be undone."""

    FULLY = "fully", "fully reversible", "Goes back to normal once the cause is gone."
    PARTLY = "partly", "partly reversible", "Gets better once the cause is gone, often not completely."
    RARELY = "rarely", "rarely reversible", "Seldom gets better, even when the cause is gone."
    NO = "no", "not reversible", "Stays, even when the cause is gone."
    UNKNOWN = "unknown", "reversibility unknown", "Nobody has shown whether this can be undone."


class StudyType(Term):
    """How a reference came to its findings."""

    META_ANALYSIS = "meta-analysis", "meta-analysis", "Pools the numbers of several studies."
    SYSTEMATIC_REVIEW = "systematic-review", "systematic review", "Collects every study by a stated plan."
    RANDOMISED_TRIAL = "randomised-trial", "randomised trial", "Chance decides who gets the treatment."
    MENDELIAN_RANDOMISATION = (
        "mendelian-randomisation",
        "Mendelian randomisation",
        "Uses inherited variants as if nature had run a trial.",
    )
    COHORT = "cohort", "cohort", "Follows people over time."
    CASE_CONTROL = "case-control", "case-control", "Compares people with and without the outcome."
    CROSS_SECTIONAL = (
        "cross-sectional",
        "cross-sectional",
        "Looks at people once; cannot tell what came first.",
    )
    DIAGNOSTIC_STUDY = (
        "diagnostic-study",
        "diagnostic study",
        "Asks how well a test tells one state from another.",
    )
    BEFORE_AFTER = (
        "before-after",
        "before and after",
        "Measures the same people twice, without a control group.",
    )
    HUMAN_EXPERIMENT = (
        "human-experiment",
        "human experiment",
        "Changes something in a few people and measures.",
    )
    CASE_SERIES = "case-series", "case series", "Describes cases one after another."
    ANIMAL = "animal", "animal study", "Done in animals; people may differ."
    CELLS = "cells", "cell study", "Done in cells outside a body; people may differ."
    REVIEW = "review", "review", "An expert's account of the field."
    GUIDELINE = "guideline", "guideline or consensus", "Experts agree on what to do or how to define it."
    LABEL = "label", "product label", "What a regulator lets the maker say about a product."
    PROTOCOL = "protocol", "study protocol", "The plan of a study, without its results."


class Population(Term):
    """Whom or what a reference studied."""

    HUMAN = "human", "people", "People."
    ANIMAL = "animal", "animals", "Animals."
    CELLS = "cells", "cells", "Cells or tissue outside a body."
    MIXED = (
        "mixed",
        "people, animals and cells",
        "People as well as animals or cells; not counted as human evidence.",
    )


class Identified(Term):
    """How far a reference could be verified."""

    FULLY = "fully", "verified", "Title and identifier were seen together."
    PARTLY = "partly", "partly verified", "Some of the details were not seen in a source."


class Gate(Term):
    """The least evidence a reader accepts for a step."""

    EVERYTHING = "everything", "everything", "Every step on the map."
    HUMAN = "human", "human evidence", "Only steps that at least one study of people supports."
    TRIALS = (
        "trials",
        "trials and reviews",
        "Only steps that a randomised trial, a systematic review or a meta-analysis supports.",
    )


class Scope(Term):
    """How much of the map the picture draws."""

    OVERVIEW = (
        "overview",
        "Overview",
        "The core of the map; a chain of details is one arrow. Associations are left out.",
    )
    FULL = "full", "Full map", "Every box and every arrow."


class Level(Term):
    """The two reading levels."""

    PLAIN = "plain", "Plain", "Everyday words, for a first read."
    CLINICAL = "clinical", "Precise", "Precise terms, for those who know the field."
