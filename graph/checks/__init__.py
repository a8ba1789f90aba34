"""Rules about the knowledge: each takes a map and yields the problems it finds.

``RULES`` is the one list: ``load_map``, ``therefore check``, the tests and the pages all use it.
A rule whose premise another rule has told as a problem stays silent: one fault is told once.
There are no exceptions and no baselines: a map is sound when no rule yields anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.checks.certainty import certainty_follows_the_evidence
from graph.checks.contested import definitions_are_not_tested, disagreement_is_explained
from graph.checks.drafts import tours_are_written
from graph.checks.evidence import evidence_names_known_references, references_are_used
from graph.checks.false_chains import false_chains_are_of_this_map, no_false_chain_is_an_answer
from graph.checks.header import default_ends_are_joined, the_date_is_a_day
from graph.checks.identifiers import identifiers_are_unique, identifiers_are_well_formed
from graph.checks.joins import edges_join_known_nodes, header_names_known_nodes, nodes_stand_in_known_lanes
from graph.checks.look_alikes import words_are_of_one_script
from graph.checks.measured import findings_are_of_this_step
from graph.checks.names import names_are_unambiguous
from graph.checks.overview import overview_is_small
from graph.checks.reach import nothing_stands_alone
from graph.checks.signs import signs_multiply_out
from graph.checks.tours import tours_ask_the_room, tours_keep_their_time, tours_tell_real_edges
from graph.checks.wording import wording_is_unambiguous, words_stand_in_one_group
from graph.records.causal_map import CausalMap
from graph.records.problems import Problem

Rule = Callable[[CausalMap], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    edges_join_known_nodes,
    nodes_stand_in_known_lanes,
    header_names_known_nodes,
    words_stand_in_one_group,
    false_chains_are_of_this_map,
    no_false_chain_is_an_answer,
    the_date_is_a_day,
    default_ends_are_joined,
    names_are_unambiguous,
    wording_is_unambiguous,
    words_are_of_one_script,
    signs_multiply_out,
    evidence_names_known_references,
    references_are_used,
    certainty_follows_the_evidence,
    findings_are_of_this_step,
    disagreement_is_explained,
    definitions_are_not_tested,
    overview_is_small,
    identifiers_are_well_formed,
    identifiers_are_unique,
    nothing_stands_alone,
    tours_tell_real_edges,
    tours_keep_their_time,
    tours_ask_the_room,
    tours_are_written,
)

DRAFT_RULES: frozenset[Rule] = frozenset({tours_are_written})
"""What a map may fail while it is written: ``check`` tells it, ``load_map`` gives the map all the same."""
