"""Where a Chromium is looked for, and what is done when there is none."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.browser import chromium
from tests.browser.chromium import NoChromium, find_chromium, ready_driver
from tests.browser.conftest import or_give_up


class Machine:
    """A pretended machine: which programs are on its path, and what installers do there."""

    def __init__(self, *programs: str, root: bool = True) -> None:
        self.programs = set(programs)
        self.root = root
        self.ran: list[str] = []
        self.brings: dict[str, str] = {}
        self.own: Path | None = None

    def which(self, name: str) -> str | None:
        return f"/usr/bin/{name}" if name in self.programs else None

    def run(self, command: Sequence[str]) -> bool:
        said = " ".join(command).replace(sys.executable, "python")
        self.ran.append(said)
        if "playwright install" in said:
            if self.own is not None:
                self.own.touch()
            return self.own is not None
        self.programs |= {self.brings[said]} if said in self.brings else set()
        return True


@pytest.fixture
def pretend(monkeypatch: pytest.MonkeyPatch):
    def make(*programs: str, root: bool = True) -> Machine:
        machine = Machine(*programs, root=root)
        monkeypatch.delenv("CHROMIUM", raising=False)
        monkeypatch.setattr(shutil, "which", machine.which)
        monkeypatch.setattr(chromium, "_is_root", lambda: machine.root)
        return machine

    return make


APT = "apt-get install -y --no-install-recommends chromium"
APT_SHELL = f"{APT}-headless-shell"


def test_the_variable_wins_over_the_path(pretend, monkeypatch, tmp_path):
    machine = pretend("chromium", "my-chrome")
    monkeypatch.setenv("CHROMIUM", "my-chrome")
    assert find_chromium(tmp_path / "own", machine.run) == Path("/usr/bin/my-chrome")


def test_a_variable_that_names_no_program_is_told(pretend, monkeypatch, tmp_path):
    machine = pretend("chromium")
    monkeypatch.setenv("CHROMIUM", "/nowhere/chrome")
    with pytest.raises(NoChromium, match="/nowhere/chrome"):
        find_chromium(tmp_path / "own", machine.run)


@pytest.mark.parametrize("name", chromium.NAMES)
def test_one_on_the_path_is_taken_and_nothing_is_installed(pretend, tmp_path, name):
    machine = pretend(name, "apt-get")
    assert find_chromium(tmp_path / "own", machine.run) == Path("/usr/bin") / name
    assert machine.ran == []


def test_playwrights_own_is_taken_when_none_is_on_the_path(pretend, tmp_path):
    machine = pretend("apt-get")
    own = tmp_path / "own"
    own.touch()
    assert find_chromium(own, machine.run) == own
    assert machine.ran == []


def test_playwrights_own_is_installed_first(pretend, tmp_path):
    machine = pretend("apt-get")
    machine.own = tmp_path / "own"
    assert find_chromium(machine.own, machine.run) == machine.own
    assert machine.ran == ["python -m playwright install chromium"]


def test_debians_is_installed_when_playwrights_cannot_be_had(pretend, tmp_path):
    machine = pretend("apt-get")
    machine.brings = {APT_SHELL: "chromium-headless-shell"}
    assert find_chromium(tmp_path / "own", machine.run) == Path("/usr/bin/chromium-headless-shell")
    assert machine.ran == ["python -m playwright install chromium", "apt-get update", APT_SHELL]


def test_a_debian_without_the_small_one_gets_the_large_one(pretend, tmp_path):
    machine = pretend("apt-get")
    machine.brings = {APT: "chromium"}
    assert find_chromium(tmp_path / "own", machine.run) == Path("/usr/bin/chromium")
    assert machine.ran[-2:] == ["apt-get update", APT]


@pytest.mark.parametrize(
    ("programs", "root"), [((), True), (("apt-get",), False)], ids=["not-debian", "not-root"]
)
def test_where_none_can_be_installed_the_cure_is_one_line(pretend, tmp_path, programs, root):
    machine = pretend(*programs, root=root)
    with pytest.raises(NoChromium) as missing:
        find_chromium(tmp_path / "own", machine.run)
    assert "\n" not in str(missing.value)
    assert "CHROMIUM" in str(missing.value)
    assert machine.ran == ["python -m playwright install chromium"]


def test_a_driver_that_starts_is_left_alone(pretend):
    machine = pretend("apt-get")
    ready_driver(machine.run)
    assert [said.split()[-1] for said in machine.ran] == ["--version"]


def test_a_driver_that_lacks_its_library_gets_it_from_debian(pretend):
    machine = pretend("apt-get")

    def run(command: Sequence[str]) -> bool:
        machine.run(command)
        return command[-1] != "--version" or any("libatomic1" in said for said in machine.ran)

    ready_driver(run)
    assert machine.ran[1:3] == ["apt-get update", "apt-get install -y --no-install-recommends libatomic1"]


def test_a_driver_that_cannot_start_names_the_cure(pretend):
    pretend()
    with pytest.raises(NoChromium, match="libatomic1"):
        ready_driver(lambda command: False)


VISIT = "tests/browser/test_front_page.py::test_the_first_page_opens_and_asks_no_other_host"


def test_without_a_browser_a_visit_fails_in_ci():
    report = pytest_in_a_process(VISIT, CI="true", CHROMIUM="/nowhere/chrome")
    assert closing_counts(report) == {"errors": 1}, report
    assert "CHROMIUM is '/nowhere/chrome', which is no program" in report


@pytest.mark.parametrize(
    ("ci", "outcome"), [("true", pytest.fail), ("", pytest.skip)], ids=["ci", "elsewhere"]
)
def test_without_a_browser_visits_fail_in_ci_and_are_skipped_elsewhere(monkeypatch, ci, outcome):
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("CHROMIUM", "/nowhere/chrome")
    said = "CHROMIUM is '/nowhere/chrome', which is no program"
    with pytest.raises(outcome.Exception, match=said), or_give_up():
        find_chromium(Path("own"))


def pytest_in_a_process(*arguments: str, **environment: str) -> str:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    return done.stdout


def closing_counts(report: str) -> dict[str, int]:
    closing = report.strip().splitlines()[-1]
    counts = re.findall(r"(\d+) (passed|failed|skipped|error)", closing)
    return {"errors" if word == "error" else word: int(number) for number, word in counts}
