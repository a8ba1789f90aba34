"""``/api/export`` and ``/api/qr.svg``: the right file under a good name, or words that say why not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from unittest import TestCase
from urllib.parse import urlencode
from urllib.request import urlopen

import networkx as nx
import pytest

from app.current_map import MAP_VARIABLE
from app.serving import downloads
from app.serving.downloads import DOWNLOAD_ROUTES, SUBGRAPH_FILES, Refused, find_download
from app.serving.file_cache import FileCache
from app.serving.routes import ROUTES
from app.takeaway.exports import LECTURE_EXPORTS, Export
from graph import Lecture, causal_paths
from graph.formats import SUBGRAPH_FORMATS
from graph.paths.subgraph import every_path
from tests.app.conftest import Ask
from tests.graph.small_maps import written
from tests.serving import served
from tests.shipped import B12


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Lecture], bytes]], None]:
    """Make every lecture format by a function of the test."""
    return lambda maker: monkeypatch.setattr(Export, "make", lambda _, lecture: maker(lecture))


def test_every_format_has_an_ending_and_a_media_type() -> None:
    assert set(SUBGRAPH_FILES) == set(SUBGRAPH_FORMATS)


def test_the_server_answers_these_addresses() -> None:
    assert all(route in ROUTES for route in DOWNLOAD_ROUTES)


@pytest.mark.parametrize("name", LECTURE_EXPORTS)
def test_a_tour_is_made_in_each_format_under_its_name(
    ask: Ask, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MAP_VARIABLE, str(written(tmp_path)))
    export = LECTURE_EXPORTS[name]
    status, headers, body = ask(f"/api/export/{name}?tour=down-the-river&step=2")
    assert status == 200
    file = f"therefore-drought-down-the-river.{export.ending}"
    assert headers["content-disposition"] == f'attachment; filename="{file}"'
    assert headers["content-type"].partition(";")[0] == export.media_type
    assert headers["cache-control"] == "no-cache"
    assert len(body) > 500


@pytest.mark.parametrize("name", SUBGRAPH_FILES)
def test_a_path_is_written_for_each_other_program(ask: Ask, name: str) -> None:
    status, headers, body = ask(f"/api/export/{name}?from=metformin")
    assert status == 200
    ending, media_type = SUBGRAPH_FILES[name]
    file = f"therefore-b12-metformin-to-muscle-loss.{ending}"
    assert headers["content-disposition"] == f'attachment; filename="{file}"'
    assert headers["content-type"].partition(";")[0] == media_type
    assert "not medical advice" in body.decode("utf-8")


def test_the_path_is_the_one_that_the_page_shows_and_its_name_says_which(ask: Ask) -> None:
    _, first, best = ask("/api/export/graphml?from=metformin")
    _, third, other = ask("/api/export/graphml?from=metformin&path=3")
    assert set(nx.parse_graphml(best.decode()).nodes) == set(causal_paths(B12, "metformin").paths[0].nodes)
    assert set(nx.parse_graphml(other.decode()).nodes) != set(nx.parse_graphml(best.decode()).nodes)
    assert "-path-3.graphml" in third["content-disposition"]
    assert "-path-" not in first["content-disposition"]


def test_the_whole_map_and_all_paths_can_be_had(ask: Ask) -> None:
    _, headers, body = ask("/api/export/graphml?whole=1")
    assert set(nx.parse_graphml(body.decode()).nodes) == set(B12.node)
    assert 'filename="therefore-b12.graphml"' in headers["content-disposition"]
    _, headers, body = ask("/api/export/graphml?all=1&from=peripheral-neuropathy&to=falls")
    subgraph = every_path(B12, "peripheral-neuropathy", "falls")
    read = nx.parse_graphml(body.decode())
    assert {f"{source}--{target}" for source, target in read.edges} == {edge.id for edge in subgraph.edges}
    name = "therefore-b12-all-peripheral-neuropathy-to-falls.graphml"
    assert f'filename="{name}"' in headers["content-disposition"]


def test_all_paths_are_those_that_a_gate_and_a_block_leave() -> None:
    asked = {"from": "b12-deficiency", "all": "1", "gate": "human", "block": "demyelination,homocysteine"}
    read = nx.parse_graphml(find_download(B12, "graphml", asked).make().decode())
    block = ["demyelination", "homocysteine"]
    subgraph = every_path(B12, "b12-deficiency", "muscle-loss", gate="human", block=block)
    assert set(read.edges) == {(edge.source, edge.target) for edge in subgraph.edges}
    assert read.edges
    assert not set(block) & set(read.nodes)


def test_proposed_steps_are_in_a_file_and_in_its_key_where_the_address_asks_for_them() -> None:
    asked = {"from": "homocysteine", "all": "1"}
    plain, proposed = (find_download(B12, "graphml", {**asked, "proposed": switch}) for switch in ("0", "1"))
    assert plain.key != proposed.key
    subgraph = every_path(B12, "homocysteine", "muscle-loss", proposed=True)
    read = nx.parse_graphml(proposed.make().decode())
    assert set(read.edges) == {(edge.source, edge.target) for edge in subgraph.edges}
    assert set(nx.parse_graphml(plain.make().decode()).edges) < set(read.edges)
    chain = {"from": "paraesthesia", "to": "falls"}
    assert b"paraesthesia" in find_download(B12, "csv", {**chain, "proposed": "1"}).make()
    with pytest.raises(Refused, match="no supported causal path"):
        find_download(B12, "csv", chain)
    with pytest.raises(Refused, match="1 for yes or 0 for no"):
        find_download(B12, "csv", {**chain, "proposed": "please"})


def test_a_gate_that_breaks_every_path_leaves_one_to_tell_and_none_to_write() -> None:
    asked = {"from": "metformin", "gate": "trials"}
    assert find_download(B12, "pdf", asked).name == "therefore-b12-metformin-to-muscle-loss.pdf"
    with pytest.raises(Refused, match=r"causal paths from Metformin to .* break"):
        find_download(B12, "csv", {**asked, "all": "1"})


@pytest.mark.parametrize(
    ("path", "query", "status", "said"),
    [
        ("exe", {"tour": "nerve-route"}, 404, "There is no format “exe”; there are: "),
        ("pptx", {"tour": "nerv-route"}, 404, "There is no tour “nerv-route”"),
        ("pptx", {"from": "metfromin"}, 404, "Did you mean Metformin"),
        ("csv", {"from": "metformin", "to": "mussel los"}, 404, "Nothing on this map is called"),
        ("pptx", {"from": "metformin", "path": "999999999"}, 404, "There is no path 999,999,999"),
        ("pptx", {"from": "metformin", "path": "x"}, 404, "not a number"),
        ("pptx", {"from": "metformin", "gate": "rumours"}, 404, "gate"),
        ("pptx", {"from": "metformin", "block": "nothing-such"}, 404, "Nothing on this map is called"),
        ("pdf", {"from": "muscle-loss", "to": "metformin"}, 404, "There is no causal path"),
        ("csv", {"from": "muscle-loss", "to": "metformin", "all": "1"}, 404, "There is no causal path"),
        ("csv", {"tour": "nerve-route", "all": "1"}, 422, "leave out `tour` or `all`"),
        ("pdf", {"whole": "1"}, 422, "leave out `whole` and `all`"),
        ("pdf", {"from": "x" * 5000}, 404, "Nothing on this map is called"),
        ("<script>", {}, 404, "There is no format"),
    ],
)
def test_what_cannot_be_had_is_refused_in_words(
    ask: Ask, path: str, query: dict[str, str], status: int, said: str
) -> None:
    answered, headers, body = ask(f"/api/export/{path}?{urlencode(query)}")
    assert answered == status
    assert said in body.decode("utf-8")
    assert len(body) < 700
    assert headers["content-type"].startswith("text/plain")
    assert headers["cache-control"] == "no-store"
    assert "content-disposition" not in headers


def test_a_detail_is_as_good_as_any_other_start() -> None:
    details = [node.id for node in B12.nodes if not node.core]
    reached = [name for name in details if causal_paths(B12, name, limit=1).paths]
    assert reached
    for name in reached:
        assert find_download(B12, "csv", {"from": name, "show": "overview"}).name.startswith("therefore-b12-")


def test_a_class_that_downloads_at_once_costs_one_making(ask: Ask, fake: Callable[..., None]) -> None:
    made: list[Lecture] = []
    fake(lambda lecture: made.append(lecture) or b"slides")
    status, _, body = ask("/api/export/pptx?tour=nerve-route", 100)
    assert (status, body, len(made)) == (200, b"slides", 1)


def test_a_step_changes_no_file_and_another_path_is_another_file() -> None:
    def key(**query: str) -> tuple[object, ...]:
        return find_download(B12, "pdf", {"from": "metformin", **query}).key

    assert key() == key(step="4") == key(path="1") == key(to="muscle-loss")
    assert len({key(), key(path="2"), key(level="clinical"), key(block="falls"), key(to="falls")}) == 5


def test_a_changed_map_gives_a_new_file(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path)
    monkeypatch.setenv(MAP_VARIABLE, str(folder))
    assert b"Measured often." in ask("/api/export/csv?whole=1")[2]
    edges = folder / "edges" / "all.yaml"
    edges.write_text(edges.read_text("utf-8").replace("Measured often.", "Measured once."), "utf-8")
    assert b"Measured once." in ask("/api/export/csv?whole=1")[2]


def test_a_maker_that_fails_is_told_in_words_and_logged(ask: Ask, fake: Callable[..., None]) -> None:
    def fail(_: Lecture) -> bytes:
        raise RuntimeError("no ink")

    fake(fail)
    with TestCase().assertLogs(downloads.__name__, "ERROR") as log:
        status, _, body = ask("/api/export/pdf?tour=nerve-route")
    assert (status, body) == (500, b"Handout cannot be made; the log of the server says why.")
    assert "no ink" in "".join(log.output)


def test_a_crowd_is_asked_to_come_back(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "_files", FileCache(queue=0))
    status, headers, body = ask("/api/export/csv?whole=1")
    assert (status, headers["retry-after"]) == (503, "60")
    assert b"try again" in body


def test_the_running_server_hands_out_files_also_when_the_map_turns_faulty(
    tmp_path: Path, example_folder: Path
) -> None:
    folder = Path(shutil.copytree(example_folder, tmp_path / "map"))
    with served(tmp_path / "log", "--map", str(folder)) as running:
        with urlopen(f"{running.url}/api/export/graphml?from=heavy-rain") as answer:
            assert answer.headers["Content-Disposition"].startswith(
                'attachment; filename="therefore-flood-heavy'
            )
            before = answer.read().decode()
            assert "heavy-rain" in nx.parse_graphml(before)
        with urlopen(f"{running.url}/api/qr.svg?{urlencode({'to': running.url})}") as answer:
            assert answer.headers["Content-Type"] == "image/svg+xml"
        (folder / "nodes" / "all.yaml").write_text("nodes: none\n", "utf-8")
        with urlopen(f"{running.url}/api/export/graphml?from=heavy-rain") as answer:
            assert answer.read().decode() == before


def test_without_any_sound_map_a_file_is_refused_in_words(
    ask: Ask, broken_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MAP_VARIABLE, str(broken_folder))
    status, headers, body = ask("/api/export/graphml?from=heavy-rain")
    assert (status, headers["cache-control"]) == (503, "no-store")
    assert b"therefore check" in body


def test_a_qr_code_of_an_address_can_be_had(ask: Ask) -> None:
    address = "https://therefore.example/lecture?tour=nerve-route&step=3"
    status, headers, body = ask(f"/api/qr.svg?{urlencode({'to': address})}")
    assert (status, headers["content-type"]) == (200, "image/svg+xml")
    assert body.startswith(b'<svg xmlns="http://www.w3.org/2000/svg"'), "an <img> needs the namespace"


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "https://therefore.example/" + "x" * 3000])
def test_no_qr_code_is_made_of_what_nobody_can_scan_or_should(ask: Ask, address: str) -> None:
    status, headers, body = ask(f"/api/qr.svg?{urlencode({'to': address})}")
    assert (status, headers["content-type"]) == (422, "text/plain; charset=utf-8")
    assert b"address" in body


def test_a_refusal_says_its_words() -> None:
    with pytest.raises(Refused, match="There is no format"):
        find_download(B12, "exe", {})
