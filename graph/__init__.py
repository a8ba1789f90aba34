"""Therefore's library: read a causal map, ask which paths lead from one node to another, and explain them.

It knows nothing of the web and nothing of any particular subject. Start here::

    from graph import load_map, find, causal_paths, explain

    b12 = load_map()
    answer = causal_paths(b12, "metformin")
    print(explain(answer.paths[0]))
"""

from graph.answer import CausalPath, PathAnswer, RouteCount, answer_as_dict
from graph.explain import explain, summary_of, whole_chain_note, words_of
from graph.lecture import Lecture, lecture_of_path, lecture_of_tour
from graph.model import CausalMap, Edge, Evidence, Node, Reference
from graph.paths import broken_paths, causal_paths, first_break, reachable_targets, route_paths
from graph.problems import MapError, Place, Problem
from graph.reach import on_paths
from graph.reading import check, load_map
from graph.search import Match, UnknownNode, find, resolve

__all__ = [
    "CausalMap",
    "CausalPath",
    "Edge",
    "Evidence",
    "Lecture",
    "MapError",
    "Match",
    "Node",
    "PathAnswer",
    "Place",
    "Problem",
    "Reference",
    "RouteCount",
    "UnknownNode",
    "answer_as_dict",
    "broken_paths",
    "causal_paths",
    "check",
    "explain",
    "find",
    "first_break",
    "lecture_of_path",
    "lecture_of_tour",
    "load_map",
    "on_paths",
    "reachable_targets",
    "resolve",
    "route_paths",
    "summary_of",
    "whole_chain_note",
    "words_of",
]
