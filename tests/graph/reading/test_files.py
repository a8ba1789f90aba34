"""A folder may hold anything: nothing is waited for or passed over in silence, nothing ends in a trace."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph import MapError, check, load_map
from graph.reading import files, map_folder
from graph.reading.map_folder import read_map
from graph.reading.yaml_text import MOST_PROBLEMS, read_yaml
from tests.graph.conftest import Faults
from tests.graph.small_maps import FOUR_NODES, NODES, TOURS, written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The four-node map."""
    return written(tmp_path / "map")


def told(folder: Path) -> list[str]:
    return [str(problem) for problem in check(folder)]


def test_a_pipe_that_nobody_writes_to_is_told_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "nodes" / "more.yaml")
    assert told(folder) == [
        "nodes/more.yaml:1: the file cannot be read (it is a pipe), put a plain file there, or give it "
        "another ending"
    ]


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/urandom", "/dev/null"])
def test_a_link_to_a_device_is_told_and_not_read(folder: Path, device: str) -> None:
    (folder / "nodes" / "more.yaml").symlink_to(device)
    assert [problem.split(", ")[0] for problem in told(folder)] == [
        "nodes/more.yaml:1: the file cannot be read (it is a device)"
    ]


def test_a_header_that_is_a_pipe_is_told(folder: Path) -> None:
    (folder / "map.yaml").unlink()
    os.mkfifo(folder / "map.yaml")
    assert told(folder)[0].startswith("map.yaml:1: the file cannot be read (it is a pipe)")


def test_a_socket_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("more.yaml")
        assert told(folder)[0].startswith("more.yaml:1: the file cannot be read (it is a socket)")


