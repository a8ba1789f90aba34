"""A map that turns faulty while it is served: every route goes on with the last sound one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest

from app.current_map import MAP_VARIABLE
from graph import load_map
from tests.app.conftest import Ask
from tests.serving import Served, served

NAMES = ["/api/find?q=rain", "/api/find", "/api/find?from=heavy-rain"]


@dataclass(frozen=True)
class Serving:
    """A running server and the folder of its map."""

    running: Served
    folder: Path

    def get(self, path: str) -> bytes:
        with urlopen(self.running.url + path) as answer:
            assert answer.status == 200
            return answer.read()


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory, example_folder: Path) -> Iterator[Serving]:
    place = tmp_path_factory.mktemp("faulty")
    folder = Path(shutil.copytree(example_folder, place / "map"))
    with served(place / "log", "--map", str(folder)) as running:
        yield Serving(running, folder)


def asked(folder: Path) -> list[str]:
    edge = load_map(folder).edges[0].id
    return [*NAMES, f"/api/evidence/{edge}", "/api/references.bib"]


def test_every_question_is_answered_from_the_last_sound_map(serving: Serving) -> None:
    paths = asked(serving.folder)
    before = [serving.get(path) for path in paths]
    edges = serving.folder / "edges" / "all.yaml"
    sound = edges.read_text("utf-8")
    edges.write_text(sound.replace("effect: decreases", "effect: x", 1), "utf-8")
    assert [serving.get(path) for path in paths] == before
    edges.write_text(sound, "utf-8")
    assert [serving.get(path) for path in paths] == before
    assert "Traceback" not in serving.running.said()


def test_what_is_mended_or_new_is_shown_at_the_next_question(serving: Serving) -> None:
    nodes = serving.folder / "nodes" / "all.yaml"
    sound = nodes.read_text("utf-8")
    nodes.write_text(sound.replace("name: Pump", "name: 'Pump", 1), "utf-8")
    assert b"Pump" in serving.get("/api/find")
    nodes.write_text(sound.replace("name: Pump", "name: Great pump", 1), "utf-8")
    assert b"Great pump" in serving.get("/api/find")
    nodes.write_text(sound, "utf-8")
    assert b"Great pump" not in serving.get("/api/find")


def test_a_map_that_is_taken_away_is_answered_from_as_well(serving: Serving) -> None:
    before = serving.get("/api/find")
    away = serving.folder.rename(serving.folder.with_name("away"))
    try:
        assert serving.get("/api/find") == before
    finally:
        away.rename(serving.folder)


@pytest.mark.parametrize("path", [*NAMES, "/api/evidence/x--y", "/api/references.bib"])
def test_without_any_sound_map_every_question_is_answered_in_words(
    ask: Ask, broken_folder: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setenv(MAP_VARIABLE, str(broken_folder))
    status, headers, body = ask(path)
    assert (status, headers["cache-control"]) == (503, "no-store")
    assert body == b"The map has faults just now (2); `therefore check` names them."
