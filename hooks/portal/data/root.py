"""Turns the bytes of a file into text, or problems: encoding, byte order mark, size, links."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from portal.data.file_encoding import other_encoding
from portal.data.opening import Refused, is_link, read_regular, status_of
from portal.data.problem import Place, Problem
from portal.data.yaml_faults.conflicts import conflict_problems

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MOST_PIXELS = 50_000_000
"""Of a picture, as many as good cameras produce; decoding more would exhaust a small machine's memory."""

OWN_FOLDERS = ("data", "content", "published", "templates", "overrides", "hooks", ".git")
"""Folders of a portal's own files, whose place no site may take."""


class Root:
    """A folder whose files are read, except those reached through links."""

    def __init__(self, folder: Path, instead: Mapping[str, bytes] | None = None) -> None:
        self.folder = folder
        self._instead = instead or {}
        """What is read in place of files that are there, by their path from the root: to try a change."""
        self._skipped = len(os.fspath(folder / "x")) - 1
        self._links: dict[str, bool] = {"": False}
        """Whether a folder below it is a link or reached through one."""

    def name_of(self, path: Path) -> str:
        """The path of a file relative to the root; every path is built from the root's."""
        name = os.fspath(path)[self._skipped :]
        return name if os.sep == "/" else name.replace(os.sep, "/")

    def read_bytes(self, path: Path) -> tuple[bytes, list[Problem]]:
        """The bytes of a file, or why it is not read."""
        name = self.name_of(path)
        if name in self._instead:
            return self._instead[name], []
        try:
            if self._is_linked(name.rpartition("/")[0]):
                raise Refused("file-is-link")
            return read_regular(path), []
        except Refused as error:
            found = {"found": path.name} | error.found
            return b"", [Problem(Place(name), error.code, found)]

    def read_text(self, path: Path) -> tuple[str, list[Problem]]:
        """The text of a file, and what is wrong with the file itself; empty if it cannot be used at all."""
        raw, problems = self.read_bytes(path)
        return ("", problems) if problems else decode(self.name_of(path), raw)

    def _is_linked(self, folder: str) -> bool:
        if folder not in self._links:
            above = self._is_linked(folder.rpartition("/")[0])
            self._links[folder] = above or is_link(status_of(self.folder / folder))
        return self._links[folder]


def decode(name: str, raw: bytes) -> tuple[str, list[Problem]]:
    """Decodes the bytes of a file; the text is empty if it cannot be used at all.

    Lines may end as on any system; in the text they end with LF. A merge left half done makes any file unusable.
    """
    start = Place(name)
    if encoding := other_encoding(raw):
        return "", [Problem(start, "other-encoding", {"found": encoding})]
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
    if conflicts := conflict_problems(name, text):
        return "", [*problems, *conflicts]
    if not text.strip():
        problems.append(Problem(start, "file-empty"))
        text = ""
    return text, problems
