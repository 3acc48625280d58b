"""Swaps two folders at once, so that a site is never half one build and half another."""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
"""From ``linux/fcntl.h`` and ``linux/fs.h``."""


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
        second.rename(first)
        aside.rename(second)


def recover(first: Path) -> None:
    """Put back the folder that an interrupted exchange left aside."""
    aside = _aside(first)
    if aside.exists() and not first.exists():
        aside.rename(first)


def _aside(first: Path) -> Path:
    return first.with_name(f".{first.name}.aside")


def _exchange(first: Path, second: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):
        return False
    paths = bytes(first), bytes(second)
    return bool(rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)
