"""The front door: which addresses lead somewhere, what each answer tells the browser, and who sits here."""

from __future__ import annotations

import re
from email.message import Message
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Receive, Scope, Send

from app.pages.visitor import HERE
from app.serving.front_door import FrontDoor, is_from_here
from app.serving.page_shell import shell
from tests.looping import run
from tests.serving import Served

PAGES = ["/", "/lecture", "/evidence", "/about"]
ELSEWHERE = ("192.0.2.7", 50000)


@pytest.fixture
def running(served_example: Served) -> Served:
    return served_example


def fetch(running: Served, path: str, method: str = "GET", **headers: str) -> tuple[int, Message, bytes]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urlopen(Request(running.url + path, headers=named, method=method)) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers, refusal.read()


@pytest.mark.parametrize("path", PAGES)
def test_each_page_is_there_and_is_asked_about_each_time(running: Served, path: str) -> None:
    status, headers, body = fetch(running, path)
    assert (status, headers["Cache-Control"]) == (200, "no-cache")
    assert b"<title>Therefore</title>" in body


@pytest.mark.parametrize(
    "path",
    ["/a", "/a/b/c", "/lecture/more", "/Lecture", "/index.html", "/.git/config", "/auth/login", "/%2e"],
)
def test_an_address_that_leads_nowhere_is_told_in_words_with_a_way_home(running: Served, path: str) -> None:
    status, headers, body = fetch(running, path)
    assert status == 404
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert b"There is no page at this address." in body
    assert b"<script" not in body
    home = re.search(rb'<a href="([^"]+)"', body)[1].decode()
    assert home == ("../" * (path.count("/") - 1) or "./")


def test_nothing_may_be_sent_to_an_address_that_leads_nowhere(running: Served) -> None:
    assert fetch(running, "/a/b", method="POST")[0] == 404


@pytest.mark.parametrize("path", ["/lecture/", "/evidence/"])
def test_a_page_is_found_with_a_stroke_behind_it_too(running: Served, path: str) -> None:
    assert fetch(running, path)[0] == 200


EVERYWHERE = [
    *PAGES,
    *("/a/b/c", "/api/find?q=rain", "/api/qr.svg", "/assets/own/shared/base.css"),
    *("/assets/vis/vis-network.min.js", "/assets/map/0.json", "/_stcore/health", "/_stcore/host-config"),
    *("/favicon.png", "/api/export/graphml?from=heavy-rain", "/_stcore/metrics"),
]


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_tells_the_browser_what_it_may_not_do(running: Served, path: str) -> None:
    _, headers, _ = fetch(running, path)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["object-src"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in policy["script-src"]


@pytest.mark.parametrize("path", PAGES)
def test_a_course_may_show_a_page_in_a_frame(running: Served, path: str) -> None:
    _, headers, _ = fetch(running, path)
    assert "frame-ancestors *" in headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in headers


def test_a_refusal_at_the_door_carries_the_headers_too(running: Served) -> None:
    status, headers, _ = fetch(running, "/", Host="elsewhere.example")
    assert status == 403
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_no_page_of_another_host_may_steer_ours(running: Served) -> None:
    _, _, body = fetch(running, "/_stcore/host-config")
    assert b'"allowedOrigins":[]' in body


def test_how_busy_the_server_is_can_be_asked_here(running: Served) -> None:
    assert fetch(running, "/_stcore/metrics")[0] == 200


@pytest.mark.parametrize("header", ["X_Forwarded_For", "Forwarded", "Via"])
def test_how_busy_the_server_is_is_not_told_through_a_proxy(running: Served, header: str) -> None:
    assert fetch(running, "/_stcore/metrics", **{header: "127.0.0.1"})[0] == 403


def test_the_shell_says_where_the_server_is_before_any_script_asks() -> None:
    page = shell()
    assert page.index("BACKEND_BASE_URL") < page.index('<script type="module"')
    assert "agent" not in page


def scope_of(client: Any, server: Any = ("127.0.0.1", 8501), **headers: str) -> Scope:
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {
        "type": "http",
        "method": "GET",
        "path": "/",
        "client": client,
        "server": server,
        "headers": named,
    }


@pytest.mark.parametrize(
    "scope",
    [
        scope_of(("127.0.0.1", 5), host="localhost:8501"),
        scope_of(("127.0.0.1", 5), host="127.0.0.1"),
        scope_of(("::1", 5), ("::1", 8501), host="[::1]:8501"),
        scope_of(("192.0.2.1", 5), ("192.0.2.1", 8501), host="lectern:8501"),
    ],
    ids=["localhost", "127.0.0.1", "[::1]", "by its name in the network"],
)
def test_who_sits_at_this_machine_is_known(scope: Scope) -> None:
    assert is_from_here(scope)


@pytest.mark.parametrize(
    "scope",
    [
        scope_of(ELSEWHERE, host="localhost"),
        scope_of(ELSEWHERE, ("192.0.2.1", 8501), host="lectern"),
        scope_of(("127.0.0.1", 5), host="teaching.example"),
        scope_of(("127.0.0.1", 5), host="localhost", x_forwarded_for="192.0.2.7"),
        scope_of(("127.0.0.1", 5), host="localhost", via="1.1 proxy"),
        scope_of(("127.0.0.1", 5), host="["),
        scope_of(("127.0.0.1", 5)),
        scope_of(None, host="localhost"),
    ],
    ids=["elsewhere", "network", "proxy by name", "forwarded", "via", "odd", "no host", "nobody"],
)
def test_everybody_else_is_a_visitor(scope: Scope) -> None:
    assert not is_from_here(scope)


@given(claimed=st.binary(max_size=4), name=st.sampled_from([HERE, HERE.upper(), HERE.title()]))
def test_nobody_gets_in_by_saying_that_they_are_here(claimed: bytes, name: str) -> None:
    seen: list[Any] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.extend(scope["headers"])

    scope = scope_of(ELSEWHERE, host="localhost")
    scope["headers"].append((name.encode(), claimed))
    run(FrontDoor(app)(scope, None, None))  # type: ignore[arg-type]
    assert HERE.encode() not in [name.lower() for name, _ in seen]
