"""``therefore paths``: what is only proposed, and what is false as a whole."""

from __future__ import annotations

import json
from pathlib import Path

from tests.app.command_line import therefore_here
from tests.graph.small_maps import FOUR_NODES, changed, written


def test_what_is_proposed_or_false_as_a_whole_is_told_and_what_is_proposed_can_be_listed(tmp_path: Path):
    folder = written(tmp_path / "map")
    done = therefore_here("paths", "river-flow", "--map", folder).stdout
    assert "needed by 1 more path" in " ".join(done.split())
    assert "With `--proposed`, paths with such steps are listed too." in done
    assert "only proposed: no supporting finding was seen" not in " ".join(done.split())
    asked = " ".join(therefore_here("paths", "river-flow", "--proposed", "--map", folder).stdout.split())
    assert "2 of 2, fewest weak steps first" in asked
    assert "Step 1 is only proposed: no supporting finding was seen." in asked
    assert "as `--path` of export with `--proposed`" in asked
    said = json.loads(therefore_here("paths", "river-flow", "--proposed", "--json", "--map", folder).stdout)
    assert (said["total"], said["proposed"], said["false_chains"]) == (2, 1, 0)
    assert [edge["status"] for path in said["paths"] for edge in path["edges"]].count("proposed") == 1


def test_a_chain_that_is_false_as_a_whole_is_told_with_its_reason(tmp_path: Path):
    old, new = (
        "from: salt, through: [crop-loss], to: drought",
        "from: drought, through: [salt], to: crop-loss",
    )
    edges = FOUR_NODES["edges/all.yaml"].replace("direction: neutral", "direction: supports")
    files = {**changed("map.yaml", old, new), "edges/all.yaml": edges}
    del files["tours/all.yaml"]
    done = therefore_here("paths", "drought", "--map", written(tmp_path / "map", files))
    assert (done.returncode, done.stderr) == (0, "")
    said = " ".join(done.stdout.split())
    assert "There is 1 route and 1 causal path" in said
    chain = "Drought → … → Salt ↑ → … → Crop loss. A failed crop"
    assert f"Sounds true step by step, false as a whole: {chain}" in said
