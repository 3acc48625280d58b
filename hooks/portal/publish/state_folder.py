"""The folder ``.site/``, which mends itself: what lies there in place of something of ours is thrown away.

All of it can be made again. A link is taken away, never followed: what it leads to belongs to somebody else.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

from portal.data.store import KEPT_FILES, KEPT_FOLDERS

DEFAULT = ".site"
"""The name of the folder, unless the site has another. Only under this name may something else be thrown away."""

STAGING, SPARE = "mkdocs", "spare"
_FLAT = ("rows", *KEPT_FOLDERS)
"""Folders that hold files only."""

_FOLDERS = (STAGING, SPARE, *_FLAT)
_FILES = re.compile(rf"(lock|{'|'.join(KEPT_FILES)}|(tree|ledger|inputs)-(\d+|none))")
_HALF_WRITTEN = re.compile(r".+\.\d+")
"""Left by a process that was killed while it wrote a file: the name, and its own number."""


def make_state(folder: Path) -> None:
    """Make the folder if it is not there, and let us use it. Raises OSError."""
    if folder.name == DEFAULT and (folder.is_symlink() or folder.is_file()):
        folder.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    _open_up(folder)


def mend_state(folder: Path) -> None:
    """Throw away what is not of the kind that it should be; only whoever holds the lock may do so. Raises OSError."""
    for path in sorted(folder.iterdir()):
        if path.name == STAGING:
            throw_away(path)  # MkDocs would write through a link in it
        elif path.name in _FOLDERS:
            _keep_folder(path)
        elif _FILES.fullmatch(path.name):
            keep_file(path)
        elif _HALF_WRITTEN.fullmatch(path.name) and _FILES.fullmatch(path.stem):
            throw_away(path)


def _keep_folder(path: Path) -> None:
    if path.is_symlink() or not path.is_dir():
        throw_away(path)
        return
    _open_up(path)
    for inner in sorted(path.iterdir()) if path.name in _FLAT else ():
        keep_file(inner)
        if _HALF_WRITTEN.fullmatch(inner.name):
            throw_away(inner)


def keep_file(path: Path) -> None:
    """Throw away what is no file."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        throw_away(path)


def throw_away(path: Path) -> None:
    """Delete whatever is there, nothing that a link leads to, and also folders that we may not look into yet."""
    if path.is_symlink() or not path.is_dir():
        path.unlink(missing_ok=True)
        return
    _open_up(path)
    for here, folders, _ in os.walk(path):
        for name in folders:
            if not Path(here, name).is_symlink():
                _open_up(Path(here, name))
    shutil.rmtree(path)


def _open_up(folder: Path) -> None:
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        with suppress(OSError):  # whoever needs it says that it cannot be used
            folder.chmod(0o755)
