"""Keeps a preview going, whatever an editor breaks: the last good pages stay, with what is wrong above them.

MkDocs' server waits with every answer until a rebuild succeeds, stops watching a folder that is taken away, and looks
for changes behind links to folders, where it may go round in circles.
"""

from __future__ import annotations

import logging
import os
import stat
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs import utils
from watchdog.observers.polling import PollingObserverVFS

from portal.interruption import Interrupted, was_interrupted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

    from mkdocs.livereload import LiveReloadServer

    from portal.adapter.failure import Failures

_EVERY = 0.5
"""Seconds between two looks at folders that were taken away."""

_TITLE = {
    "zh": "無法更新預覽；以下頁面仍是上一次正確的內容",
    "en": "The preview cannot be updated; the pages below show the last correct version",
}
"""Not labels: the file of the labels may be what is wrong."""


class Preview:
    """The server of a preview, with what it lacks."""

    def __init__(self, server: LiveReloadServer, failures: Failures) -> None:
        """From now on, no mistake stops the server."""
        self._server, self._failures = server, failures
        self._rebuild = server.builder
        self._pages = server.serve_request
        self._clean = utils.clean_directory
        self._wrong: list[str] = []
        self._stopped = threading.Event()
        _watch_without_following(server)
        self._failures.somebody_tells = True
        self._server.builder = self._build
        self._server.set_app(self._answer)
        threading.Thread(target=self._watch_again, daemon=True).start()

    def stop(self) -> None:
        """The server is about to end."""
        self._stopped.set()

    def _build(self) -> None:
        try:
            self._rebuild()
        except Interrupted:
            raise
        except (Exception, SystemExit) as error:
            if was_interrupted():
                raise Interrupted from error
            # The plugin for locales leaves a stand-in there when a locale fails.
            utils.clean_directory = self._clean
            self._wrong = self._failures.told(
                error if isinstance(error, Exception) else Exception(error)
            )
            logging.getLogger("mkdocs.plugins.portal").error("%s", "\n".join(self._wrong))
        else:
            self._wrong = []
            if was_interrupted():
                raise Interrupted

    def _answer(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """The answer to a request; what is wrong stands at the top of every page."""
        head: list[Any] = []

        def begin(status: str, headers: list[tuple[str, str]], _: object = None) -> Any:
            head.extend((status, headers))

        body = b"".join(self._pages(environ, begin))  # waits for a rebuild that is going on
        status, headers = head[0], dict(head[1])
        wrong = self._wrong
        if wrong and headers.get("Content-Type", "").startswith("text/html"):
            body = _with_notice(body, wrong)
            headers["Content-Length"] = str(len(body))
        start_response(status, list(headers.items()))
        return [body]

    def _watch_again(self) -> None:
        """Rebuild when a folder is taken away or is there again, and watch it again."""
        server = self._server
        gone: set[str] = set()
        while not self._stopped.wait(_EVERY):
            watched = list(server._watched_paths)
            back = {path for path in gone if Path(path).exists()}
            for path in back:
                while path in server._watched_paths:
                    server.unwatch(path)
                server.watch(path)
            now_gone = {path for path in watched if not Path(path).exists()}
            has_changed, gone = bool(back or now_gone - gone), now_gone
            if has_changed:
                with server._rebuild_cond:
                    server._want_rebuild = True
                    server._rebuild_cond.notify_all()


def _watch_without_following(server: LiveReloadServer) -> None:
    """What lies behind a link to a folder is never published, so it need not be watched; the link itself is."""
    watched = dict(server._watched_paths)
    for path, times in watched.items():
        for _ in range(times):
            server.unwatch(path)
    observer = PollingObserverVFS(_stat, os.scandir, polling_interval=_EVERY)
    server.observer = observer  # type: ignore[assignment] # is declared as one kind of observer
    for path, times in watched.items():
        for _ in range(times):
            server.watch(path)


def _stat(path: str) -> os.stat_result:
    found = os.lstat(path)
    if stat.S_ISLNK(found.st_mode):
        with suppress(OSError):
            behind = Path(path).stat()
            return found if stat.S_ISDIR(behind.st_mode) else behind
    return found


def _with_notice(html: bytes, lines: Iterable[str]) -> bytes:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    title = f"{_TITLE['zh']}<br><span lang=en>{_TITLE['en']}</span>"
    inner = f"<p><strong>{title}</strong></p><ul>{items}</ul>"
    notice = f'<aside class="problems" role="alert"><div class="wrap">{inner}</div></aside>'
    start = html.find(b"<body")
    end = html.find(b">", start) + 1 if start >= 0 else 0
    return html[:end] + notice.encode() + html[end:]
