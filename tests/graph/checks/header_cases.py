"""The smallest bad headers of every rule about ``map.yaml``, as ``cases.py`` has them of the other rules."""

from __future__ import annotations

MAP = "map.yaml"

HEADER_CASES: dict[str, list[tuple[str, str, str, str]]] = {
    "header_names_known_nodes": [
        (
            MAP,
            "default_start: drought",
            "default_start: draught",
            "no node 'draught', did you mean 'drought'?",
        ),
        (MAP, "default_target: crop-loss", "default_target: zzz", "no node 'zzz', name a node of this map"),
        (MAP, "through: [salt]", "through: [salty]", "there is no node 'salty', did you mean 'salt'?"),
        (MAP, "- {id: land", "- {id: sky", "'sky' is declared twice, keep one of the two"),
        (
            MAP,
            "- {id: salty",
            "- {id: other",
            "'other' is the word for the paths of no route, name the route",
        ),
        (MAP, "id: dry-heat", "id: salt", "'salt' is retired and is a node, remove one of the two"),
        (MAP, "now: drought", "now: draught", "there is no node 'draught', did you mean 'drought'?"),
        (MAP, "now: crop-loss", "now: zzz", "there is no node 'zzz', name the node that took its place"),
        (MAP, "- {id: wilting", "- {id: dry-heat", "'dry-heat' is declared twice, keep one of the two"),
    ],
    "words_stand_in_one_group": [
        (
            MAP,
            "routes:",
            "same_words: [[salt, sea water]]\nroutes:",
            "'sea water' is not one word, write single",
        ),
        (
            MAP,
            "routes:",
            "same_words: [[salt, brine], [sea, salts]]\nroutes:",
            "'salts' is in two groups, join",
        ),
    ],
    "false_chains_are_of_this_map": [
        (MAP, "from: salt", "from: sallt", "there is no node 'sallt', did you mean 'salt'?"),
        (MAP, "through: [crop-loss]", "through: [zzz]", "there is no node 'zzz', name a node of this"),
        (MAP, "to: drought", "to: drout", "there is no node 'drout', did you mean 'drought'?"),
        (MAP, "to: drought", "to: salt", "a stop comes twice, which no path can do, name each node once"),
        (MAP, "why: A failed", "ref: zzz, why: A failed", "there is no reference 'zzz', add it under"),
    ],
    "no_false_chain_is_an_answer": [
        (
            MAP,
            "{from: salt, through: [crop-loss], to: drought",
            "{from: drought, to: river-flow",
            "every way from 'drought' to 'river-flow' is called false, and 'drought--river-flow' is one",
        ),
        (
            MAP,
            "{from: salt, through: [crop-loss], to: drought",
            "{from: drought, through: [salt], to: crop-loss",
            "the tour 'down-the-river' tells this chain, which is false as a whole, break the tour's chain",
        ),
    ],
    "the_date_is_a_day": [
        (
            MAP,
            "date: 2026-11-01",
            "date: 1 November 2026",
            "is no day of the calendar, written as year, month",
        ),
        (MAP, "date: 2026-11-01", "date: 2026-02-30", "the date '2026-02-30' is no day of the calendar"),
        (MAP, "date: 2026-11-01", "date: 20261101", "write it as 2026-11-23"),
        (MAP, "date: 2026-11-01", "date: 2026-W44-7", "the date '2026-W44-7' is no day"),
    ],
    "default_ends_are_joined": [
        (
            MAP,
            "default_target: crop-loss",
            "default_target: drought",
            "'drought' is the default start as well, name another node",
        ),
    ],
}
