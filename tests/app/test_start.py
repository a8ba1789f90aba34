"""The command's own module: it starts the command line, or says what stands in the place of our packages."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from app import start
from tests.app.command_line import therefore
from tests.tree import ROOT

FOREIGN = "raise RuntimeError('another package')\n"


@pytest.mark.parametrize("file", ["graph.py", "graph/__init__.py", "app.py", "app/__init__.py"])
def test_a_package_of_the_same_name_is_named_with_the_cure(tmp_path: Path, file: str) -> None:
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(FOREIGN, "utf-8")
    done = therefore("--version", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    place = tmp_path / file.removesuffix("/__init__.py")
    name = place.name.removesuffix(".py")
    assert line.startswith(f"{str(place)!r} stands in the place of Therefore's package {name!r}; ")
    assert line.endswith("with uv tool install.")


def test_two_copies_of_therefore_are_not_mixed(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "graph", tmp_path / "graph")
    done = therefore("--version", PYTHONPATH=str(tmp_path))
    assert done.returncode == 2
    assert "belong to two copies of Therefore" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "module"),
    [("", "graph"), ("from graph.core import x\n", "graph.core")],
    ids=["empty", "failing"],
)
def test_a_package_that_was_installed_over_ours_is_told(tmp_path: Path, text: str, module: str) -> None:
    for name in ("app", "graph"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "graph" / "__init__.py").write_text(text, "utf-8")
    done = therefore("find", "rain", PYTHONPATH=str(tmp_path))
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert f"The package {module!r}" in line
    assert "is not Therefore's" in line
    assert line.endswith("install Therefore on its own, with uv tool install.")


def test_a_file_of_that_name_in_the_working_directory_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "graph.py").write_text(FOREIGN, "utf-8")
    assert therefore("--version", cwd=tmp_path).returncode == 0


def test_a_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "find_spec", lambda _: None)
    said = start.fault_of_the_installation()
    assert said == "The package 'app' of Therefore is missing; install Therefore anew."


def test_nothing_is_said_of_our_own_packages() -> None:
    assert start.fault_of_the_installation() is None


def test_the_command_starts_in_a_module_that_no_other_package_has() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    module, _, function = project["project"]["scripts"]["therefore"].partition(":")
    shipped = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert shipped == {"app/start.py": f"{module}.py"}
    assert callable(getattr(start, function))
    done = subprocess.run(
        [sys.executable, "-c", f"import {module}; print({module}.__file__)"],
        capture_output=True,
        text=True,
        check=True,
    )
    installed = Path(done.stdout.strip()).read_text("utf-8")
    assert installed == Path(start.__file__).read_text("utf-8"), "run `uv sync --reinstall-package therefore`"
