"""A digest of everything that a build reads: while it is the same, the site is the same."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from portal.data.store import code_digest, digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def inputs_digest(folders: Iterable[Path], settings: Iterable[str]) -> bytes:
    """Of every file below the folders, by name and content, of the code, and of settings given as text."""
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
    except OSError:  # a link to nowhere, or a file that is just being replaced
        return b""
