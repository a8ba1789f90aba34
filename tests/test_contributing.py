"""What CONTRIBUTING.md tells people to write is sound, and what it shows is what the command says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from graph import load_map, resolve
from tests.app.command_line import therefore_here
from tests.tree import ROOT

GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
NODES, EDGES, FINDING, FALSE_CHAINS, REFERENCES, TOURS, RETIRED = re.findall(
    r"^```yaml\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE
)
RUNS = re.findall(r"^```console\n\$ uv run (.*?)\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
CHANGES = [
    re.findall(r"^\| `(\S+\.yaml)` \| `(.*?)` \| `(.*?)` \|$", table, re.MULTILINE)
    for table in re.findall(r"^\| in \| change \| to \|\n(.*?)\n\n", GUIDE, re.DOTALL | re.MULTILINE)
]


def test_the_examples_together_make_a_sound_map(tmp_path: Path, example_folder: Path) -> None:
    folder = Path(shutil.copytree(example_folder, tmp_path / "map"))
    for name, text in {"nodes": NODES, "edges": EDGES, "references": REFERENCES, "tours": TOURS}.items():
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "more.yaml").write_text(text, "utf-8")
    # The finding is shown with the lines around it, as it stands at the end of the edge.
    before = EDGES.partition("    evidence:\n")[0]
    (folder / "edges" / "more.yaml").write_text(before + FINDING, "utf-8")
    with (folder / "map.yaml").open("a", encoding="utf-8") as header:
        header.write(FALSE_CHAINS + RETIRED)
    made = load_map(folder)
    assert made.edge["fallen-leaves--drain-flow"].contested
    assert made.header.false_chains[0].stops == ("heavy-rain", "standing-water", "drain-flow")
    assert resolve(made, "rain") == "heavy-rain"
    assert made.tour["blocked-drains"].steps[0].edge == "fallen-leaves--drain-flow"


def test_the_command_for_a_tour_writes_a_draft_of_it(tmp_path: Path) -> None:
    command = re.search(r"^uv run therefore (tour new .*?)\s+#", GUIDE, re.MULTILINE)
    assert command is not None
    folder = Path(shutil.copytree(ROOT / "data" / "b12", tmp_path / "b12"))
    done = therefore_here(*command[1].split(), "--map", str(folder), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (folder / "tours" / "blocked-drains.yaml").exists()
    assert load_map(folder).tour["blocked-drains"].draft


@pytest.mark.parametrize(("run", "changes"), list(zip(RUNS, CHANGES, strict=True)), ids=["records", "rules"])
def test_the_run_on_a_broken_copy_is_a_real_one(
    tmp_path: Path, example_folder: Path, run: tuple[str, str], changes: list[tuple[str, str, str]]
) -> None:
    shutil.copytree(example_folder, tmp_path / "broken")
    for name, old, new in changes:
        text = (tmp_path / name).read_text("utf-8")
        assert old in text
        (tmp_path / name).write_text(text.replace(old, new, 1), "utf-8")
    command, shown = run
    done = therefore_here(*command.split()[1:], cwd=tmp_path)
    assert (done.stdout, done.returncode) == (shown, 1)


def test_every_file_it_names_is_there() -> None:
    named = re.findall(r"\]\(([^)#]+)\)|`((?:app|graph|tests|data)/[\w/.-]*)`", GUIDE)
    lost = [name for pair in named for name in pair if name and not (ROOT / name).exists()]
    assert [name for name in lost if "/x." not in name] == []
