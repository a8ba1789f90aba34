"""The names offered as somebody types: what can be reached from the start, with its number of paths."""

from __future__ import annotations

import json

from graph import reachable_targets
from tests.app.conftest import Ask
from tests.shipped import B12


def counted(ask: Ask, address: str) -> dict[str, int]:
    status, _, body = ask(address)
    assert status == 200
    return {found["id"]: found["paths"] for found in json.loads(body)}


def test_what_can_be_reached_follows_the_switch_for_proposed_steps(ask: Ask) -> None:
    for switch, proposed in (("", False), ("&proposed=0", False), ("&proposed=1", True)):
        wanted = reachable_targets(B12, "paraesthesia", proposed=proposed)
        said = counted(ask, f"/api/find?from=paraesthesia{switch}")
        assert said == {node: count.total for node, count in wanted.items()}
    assert "falls" not in reachable_targets(B12, "paraesthesia")
