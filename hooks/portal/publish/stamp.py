"""What a site tells about itself once it is complete: ``build.json``, and pages that show the commit.

The commit is known before anything is read and changes most often, so it is filled in last: another commit alone
needs no build. All of this is kept beside the site.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from portal.origin import Origin
    from portal.publish.frame import Frame


def site_digest(files: Iterable[tuple[str, bytes]]) -> str:
    """``sha256:…`` over path and content of files: of each its path, NUL, the digest of its content in hexadecimal, LF.

    The files are sorted by the bytes of their paths, and the digests are those of ``data.store.digest`` (BLAKE2b, 16
    bytes), which a build knows without reading the files.
    """
    lines = sorted((path.encode(), content.hex().encode()) for path, content in files)
    text = b"".join(path + b"\0" + content + b"\n" for path, content in lines)
    return f"sha256:{hashlib.sha256(text).hexdigest()}"


@dataclass(frozen=True, slots=True)
class StampedPage:
    """A page that shows the commit."""

    frame: Frame
    """The page, with the slot ``state``."""
    known: Frame
    """What stands there, with the slots ``commit`` and ``short``."""
    modified: Frame
    """The same if the folder differed from the commit."""
    unknown: Frame
    """The same if the commit is not known."""

    def html(self, origin: Origin) -> bytes:
        """The page of a site made from there."""
        part = self.unknown
        if origin.commit:
            part = self.modified if origin.modified else self.known
        state = part.fill({"commit": origin.commit or "", "short": origin.short})
        return self.frame.fill({"state": state}).encode()


@dataclass(frozen=True, slots=True)
class Stamp:
    """What was known of a site before its last file was made."""

    generator: tuple[str, str]
    """Name and version."""
    day: str
    """On which its files were made, in Asia/Taipei: ISO 8601."""
    records: tuple[int, str]
    """How many are public, and the digest of what is public."""
    pages: Mapping[str, StampedPage]
    """By path below the root of the site."""
    origin: Origin

    def moved_to(self, origin: Origin) -> Stamp:
        """The same site, made from another commit."""
        return replace(self, origin=origin)

    def files(self) -> dict[str, bytes]:
        """The pages."""
        return {path: page.html(self.origin) for path, page in self.pages.items()}

    def build_json(self, files: Iterable[tuple[str, bytes, int]]) -> bytes:
        """The file about the site with these other files: path, digest of the content, bytes."""
        found = list(files)
        name, version = self.generator
        count, digest = self.records
        told = {
            "generator": {"name": name, "version": version},
            "commit": self.origin.commit,
            "modified": self.origin.modified,
            "day": self.day,
            "records": {"count": count, "digest": digest},
            "site": {
                "files": len(found),
                "bytes": sum(size for _, _, size in found),
                "digest": site_digest((path, content) for path, content, _ in found),
            },
        }
        return f"{json.dumps(told, indent=2, sort_keys=True)}\n".encode()
