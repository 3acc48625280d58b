"""The one way to open a file of a portal: a regular file, never through a link, never one for which reading waits."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes. No file edited by hand comes near; a larger one is a mistake, or meant to exhaust the build."""

_JUNCTION = 0xA0000003
"""The tag of what Windows calls a junction: a link between folders (``IO_REPARSE_TAG_MOUNT_POINT``)."""

_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0)
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
)
"""Those that the system has: Windows lacks the first three."""


class Refused(Exception):
    """A file or folder that is not read: the code of the problem, and what was found."""

    def __init__(self, code: str, found: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code, self.found = code, dict(found or {})


@contextmanager
def _told() -> Iterator[None]:
    """Raise Refused for what the operating system refuses."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM):
            raise Refused("not-permitted") from None
        if error.errno == errno.ELOOP:
            raise Refused("file-is-link") from None
        name = errno.errorcode.get(error.errno or 0, str(error.errno))
        raise Refused("file-unreadable", {"found": name}) from None


def is_link(status: os.stat_result | None) -> bool:
    """Whether that is the status of a link, of a kind that any system has."""
    if status is None:
        return False
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION


def is_folder(status: os.stat_result) -> bool:
    """Whether that is the status of a folder, and not of a link to one."""
    return stat.S_ISDIR(status.st_mode) and not is_link(status)


def refusal(status: os.stat_result) -> str:
    """The code of what is wrong with something that shall be a regular file; empty if it is one."""
    if is_link(status):
        return "file-is-link"
    match stat.S_IFMT(status.st_mode):
        case stat.S_IFREG:
            return ""
        case stat.S_IFDIR:
            return "folder-named-as-file"
        case stat.S_IFIFO:
            return "file-is-pipe"
        case stat.S_IFSOCK:
            return "file-is-socket"
    return "file-is-device"


def is_regular(path: Path) -> bool:
    """Whether that is a regular file; what else it may be is told where its folder is listed."""
    try:
        status = status_of(path)
    except Refused:
        return False
    return status is not None and not refusal(status)


def read_regular(path: Path, limit: int | None = None) -> bytes:
    """The bytes of a file; raises Refused for everything that is no regular file, or cannot be read, or is too large.

    Nothing but a regular file is opened: opening a device can have effects of its own. What lies there is looked at
    once more after opening, since it can be exchanged in between. ``limit`` is in bytes.
    """
    limit = LARGEST_FILE if limit is None else limit
    with _told():
        _judge(os.lstat(path), limit)
        with os.fdopen(os.open(path, _FLAGS), "rb", buffering=0) as file:
            _judge(os.fstat(file.fileno()), limit)
            return file.readall()


def _judge(status: os.stat_result, limit: int) -> None:
    if code := refusal(status):
        raise Refused(code, {"found": ""})
    if status.st_size > limit:
        raise Refused("file-too-large", {"found": str(status.st_size), "limit": str(limit)})


def entries(folder: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, sorted by name; raises Refused if it, or what lies in it, cannot be looked at."""
    with _told(), os.scandir(folder) as found:
        if not os.access(folder, os.X_OK):
            raise Refused("not-permitted")
        return sorted(found, key=lambda entry: entry.name)


def status_of(path: Path | os.DirEntry[str]) -> os.stat_result | None:
    """What the system says of a file, folder or link; None if nothing is there; raises Refused if it does not say."""
    try:
        with _told():
            return os.lstat(path)
    except Refused as refused:
        if refused.found.get("found") in ("ENOENT", "ENOTDIR"):
            return None
        raise
