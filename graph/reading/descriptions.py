"""What each key of a record is for, in a sentence: an editor shows it beside the key.

What a closed word means is not said here but in ``graph.records.vocabulary``; what must hold, in
``graph.checks``.
"""

from __future__ import annotations

from graph.records.base import Record
from graph.records.edge import Edge, Evidence
from graph.records.header import FalseChain, Header, KindWords, Lane, LevelWords, Retired, Route
from graph.records.node import Node
from graph.records.reference import Reference
from graph.records.tour import KeyPoint, Tour, TourStep

DESCRIPTIONS: dict[type[Record], dict[str, str]] = {
    Node: {
        "id": "Permanent name in addresses and edges: lower-case letters, digits and single hyphens.",
        "name": "Neutral name in the box, without a direction: Drain flow, not Low drain flow.",
        "kind": "Colour and shape of the box.",
        "lane": "Id of the column it stands in, as map.yaml declares them.",
        "change": "The change it shows here; edges must multiply out to it.",
        "plain": "What it is and why it matters, in everyday words; sentences of at most 30 words.",
        "detail": "The same for those who know the field: precise terms, numbers with units.",
        "synonyms": "Other words people type to find it; each may lead to one node only.",
        "measured_by": "How it is measured, with a usual value.",
        "core": "true when it is drawn in the overview, which has room for 40 boxes.",
        "xrefs": "Ontology identifiers that were seen in a source, as PREFIX:id.",
        "clinical": "The name at the precise reading level, where the field has another one.",
        "phrase": "What happens here in a few everyday words, as in a chain: `the street is under water`.",
        "inside": "The name as it stands inside a sentence, where it needs an article or other words.",
        "plural": "true when the name is a plural: `How do blocked drains lead to ...`.",
    },
    Edge: {
        "source": "Id of the cause.",
        "target": "Id of what it acts on.",
        "effect": "What more of the cause does to the target, both read as neutral variables.",
        "directness": "Whether steps between the two are skipped or unknown.",
        "compensation": "true when it works against the chain, so that the sign is turned round.",
        "harm": "true when a treatment does harm here, so that its sign is not turned round.",
        "plain": "Why the one follows from the other, in everyday words; sentences of at most 30 words.",
        "detail": "The same for those who know the field: mechanism, numbers with units.",
        "certainty": "How sure the whole body of evidence makes us of this step, in GRADE's words.",
        "why": "Why this certainty and not a higher or a lower one.",
        "uncertainty": "What is not known, what else could explain it, where it does not hold.",
        "why_differ": "Only on a contested edge: why findings for and against may differ.",
        "onset": "How long the step takes to show.",
        "reversible": "Whether the step can be undone.",
        "ending": "On the last step into a broad end: what a path over it ends in, as `lost function; ...`.",
        "evidence": "Findings for and against this step, one a reference.",
    },
    Evidence: {
        "ref": "Id of a reference of this map.",
        "direction": "Whether the finding speaks for the step, against it, or neither.",
        "directness": "Whether the study looked at this very step.",
        "finding": "What this paper found that bears on this step, in our own words.",
        "measured": "Which ends of this step the study measured; without both, it is by inference.",
        "among": "Whom the numbers of the finding are of: the denominator, as `40 streets with trees`.",
    },
    Reference: {
        "id": "Name in evidence items: first author and year, such as smith2001.",
        "type": "What it is, as citation programs call it.",
        "title": "Title as it was seen in a source.",
        "authors": "Family name and initials of each, such as Smith AB.",
        "more_authors": "true when the list of authors goes on.",
        "year": "Year of publication, 1800 to 2100.",
        "journal": "Journal, or publisher of a page or report.",
        "volume": "Volume of the journal.",
        "issue": "Issue of the volume.",
        "pages": "First and last page, or article number.",
        "doi": "DOI as it was seen in a source, without https://doi.org/; leave out what was not seen.",
        "pmid": "PubMed id as it was seen in a source; leave out what was not seen.",
        "pmcid": "PubMed Central id as it was seen in a source, with PMC in front.",
        "url": "Address, for what has no other identifier.",
        "study_type": "How the study was done.",
        "population": "Whom or what it studied; only `human` counts as human evidence.",
        "n": "How many were studied, in words, such as 2,919 people.",
        "identified": "How far the reference could be verified.",
        "note": "What a reader should know of it, such as that its results were cut off.",
        "justification": "Why it was added, when the evidence pack does not have it.",
    },
    Header: {
        "id": "Permanent name of the map.",
        "title": "Title of the map.",
        "question": "The question that it answers.",
        "about": "What it shows, in a sentence or two.",
        "version": "Version of the map; it is a text, so 2026.10 keeps its nought.",
        "date": "Date of the version, as 2026-11-23.",
        "disclaimer": "Stands on every page and every export.",
        "default_start": "Id of the node that is chosen first.",
        "default_target": "Id of the node that paths lead to unless told otherwise.",
        "lanes": "The columns of the picture, from left to right.",
        "common_starts": "Ids of nodes that are offered first where a start is chosen.",
        "routes": "Named ways through the map; a path belongs to the first one it passes through.",
        "false_chains": "Chains that are false as wholes although each step holds: they are no answers.",
        "retired": "Ids that are no longer used, so that old links still resolve.",
        "gaps": "What nobody seems to have studied, a sentence each; shown where the evidence is shown.",
        "sources": "How the map was written and from what; shown on the About page and over the references.",
        "kinds": "What this map calls a kind of node, where the usual label and definition do not fit it.",
        "levels": "What this map calls a reading level, where the usual label and definition do not fit it.",
    },
    KindWords: {
        "kind": "The kind that gets words of its own.",
        "label": "What the legend calls it, in at most 30 characters.",
        "about": "What it means on this map, in a sentence.",
    },
    LevelWords: {
        "level": "The reading level that gets words of its own.",
        "label": "What its button says, in at most 30 characters.",
        "about": "Whom it is for, in a sentence.",
    },
    Lane: {
        "id": "Name of the column in the nodes.",
        "name": "Heading of the column.",
        "about": "What stands in it.",
    },
    Route: {
        "id": "Name of the route in programs.",
        "name": "Heading of its paths.",
        "about": "What passes along it.",
        "through": "Ids of nodes; a path through any of them may belong here.",
    },
    FalseChain: {
        "from": "Id of the node it begins with.",
        "through": "Ids of nodes that it passes in this order; without any, every way is false.",
        "to": "Id of the node it ends with.",
        "why": "Why it does not hold as a whole, in a sentence or two; shown where it is told.",
        "ref": "Id of the reference that shows it.",
    },
    Retired: {
        "id": "The id that is no longer used.",
        "now": "Id of the node that took its place.",
        "why": "Why it was retired.",
    },
    Tour: {
        "id": "Permanent name in addresses: lower-case letters, digits and single hyphens.",
        "title": "What is told, as it stands on the first screen.",
        "about": "The tour in a sentence or two, on the first screen.",
        "audience": "Whom it is for, and what they know already.",
        "minutes": "How long it takes: the sum of its steps.",
        "questions": "What the class can answer afterwards.",
        "objectives": "What the class can do afterwards.",
        "key_points": "What the class takes home; each leans on edges that the tour tells.",
        "steps": "The stops in order: arrows that are told, and at least one question to the room.",
    },
    KeyPoint: {
        "point": "One thing to take home, in a sentence.",
        "edges": "Ids of the edges it leans on, as source--target; the tour tells each of them.",
    },
    TourStep: {
        "edge": "Id of the edge that is told, as source--target; one of its ends is on the screen already.",
        "words": "What stands large under the picture: at most two short sentences.",
        "ref": "Id of the reference shown with it; it bears on this edge.",
        "question": "A question to the room, in place of an edge.",
        "answer": "Its answer, shown at the next press of the key.",
        "notes": "What the speaker has before them and the room does not see.",
        "minutes": "How many minutes this stop takes, at least 1.",
    },
}
