"""Nothing that is printed steers the terminal: no text of a map, no name of a file, no argument."""

from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.commands.common import print_json, wrapped
from app.commands.visible import say, visible, visible_json
from tests.app.command_line import therefore_here
from tests.graph.small_maps import FOUR_NODES, written

ESCAPE = "\x1b[31m"
STEERING = {
    "colour": ESCAPE,
    "csi": "\x9b2J",
    "nul": "\0",
    "bell": "\a",
    "back": "\r\b",
    "tab": "\t",
    "bidi": "\u202etxt.exe\u2066",
    "mark": "\u200f",
    "line": "\n",
    "separators": "\u2028\u2029\x85",
    "half": "\udc80",
    "tag": "\U000e0041",
}
ORDINARY = (
    "Müller–Lyer 5\u00a0µg → ∴ “x” \u202f שלום नमस्\u200dते می\u200cخواهم so\u00adft 👩\u200d🔬 \U0001f9ec"
)


def steers(text: str) -> bool:
    """Whether a terminal would do something else than show a character."""
    return any(
        unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in text.replace("\n", "")
    ) or any(
        char in text for char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
    )


@pytest.mark.parametrize("text", STEERING.values(), ids=STEERING)
def test_what_steers_a_terminal_is_written_as_an_escape(text: str) -> None:
    shown = visible(f"a{text}b")
    assert shown.isascii()
    assert shown.isprintable()
    assert (shown[0], shown[-1]) == ("a", "b")


def test_letters_of_every_script_stay_as_they_are() -> None:
    assert visible(ORDINARY) == ORDINARY
    assert json.loads(visible_json(json.dumps(ORDINARY, ensure_ascii=False))) == ORDINARY


@given(
    st.recursive(
        st.text() | st.none() | st.integers(),
        lambda each: st.lists(each) | st.dictionaries(st.text(), each),
        max_leaves=10,
    )
)
def test_json_means_the_same_and_steers_nothing(value: object) -> None:
    text = visible_json(json.dumps(value, ensure_ascii=False, indent=2))
    assert json.loads(text) == value
    assert not steers(text)


@pytest.mark.parametrize("text", STEERING.values(), ids=STEERING)
def test_json_of_what_steers_is_read_back(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_json([text])
    said = capsys.readouterr().out
    assert json.loads(said) == [text]
    assert not steers(said)


@given(st.text(st.characters()))
def test_lines_that_are_said_are_visible(text: str) -> None:
    assert not steers(wrapped(text))


def test_a_line_stays_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    say(f"one{ESCAPE}\ntwo", "three")
    say("four", to_people=True)
    assert capsys.readouterr() == ("one\\x1b[31m\\ntwo\nthree\n", "four\n")


COMMANDS = [
    ("check",),
    ("find", "drought"),
    ("find", "drought", "--json"),
    ("find", f"{ESCAPE}drought"),
    ("paths", "drought"),
    ("paths", "drought", "--json"),
    ("paths", f"{ESCAPE}drought"),
    ("export", "svg", "drought", "-o", "x.svg"),
    ("export", "csv", f"{ESCAPE}nought", "-o", "x.csv"),
    ("tour", "new", "my-tour"),
    ("tour", "new", f"my{ESCAPE}tour"),
]


@pytest.mark.parametrize(
    "arguments", COMMANDS, ids=lambda arguments: " ".join(arguments).replace(ESCAPE, "ESC")
)
@pytest.mark.parametrize("hostile", [r"\e[31m", r"\u202e", r"\x9b2J", r"\r"])
def test_no_text_of_a_map_steers_the_terminal(
    tmp_path: Path, hostile: str, arguments: tuple[str, ...]
) -> None:
    files = {
        name: text.replace("name: Drought", f'name: "Dro{hostile}ught"').replace(
            "title: Drought and failed crops", f'title: "Dro{hostile}ught"'
        )
        for name, text in FOUR_NODES.items()
    }
    assert files != FOUR_NODES
    done = therefore_here(*arguments, cwd=tmp_path, THEREFORE_MAP=str(written(tmp_path / "map", files)))
    assert done.stdout + done.stderr
    assert not steers(done.stdout + done.stderr)


@pytest.mark.parametrize("name", [f"a{ESCAPE}.yaml", "a\nmap.yaml:1: all is well.yaml", "\u202elmay.yaml"])
def test_no_name_of_a_file_does_and_each_problem_keeps_its_line(
    tmp_path: Path, example_folder: Path, name: str
) -> None:
    folder = Path(shutil.copytree(example_folder, tmp_path / "map"))
    (folder / name).write_text("nodes: none\n", "utf-8")
    done = therefore_here("check", "map", cwd=tmp_path)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert not steers(done.stdout)


def test_no_name_of_a_folder_does(tmp_path: Path, example_folder: Path) -> None:
    name = f"my{ESCAPE}\nmap"
    shutil.copytree(example_folder, tmp_path / name)
    for arguments in (
        ("check", name),
        ("tour", "new", "x", "--map", name),
        ("export", "csv", "-o", name, "--map", name),
    ):
        done = therefore_here(*arguments, cwd=tmp_path)
        assert r"my\x1b[31m\nmap" in done.stdout + done.stderr
        assert ESCAPE not in done.stdout + done.stderr
