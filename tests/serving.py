"""A built site as readers get it: served at an address, and opened in a real browser."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from machine import NO_BROWSER, chromium
from playwright.sync_api import Browser, Request, expect, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


expect.set_options(timeout=30_000)  # milliseconds; five seconds are too few on a busy machine

Headers = Callable[[str], dict[str, str]]
"""The headers that a host adds to its answer, by the path that was asked for."""


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, headers_of: Headers, **options: Any) -> None:
        self.headers_of = headers_of
        super().__init__(*args, **options)

    def end_headers(self) -> None:
        for name, value in self.headers_of(self.path).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a request is no news."""


@contextmanager
def serve(folder: Path, headers_of: Headers = lambda _: {}) -> Iterator[str]:
    """Serve a folder; the address ends in a slash."""
    handler = functools.partial(_Handler, directory=str(folder), headers_of=headers_of)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium without a window."""
    path = chromium()
    assert path is not None, NO_BROWSER
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            yield opened
        finally:
            opened.close()


def lost(request: Request) -> Iterator[str]:
    """Where a request led that got no answer; one that ended because its page was left got what it wanted."""
    if request.failure != "net::ERR_ABORTED":
        yield f"failed: {request.url}"
