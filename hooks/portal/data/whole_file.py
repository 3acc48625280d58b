"""Writes files that people keep: all of them, or none when the disk is full or somebody interrupts."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_whole(texts: Mapping[Path, str]) -> None:
    """Write every text as UTF-8 with LF, each in the place of the file before it; folders are made.

    Nothing takes its place until everything is written. Raises OSError, which names the file that was meant.
    """
    made: list[Path] = []
    beside: dict[Path, Path] = {}
    try:
        for path, text in texts.items():
            _make_folder(path.parent, made)
            beside[path] = path.with_name(f".{path.name}.{os.getpid()}")
            with _meaning(path):
                beside[path].write_text(text, encoding="utf-8", newline="\n")
                if path.exists():
                    shutil.copymode(path, beside[path])
        for path, written in beside.items():
            with _meaning(path):
                written.replace(path)
    except BaseException:
        for written in beside.values():
            with suppress(OSError):
                written.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):  # somebody else has put something there
                folder.rmdir()
        raise


def _make_folder(folder: Path, made: list[Path]) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for inner in reversed(missing):
        inner.mkdir(exist_ok=True)
        made.append(inner)


class _meaning:  # noqa: N801 - read as a word of a sentence
    """An error in here is one of that file, not of the one written beside it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            error.filename, error.filename2 = os.fspath(self._path), None
