"""A store with the protocol of S3 (moto) that remembers every state that readers could have met, and serves them.

moto keeps objects as S3 does, but takes any key: refusals are made up here.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote
from wsgiref.types import StartResponse, WSGIEnvironment

from moto.backends import get_backend
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

State = dict[str, bytes]
"""Content by key."""


@dataclass
class Store:
    """What is asked of a store goes through here."""

    bucket: str
    states: list[State] = field(default_factory=lambda: [{}])
    """Of the bucket, after each change."""
    on_change: Callable[[int], None] = lambda number: None
    """Called before each change but to what deployments note, with its number."""
    changes: int = 0
    refusal: str = ""
    """The code of the error that is the answer to everything."""
    _app: Any = field(default_factory=lambda: DomainDispatcherApplication(create_backend_app))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if self.refusal:
            start("403 Forbidden", [("Content-Type", "application/xml")])
            return [
                f"<Error><Code>{self.refusal}</Code><Message>pa55word</Message></Error>".encode()
            ]
        with self._lock:  # one change after the other
            method, path = (
                environ["REQUEST_METHOD"],
                unquote(environ["PATH_INFO"].encode("latin-1").decode()),
            )
            key = path.removeprefix(f"/{self.bucket}/")
            changes = method in {"PUT", "DELETE"} and key != path and not key.startswith(".portal/")
            if changes:
                self.changes += 1
                self.on_change(self.changes)
            answer = b"".join(self._app(environ, start))
            if changes:
                now = dict(self.states[-1])
                now.pop(key, None)
                if method == "PUT":
                    now[key] = self._content(key)
                self.states.append(now)
            return [answer]

    @property
    def backend(self) -> Any:
        """moto's own store."""
        return get_backend("s3")["123456789012"]["aws"]

    def _content(self, key: str) -> bytes:
        value: bytes = self.backend.get_object(self.bucket, key).value
        return value


@contextmanager
def stored(store: Store) -> Iterator[str]:
    """Serve the store; its address."""
    server = make_server("127.0.0.1", 0, store, threaded=True)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def websites(states: list[State]) -> Iterator[str]:
    """Serve each state below its number, as S3 serves a bucket as a website: keys first, then their index documents."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            number, _, key = unquote(self.path)[1:].partition("/")
            state = states[int(number)]
            found = state.get(f"{key}index.html" if not key or key.endswith("/") else key)
            status = 200 if found is not None else 302 if f"{key}/index.html" in state else 404
            self.send_response(status)
            if status == 302:
                self.send_header("Location", f"{self.path}/")
            self.send_header("Content-Length", str(len(found or b"")))
            self.end_headers()
            self.wfile.write(found or b"")

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
