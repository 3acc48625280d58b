"""What is public is read from any host, and a host that misbehaves is told in a sentence, soon, without a secret."""

from __future__ import annotations

import json
import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from portal.delivery import published_state as module
from portal.delivery.published_state import PublishedState, published_state
from portal.delivery.undelivered import Undelivered
from portal.model.values.partial_date import PartialDate

DIGEST = "sha256:" + "0123456789abcdef" * 4
TOLD: dict[str, Any] = {
    "generator": {"name": "city-diplomacy-portal", "version": "9.9"},
    "day": "2026-11-30",
    "records": {"count": 3, "digest": DIGEST},
}
STATE = PublishedState(DIGEST, PartialDate(2026, 11, 30))
RAW = json.dumps(TOLD).encode()

Answer = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@contextmanager
def host(answer: Answer) -> Iterator[str]:
    """A host that answers every question so."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.close_connection = True
            answer(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.socket.close()


def send(handler: BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def refusal(where: str) -> str:
    with pytest.raises(Undelivered) as refused:
        published_state(where)
    assert refused.value.sentences["zh"] != refused.value.sentences["en"]
    return refused.value.sentences["en"]


@pytest.mark.parametrize(
    ("below", "asked"),
    [
        ("", "/build.json"),
        ("build.json", "/build.json"),
        ("portal", "/portal/build.json"),
        ("portal/", "/portal/build.json"),
        ("portal/index.html", "/portal/build.json"),
    ],
)
def test_the_file_is_asked_for_beside_the_front_page(below: str, asked: str) -> None:
    paths = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        paths.append(handler.path)
        send(handler, 200, RAW)

    with host(answer) as address:
        assert published_state(address + below) == STATE
        assert published_state(address + below) == STATE
    assert [path.partition("?")[0] for path in paths] == [asked, asked]
    assert len(set(paths)) == 2  # a CDN that keeps answers has none for either


@pytest.mark.parametrize("status", [404, 410])
def test_where_nothing_was_published_nothing_is_public(status: int) -> None:
    with host(lambda handler: send(handler, status, b"<h1>Nothing here")) as address:
        assert published_state(address) is None


@pytest.mark.parametrize("status", [401, 403, 500, 503, 206])
def test_another_status_is_told(status: int) -> None:
    with host(lambda handler: send(handler, status, RAW)) as address:
        assert f"{address}build.json: the host answers {status}" in refusal(address)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!doctype html><title>Sign in</title>",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b"[" * 50_000,
        RAW[:-1],
        json.dumps(TOLD | {"generator": {"name": "another", "version": "1"}}).encode(),
        json.dumps(TOLD | {"generator": "city-diplomacy-portal"}).encode(),
        json.dumps(TOLD | {"records": {"digest": "sha256:0"}}).encode(),
        json.dumps(TOLD | {"records": {"digest": 7}}).encode(),
        json.dumps(TOLD | {"day": "yesterday"}).encode(),
        RAW + b" " * 70_000,
    ],
)
def test_what_is_not_ours_is_refused(body: bytes, tmp_path: Path) -> None:
    file = tmp_path / "build.json"
    file.write_bytes(body)
    sentence = refusal(str(file))
    assert "is not a build.json of this generator" in sentence
    with host(lambda handler: send(handler, 200, body)) as address:
        assert refusal(address) == sentence


def test_a_huge_answer_is_not_read_to_its_end() -> None:
    sent = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"0" * 65536)
                sent.append(65536)
        except OSError:
            pass

    with host(answer) as address:
        assert "is not a build.json" in refusal(address)
    assert sum(sent) < 2**26  # what the system holds in its buffers


def _headers_for_ever(handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not over.wait(0.02):
        handler.wfile.write(b"X: y\r\n")


def _body_for_ever(handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")
    while not over.wait(0.02):
        handler.wfile.write(b" ")


def _silence(handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
    over.wait(30)


@pytest.mark.parametrize("how", [_silence, _headers_for_ever, _body_for_ever])
def test_a_host_that_hangs_is_left(
    how: Callable[[BaseHTTPRequestHandler, threading.Event], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.3)
    over = threading.Event()
    with ExitStack() as stack:
        address = stack.enter_context(host(lambda handler: how(handler, over)))
        stack.callback(over.set)
        assert refusal(address) == f"{address}build.json: the answer takes too long to arrive"


def test_a_host_that_nobody_can_reach_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
        assert "the host cannot be reached" in refusal(address)


def test_an_answer_that_is_cut_off_is_told() -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{")

    with host(answer) as address:
        assert "the connection ended in the middle" in refusal(address)


def test_a_host_may_lead_to_another_address_of_its_own() -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/build.json":
            send(handler, 301, Location="/portal/build.json")
        else:
            send(handler, 200, RAW)

    with host(answer) as address:
        assert published_state(address) == STATE


def test_a_host_that_leads_elsewhere_or_in_a_circle_is_told() -> None:
    asked = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.path)
        send(handler, 302, Location="/build.json")

    with host(answer) as address:
        assert "is redirected to 127.0.0.1" in refusal(address)
        assert len(asked) == 4
    with host(lambda h: send(h, 302, Location="https://sign-in.example/?token=s3cret")) as address:
        sentence = refusal(address)
    assert "is redirected to sign-in.example; give the address of that site" in sentence
    assert "s3cret" not in sentence


@pytest.mark.parametrize(
    "where",
    [
        "https://user:s3cret@portal.example/",
        "https://s3cret@portal.example/",
        "https://portal.example/?token=s3cret",
        "ftp://user:s3cret@portal.example/",
        "https://[s3cret/",
        "https:///s3cret",
    ],
)
def test_no_secret_of_an_address_is_told(where: str) -> None:
    assert "s3cret" not in refusal(where)


def test_a_folder_and_its_file_are_read(tmp_path: Path) -> None:
    (tmp_path / "build.json").write_bytes(RAW)
    (tmp_path / "other.json").write_bytes(RAW)
    (tmp_path / "current").symlink_to(tmp_path)
    for name in (".", "build.json", "other.json", "current"):
        assert published_state(str(tmp_path / name)) == STATE


def test_a_folder_in_which_nothing_is_published_yet_is_known(tmp_path: Path) -> None:
    assert published_state(str(tmp_path)) is None
    assert published_state(str(tmp_path / "build.json")) is None


@pytest.mark.parametrize("name", ["none", "none/build.json", "www.portal.example/city", "a\0b"])
def test_a_path_to_nothing_is_no_first_publication(tmp_path: Path, name: str) -> None:
    assert refusal(f"{tmp_path}/{name}")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "build.json")
    assert "there is no file" in refusal(str(tmp_path))
