"""Allows one build of a site at a time; two would update the same spare tree in conflicting ways."""

from __future__ import annotations

import os
from io import FileIO
from typing import TYPE_CHECKING

from portal.publish.state_folder import keep_file, make_state, mend_state, throw_away

try:
    import fcntl
except ImportError:  # this system has no such locks
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def hold(folder: Path, *, wait: Callable[[], None]) -> FileIO:
    """Lock a folder until the returned file is closed, at the latest when the process ends; it is mended before.

    ``wait`` is called once if another process holds the lock. Raises OSError.
    """
    make_state(folder)
    file = _open(folder / "lock")
    if fcntl is not None:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            wait()
            fcntl.flock(file, fcntl.LOCK_EX)
    mend_state(folder)
    return file


def _open(path: Path) -> FileIO:
    keep_file(path)
    if not os.access(path, os.R_OK):
        throw_away(path)
    mode = os.O_RDWR if os.access(path, os.W_OK) or not path.exists() else os.O_RDONLY
    flags = os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    return FileIO(os.open(path, mode | flags, 0o666))
