"""``therefore export``: a file, whole or not at all."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from pathlib import Path
from threading import Event

import networkx as nx
import pytest

from app.cli import main
from app.commands import file_writing
from app.takeaway.exports import LECTURE_EXPORTS, Export
from graph import Lecture, causal_paths
from graph.formats import SUBGRAPH_FORMATS
from tests.graph.small_maps import written
from tests.shipped import B12

Fake = Callable[[Callable[[Lecture], bytes]], None]


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Make every lecture format by a function of the test."""

    def put(maker: Callable[[Lecture], bytes]) -> None:
        monkeypatch.setattr(Export, "make", lambda _, lecture: maker(lecture))

    return put


@pytest.mark.parametrize("name", SUBGRAPH_FORMATS)
def test_each_format_is_written(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / f"out.{name}"
    assert main(["export", name, "metformin", "--path", "2", "-o", str(target)]) == 0
    assert "not medical advice" in target.read_text("utf-8")
    assert "references" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == [target]


def test_without_a_path_number_everything_between_the_ends_is_written(tmp_path: Path) -> None:
    target = tmp_path / "all.graphml"
    assert main(["export", "graphml", "damaged nerves", "--to", "falls", "-o", str(target)]) == 0
    read = nx.read_graphml(target)
    assert {"peripheral-neuropathy", "falls"} <= set(read.nodes)


def test_proposed_steps_are_written_where_they_are_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "all.graphml"
    asked = ["export", "graphml", "pins and needles", "--to", "falls", "-o", str(target)]
    assert main([*asked, "--proposed"]) == 0
    read = nx.read_graphml(target)
    assert {"paraesthesia", "falls"} <= set(read.nodes)
    assert "proposed" in {status for *_, status in read.edges(data="status")}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["graphml", "metfromin"], "Did you mean Metformin"),
        (["graphml", "sore-tongue"], "There is no causal path"),
        (["graphml", "falls", "--path", "4999"], "There is no path 4,999"),
        (["pptx", "metfromin"], "Did you mean Metformin"),
        (["pptx", "sore-tongue"], "There is no causal path"),
        (["pptx", "falls", "--path", "4999"], "There is no path 4,999"),
        (["pptx", "--tour", "nerv-route"], "Did you mean 'nerve-route'?"),
        (["csv", "--tour", "?"], "Its tours are: "),
        (["pptx"], "give --tour ID"),
        (["csv", "--to", "falls"], "name it behind the format"),
        (["csv", "falls", "--tour", "nerve-route"], "leave out"),
        (["pdf", "--tour", "nerve-route", "--path", "2"], "leave out"),
        (["pdf", "--tour", "nerve-route", "--proposed"], "leave out"),
        (["csv", "--proposed"], "name it behind the format"),
        (["csv", "--through", "falls"], "name it behind the format"),
        (["csv", "--max-steps", "9"], "name it behind the format"),
        (["pdf", "--tour", "nerve-route", "--through", "falls"], "leave out"),
        (["csv", "metformin", "--through", "fals"], "Did you mean Falls (falls)"),
        (["pptx", "metformin", "--through", "fals"], "Did you mean Falls (falls)"),
        (["csv", "metformin", "--max-steps", "2"], "in at most 2 steps. Without that there are 280"),
        (["pptx", "metformin", "--through", "sore-tongue"], "through Sore tongue. Without that there are"),
        (["csv", "paraesthesia", "--to", "falls"], "There is no supported causal path"),
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


@pytest.mark.parametrize("name", LECTURE_EXPORTS)
@pytest.mark.parametrize("asked", [["drought"], ["--tour", "down-the-river"]], ids=["path", "tour"])
def test_each_format_of_a_lecture_is_written_from_a_path_and_from_a_tour(
    tmp_path: Path, name: str, asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, target = written(tmp_path / "map"), tmp_path / "out"
    assert main(["export", name, *asked, "-o", str(target), "--map", str(folder)]) == 0
    assert len(target.read_bytes()) > 500
    assert "references" in capsys.readouterr().out


@pytest.mark.parametrize(("number", "asked"), [(1, []), (2, ["--path", "2"])])
def test_a_lecture_tells_the_best_path_unless_another_one_is_asked_for(
    tmp_path: Path, fake: Fake, number: int, asked: list[str]
) -> None:
    told: list[Lecture] = []
    fake(lambda lecture: told.append(lecture) or b"\x00")
    assert main(["export", "png", "metformin", *asked, "-o", str(tmp_path / "x.png")]) == 0
    routes = causal_paths(B12, "metformin", limit=0).routes
    assert [node.id for node in told[0].nodes] == list(routes[number - 1].best.nodes)
    assert (tmp_path / "x.png").read_bytes() == b"\x00"


def test_a_tour_is_carried_to_another_program(tmp_path: Path) -> None:
    target = tmp_path / "tour.graphml"
    assert main(["export", "graphml", "--tour", "nerve-route", "-o", str(target)]) == 0
    steps = B12.tour["nerve-route"].steps
    told = {f"{source}--{end}" for source, end in nx.read_graphml(target).edges}
    assert told == {step.edge for step in steps if step.edge}


def test_when_nothing_is_named_the_whole_map_is_written(tmp_path: Path) -> None:
    target = tmp_path / "map.graphml"
    assert main(["export", "graphml", "-o", str(target)]) == 0
    assert set(nx.read_graphml(target).nodes) == set(B12.node)


def test_the_start_may_stand_behind_the_options(tmp_path: Path) -> None:
    target = tmp_path / "path.graphml"
    assert main(["export", "graphml", "-o", str(target), "--path", "1", "metformin"]) == 0
    assert set(nx.read_graphml(target).nodes) == set(causal_paths(B12, "metformin").paths[0].nodes)


def test_a_maker_that_fails_is_told_in_words_and_leaves_no_file(
    tmp_path: Path, fake: Fake, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: Lecture) -> bytes:
        raise RuntimeError("no ink")

    fake(fail)
    assert main(["export", "pdf", "falls", "-o", str(tmp_path / "x.pdf")]) == 2
    said = capsys.readouterr()
    assert said.err == "Handout cannot be made (RuntimeError: no ink); nothing was written.\n"
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_while_writing_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", interrupted)
    assert main(["export", "csv", "falls", "-o", str(tmp_path / "x.csv")]) == 130
    assert list(tmp_path.iterdir()) == []


def test_whoever_waits_long_is_told_what_for(
    tmp_path: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    was_told = Event()
    say = builtins.print

    def heard(*words: object, **where: object) -> None:
        say(*words, **where)
        was_told.set()

    monkeypatch.setattr(file_writing, "print", heard, raising=False)
    monkeypatch.setattr(file_writing, "SECONDS_UNTOLD", 0)
    fake(lambda _: b"slides" if was_told.wait(60) else b"")
    assert main(["export", "pptx", "falls", "-o", str(tmp_path / "x.pptx")]) == 0
    assert capsys.readouterr().err == "Making Slides …\n"
    assert (tmp_path / "x.pptx").read_bytes() == b"slides"


def test_a_quick_export_says_nothing_on_the_way(
    tmp_path: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(file_writing, "SECONDS_UNTOLD", 600)
    fake(lambda _: b"quick")
    assert main(["export", "pptx", "falls", "-o", str(tmp_path / "x.pptx")]) == 0
    assert capsys.readouterr().err == ""
