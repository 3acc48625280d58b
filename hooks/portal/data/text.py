"""Bytes of a file become text, or problems: encoding, byte order mark, line ends, size, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes. No file kept by hand comes near; a larger one is a mistake, or meant to exhaust the build."""


def read_text(root: Path, path: Path) -> tuple[str, list[Problem]]:
    """The text of a file inside ``root`` and what is wrong with the file as such.

    The text is empty when it cannot be used at all.
    """
    name = path.relative_to(root).as_posix()
    start = Place(name)
    if path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
        return "", [Problem(start, "file-is-link")]
    size = path.stat().st_size
    if size > LARGEST_FILE:
        return "", [
            Problem(start, "file-too-large", {"found": str(size), "limit": str(LARGEST_FILE)})
        ]
    raw = path.read_bytes()
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
    if "\r" in text:
        before_return = text.partition("\r")[0]
        column = len(before_return.rpartition("\n")[2]) + 1
        place = Place(name, before_return.count("\n") + 1, column)
        problems.append(Problem(place, "carriage-return"))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        problems.append(Problem(start, "file-empty"))
        text = ""
    return text, problems
