"""The references of the shipped map."""

from __future__ import annotations

import pytest

from graph import load_map
from tests.graph.formats.samples import Sample, shipped_samples


@pytest.fixture(scope="session")
def shipped() -> list[Sample]:
    return shipped_samples(load_map().references)
