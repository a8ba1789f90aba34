"""Orders to begin with, from the slowest vibrations of the graph.

Items linked to each other swing together, so sorting every lane by the lowest eigenvectors of
the graph's random walk puts what belongs together at one height in all lanes. Local search
alone can't find that: it would have to turn whole lanes round at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.layout.arrangement import Arrangement

ITERATIONS = 250
ROUGH_ITERATIONS = 30

Vector = list[float]


def spectral_orders(state: Arrangement, count: int, iterations: int) -> Iterator[list[list[int]]]:
    """Yield orders of all lanes: for each of the slowest vibrations, both ways up."""
    for vector in _slow_vectors(state, count, iterations):
        for sign in (1, -1):
            yield [
                sorted(lane, key=lambda item: (round(sign * vector[item], 9), item)) for lane in state.lanes
            ]


def _slow_vectors(state: Arrangement, count: int, iterations: int) -> list[Vector]:
    """Power iteration on the lazy random walk, orthogonal to what was found before.

    The walk is symmetric under the degree-weighted inner product, so that is the one used.
    """
    neighbours = [left + right for left, right in zip(*state.links, strict=True)]
    weights = [float(len(others)) or 1.0 for others in neighbours]
    found: list[Vector] = [[1.0] * len(weights)]
    for number in range(count):
        # Any start will do that is not orthogonal to the wanted vector by construction.
        vector = [((item * 7919 + number * 104729) % 1009) / 1009 - 0.5 for item in range(len(weights))]
        for step in range(iterations):
            vector = [
                (vector[item] + sum(map(vector.__getitem__, others)) / len(others)) / 2
                if others
                else vector[item] / 2
                for item, others in enumerate(neighbours)
            ]
            if step % 5 == 0:
                vector = _orthogonal(vector, found, weights)
        found.append(_orthogonal(vector, found, weights))
    return found[1:]


def _orthogonal(vector: Vector, others: list[Vector], weights: Vector) -> Vector:
    for other in others:
        norm = sum(w * o * o for w, o in zip(weights, other, strict=True))
        share = sum(w * v * o for w, v, o in zip(weights, vector, other, strict=True))
        factor = share / norm if norm > 0 else 0.0
        vector = [v - factor * o for v, o in zip(vector, other, strict=True)]
    size = max(map(abs, vector), default=0.0)
    return [v / size for v in vector] if size > 1e-12 else vector
