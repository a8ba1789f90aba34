"""Where ``-o`` leads: links are followed, devices and pipes written straight, files replaced whole."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.takeaway.exports import Export
from graph.reading.default_map import default_map_folder
from graph.reading.json_schemas import schemas, write_schemas
from graph.reading.whole_files import write_whole_file
from tests.app.command_line import shell, therefore_forked, therefore_here
from tests.graph.small_maps import written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The four-node map."""
    return written(tmp_path / "map")


@pytest.fixture
def mask() -> Iterator[None]:
    """A user whose new files only the group may read."""
    before = os.umask(0o027)
    yield
    os.umask(before)


def mode_of(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_a_link_stays_a_link_and_the_file_behind_it_is_written(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "synced").mkdir()
    target, link = tmp_path / "synced" / "out.dot", tmp_path / "out.dot"
    target.write_text("old", "utf-8")
    link.symlink_to("synced/out.dot")
    assert therefore_here("export", "dot", "-o", link, "--map", folder).returncode == 0
    assert link.is_symlink()
    assert target.read_text("utf-8").startswith("//")
    assert sorted(each.name for each in (tmp_path / "synced").iterdir()) == ["out.dot"]


def test_a_link_to_a_file_that_is_not_there_yet_makes_it_there(tmp_path: Path, folder: Path) -> None:
    link = tmp_path / "out.dot"
    link.symlink_to("later.dot")
    assert therefore_here("export", "dot", "-o", link, "--map", folder).returncode == 0
    assert link.is_symlink()
    assert (tmp_path / "later.dot").is_file()


def test_links_in_a_circle_are_told(tmp_path: Path, folder: Path) -> None:
    link = tmp_path / "out.dot"
    link.symlink_to("out.dot")
    done = therefore_here("export", "dot", "-o", link, "--map", folder)
    assert (done.returncode, "lead in a circle" in done.stderr) == (2, True)
    assert link.is_symlink()


def test_a_full_device_is_told_and_stays_a_device(folder: Path) -> None:
    done = therefore_here("export", "csv", "-o", "/dev/full", "--map", folder)
    assert done.returncode == 2
    assert done.stderr == (
        "/dev/full cannot be written (No space left on device); make room there, or choose another place.\n"
    )
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)


def test_a_pipe_with_a_name_is_written_straight(tmp_path: Path, folder: Path) -> None:
    pipe, heard = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: heard.append(pipe.read_text("utf-8")))
    reader.start()
    done = therefore_here("export", "csv", "-o", pipe, "--map", folder)
    reader.join()
    assert done.returncode == 0
    assert heard[0].startswith("source,")
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("name", ["-", "/dev/fd/1", "link"])
def test_standard_output_holds_the_file_and_nothing_else(tmp_path: Path, folder: Path, name: str) -> None:
    (tmp_path / "link").symlink_to("/dev/stdout")
    (tmp_path / "-").write_text("not meant", "utf-8")
    therefore_here("export", "csv", "-o", tmp_path / "expected.csv", "--map", folder)
    with (tmp_path / "out.csv").open("wb") as out:
        done = therefore_forked(
            "export", "csv", "-o", name, "--map", folder, cwd=tmp_path, streams={1: out.fileno()}
        )
    assert done.returncode == 0
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "expected.csv").read_bytes()
    assert done.stderr.startswith("Standard output: Drought and failed crops; 4 nodes")
    assert (tmp_path / "-").read_text("utf-8") == "not meant"
    assert (tmp_path / "link").is_symlink()


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/../dev/stdout", "/proc/self/fd/1", "link"])
def test_every_name_of_standard_output_is_understood(tmp_path: Path, folder: Path, name: str) -> None:
    (tmp_path / "link").symlink_to("/dev/stdout")
    done = therefore_here("export", "csv", "-o", name, "--map", folder, cwd=tmp_path)
    assert done.stdout.startswith("source,")
    assert done.stderr.startswith("Standard output: Drought and failed crops; 4 nodes")


def test_an_open_file_is_written_from_where_it_stands(tmp_path: Path, folder: Path) -> None:
    done = shell(
        '{ echo first >&3; "$@"; } 3> log', "export", "csv", "-o", "/dev/fd/3", "--map", folder, cwd=tmp_path
    )
    assert done.stdout.startswith("/dev/fd/3: Drought and failed crops")
    assert (tmp_path / "log").read_text("utf-8").startswith("first\nsource,")


def test_a_binary_format_reaches_a_pipe_byte_by_byte(folder: Path) -> None:
    reader, writer = os.pipe()
    with open(reader, "rb") as pipe, ThreadPoolExecutor(1) as thread:
        heard = thread.submit(pipe.read)
        done = therefore_forked(
            *("export", "png", "drought", "-o", "-", "--map", folder), streams={1: writer}
        )
        os.close(writer)
    assert done.returncode == 0
    assert heard.result().startswith(b"\x89PNG\r\n\x1a\n")
    assert heard.result().endswith(b"IEND\xaeB`\x82")


@pytest.mark.parametrize(("content", "code"), [(b"\x89PNG\xff", 2), (b"<svg/>", 0)], ids=["binary", "text"])
def test_a_terminal_gets_text_and_is_spared_the_rest(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, code: int
) -> None:
    monkeypatch.setattr(Export, "make", lambda *_: content)
    mine, its = os.openpty()
    terminal = open(its, "w", encoding="utf-8")  # noqa: SIM115
    with terminal, open(mine, "rb", buffering=0):
        done = therefore_here("export", "svg", "drought", "-o", "-", "--map", folder, stdout=terminal)
        straight = therefore_here("export", "svg", "drought", "-o", os.ttyname(its), "--map", folder)
    assert (done.returncode, straight.returncode) == (code, code)
    if code:
        words = "This format is no text, and a terminal shows nothing else; name a file.\n"
        assert done.stderr == straight.stderr == words


