"""``therefore export``: a file, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

from app.cli import main
from graph.formats import PIECE_FORMATS


@pytest.mark.parametrize("name", PIECE_FORMATS)
def test_each_format_is_written(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / f"out.{name}"
    assert main(["export", name, "metformin", "--path", "2", "-o", str(target)]) == 0
    assert "not medical advice" in target.read_text("utf-8")
    assert "references" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == [target]


def test_without_a_path_number_everything_between_the_ends_is_written(tmp_path: Path) -> None:
    target = tmp_path / "all.graphml"
    assert main(["export", "graphml", "pins and needles", "--to", "falls", "-o", str(target)]) == 0
    read = nx.read_graphml(target)
    assert {"paraesthesia", "falls"} <= set(read.nodes)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["graphml", "metfromin"], "Did you mean Metformin"),
        (["graphml", "sore-tongue"], "There is no causal path"),
        (["graphml", "falls", "--path", "4999"], "There is no path 4,999"),
    ],
)
def test_what_cannot_be_had_leaves_no_file(
    tmp_path: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.graphml"
    assert main(["export", *arguments, "-o", str(target)]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named_with_the_cure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "csv", "falls", "-o", str(tmp_path / "no" / "x.csv")]) == 2
    assert "choose a folder that exists" in capsys.readouterr().err


def test_a_failing_export_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "x.csv"
    target.write_text("old", "utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    assert main(["export", "csv", "falls", "-o", str(target)]) == 2
    assert target.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999"])
def test_a_path_number_that_is_none_is_refused(number: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", "csv", "falls", "--path", number, "-o", str(tmp_path / "x")])
    assert ended.value.code == 2
