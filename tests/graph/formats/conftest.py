"""The references of the shipped map, and parts of it."""

from __future__ import annotations

import pytest

from graph.paths.subgraph import Subgraph
from tests.graph.formats.samples import Sample, shipped_samples
from tests.graph.formats.subgraphs import SUBGRAPHS
from tests.shipped import B12


@pytest.fixture(scope="session")
def shipped() -> list[Sample]:
    return shipped_samples(B12.references)


@pytest.fixture(params=list(SUBGRAPHS))
def subgraph(request: pytest.FixtureRequest) -> Subgraph:
    return SUBGRAPHS[request.param]