def test_an_old_file_keeps_its_mode_and_a_new_one_gets_the_users(
    tmp_path: Path, folder: Path, mask: None
) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text("old", "utf-8")
    old.chmod(0o604)
    for file in (old, new):
        assert therefore_here("export", "csv", "-o", file, "--map", folder).returncode == 0
    assert (mode_of(old), mode_of(new)) == (0o604, 0o640)


def test_the_owner_is_kept_where_that_is_allowed(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, given = tmp_path / "x.csv", []
    file.write_text("old", "utf-8")

    def chown(_: object, user: int, group: int) -> None:
        given.append((user, group))
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.chown", chown)
    assert therefore_here("export", "csv", "-o", file, "--map", folder).returncode == 0
    assert given == [(file.stat().st_uid, file.stat().st_gid)]


def test_a_file_that_its_owner_protects_is_not_replaced(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x.csv"
    file.write_text("old", "utf-8")
    monkeypatch.setattr("os.access", lambda *_: False)  # root may do everything
    done = therefore_here("export", "csv", "-o", file, "--map", folder)
    assert (done.returncode, file.read_text("utf-8")) == (2, "old")
    assert "(Permission denied); choose a folder that exists and may be written to." in done.stderr


def test_another_name_of_the_file_keeps_the_old_content_and_that_is_said(
    tmp_path: Path, folder: Path
) -> None:
    file, other = tmp_path / "x.csv", tmp_path / "y.csv"
    file.write_text("old", "utf-8")
    other.hardlink_to(file)
    done = therefore_here("export", "csv", "-o", file, "--map", folder)
    assert (done.returncode, other.read_text("utf-8")) == (0, "old")
    assert done.stderr == f"{file} had another name as well (a hard link), which keeps the old content.\n"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (".", "(Is a directory); name a file in it."),
        ("", "(Is a directory); name a file in it."),
        ("new/", "(Is a directory); name a file in it."),
        ("no/x.csv", "choose a folder that exists"),
        ("file/x.csv", "choose a folder that exists"),
        ("x" * 256, "(File name too long); choose a shorter name."),
        ("x/" * 2500 + "x", "choose a shorter name."),
    ],
    ids=["folder", "nothing", "new-folder", "no-folder", "no-folder-but-a-file", "long", "very-long"],
)
def test_what_cannot_be_written_is_told_with_the_cure_and_leaves_nothing(
    tmp_path: Path, folder: Path, name: str, said: str
) -> None:
    (tmp_path / "file").touch()
    before = sorted(tmp_path.rglob("*"))
    done = therefore_here("export", "csv", "-o", name, "--map", folder, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr) < 400
    assert sorted(tmp_path.rglob("*")) == before


def test_a_name_as_long_as_a_name_can_be_is_written(tmp_path: Path, folder: Path) -> None:
    assert therefore_here("export", "csv", "-o", tmp_path / ("x" * 255), "--map", folder).returncode == 0


@pytest.mark.parametrize("name", ["map/nodes/all.yaml", "map/new.yml", "link", "twin"])
def test_no_export_takes_the_place_of_a_part_of_the_map(tmp_path: Path, folder: Path, name: str) -> None:
    (tmp_path / "link").symlink_to(folder / "map.yaml")
    (tmp_path / "twin").hardlink_to(folder / "map.yaml")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    done = therefore_here("export", "csv", "-o", tmp_path / name, "--map", folder)
    assert done.returncode == 2
    assert "would take the place of a part of the map; choose a file outside" in done.stderr
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_a_part_of_a_map_that_is_linked_from_elsewhere_is_one_too(tmp_path: Path, folder: Path) -> None:
    elsewhere = (folder / "nodes" / "all.yaml").rename(tmp_path / "shared.yaml")
    (folder / "nodes" / "all.yaml").symlink_to(elsewhere)
    done = therefore_here("export", "csv", "-o", elsewhere, "--map", folder)
    assert "would take the place of a part of the map" in done.stderr


def test_the_schemas_are_written_whole_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = write_schemas(tmp_path)
    before = {file: file.read_bytes() for file in files}
    assert {file.stem for file in files} == set(schemas())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    files[0].write_text("old", "utf-8")
    with pytest.raises(OSError, match="No space left"):
        write_schemas(tmp_path)
    assert files[0].read_text("utf-8") == "old"
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == {**before, files[0]: b"old"}


@pytest.mark.parametrize("broken", ["os.fsync", "os.replace"])
def test_whatever_fails_the_old_file_stays_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    file = tmp_path / "x"
    file.write_text("old", "utf-8")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(broken, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole_file(file, b"new")
    assert {each: each.read_text("utf-8") for each in tmp_path.iterdir()} == {file: "old"}


def test_an_export_of_the_map_in_use_leaves_its_folder_as_it_is(tmp_path: Path) -> None:
    before = sorted(default_map_folder().rglob("*"))
    assert therefore_here("export", "csv", "-o", tmp_path / "x.csv").returncode == 0
    assert sorted(default_map_folder().rglob("*")) == before
