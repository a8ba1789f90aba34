"""Chains that are false as wholes although each step holds, told as what they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.words.markup import citation, joint, text
from graph.records.causal_map import CausalMap
from graph.records.header import FalseChain
from graph.records.joints import End, end_of, joint_between
from graph.records.node import Node

TITLE = "Sounds true step by step, false as a whole"
INTRODUCTION = "Each step may sound right by itself; the whole is not, so such a chain is no answer."
BETWEEN = "is said to lead, by further steps, to"


def false_chain_list(causal_map: CausalMap, chains: Sequence[FalseChain], *, opened: bool = False) -> str:
    """Some false chains behind a line that opens; empty when there is none.

    Args:
        causal_map: the map.
        chains: chains of the map.
        opened: whether they stand open.
    """
    if not chains:
        return ""
    return (
        f'<details data-key="false-chains"{" open" if opened else ""}>'
        f"<summary>{TITLE}: {len(chains)}</summary>{_told(causal_map, chains)}</details>"
    )


def false_chain_section(causal_map: CausalMap) -> str:
    """All false chains of a map under a heading; empty when it lists none."""
    chains = causal_map.header.false_chains
    return f"<h2>{TITLE}</h2>{_told(causal_map, chains)}" if chains else ""


def _told(causal_map: CausalMap, chains: Sequence[FalseChain]) -> str:
    items = "".join(f"<li>{_chain(causal_map, chain)}</li>" for chain in chains)
    return f'<p class="soft">{INTRODUCTION}</p><ul class="findings">{items}</ul>'


def _chain(causal_map: CausalMap, chain: FalseChain) -> str:
    """The claims joined, why the whole is false, and the reference for it."""
    stops = [causal_map.node[stop] for stop in chain.stops]
    words = text(stops[0].at_arrow) + "".join(
        f" {_joint(causal_map, one, other)} {text(other.at_arrow)}" for one, other in pairwise(stops)
    )
    reference = f"<br><cite>{citation(causal_map.reference[chain.ref])}</cite>" if chain.ref else ""
    return f"<b>{words}</b><br>{text(chain.why)}{reference}"


def _joint(causal_map: CausalMap, source: Node, target: Node) -> str:
    """The sign of the arrow between two stops, or dots where the chain takes further steps."""
    edge = causal_map.edge_between(source.id, target.id)
    if edge is None or not edge.supported:
        return joint(f"{End.TIP} … {End.TIP}", BETWEEN)
    between = joint_between(source, edge, target)
    return joint(end_of(between), between.label)