def test_a_file_that_grows_for_ever_is_read_up_to_the_limit(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def endless(handle: int, most: int) -> bytes:
        read.append(most)
        return b"#" * min(most, 1_000)

    monkeypatch.setattr(os, "read", endless)
    text = read_yaml(folder / "map.yaml", "map.yaml")
    assert str(text.problems[0]).startswith("map.yaml:1: the file is larger than 2,000,000 bytes, split it")
    assert 1_000 * len(read) < files.MOST_BYTES + 2_000


def test_a_link_to_nothing_and_links_in_a_circle_are_told(folder: Path) -> None:
    (folder / "a.yaml").symlink_to(folder / "none.yaml")
    (folder / "b.yaml").symlink_to(folder / "b.yaml")
    assert [problem.split(", ")[0] for problem in told(folder)] == [
        "a.yaml:1: the file cannot be read (No such file or directory)",
        "b.yaml:1: the file cannot be read (Too many levels of symbolic links)",
    ]


def test_a_link_to_a_plain_file_is_read(folder: Path, tmp_path: Path) -> None:
    (folder / "nodes" / "all.yaml").rename(tmp_path / "elsewhere.txt")
    (folder / "nodes" / "all.yaml").symlink_to(tmp_path / "elsewhere.txt")
    assert told(folder) == []


def test_a_link_to_a_folder_is_told_and_not_followed(folder: Path) -> None:
    (folder / "nodes" / "back").symlink_to(folder)
    assert told(folder) == ["nodes/back:1: a link to a folder is not followed, put the folder itself here"]


def test_a_folder_that_may_not_be_listed_is_one_problem(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def refusing(path: Any) -> Any:
        if Path(path).name == "nodes":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert told(folder) == [
        "nodes:1: the folder cannot be read (Permission denied), let it be read, or move it out of the map"
    ]


def test_a_map_in_a_folder_that_may_not_be_entered_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(path: Any) -> Any:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "lstat", refusing)
    (problem,) = told(folder)
    assert problem.startswith(f".:1: the folder {folder} cannot be read (Permission denied), give the folder")


@pytest.mark.parametrize("lost", ["map.yaml", "nodes/all.yaml", "tours/all.yaml"])
def test_a_file_that_vanishes_while_the_map_is_read_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    def vanishing(path: Path, name: str) -> Any:
        if name != "map.yaml" or lost == "map.yaml":
            (folder / lost).unlink(missing_ok=True)
        return read_yaml(path, name)

    monkeypatch.setattr(map_folder, "read_yaml", vanishing)
    assert told(folder) == [
        f"{lost}:1: the file cannot be read (No such file or directory), check that it exists and may be read"
    ]


def test_a_folder_that_vanishes_while_the_map_is_read_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanishing(root: Path) -> Iterator[Any]:
        found = list(walk(root))
        (folder / "nodes" / "all.yaml").unlink()
        (folder / "nodes").rmdir()
        return iter(found)

    walk = os.walk
    monkeypatch.setattr(os, "walk", lambda root, **_: vanishing(root))
    assert [problem.split(", ")[0] for problem in told(folder)] == [
        "nodes/all.yaml:1: the file cannot be read (No such file or directory)"
    ]


def test_what_other_programs_leave_beside_the_map_is_not_of_the_map(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "config.yaml").write_text("[", "utf-8")
    (folder / "nodes" / ".#all.yaml").symlink_to("somebody@somewhere.1234")
    assert told(folder) == []


@pytest.mark.parametrize("name", ["a\x1b[31m.yaml", "a\nb.yaml", "a\u202eb.yaml", "a\udce9.yaml"])
def test_the_name_of_a_file_is_printed_without_what_does_not_show(folder: Path, name: str) -> None:
    (folder / name).write_text(NODES, "utf-8")
    (problem,) = told(folder)
    assert problem.isprintable()
    assert problem.endswith(": the name of this file holds a character that cannot be seen, rename it")


def test_a_folder_is_printed_without_what_does_not_show(folder: Path) -> None:
    (folder / "a\x1bb").mkdir()
    (folder / "a\x1bb" / "more.yaml").write_text("a: @", "utf-8")
    (problem,) = told(folder)
    assert problem.startswith(r"a\x1bb/more.yaml:1: ")


def test_the_file_of_the_header_stands_for_its_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_map(folder / "map.yaml").header == load_map(folder).header
    assert check(str(folder / "map.yaml")) == []
    causal_map, problems = read_map(folder / "map.yaml")
    assert causal_map is not None
    assert problems == []
    monkeypatch.chdir(folder)
    assert check("map.yaml") == []


@pytest.mark.parametrize("name", ["nodes/all.yaml", "README.md"])
def test_another_file_is_called_a_file_and_told_what_a_map_is(folder: Path, name: str) -> None:
    (folder / "README.md").write_text("A map.", "utf-8")
    for read in (check, lambda given: read_map(given)[1]):
        (problem,) = read(folder / name)
        assert problem.what == f"{folder / name} is a file and not the folder of a map"
        assert problem.cure == "give the folder that holds a map.yaml"
    with pytest.raises(MapError, match="is a file and not the folder of a map"):
        load_map(folder / name)


@pytest.mark.parametrize("name", ["a" * 5_000, "a\0b", "a\udce9b", "\ud800", "a\x1bb"])
def test_a_folder_that_cannot_be_is_told(tmp_path: Path, name: str) -> None:
    for given in (tmp_path / name, tmp_path / name / "map.yaml"):
        (problem,) = check(given)
        assert str(problem).isprintable()
        assert problem.cure == "give the folder that holds a map.yaml"


def test_a_hundred_thousand_empty_records_are_told_in_short(faults: Faults) -> None:
    problems = faults({**FOUR_NODES, "nodes/more.yaml": "nodes:\n" + "- {}\n" * 100_000})
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].endswith(": there are more problems, mend these first")
    assert all(problem.startswith("nodes/more.yaml:") for problem in problems)


def test_the_problems_of_one_file_leave_room_for_those_of_the_others(faults: Faults) -> None:
    many = "nodes:\n" + "- {}\n" * 1_000
    problems = faults({**FOUR_NODES, "nodes/a.yaml": many, "nodes/b.yaml": many, "z.yaml": "odd: []\n"})
    assert [
        sum(problem.startswith(name) for problem in problems) for name in ("nodes/a", "nodes/b", "z")
    ] == [
        MOST_PROBLEMS + 1,
        MOST_PROBLEMS + 1,
        1,
    ]


def test_what_the_rules_find_is_told_in_short_as_well(faults: Faults) -> None:
    step = TOURS[TOURS.index("      - {edge: drought") :].splitlines()[0].replace("minutes: 2", "minutes: 1")
    steps = "\n".join(step.replace("drought--", f"moss-{number}--") for number in range(1_000))
    problems = faults({**FOUR_NODES, "tours/all.yaml": f"{TOURS}{steps}\n"})
    assert len(problems) == MOST_PROBLEMS + 1
    assert "there is no edge 'moss-0--river-flow'" in "\n".join(problems)
    assert problems[-1].endswith(": there are more problems, mend these first")
