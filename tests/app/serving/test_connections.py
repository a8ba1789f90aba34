"""Limits at the door: the time of a request, unclear requests, and more visitors than there is room for."""

from __future__ import annotations

import resource
import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from app.serving import connections, descriptors
from app.serving.connections import FULL
from tests.serving import PATIENCE, Served, served

GET = b"GET /_stcore/health HTTP/1.1\r\nHost: localhost\r\n"


def be_hasty() -> None:
    connections.SECONDS_TO_ASK = 1


def have_few() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))


def line_to(running: Served) -> socket.socket:
    host, port = running.url.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=PATIENCE)


def everything(line: socket.socket) -> bytes:
    """What comes until the other side closes."""
    parts = []
    with suppress(ConnectionResetError):
        while part := line.recv(65536):
            parts.append(part)
    return b"".join(parts)


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory, example_folder: Path) -> Iterator[Served]:
    log = tmp_path_factory.mktemp("hasty") / "log"
    with served(log, "--map", str(example_folder), prepare=be_hasty) as running:
        yield running


@pytest.mark.parametrize(
    "begun",
    [b"", b"G", GET, GET + b"X: " + b"y" * 500, GET + b"Content-Length: 9\r\n\r\nhalf"],
    ids=["nothing", "a letter", "no end of the head", "a long head", "half a body"],
)
def test_a_request_that_does_not_end_is_not_waited_for(hasty: Served, begun: bytes) -> None:
    with closing(line_to(hasty)) as line:
        line.sendall(begun)
        everything(line)


def test_a_second_request_that_does_not_end_is_not_waited_for_either(hasty: Served) -> None:
    with closing(line_to(hasty)) as line:
        line.sendall(GET + b"\r\n")
        assert line.recv(65536).startswith(b"HTTP/1.1 200")
        line.sendall(GET)
        everything(line)


def test_many_half_sent_requests_are_gone_after_a_while_and_a_page_is_answered_meanwhile(
    hasty: Served,
) -> None:
    with ExitStack() as lines:
        half = [lines.enter_context(closing(line_to(hasty))) for _ in range(200)]
        for line in half:
            line.sendall(GET)
        with urlopen(f"{hasty.url}/") as answer:
            assert answer.status == 200
        for line in half:
            everything(line)


def test_a_page_that_is_open_stays_open(hasty: Served) -> None:
    with connect(f"{hasty.url.replace('http', 'ws', 1)}/_stcore/stream", origin=hasty.url) as page:
        with closing(line_to(hasty)) as line:
            line.sendall(GET)
            everything(line)  # longer than a request may take
        assert page.ping().wait(PATIENCE)


@pytest.mark.parametrize(
    "lengths",
    [
        b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        b"transfer-encoding: chunked\r\ncontent-length: 4\r\n",
        b"Content-Length: 4\r\nContent-Length: 5\r\n",
    ],
)
def test_a_request_that_gives_its_length_twice_is_refused_once(hasty: Served, lengths: bytes) -> None:
    hidden = GET.replace(b"GET", b"POST") + lengths + b"\r\n0\r\n\r\n" + GET + b"\r\n"
    with closing(line_to(hasty)) as line:
        line.sendall(hidden)
        answer = everything(line)
    assert answer.startswith(b"HTTP/1.1 400")
    assert answer.count(b"HTTP/1.1") == 1


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory, example_folder: Path) -> Iterator[Served]:
    """A server that may have 256 files and connections open, as on a laptop."""
    log = tmp_path_factory.mktemp("narrow") / "log"
    with served(log, "--map", str(example_folder), prepare=have_few) as running:
        yield running


def visit(running: Served) -> ClientConnection:
    address = f"{running.url.replace('http', 'ws', 1)}/_stcore/stream"
    return connect(address, origin=running.url, open_timeout=PATIENCE, close_timeout=PATIENCE)


def test_more_visits_one_after_the_other_than_there_are_descriptors_for(narrow: Served) -> None:
    for _ in range(300):
        with visit(narrow) as page:
            assert page.response.status_code == 101
    with urlopen(f"{narrow.url}/") as answer:
        assert answer.status == 200
    assert "Traceback" not in narrow.said()


def test_a_crowd_is_told_that_there_is_no_room_and_once_it_has_gone_there_is(narrow: Served) -> None:
    with ExitStack() as crowd:
        inside = 0
        for _ in range(150):
            with suppress(WebSocketException, OSError):
                crowd.enter_context(visit(narrow))
                inside += 1
        assert 20 <= inside < 150
        with closing(line_to(narrow)) as line:
            line.sendall(GET + b"\r\n")
            answer = everything(line)
        assert answer.startswith(b"HTTP/1.1 503")
        assert answer.endswith(FULL)
    assert answered_in_the_end(narrow)
    for _ in range(50):
        with visit(narrow) as page:
            assert page.response.status_code == 101
    assert "Traceback" not in narrow.said()


def test_more_connections_than_there_are_descriptors_do_not_fill_the_log(narrow: Served) -> None:
    with ExitStack() as lines:
        for _ in range(400):
            lines.enter_context(closing(line_to(narrow)))
    assert answered_in_the_end(narrow)
    assert len(narrow.said()) < 10_000
    assert "Traceback" not in narrow.said()


def answered_in_the_end(running: Served) -> bool:
    for _ in range(PATIENCE * 10):
        try:
            with urlopen(f"{running.url}/_stcore/health", timeout=PATIENCE) as answer:
                return bool(answer.status == 200)
        except (URLError, ConnectionError):
            continue
    return False


def test_the_server_takes_as_many_descriptors_as_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = [(256, 4096)]
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits[-1])
    monkeypatch.setattr(resource, "setrlimit", lambda _, new: limits.append(new))
    try:
        descriptors.limit_now.cache_clear()
        before = descriptors.room()
        descriptors.raise_limit()
        assert limits[-1] == (4096, 4096)
        assert descriptors.room() > 3_000 > before
        descriptors.raise_limit()
        assert len(limits) == 2, "what is high enough stays"
    finally:
        monkeypatch.undo()
        descriptors.limit_now.cache_clear()


def test_a_system_that_allows_less_than_its_limit_says_gets_what_it_allows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limits = [(256, resource.RLIM_INFINITY)]

    def put(_: int, new: tuple[int, int]) -> None:
        if new[0] > 10_240:
            raise ValueError("current limit exceeds maximum limit")
        limits.append(new)

    monkeypatch.setattr(resource, "getrlimit", lambda _: limits[-1])
    monkeypatch.setattr(resource, "setrlimit", put)
    try:
        descriptors.raise_limit()
        assert limits[-1][0] == 10_240
    finally:
        monkeypatch.undo()
        descriptors.limit_now.cache_clear()


def test_however_few_there_are_one_page_can_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(descriptors, "limit_now", lambda: 64)
    assert descriptors.room() == descriptors.FOR_ONE_PAGE


@pytest.mark.parametrize("limit", [128, 256, 1024, 20_000, 65_536])
def test_what_is_shared_out_is_never_more_than_there_is(limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(descriptors, "limit_now", lambda: limit)
    kept = descriptors.sessions_kept()
    assert 4 <= kept <= descriptors.MOST_SESSIONS
    assert descriptors.room() + kept * descriptors.PER_SESSION + descriptors.RESERVE == limit
