"""What every test shares."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from app.current_map import MAP_VARIABLE
from tests.serving import Served, served

# What the processes of a test compile they keep, as on any machine; else each compiles all that it imports.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# It prepares the process that others are forked from; to look for doctests in it would do all that twice.
collect_ignore = ["forked_from.py"]

# No test is timed: a slow machine must not fail one.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


WORKERS = 2
"""A browser, a server and a test keep more than one core busy each; memory is the limit on small machines."""

WITHOUT_BROWSERS = 3
"""Without browsers a third works while the others wait for a server."""

TOGETHER = (
    ("tests/app/takeaway/", "tests/app/words/", "tests/app/pages/"),
    ("tests/app/commands/", "tests/app/serving/"),
    ("tests/graph/layout/",),
)
"""What one worker takes whole: it has laid out the same lectures or graphs; it has a process to fork from."""

LONGEST_FIRST = ("browser", "test_house.py", "test_serve.py", "takeaway", "app", "answers", "records")
"""What takes longest, below ``tests/``: begun last, it would keep one worker busy while the other is done."""


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end; it need not be looked over for rubbish each time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Some workers for the whole and its large folders; for less, starting them costs more than it saves."""
    named = {Path(argument.partition("::")[0]).name for argument in config.args}
    workers = WITHOUT_BROWSERS if config.option.markexpr == "not browser" else WORKERS
    return workers if named & {"tests", "app", "browser"} else 0


class WholeFiles(LoadFileScheduling):
    """A worker takes whole files, and some folders together."""

    def _split_scope(self, nodeid: str) -> str:
        folders = (folders[0] for folders in TOGETHER if nodeid.startswith(folders))
        return next(folders, super()._split_scope(nodeid))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> WholeFiles:
    """How the tests are shared out among the workers."""
    return WholeFiles(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first; within a file the order stays, for a worker takes whole files."""

    def rank(item: pytest.Item) -> int:
        parts = item.path.parts
        return next((at for at, name in enumerate(LONGEST_FIRST) if name in parts), len(LONGEST_FIRST))

    items.sort(key=rank)


@pytest.fixture(autouse=True)
def _map_of_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test starts with the package's own map chosen, whatever the shell or another test chose."""
    monkeypatch.setenv(MAP_VARIABLE, "")


@pytest.fixture(scope="session")
def example_folder() -> Path:
    """The folder of the small map about rain and streets."""
    return Path(__file__).parent / "example_map"


@pytest.fixture(scope="session")
def served_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The app with the package's own map, as ``therefore serve`` runs it."""
    log = tmp_path_factory.mktemp("served") / "log.txt"
    with served(log, environment={"THEREFORE_MAP": ""}) as running:
        yield running
        assert running.end() == 0, running.said()


@pytest.fixture(scope="session")
def served_example(tmp_path_factory: pytest.TempPathFactory, example_folder: Path) -> Iterator[Served]:
    """The app with the small map about rain and streets."""
    log = tmp_path_factory.mktemp("served-example") / "log.txt"
    with served(log, "--map", str(example_folder)) as running:
        yield running
        assert running.end() == 0, running.said()
