"""Two builds of one site do not get into each other's way."""

from __future__ import annotations

import threading
from pathlib import Path

from portal.publish.lock import hold


def test_the_second_build_waits_for_the_first(tmp_path: Path) -> None:
    first = hold(tmp_path / ".site", wait=lambda: None)
    told, held = threading.Event(), threading.Event()

    def second() -> None:
        with hold(tmp_path / ".site", wait=told.set):
            held.set()

    thread = threading.Thread(target=second)
    thread.start()
    assert told.wait(10)
    assert not held.is_set()
    first.close()
    assert held.wait(10)
    thread.join()
