"""What the web application answers beside Streamlit's pages, and how Streamlit is set."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from email.message import Message
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from app.commands.addresses import listen, names_of
from app.drawing.picture import picture_of
from app.serving.routes import OWN_FILES, ROUTES
from graph import load_map
from graph.records.vocabulary import Scope
from tests.serving import Served, served

SETTINGS = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "runner.postScriptGC": False,
    "server.fileWatcherType": "none",
    "server.headless": True,
}
OWN = sorted(path.relative_to(OWN_FILES).as_posix() for path in OWN_FILES.rglob("*") if path.is_file())


@pytest.fixture
def running(served_example: Served) -> Served:
    return served_example


def fetch(running: Served, path: str, **headers: str) -> tuple[int, Message, bytes]:
    request = Request(
        running.url + path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers, refusal.read()


def test_vis_comes_from_the_installed_pyvis_and_may_be_kept_for_long(running):
    status, headers, body = fetch(running, "/assets/vis/vis-network.min.js")
    assert status == 200
    assert headers["Content-Type"].startswith("application/javascript")
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert b"vis-network" in body[:2000]


def test_vis_is_sent_packed_to_a_browser_that_can_unpack(running):
    _, headers, body = fetch(running, "/assets/vis/vis-network.min.js", Accept_Encoding="gzip")
    assert headers["Content-Encoding"] == "gzip"
    assert len(body) < 200_000


@pytest.mark.parametrize("name", OWN)
def test_each_of_our_own_files_is_served_and_asked_about_each_time(running, name):
    status, headers, body = fetch(running, f"/assets/own/{name}")
    assert status == 200
    assert headers["Cache-Control"] == "no-cache"
    assert body == (OWN_FILES / name).read_bytes()


@pytest.mark.parametrize(
    "path", ["/assets/vis/vis-network.min.js", f"/assets/own/{OWN[0]}"], ids=["vis", "own"]
)
def test_a_file_that_has_not_changed_is_not_sent_again(running, path):
    _, headers, _ = fetch(running, path)
    status, again, body = fetch(running, path, If_None_Match=headers["ETag"])
    assert (status, body) == (304, b"")
    assert again["Cache-Control"] == headers["Cache-Control"]


@pytest.mark.parametrize(
    "path", ["/assets/own/nothing.js", "/assets/own/../main.py", "/assets/own/..%2fmain.py"]
)
def test_nothing_but_the_files_of_the_folder_is_served(running, path):
    status, _, body = fetch(running, path)
    assert status in (400, 404)
    assert b"streamlit" not in body


def test_routes_leave_streamlits_own_addresses_alone():
    assert all(not route.path.startswith("/_stcore") for route in ROUTES)


def test_the_pictures_of_the_map_are_there_before_anybody_asks_for_a_page(running, example_folder):
    fingerprint = picture_of(load_map(example_folder), Scope.OVERVIEW).fingerprint
    status, headers, body = fetch(running, f"/assets/map/{fingerprint}.json")
    assert (status, headers["Cache-Control"]) == (200, "public, max-age=31536000, immutable")
    assert json.loads(body)["scope"]


@pytest.mark.parametrize("name", ["0000000000000000", "x", "a%20b"])
def test_a_picture_that_nobody_drew_is_told_in_words(running, name):
    status, _, body = fetch(running, f"/assets/map/{name}.json")
    assert (status, body) == (404, b"This drawing is out of date; load the page again.")


def socket_address(running: Served) -> str:
    return f"{running.url.replace('http', 'ws', 1)}/_stcore/stream"


def test_a_page_of_this_server_may_open_its_socket(running):
    with connect(socket_address(running), origin=running.url) as socket:
        assert socket.response.status_code == 101


FOREIGN_PAGES = ["http://elsewhere.example", "null", "http://127.0.0.1:1", "http://[", "//["]


@pytest.mark.parametrize("origin", FOREIGN_PAGES)
def test_a_foreign_page_may_not_open_its_socket(running, origin):
    with pytest.raises(InvalidStatus) as refusal:
        connect(socket_address(running), origin=origin)
    assert refusal.value.response.status_code == 403


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:8501", "127.0.0.1:"])
@pytest.mark.parametrize("path", ["/", "/api/find?q=rain", "/_stcore/health"])
def test_on_this_machine_only_it_answers_to_the_names_of_this_machine(running, path, host):
    assert fetch(running, path, Host=host)[0] == 200


@pytest.mark.parametrize(
    "host",
    [
        "elsewhere.example",
        "127.0.0.1.elsewhere.example",
        "localhost@elsewhere.example",
        "[",
        "[::1",
        "::1",
    ],
)
@pytest.mark.parametrize("path", ["/", "/api/find?q=rain", "/_stcore/health", f"/assets/own/{OWN[0]}"])
def test_on_this_machine_only_a_foreign_name_that_leads_here_is_refused(running, path, host):
    status, _, body = fetch(running, path, Host=host)
    assert (status, body) == (403, b"This server answers to 127.0.0.1, [::1], localhost only.\n")


def test_a_page_under_a_foreign_name_that_leads_here_may_not_open_the_socket(running):
    host, port = running.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as line, pytest.raises(InvalidStatus) as refusal:
        connect("ws://elsewhere.example/_stcore/stream", sock=line, origin="http://elsewhere.example")
    assert refusal.value.response.status_code == 403


def test_once_it_listens_for_others_it_answers_to_any_name(tmp_path, example_folder):
    with served(tmp_path / "log", "--host", "0.0.0.0", "--map", str(example_folder)) as running:
        assert fetch(running, "/api/find?q=rain", Host="teaching.example")[0] == 200


@pytest.mark.parametrize(
    ("host", "names"),
    [
        ("127.0.0.1", {"127.0.0.1", "localhost", "[::1]"}),
        ("127.0.0.2", {"127.0.0.2", "127.0.0.1", "localhost", "[::1]"}),
        ("LocalHost", {"127.0.0.1", "localhost", "[::1]"}),
        ("0.0.0.0", None),
    ],
)
def test_a_server_knows_its_names_from_what_it_listens_on(host, names):
    with listen(host, 0) as door:
        assert names_of(host, door) == names


def test_the_app_has_run_once_before_the_first_visitor_and_said_nothing(running):
    assert [line.split()[0] for line in running.said().splitlines()] == ["Starting", "Ready"]


def test_streamlit_is_set_as_measured_whoever_starts_the_app(tmp_path):
    asked = f"[streamlit.get_option(option) for option in {[*SETTINGS]}]"
    asks = f"import app.serving.server, json, streamlit; print(json.dumps({asked}))"
    done = subprocess.run([sys.executable, "-c", asks], cwd=tmp_path, capture_output=True, check=True)
    assert dict(zip(SETTINGS, json.loads(done.stdout), strict=True)) == SETTINGS
