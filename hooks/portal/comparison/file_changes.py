"""Which files beside the pages come, go and change: attachments, pictures, what lies in ``content/``."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.data.opening import Refused, read_regular
from portal.data.store import digest
from portal.outputs.media.shown_media import IMAGES, attachment_addresses, folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from portal.edition import Edition


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that comes, goes or has another content."""

    how: str
    """``added``, ``changed`` or ``removed``."""
    address: str
    """Below the root of the site; of a picture that of its original, of which several sizes are published."""
    size: int = 0
    """Bytes of the file as it is proposed, or as it was."""


def file_changes(old: Edition, new: Edition) -> list[FileChange]:
    """The files that differ, by address."""
    was, is_ = dict(_files(old)), dict(_files(new))
    found = []
    for address in sorted(was.keys() | is_.keys()):
        if address not in was:
            found.append(FileChange("added", address, _size(is_[address])))
        elif address not in is_:
            found.append(FileChange("removed", address, _size(was[address])))
        elif _content(was[address]) != _content(is_[address]):
            found.append(FileChange("changed", address, _size(is_[address])))
    return found


def _files(edition: Edition) -> Iterator[tuple[str, Path]]:
    for address, file in attachment_addresses(edition.catalog).items():
        yield address, file.path
    for release in edition.catalog.press_releases.values():
        for image in release.images:
            if picture := edition.catalog.media.get(f"{release.id}/{image.file}"):
                yield f"{folder(release)}{IMAGES}{image.file}", picture.path
    for asset in edition.basis.content.assets:
        if asset.name in edition.own_files:
            yield asset.address, asset.path


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _content(path: Path) -> bytes:
    try:
        return digest(read_regular(path, sys.maxsize))
    except Refused as refused:  # it has gone meanwhile
        return refused.code.encode()
