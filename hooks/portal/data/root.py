"""Turns the bytes of a file into text, or problems: encoding, byte order mark, size, links."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from portal.data.problem import Place, Problem

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes. No file edited by hand comes near; a larger one is a mistake, or meant to exhaust the build."""

MOST_PIXELS = 50_000_000
"""Of a picture, as many as good cameras produce; decoding more would exhaust a small machine's memory."""


class Root:
    """A folder whose files are read, except those reached through symbolic links."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._skipped = len(os.fspath(folder / "x")) - 1
        self._real = os.path.realpath(folder)
        self._inside: set[str] = set()
        """Folders below it that are known not to be reached through links."""

    def name_of(self, path: Path) -> str:
        """The path of a file relative to the root; every path is built from the root's."""
        return os.fspath(path)[self._skipped :]

    def read_bytes(self, path: Path) -> tuple[bytes, list[Problem]]:
        """The bytes of a file, or why it is not read: a link in its path, or its size."""
        name = self.name_of(path)
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode) or not self._is_inside(name.rpartition("/")[0]):
            return b"", [Problem(Place(name), "file-is-link")]
        if status.st_size > LARGEST_FILE:
            found = {"found": str(status.st_size), "limit": str(LARGEST_FILE)}
            return b"", [Problem(Place(name), "file-too-large", found)]
        return path.read_bytes(), []

    def read_text(self, path: Path) -> tuple[str, list[Problem]]:
        """The text of a file, and what is wrong with the file itself; empty if it cannot be used at all."""
        raw, problems = self.read_bytes(path)
        return ("", problems) if problems else decode(self.name_of(path), raw)

    def _is_inside(self, folder: str) -> bool:
        if folder not in self._inside:
            here = os.path.realpath(self.folder / folder)
            if here != str(Path(self._real, folder)):
                return False
            self._inside.add(folder)
        return True


def decode(name: str, raw: bytes) -> tuple[str, list[Problem]]:
    """Decodes the bytes of a file; the text is empty if it cannot be used at all.

    Lines may end as on any system; in the text they end with LF.
    """
    start = Place(name)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        found = {"found": f"0x{raw[error.start]:02X}"}
        return "", [Problem(Place(name, line, column), "not-utf-8", found)]
    problems = []
    if text.startswith("\ufeff"):
        problems.append(Problem(start, "byte-order-mark"))
        text = text[1:]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        problems.append(Problem(start, "file-empty"))
        text = ""
    return text, problems
