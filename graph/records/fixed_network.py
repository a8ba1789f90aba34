"""A ``networkx`` graph that nobody can change, attributes included.

``networkx.freeze`` keeps nodes and edges; what they carry could still be overwritten, for everybody who holds
the same map.
"""

from __future__ import annotations

from typing import Any, NoReturn

import networkx as nx


class FixedFields(dict[str, Any]):
    """Attributes that can only be read; a copy is a plain ``dict``, so a copy of the graph can be changed."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise nx.NetworkXError("Frozen graph can't be modified: change a copy, nx.DiGraph(my_map.network)")

    __setitem__ = __delitem__ = __ior__ = _refuse
    update = popitem = setdefault = clear = _refuse

    def pop(self, key: str, *default: Any) -> Any:
        """The default of a field that is not there: a writer of networkx asks so for an ``id``."""
        return default[0] if default and key not in self else self._refuse()

    def copy(self) -> dict[str, Any]:
        """The same fields in a dictionary that can be changed."""
        return dict(self)

    __copy__ = copy

    def __deepcopy__(self, _: object) -> dict[str, Any]:
        # Words and numbers only: nothing within needs a copy of its own.
        return dict(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (dict(self),)


def fix(network: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """Freeze a graph and all that its nodes, its edges and it itself carry."""
    # networkx gives no other way to the attributes; its two tables of edges share those of an edge.
    nodes: Any = vars(network)["_node"]
    successors: Any = vars(network)["_succ"]
    predecessors: Any = vars(network)["_pred"]
    for name, fields in nodes.items():
        nodes[name] = FixedFields(fields)
    for source, targets in successors.items():
        for target, fields in targets.items():
            targets[target] = predecessors[target][source] = FixedFields(fields)
    network.graph = FixedFields(network.graph)
    nx.freeze(network)
    return network
