"""The house rules, kept by the same command as everything else.

Lint, types and layers are checked by their own tools; the rest says what may not stand in this repository.
"""

from __future__ import annotations

import re
import subprocess
import sys
from fnmatch import fnmatch
from importlib.metadata import version
from pathlib import Path
from statistics import median

import pytest

from tests.tree import ROOT, files, hits, texts

LONGEST_FILE = 300
TOOLS = {
    "ruff check": "`uv run ruff check --fix` mends most",
    "ruff format --check": "`uv run ruff format` mends it",
    "mypy": "mend the types it names",
    "lint-imports --no-logo": "move the import to where the layers in pyproject.toml allow it",
}


@pytest.mark.parametrize("tool", TOOLS)
def test_the_code_passes(tool):
    program, *arguments = tool.split()
    command = [Path(sys.executable).with_name(program), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{tool} complains; {TOOLS[tool]}\n{done.stdout}{done.stderr}"


def test_no_file_of_code_is_longer_than_a_reader_can_hold():
    long = {
        name: lines
        for name, text in texts(".py", ".js", ".css").items()
        if (lines := len(text.splitlines())) > LONGEST_FILE
    }
    assert long == {}, "does each of these do two jobs?"


ROOMS = sorted(
    {
        path.relative_to(ROOT).parts[:2]
        for path in files()
        if path.suffix in (".py", ".js", ".css")
        and path.relative_to(ROOT).parts[0] in ("graph", "app")
        and len(path.relative_to(ROOT).parts) > 2
    }
)
NAMED = re.compile(r"`([\w.*]+)`")
PYTHON = re.compile(r"`([\w*]+\.py)`")
FOLDERS = sorted({path.relative_to(ROOT).parts[:1] for path in files()} - {(".ci",)})


@pytest.mark.parametrize("folder", [*FOLDERS, *ROOMS], ids="/".join)
def test_each_folder_and_each_room_opens_with_a_map_of_it(folder):
    if ROOT.joinpath(*folder).is_dir():
        readme = ROOT.joinpath(*folder, "README.md")
        assert readme in files(), f"write {'/'.join(folder)}/README.md: what it is for and what stands where"
        assert readme.read_text("utf-8").startswith("# ")


@pytest.mark.parametrize("room", ROOMS, ids="/".join)
def test_the_map_of_a_room_names_each_of_its_files_and_no_other(room):
    folder, code = ROOT.joinpath(*room), (".py", ".js", ".css")
    table = (folder / "README.md").read_text("utf-8")
    named = {word.removesuffix(ending) for ending in code for word in NAMED.findall(table)}
    there = {
        path.stem for path in files() if folder in path.parents and path.suffix in (".py", ".js", ".css")
    }
    unnamed = {stem for stem in there - {"__init__"} if not any(fnmatch(stem, name) for name in named)}
    assert unnamed == set(), f"name them in {folder.name}/README.md"
    lost = [name for name in PYTHON.findall(table) if not list(folder.glob(name))]
    assert lost == [], "these are not there"


def test_the_median_file_of_code_is_at_most_a_hundred_lines():
    lengths = [
        len(text.splitlines()) for text in texts(".py", ".js", ".css", under=("app", "graph")).values()
    ]
    assert median(length for length in lengths if length > 3) <= 100


def test_the_version_is_the_same_wherever_it_is_said():
    said = version("therefore")
    assert f'version = "{said}"' in (ROOT / "pyproject.toml").read_text("utf-8"), "run `uv sync`"
    assert f"\nversion: {said}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == said


def test_uv_lock_is_not_committed_because_it_records_addresses():
    assert ROOT / "uv.lock" not in files()


def test_no_package_registry_is_named():
    hosts = "|".join(rf"{name}\.org" for name in ("pypi", "pythonhosted", "registry\\.npmjs", "deb\\.debian"))
    assert hits(rf"{hosts}|index[-]url|\"resolved\": *\"http") == []


def test_no_path_of_a_machine_is_written_down():
    places = {str(ROOT.parent), str(Path.home())} - {"/"}
    assert hits("|".join(rf"{re.escape(place)}/" for place in sorted(places))) == []


def test_nothing_is_loaded_from_another_host():
    loads = r"""(src|href)=["']?https?://|\bimport\b[^;]*["'(]https?://|@import(?! url\(assets/own/)|url\(\s*["']?https?://"""
    assert hits(loads, ".py", ".js", ".css", ".html", ".toml", under=("app", "graph")) == []


def test_nothing_is_left_for_later_in_the_code():
    words = "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X"))
    assert hits(rf"\b({words})\b", ".py", ".js", ".css") == []
