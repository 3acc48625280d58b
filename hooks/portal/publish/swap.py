"""Swaps two folders at once, so that a site is never half one build and half another."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
"""From ``linux/fcntl.h`` and ``linux/fs.h``."""

_UNKNOWN_STEP = (0, errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)
"""What a system or file system answers that does not know this step; anything else is a refusal."""


def swap(first: Path, second: Path) -> None:
    """Exchange two folders on one file system; the first may be missing. Raises OSError if that fails.

    Linux does it in one step (``renameat2``). Elsewhere it takes two, and ``recover`` repairs an interruption
    between them.
    """
    if not first.exists():
        second.rename(first)
    elif not _exchange(first, second):
        aside = _aside(first)
        first.rename(aside)
        try:
            second.rename(first)
        except BaseException:
            aside.rename(first)
            raise
        aside.rename(second)


def recover(first: Path) -> None:
    """Put back the folder that an interrupted exchange left aside, or delete it where a newer one has its place."""
    aside = _aside(first)
    if aside.is_symlink() or not aside.is_dir():
        return
    if first.exists():
        shutil.rmtree(aside, ignore_errors=True)
    else:
        aside.rename(first)


def _aside(first: Path) -> Path:
    return first.with_name(f".{first.name}.aside")


def _exchange(first: Path, second: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    paths = bytes(first), bytes(second)
    ctypes.set_errno(0)
    if rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN_STEP:
        return False
    raise OSError(number, os.strerror(number), os.fspath(first), None, os.fspath(second))
