"""The last sound map stays, whatever happens to the files, and nobody waits for a reading."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from app import kept_map
from app.kept_map import KeptMap, state_of
from graph import CausalMap, MapError, load_map
from tests.serving import PATIENCE

Edit = Callable[[str], None]


@pytest.fixture
def folder(tmp_path: Path, example_folder: Path) -> Path:
    return Path(shutil.copytree(example_folder, tmp_path / "map"))


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Put another title into the header, with its quotes: an odd one makes the file unreadable."""
    header = folder / "map.yaml"
    before = header.read_text("utf-8").splitlines()

    def put(title: str) -> None:
        lines = [f"title: {title}" if line.startswith("title:") else line for line in before]
        header.write_text("\n".join(lines), "utf-8")

    return put


class Reader:
    """Reads a map, counts how often, and can be held up."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.gate = Event()
        self.gate.set()
        self.held: list[Event] = []

    def __call__(self, folder: Path) -> CausalMap:
        gate = self.gate
        self.read.append((folder / "map.yaml").read_text("utf-8"))
        self.held.append(gate)
        assert gate.wait(PATIENCE)
        return load_map(folder)


@pytest.fixture
def reader() -> Iterator[Reader]:
    made = Reader()
    yield made
    for gate in made.held:
        gate.set()


@pytest.fixture
def kept(folder: Path, reader: Reader) -> KeptMap:
    return KeptMap(folder, reader)


def test_the_map_is_read_once_and_is_the_same_object_for_all(kept: KeptMap, reader: Reader) -> None:
    assert {id(kept.map()) for _ in range(5)} == {id(kept.map())}
    assert len(reader.read) == 1
    assert kept.faults() is None


def test_a_change_for_the_better_is_shown_at_once(kept: KeptMap, edit: Edit) -> None:
    kept.map()
    edit("Snow")
    assert kept.map().header.title == "Snow"


@pytest.mark.parametrize("fault", ["'odd", "[a, b]", "''"])
def test_a_map_that_turns_faulty_leaves_the_last_sound_one_up(kept: KeptMap, edit: Edit, fault: str) -> None:
    sound = kept.map()
    edit(fault)
    assert kept.map() is sound
    faults = kept.faults()
    assert faults is not None
    assert faults.problems[0].file == "map.yaml"
    edit("Mended")
    assert kept.map().header.title == "Mended"
    assert kept.faults() is None


def test_a_faulty_state_of_the_files_is_read_once_however_often_it_is_asked_for(
    kept: KeptMap, edit: Edit, reader: Reader
) -> None:
    kept.map()
    edit("'odd")
    for _ in range(20):
        kept.map()
        assert kept.faults() is not None
    assert len(reader.read) == 2


def test_faults_from_the_beginning_are_read_once_as_well_and_told_each_time(
    kept: KeptMap, edit: Edit, reader: Reader
) -> None:
    edit("'odd")
    for _ in range(5):
        with pytest.raises(MapError) as told:
            kept.map()
        assert told.value.problems[0].file == "map.yaml"
    assert len(reader.read) == 1


def test_telling_the_same_faults_to_a_crowd_does_not_pile_up_traces(kept: KeptMap, edit: Edit) -> None:
    edit("'odd")

    def depth() -> int:
        with pytest.raises(MapError) as told:
            kept.map()
        return len(told.traceback)

    assert {depth() for _ in range(5)} == {depth()}


def test_while_a_reading_hangs_everybody_gets_the_last_map(
    kept: KeptMap, edit: Edit, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = kept.map()
    monkeypatch.setattr(kept_map, "PATIENCE", 0)
    reader.gate = Event()
    edit("Snow")
    got: list[CausalMap] = []
    crowd = [Thread(target=lambda: got.append(kept.map())) for _ in range(50)]
    for visitor in crowd:
        visitor.start()
    for visitor in crowd:
        visitor.join(PATIENCE)
    assert {id(each) for each in got} == {id(sound)}
    assert len(got) == len(crowd)
    assert len(reader.read) == 2, "one reading is enough for all"
    faults = kept.faults()
    assert faults is not None
    assert "is being read" in faults.problems[0].what


def test_whoever_saved_sees_what_was_saved_since_they_wait_a_little(
    kept: KeptMap, edit: Edit, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.map()
    monkeypatch.setattr(kept_map, "PATIENCE", PATIENCE)
    reader.gate = Event()
    edit("Snow")
    got: list[str] = []
    visitor = Thread(target=lambda: got.append(kept.map().header.title))
    visitor.start()
    reader.gate.set()
    visitor.join(PATIENCE)
    assert got == ["Snow"]


def test_a_reading_that_hangs_does_not_keep_the_mended_map_away_and_is_too_late_for_its_own(
    kept: KeptMap, edit: Edit, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.map()
    monkeypatch.setattr(kept_map, "PATIENCE", 0)
    hanging = reader.gate = Event()
    edit("Hangs")
    kept.map()
    reader.gate = Event()
    reader.gate.set()
    monkeypatch.setattr(kept_map, "PATIENCE", PATIENCE)
    edit("Mended")
    mended = kept.map()
    assert mended.header.title == "Mended"
    hanging.set()
    kept._wait(lambda: not kept._under_way, PATIENCE)
    assert kept.map() is mended


def test_readings_that_hang_are_few(
    kept: KeptMap, edit: Edit, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = kept.map()
    monkeypatch.setattr(kept_map, "PATIENCE", 0)
    reader.gate = Event()
    for number in range(20):
        edit(f"Title {number}")
        assert kept.map() is sound
    assert len(reader.read) <= 1 + kept_map.MOST_READINGS


@pytest.mark.parametrize(
    "error", [FileNotFoundError(2, "gone"), PermissionError(13, "no"), RuntimeError("odd")]
)
def test_what_goes_wrong_in_a_reading_leaves_the_last_sound_map_up(
    folder: Path, edit: Edit, error: Exception
) -> None:
    def read(folder: Path) -> CausalMap:
        if "Snow" in (folder / "map.yaml").read_text("utf-8"):
            raise error
        return load_map(folder)

    kept = KeptMap(folder, read)
    sound = kept.map()
    edit("Snow")
    assert kept.map() is sound
    faults = kept.faults()
    assert faults is not None
    assert "cannot be read" in faults.problems[0].what


def test_the_folder_may_be_taken_away_and_come_back(kept: KeptMap, folder: Path) -> None:
    sound = kept.map()
    folder.rename(folder.with_name("away"))
    assert kept.map() is sound
    assert kept.faults() is not None
    folder.with_name("away").rename(folder)
    assert kept.map().header == sound.header
    assert kept.faults() is None


def test_files_that_come_and_go_while_they_are_looked_at_are_no_error(folder: Path) -> None:
    done = Event()

    def restless() -> None:
        while not done.is_set():
            for number in range(20):
                (folder / "nodes" / f"new{number}.yaml").write_text("nodes: []\n", "utf-8")
            for number in range(20):
                (folder / "nodes" / f"new{number}.yaml").unlink()

    writer = Thread(target=restless)
    writer.start()
    try:
        for _ in range(2_000):
            state_of(folder)
    finally:
        done.set()
        writer.join(PATIENCE)


def test_a_file_that_is_replaced_by_one_of_the_same_size_and_time_is_noticed(folder: Path) -> None:
    before = state_of(folder)
    old = folder / "map.yaml"
    new = folder / "map.new"
    shutil.copy2(old, new)
    new.replace(old)
    assert state_of(folder) != before


def test_what_is_no_file_of_the_map_changes_nothing(folder: Path) -> None:
    before = state_of(folder)
    (folder / "nodes" / "notes.txt").write_text("rain", "utf-8")
    (folder / "nodes" / ".all.yaml.swp").write_text("rain", "utf-8")
    assert state_of(folder) == before
