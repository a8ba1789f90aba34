"""Whatever happens to a command, it ends in words and with the exit code for it, never in a trace."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.commands import find
from app.commands.common import Fault
from tests.app.command_line import shell, therefore_forked, therefore_here

TRACE = "Traceback (most recent call last)"
LETTERS = "x" * 5000


@pytest.fixture
def gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working directory that has been removed."""
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()


def fails(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let ``therefore find`` fail in a way that nobody has thought of."""

    def run(_: object) -> int:
        raise error

    monkeypatch.setattr(find, "run", run)


COMMANDS = [
    ("find", "rain"),
    ("find", "rain", "--json"),
    ("paths", "heavy-rain"),
    ("paths", "heavy-rain", "--json"),
    ("check",),
    ("export", "csv", "-o", "-"),
    ("export", "csv", "-o", "{here}/x.csv"),
    ("export", "csv", "-o", "/dev/stdout"),
    ("tour", "new", "my-tour"),
    ("--version",),
    ("--help",),
    ("tour", "new", "--help"),
]


@pytest.mark.parametrize("kept_back", [True, False], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("way", ["full", "closed"])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_an_answer_that_reaches_nobody_is_told(
    tmp_path: Path, example_folder: Path, arguments: tuple[str, ...], way: str, kept_back: bool
) -> None:
    folder = Path(shutil.copytree(example_folder, tmp_path / "map"))
    # To a process whose standard output is closed Python gives none, and we give it one that takes nothing.
    nowhere = os.open("/dev/full", os.O_WRONLY) if way == "full" else os.open(os.devnull, os.O_RDONLY)
    with open(nowhere, "w", encoding="utf-8") as lost:
        lost.reconfigure(write_through=not kept_back)
        asked = [word.format(here=tmp_path) for word in arguments]
        done = therefore_here(*asked, stdout=lost, THEREFORE_MAP=str(folder))
    why = {"full": "No space left on device", "closed": "Bad file descriptor"}[way]
    assert done.returncode == 2
    assert done.stderr == (
        f"Standard output cannot be written ({why}); "
        "send it to a terminal, a pipe or a file with room, or to /dev/null.\n"
    )


@pytest.fixture
def full() -> Iterator[int]:
    """A device without room."""
    with open("/dev/full", "wb") as device:
        yield device.fileno()


@pytest.mark.parametrize(
    ("streams", "code", "said"),
    [
        ({1: "closed"}, 2, "Standard output cannot be written"),
        ({1: "full"}, 2, "Standard output cannot be written"),
        ({0: "closed", 2: "closed"}, 0, ""),
        ({2: "full"}, 0, ""),
    ],
    ids=str,
)
def test_a_shell_may_close_or_fill_any_stream(
    example_folder: Path, full: int, streams: dict[int, str], code: int, said: str
) -> None:
    given = {number: full if way == "full" else None for number, way in streams.items()}
    done = therefore_forked("find", "downpour", "--map", example_folder, streams=given)
    assert done.returncode == code
    assert done.stderr.startswith(said)
    assert len(done.stderr.splitlines()) == bool(said)
    assert ("Heavy rain" in done.stdout) == (not said)


def test_a_file_never_takes_the_place_of_a_closed_stream(tmp_path: Path, example_folder: Path) -> None:
    file = tmp_path / "x.csv"
    done = shell('"$@" <&- >&- 2>&-', "export", "csv", "-o", file, "--map", example_folder)
    therefore_here("export", "csv", "-o", tmp_path / "expected.csv", "--map", example_folder)
    assert done.returncode == 2
    assert file.read_bytes() == (tmp_path / "expected.csv").read_bytes()


@pytest.mark.parametrize("arguments", [("check", "nowhere"), ("nonsense",), ("find",)], ids=" ".join)
def test_a_complaint_that_reaches_nobody_changes_no_exit_code(full: int, arguments: tuple[str, ...]) -> None:
    expected = therefore_here(*arguments).returncode
    done = therefore_forked(*arguments, streams={2: full})
    assert (done.returncode, done.stderr) == (expected, "")


@pytest.mark.parametrize(
    "arguments",
    [("check", LETTERS), ("find", "rain", "--map", LETTERS), ("tour", "new", "x", "--map", LETTERS)],
    ids=["check", "map", "tour"],
)
def test_a_name_without_end_is_told_in_short(arguments: tuple[str, ...]) -> None:
    done = therefore_here(*arguments)
    said = done.stdout + done.stderr
    assert done.returncode == (2 if "-o" in arguments else 1)
    assert re.search(r"\(File name too long\)[;,] (choose a shorter name|give the folder that holds)", said)
    assert len(said) < 600


@pytest.mark.parametrize(
    "arguments", [("check",), ("find", "rain"), ("export", "csv", "-o", "-")], ids=" ".join
)
def test_a_folder_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    look = os.stat

    def forbidden(path: os.PathLike[str] | str, *more: object, **options: Any) -> os.stat_result:
        if os.fspath(path) == str(tmp_path):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, *more, **options)

    monkeypatch.setattr(os, "stat", forbidden)  # root may read everything
    done = therefore_here(*arguments, THEREFORE_MAP=str(tmp_path))
    assert done.returncode == 1
    assert f"the folder {tmp_path} cannot be read (Permission denied), give the folder" in (
        done.stdout + done.stderr
    )


@pytest.mark.parametrize(
    "arguments", [("check", "{loop}"), ("find", "rain", "--map", "{loop}")], ids=" ".join
)
def test_a_map_at_the_end_of_a_circle_of_links_is_told(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to("loop")
    done = therefore_here(*(word.format(loop=loop) for word in arguments))
    assert done.returncode in (1, 2)
    assert TRACE not in done.stderr
    assert str(loop) in done.stdout + done.stderr


def test_half_a_character_is_no_name(tmp_path: Path) -> None:
    for arguments in (
        ("check", "a\ud800"),
        ("export", "csv", "-o", "a\ud800"),
        ("find", "x", "--map", "\udfff"),
    ):
        done = therefore_here(*arguments, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.endswith("holds half of a character; type it anew.\n")
        assert "ud800" in done.stderr or "udfff" in done.stderr


def test_bytes_that_are_no_text_are_a_name_like_any_other(tmp_path: Path, example_folder: Path) -> None:
    name = os.fsdecode(b"\xff\xed\xa0\x80")
    folder = Path(shutil.copytree(example_folder, tmp_path / name))
    done = therefore_here("export", "csv", "-o", f"{name}.csv", "--map", name, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(r"\udcff\udced\udca0\udc80.csv: Rain")
    assert (tmp_path / os.fsdecode(b"\xff\xed\xa0\x80.csv")).is_file()
    assert therefore_here("check", folder, cwd=tmp_path).stdout.startswith(
        r"\udcff\udced\udca0\udc80 is sound"
    )


def test_such_a_name_reaches_a_real_process_too(tmp_path: Path) -> None:
    done = shell('"$@"', "check", b"\xff", cwd=tmp_path)
    assert done.returncode == 1
    assert r"\udcff/map.yaml:1: there is no folder" in done.stdout
    assert TRACE not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [("check", "my-map"), ("find", "rain", "--map", "my-map"), ("export", "csv", "-o", "x.csv")],
    ids=lambda arguments: arguments[0],
)
def test_a_working_directory_that_is_gone_is_told(gone: None, arguments: tuple[str, ...]) -> None:
    done = therefore_here(*arguments)
    assert done.returncode == 2
    assert done.stderr == "The folder you are in has been removed; change into one that exists.\n"


@pytest.mark.parametrize("arguments", [("check",), ("find", "rain")], ids=" ".join)
def test_what_needs_no_working_directory_goes_on_without(gone: None, arguments: tuple[str, ...]) -> None:
    done = therefore_here(*arguments)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("number", ["1" + "0" * 30, "9" * 5000, str(2**63), "000010"])
def test_a_limit_that_no_list_can_reach_means_all(example_folder: Path, number: str) -> None:
    done = therefore_here("paths", "heavy-rain", "--limit", number, "--json", "--map", example_folder)
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["paths"]) == 2


@pytest.mark.parametrize("number", ["-1", "ten", "1.5", "", "²", "١", "1_0", LETTERS, "\x1b[31m"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("paths", "heavy-rain", "--limit"),
        ("export", "csv", "falls", "-o", "x", "--path"),
        ("tour", "new", "x", "--path"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_what_is_no_number_is_refused_in_short(arguments: tuple[str, ...], number: str) -> None:
    done = therefore_here(*arguments, number)
    assert done.returncode == 2
    assert "is not a" in done.stderr
    assert len(done.stderr) < 700
    assert "\x1b" not in done.stderr


def test_a_path_number_beyond_all_is_refused(tmp_path: Path) -> None:
    done = therefore_here("export", "csv", "falls", "-o", tmp_path / "x", "--path", "9" * 5000)
    assert (done.returncode, "from 1 to 5,000" in done.stderr) == (2, True)


@pytest.mark.parametrize("error", [KeyError("x\x1b[2J"), RecursionError(), ValueError("a\nb"), MemoryError()])
def test_a_fault_of_the_program_says_so_and_how_to_see_more(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    fails(monkeypatch, error)
    done = therefore_here("find", "some\x1b[2J rain")
    assert done.returncode == 70
    (line,) = done.stderr.splitlines()
    assert line.startswith(
        "This is a fault of the program, not of what you asked: therefore find 'some\\x1b[2J rain' "
    )
    assert type(error).__name__ in line
    assert "THEREFORE_TRACE=1" in line


@pytest.mark.parametrize(
    "error", [KeyError("x"), Fault("No."), PermissionError(13, "Permission denied", "x")]
)
def test_who_asks_for_the_trace_gets_it_and_the_words(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    fails(monkeypatch, error)
    told = therefore_here("find", "rain")
    traced = therefore_here("find", "rain", THEREFORE_TRACE="1")
    assert TRACE not in told.stderr
    assert traced.stderr.startswith(TRACE)
    assert traced.stderr.endswith(told.stderr)
    assert traced.returncode == told.returncode


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    fails(monkeypatch, ModuleNotFoundError("No module named 'networkx'", name="networkx"))
    done = therefore_here("find", "rain")
    assert (done.returncode, done.stderr) == (
        2,
        "The package 'networkx' cannot be imported; install Therefore anew.\n",
    )


def test_ctrl_c_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    fails(monkeypatch, KeyboardInterrupt())
    done = therefore_here("find", "rain")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
