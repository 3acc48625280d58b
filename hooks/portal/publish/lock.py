"""Allows one build of a site at a time; two would update the same spare tree in conflicting ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

try:
    import fcntl
except ImportError:  # this system has no such locks
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import BufferedWriter
    from pathlib import Path


def hold(folder: Path, *, wait: Callable[[], None]) -> BufferedWriter:
    """Lock a folder until the returned file is closed, at the latest when the process ends.

    ``wait`` is called once if another process holds the lock.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = (folder / "lock").open("wb")
    if fcntl is not None:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            wait()
            fcntl.flock(file, fcntl.LOCK_EX)
    return file
