"""Therefore's library: read a causal map, ask which paths lead from one node to another, and explain them.

It knows nothing of the web and nothing of any particular subject. Start here::

    from graph import load_map, find, causal_paths, explain

    causal_map = load_map("my-map/")
    answer = causal_paths(causal_map, "heavy-rain")
    print(explain(answer.paths[0]))
"""

from graph.answers.answer import PathAnswer, answer_as_dict
from graph.answers.question import broken_paths, causal_paths, first_break, reachable_targets, route_paths
from graph.paths.causal_path import CausalPath, RouteCount
from graph.paths.reach import on_paths
from graph.reading.map_folder import check, load_map
from graph.records.causal_map import CausalMap
from graph.records.edge import Edge, Evidence
from graph.records.node import Node
from graph.records.problems import MapError, Place, Problem
from graph.records.reference import Reference
from graph.search.nodes import Match, UnknownNode, find, resolve
from graph.words.explain import explain, summary_of, whole_chain_note, words_of
from graph.words.lecture import Lecture, lecture_of_path, lecture_of_tour

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
