"""A digest of everything that a build reads; as long as it is the same, so is the site."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from portal.data.opening import Refused, read_regular
from portal.data.store import code_digest, digest

if TYPE_CHECKING:
    from collections.abc import Iterable


def inputs_digest(folders: Iterable[Path], settings: Iterable[str]) -> bytes:
    """The digest of every file below the folders, by name and content, of the code, and of the given settings."""
    parts = [code_digest(), *(setting.encode() for setting in settings)]
    for folder in folders:
        for here, inner, names in os.walk(folder):
            inner.sort()
            for name in sorted(names):
                path = f"{here}/{name}"
                parts += [os.fsencode(path), _content(Path(path))]
    return digest(b"\0".join(parts))


def _content(path: Path) -> bytes:
    try:
        return digest(read_regular(path, sys.maxsize))
    except Refused as refused:  # a check will tell
        return refused.code.encode()
