"""Points on a line: as near to where they want to be as their order and their gaps allow."""

from __future__ import annotations

from collections.abc import Sequence


def space_out(
    wanted: Sequence[float],
    weights: Sequence[float],
    gaps: Sequence[float],
    low: float,
    high: float,
) -> list[float]:
    """Place points in order with the least weighted sum of squared displacements.

    Pool adjacent violators (Ayer et al. 1955), after taking the gaps out. Gaps shrink
    evenly if there is not room for all.

    Args:
        wanted: Where each point wants to be.
        weights: How strongly, above zero.
        gaps: Least distance between neighbours, one fewer than points.
        low: Least value of the first point.
        high: Greatest value of the last point.

    >>> space_out([5, 5], [1, 1], [4], 0, 10)
    [3.0, 7.0]
    """
    if not wanted:
        return []
    shrink = min(1.0, max(high - low, 0.0) / sum(gaps)) if sum(gaps) > 0 else 1.0
    offsets = [0.0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap * shrink)
    blocks: list[list[float]] = []
    for point, weight, offset in zip(wanted, weights, offsets, strict=True):
        block = [point - offset, weight, 1.0]
        while blocks and blocks[-1][0] >= block[0]:
            mean, mass, count = blocks.pop()
            total = mass + block[1]
            block = [(mean * mass + block[0] * block[1]) / total, total, count + block[2]]
        blocks.append(block)
    top = max(high - offsets[-1], low)
    means = [min(max(mean, low), top) for mean, _, count in blocks for _ in range(int(count))]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]
