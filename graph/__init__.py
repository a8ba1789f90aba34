"""Therefore's library: read a causal map, ask which paths lead from one node to another, and explain them.

It knows nothing of the web and nothing of any particular subject. Start here::

    from graph import load_map, find, causal_paths, explain

    my_map = load_map()                        # or load_map("my-map/"); it cannot be changed
    answer = causal_paths(my_map, "a cause")   # to the target of the map, or to a third argument
    print(explain(answer.paths[0]))

Maps, answers and paths say in one line what they are, and a notebook draws them. Nodes are given by id,
name, synonym or record. ``help(graph.causal_paths)`` tells more of a function, and so of the others:

=====================  =======================================================================
read                   ``load_map``, ``check`` -> ``CausalMap``, ``MapError``, ``Problem``, ``Place``
look up                ``find``, ``suggest``, ``resolve`` -> ``Match``, ``UnknownNode``;
                       ``CausalMap.node``, ``.edge``
ask                    ``causal_paths`` -> ``PathAnswer``: ``.verdict``, ``.paths``, ``.routes``
ask for more           ``route_paths``, ``numbered_path``, ``broken_paths``, ``proposed_paths``,
                       ``reachable_targets``, ``first_break``, ``on_paths``; ``OutOfSteps``, when a
                       search ends early
suppose                ``causal_paths(..., block=, gate=, limit=, proposed=)``, ``CausalMap.without``
narrow                 ``causal_paths(..., through=, max_steps=)``, and so in each question above
name                   ``in_words`` -> ``CausalMap`` whose nodes are called as experts call them
say                    ``explain``, ``words_of``, ``summary_of``, ``whole_chain_note``, ``answer_as_dict``
teach                  ``lecture_of_path``, ``lecture_of_tour`` -> ``Lecture``
records                ``Node``, ``Edge``, ``Evidence``, ``Reference``, ``CausalPath``, ``RouteCount``
=====================  =======================================================================
"""

# No `__all__`: with one, `help(graph)` would print every class with all that it inherits, 2,900 lines. A name
# that is imported as itself is public all the same, for type checkers and for `from graph import *`.
from importlib import metadata as _metadata

from graph.answers.answer import PathAnswer as PathAnswer
from graph.answers.answer import answer_as_dict as answer_as_dict
from graph.answers.causal_paths import broken_paths as broken_paths
from graph.answers.causal_paths import causal_paths as causal_paths
from graph.answers.causal_paths import numbered_path as numbered_path
from graph.answers.causal_paths import proposed_paths as proposed_paths
from graph.answers.causal_paths import reachable_targets as reachable_targets
from graph.answers.causal_paths import route_paths as route_paths
from graph.answers.explanation import explain as explain
from graph.answers.question import first_break as first_break
from graph.notebook.cells import map_html as _map_html  # noqa: F401 (its module serves notebooks)
from graph.paths.causal_path import CausalPath as CausalPath
from graph.paths.causal_path import RouteCount as RouteCount
from graph.paths.reach import on_paths as on_paths
from graph.paths.steps import OutOfSteps as OutOfSteps
from graph.reading.map_folder import check as check
from graph.reading.map_folder import load_map as load_map
from graph.records.causal_map import CausalMap as CausalMap
from graph.records.edge import Edge as Edge
from graph.records.edge import Evidence as Evidence
from graph.records.node import Node as Node
from graph.records.problems import MapError as MapError
from graph.records.problems import Place as Place
from graph.records.problems import Problem as Problem
from graph.records.reading_level import in_words as in_words
from graph.records.reference import Reference as Reference
from graph.search.nodes import Match as Match
from graph.search.nodes import UnknownNode as UnknownNode
from graph.search.nodes import find as find
from graph.search.nodes import resolve as resolve
from graph.search.nodes import suggest as suggest
from graph.words.explain import summary_of as summary_of
from graph.words.explain import whole_chain_note as whole_chain_note
from graph.words.explain import words_of as words_of
from graph.words.lecture import Lecture as Lecture
from graph.words.lecture import lecture_of_path as lecture_of_path
from graph.words.lecture import lecture_of_tour as lecture_of_tour

try:
    __version__ = _metadata.version("therefore")
except _metadata.PackageNotFoundError:  # a folder that was copied and never installed
    __version__ = "0+unknown"
