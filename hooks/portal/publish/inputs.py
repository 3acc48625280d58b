"""A digest of everything that a build reads; as long as it is the same, so is the site."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from portal.data.store import code_digest, digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def inputs_digest(folders: Iterable[Path], settings: Iterable[str]) -> bytes:
    """The digest of every file below the folders, by name and content, of the code, and of the given settings."""
    parts = [code_digest(), *(setting.encode() for setting in settings)]
    for folder in folders:
        for here, inner, names in os.walk(folder):
            inner.sort()
            for name in sorted(names):
                path = f"{here}/{name}"
                parts += [path.encode(), _content(path)]
    return digest(b"\0".join(parts))


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return digest(file.read())
    except OSError:  # a dangling link, or a file that is being replaced
        return b""
