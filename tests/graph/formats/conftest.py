"""The references of the shipped map."""

from __future__ import annotations

import pytest

from tests.graph.formats.samples import Sample, shipped_samples
from tests.shipped import B12


@pytest.fixture(scope="session")
def shipped() -> list[Sample]:
    return shipped_samples(B12.references)
