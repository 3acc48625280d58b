"""A folder of published files, and the state of each when it was written."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from portal.data.store import digest
from portal.site_file import Known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.site_file import Content


class Entry(NamedTuple):
    """A file as it was written: its content, and evidence that nobody has touched it since."""

    digest: bytes
    size: int
    """Bytes."""
    changed: int
    """Time of the last change, in nanoseconds."""
    inode: int


@dataclass(slots=True)
class Tree:
    """A folder whose files are identified by their content.

    Two trees may share files (hard links), so files are never changed in place, only replaced.
    """

    folder: Path
    files: dict[str, Entry] = field(default_factory=dict)
    """By path below the folder."""

    def is_intact(self, path: str) -> bool:
        """Whether the file is still the one that was written."""
        entry = self.files.get(path)
        if entry is None:
            return False
        try:
            status = os.lstat(f"{self.folder}/{path}")
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns, status.st_ino) == entry[1:]

    def put(self, path: str, content: bytes, digest: bytes) -> None:
        """Write a file."""
        target = self._place(path)
        with open(target, "xb") as file:
            file.write(content)
        self._note(path, digest)

    def share(self, path: str, other: Tree) -> None:
        """Take over a file from another tree; copy it if the file system has no links."""
        target = self._place(path)
        try:
            os.link(f"{other.folder}/{path}", target)
        except OSError:
            shutil.copy2(f"{other.folder}/{path}", target)
        self._note(path, other.files[path].digest)

    def remove(self, path: str) -> None:
        """Delete a file, and the folders that it leaves empty."""
        self.files.pop(path, None)
        target = self.folder / path
        self._unlink(path)
        for folder in target.parents:
            if folder == self.folder or any(folder.iterdir()):
                break
            folder.rmdir()

    def clear_unknown(self) -> None:
        """Delete unknown files and folders, and forget files that were touched."""
        folders = _folders(self.files)
        seen: set[str] = set()
        waiting = [""]
        while waiting:
            here = waiting.pop()
            for entry in os.scandir(f"{self.folder}/{here}"):
                path = f"{here}{entry.name}"
                if entry.is_dir(follow_symlinks=False) and f"{path}/" in folders:
                    waiting.append(f"{path}/")
                elif self.is_intact(path):
                    seen.add(path)
                else:
                    _delete(entry.path)
        self.files = {path: entry for path, entry in self.files.items() if path in seen}

    def clear_outdated(self, newer: Tree) -> None:
        """Delete files that another tree lacks or has with other content, and the folders that this leaves empty."""
        kept = {
            path: entry
            for path, entry in self.files.items()
            if path in newer.files and newer.files[path].digest == entry.digest
        }
        for path in self.files.keys() - kept.keys():
            self._unlink(path)
        for folder in sorted(_folders(self.files) - _folders(kept), reverse=True):
            with suppress(OSError):  # somebody else has put a file there, or has deleted the folder
                os.rmdir(f"{self.folder}/{folder}")
        self.files = kept

    def _place(self, path: str) -> str:
        """The path to write a file to; its folder exists, and nothing else is there."""
        target = f"{self.folder}/{path}"
        if path in self.files:
            self._unlink(path)
        folder = target.rpartition("/")[0]
        try:
            os.mkdir(folder)  # most pages have a folder of their own, in one that is there
        except FileExistsError:
            pass
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)
        return target

    def _unlink(self, path: str) -> None:
        """Delete a file of the tree. What a folder that is now a link leads to belongs to somebody else."""
        folder = path.rpartition("/")[0]
        while folder:
            if os.path.islink(f"{self.folder}/{folder}"):
                return
            folder = folder.rpartition("/")[0]
        Path(f"{self.folder}/{path}").unlink(missing_ok=True)

    def _note(self, path: str, digest: bytes) -> None:
        status = os.lstat(f"{self.folder}/{path}")
        self.files[path] = Entry(digest, status.st_size, status.st_mtime_ns, status.st_ino)


def _folders(paths: Iterable[str]) -> set[str]:
    """Every folder above the files, with a trailing slash."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and f"{folder}/" not in folders:
            folders.add(f"{folder}/")
            folder = folder.rpartition("/")[0]
    return folders


def _delete(path: str) -> None:
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    else:
        os.unlink(path)


def take(path: str, live: Tree, tree: Tree) -> None:
    """Give a tree a file exactly as the site has it."""
    if tree is not live and (
        path not in tree.files or tree.files[path].digest != live.files[path].digest
    ):
        tree.share(path, live)


def bring(path: str, content: Content, live: Tree, tree: Tree) -> None:
    """Give a tree a file with that content; if the content is unchanged, it stays the same file."""
    name = content.digest if isinstance(content, Known) else digest(content)
    if path in tree.files and tree.files[path].digest == name and tree.is_intact(path):
        return
    if tree is not live and live.is_intact(path) and live.files[path].digest == name:
        tree.share(path, live)
    else:
        tree.put(path, bytes(content), name)
