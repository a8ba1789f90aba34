from __future__ import annotations

from pathlib import Path

import pytest

from graph.reading import yaml_text
from graph.reading.yaml_text import Text, read_yaml


def read(folder: Path, content: str | bytes) -> Text:
    path = folder / "file.yaml"
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return read_yaml(path, "file.yaml")


def said(text: Text) -> list[str]:
    return [str(problem) for problem in text.problems]


WORDS = [
    "NO",
    "no",
    "on",
    "Yes",
    "012",
    "1e3",
    "0x1F",
    "1_000",
    "null",
    "~",
    ".inf",
    "2026-11-01",
    "12:30",
    "1.10",
]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_stays_the_text_it_is(tmp_path: Path, word: str) -> None:
    text = read(tmp_path, f"{word}: {word}\nlist: [{word}]\n")
    assert text.value == {word: word, "list": [word]}
    assert not text.problems


def test_tags_do_not_make_objects(tmp_path: Path) -> None:
    text = read(tmp_path, "a: !!python/object/apply:os.getcwd []\nb: !!int 7\nc: !!binary aGk=\n")
    assert text.value == {"a": [], "b": "7", "c": "aGk="}


def test_a_merge_key_is_a_plain_key(tmp_path: Path) -> None:
    assert read(tmp_path, "<<: {a: 1}\n").value == {"<<": {"a": "1"}}


def test_markup_stays_markup(tmp_path: Path) -> None:
    assert read(tmp_path, "a: <b>&amp;</b>\n").value == {"a": "<b>&amp;</b>"}


def test_every_value_knows_its_line(tmp_path: Path) -> None:
    text = read(tmp_path, "# first\na:\n  - x\n  - b: 1\n    c: >-\n      folded\n      text\n\nd: {e: f}\n")
    lines = {("a",): 2, ("a", 0): 3, ("a", 1): 4, ("a", 1, "b"): 4, ("a", 1, "c"): 5, ("d", "e"): 9}
    assert {path: text.line(path) for path in lines} == lines


def test_a_value_that_is_not_there_has_the_line_of_what_is_around_it(tmp_path: Path) -> None:
    text = read(tmp_path, "a:\n  b: 1\n")
    assert text.line(("a", "c", "d")) == 1
    assert text.line(("z",)) == 1


def test_windows_line_ends_count_once(tmp_path: Path) -> None:
    assert read(tmp_path, "a: 1\r\nb: 2\r\nc: 3\r\n").line(("c",)) == 3


def test_a_byte_order_mark_is_not_part_of_the_first_key(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfa: 1\n").value == {"a": "1"}


@pytest.mark.parametrize("content", ["", "\n\n", "# only a comment\n", "---\n...\n"])
def test_an_empty_file_holds_nothing_and_is_no_problem(tmp_path: Path, content: str) -> None:
    text = read(tmp_path, content)
    assert not text.value
    assert not text.problems


BROKEN = {
    "a key given twice": ("a: 1\nb: 2\na: 3\n", 3, "the key 'a' is given twice, keep one of the two"),
    "a key given twice further in": ("x:\n - a: {p: [1]}\n   a: {q: [2]}\n", 3, "the key 'a' is given twice"),
    "a list repeated": (
        "a: &x [1]\nb: 2\nc: *x\n",
        3,
        "an alias (*) repeats another value, write the value out",
    ),
    "a word repeated": ("a: &x one\nb:\n  - two\n  - *x\n", 4, "an alias (*) repeats another value"),
    "a value that holds itself": ("a: &x [*x]\n", 1, "an alias (*) repeats another value"),
    "an anchor nobody uses": ("a: 1\nb: &x 2\n", 2, "an anchor (&) marks a value for repeating, remove it"),
    "an alias of nothing": ("a: 1\nb: *x\n", 2, "an alias (*) repeats another value"),
    "a list as a key": (
        "a: 1\n? [b, {c: d}]\n: [2]\ne: 3\n",
        2,
        "a key that is not a word, use a plain word",
    ),
    "a second document": ("a: 1\n---\nb: 2\n", 2, "a second document begins here, keep one document a file"),
    "an open quote": ('a: 1\nb: "x\n', 2, "not valid YAML"),
    "a tab": ("a:\n\tb: 1\n", 2, "not valid YAML"),
    "an indent too many": ("a: 1\n  b: 2\n", 2, "not valid YAML"),
    "latin-1": ("a: 1\nb: é\n".encode("latin-1"), 2, "the file is not UTF-8 text, save it as UTF-8"),
    "utf-16": ("a: 1\n".encode("utf-16"), 1, "the file is not UTF-8 text, save it as UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", 1, "the file is not UTF-8 text"),
    "a null byte": (b"a: 1\nb: \x002\n", 2, "a character that YAML does not allow, remove it"),
    "a control character": ("a: µµµµµµ\nb: 2\nc: \x1b[0m\n", 3, "a character that YAML does not allow"),
}


@pytest.mark.parametrize(("content", "line", "what"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_told_with_its_line(
    tmp_path: Path, content: str | bytes, line: int, what: str
) -> None:
    told = said(read(tmp_path, content))
    assert any(problem.startswith(f"file.yaml:{line}: {what}") for problem in told), told


def test_what_stands_around_a_problem_is_still_read(tmp_path: Path) -> None:
    text = read(tmp_path, "a: 1\na: {b: [1, 2]}\n? [x]\n: {y: z}\nc: 3\nd: 4\nd: 5\n")
    assert text.value == {"a": "1", "c": "3", "d": "4"}
    assert [problem.line for problem in text.problems] == [2, 3, 7]


@pytest.mark.parametrize(
    "content",
    ["a: " + "[" * 100_000, "a: " + "[" * 100_000 + "]" * 100_000, "- " * 100_000, "a: " + "{b: " * 50_000],
    ids=["open brackets", "brackets", "dashes", "braces"],
)
def test_deep_nesting_is_a_problem_and_no_crash(tmp_path: Path, content: str) -> None:
    text = read(tmp_path, content)
    assert text.value is None
    assert said(text) == [
        "file.yaml:1: lists or mappings are nested too deeply, write the records as the other files do"
    ]


def test_deep_nesting_under_a_key_given_twice_is_no_crash_either(tmp_path: Path) -> None:
    text = read(tmp_path, "a: 1\na: " + "[" * 50_000 + "]" * 50_000)
    assert [problem.what for problem in text.problems] == [
        "the key 'a' is given twice",
        "lists or mappings are nested too deeply",
    ]


def test_a_bomb_of_aliases_stays_small(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 200)]
    text = read(tmp_path, "\n".join(rows))
    assert text.value["a199"] == [None, None]


def test_a_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "MOST_BYTES", 10)
    text = read(tmp_path, "a: 12345678\n")
    assert text.value is None
    assert said(text) == ["file.yaml:1: the file is larger than 10 bytes, split it into smaller files"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    text = read_yaml(tmp_path / "none.yaml", "none.yaml")
    (problem,) = said(text)
    assert problem.startswith("none.yaml:1: the file cannot be read (No such file or directory), check that")


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    assert said(read_yaml(tmp_path / "a.yaml", "a.yaml"))[0].startswith("a.yaml:1: the file cannot be read (")
