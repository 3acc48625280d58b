"""How soon a preview answers, and how soon it shows an edit."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.request
from itertools import count
from typing import TYPE_CHECKING

from benchmarks.edits import preview_edits
from benchmarks.process import ENVIRONMENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.builders import Ours

PATIENCE = 600.0
"""Seconds until a preview counts as stuck."""

PAUSE = 0.02
"""Seconds between two requests."""

SETTLE = 1.0
"""Seconds without work between two edits, in which MkDocs begins to watch again."""


def preview_seconds(ours: Ours, portal: Path, folder: Path, runs: int) -> dict[str, list[float]]:
    """Seconds until the first page answers, and from each edit until its page answers with it."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}/"
    temporary = folder / "preview"
    temporary.mkdir()
    environment = ENVIRONMENT | {"TMPDIR": str(temporary)}
    with (folder / "preview.log").open("w") as log:
        start = time.perf_counter()
        process = subprocess.Popen(ours.serve(port), env=environment, stdout=log, stderr=log)
        try:
            seconds = {"First page": [_wait(f"{address}about/counting/", "<main", start)]}
            for name, found in _edits(address, portal, runs):
                seconds.setdefault(name, []).append(found)
        finally:
            _end(process)
    return seconds


def _edits(address: str, portal: Path, runs: int) -> Iterator[tuple[str, float]]:
    marks = map(str, count(8_000_001))
    for _ in range(runs):
        for edit in preview_edits(portal):
            time.sleep(SETTLE)
            mark = next(marks)
            start = time.perf_counter()
            edit.make(portal, mark)
            yield edit.name, _wait(f"{address}{edit.page}", mark, start)


def _wait(address: str, text: str, start: float) -> float:
    """Seconds since the start when the page shows the text; raises TimeoutError."""
    while True:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                html = answer.read().decode()
        except OSError:  # not listening yet, or the page is being written
            html = ""
        seconds = time.perf_counter() - start
        if text in html:
            return seconds
        if seconds > PATIENCE:
            raise TimeoutError(f"{address} does not show {text}")
        time.sleep(PAUSE)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _end(process: subprocess.Popen[bytes]) -> None:
    """As Ctrl-C would; a shell in the background may have it ignored."""
    os.kill(process.pid, signal.SIGINT)
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.terminate()
        process.wait(timeout=10)
