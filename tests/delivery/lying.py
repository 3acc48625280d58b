"""A small host that serves a site truthfully, but for what it is told to lie about."""

from __future__ import annotations

import gzip
import mimetypes
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

Files = dict[str, bytes]

TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "application/javascript",
    ".txt": "text/plain; charset=UTF-8",
    ".xml": "text/xml",
    ".json": "application/json",
    ".webp": "image/webp",
}


@dataclass
class Told:
    """What is to be sent."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    """What is said of the length, if not the truth."""
    drip: float = 0
    """Seconds before each byte."""


@dataclass
class Host:
    """The files, below which path, and the lies: what becomes of a true answer, by path and in general."""

    files: Files
    base: str = "/"
    lies: dict[str, Callable[[Told], Told]] = field(default_factory=dict)
    every: Callable[[str, Told], Told] = lambda path, told: told
    asked: list[str] = field(default_factory=list)
    """The paths that were asked for, in order."""
    connections: int = 0

    def answer(self, path: str) -> Told:
        self.asked.append(path)
        told = self.every(path, self._truth(path))
        inner = unquote(path.removeprefix(self.base))
        return self.lies[inner](told) if inner in self.lies else told

    def _truth(self, path: str) -> Told:
        inner = unquote(path.removeprefix(self.base))
        if path.startswith(self.base):
            name = f"{inner}index.html" if inner.endswith("/") or not inner else inner
            if name in self.files:
                ending = "." + name.rpartition(".")[2]
                kind = (
                    TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
                )
                return Told(200, self.files[name], {"Content-Type": kind})
            if f"{inner}/index.html" in self.files:
                return Told(301, b"", {"Location": f"{path}/"})
        page = "en/404.html" if inner.startswith("en/") else "404.html"
        return Told(404, self.files[page], {"Content-Type": "text/html; charset=utf-8"})


@contextmanager
def hosted(host: Host) -> Iterator[str]:
    """Serve it; the address ends in a slash."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def setup(self) -> None:
            host.connections += 1
            super().setup()

        def do_GET(self) -> None:
            told = host.answer(self.path)
            if told.status == 0:  # hang up
                self.close_connection = True
                return
            body, told = told.body, replace(told, headers=dict(told.headers))
            if (
                "gzip" in self.headers.get("Accept-Encoding", "")
                and "Content-Encoding" not in told.headers
            ):
                body = gzip.compress(body)
                told.headers["Content-Encoding"] = "gzip"
            self.send_response(told.status)
            for name, value in told.headers.items():
                self.send_header(name, value)
            self.send_header(
                "Content-Length", str(len(body) if told.length is None else told.length)
            )
            self.end_headers()
            if told.drip:
                for at in range(len(body)):
                    time.sleep(told.drip)
                    self.wfile.write(body[at : at + 1])
            else:
                self.wfile.write(body)
            self.close_connection = self.close_connection or told.length is not None

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

        def handle(self) -> None:
            try:
                super().handle()
            except OSError:
                self.close_connection = True

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{host.base}"
    finally:
        server.shutdown()
        server.server_close()
