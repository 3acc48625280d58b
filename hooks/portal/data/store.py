"""Values that one build keeps for the next, in files that are trusted only if they are intact and our own.

A file consists of a line that names the format, the code that wrote it and the file itself, a digest, and a pickle.
A file that is damaged, truncated, or written by other code or by someone else is ignored and made again.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from portal.garbage import collection_paused
from portal.resources import BASE, PACKAGE

if TYPE_CHECKING:
    from pathlib import Path

DEPENDENCIES = (
    "icalendar", "jinja2", "markupsafe", "mkdocs", "mkdocs-material", "mkdocs-static-i18n", "opencc", "phonenumbers",
    "pillow", "pydantic", "pypinyin", "pyromark", "rcssmin", "rjieba", "rjsmin",
)  # fmt: skip
"""Packages whose version affects what a page looks like or what a pickle means."""

KEPT_FILES = ("decoded", "land", "links", "pairs", "pictures", "search", "terms", "uses", "words")
KEPT_FOLDERS = ("events", "exports", "media")
"""What is kept under fixed names in the folder of a site's state, so that a build can mend it (``publish``)."""

_TRUSTED = ("portal.", "pydantic", "decimal")
"""Modules whose classes a pickle may name; creating their instances has no side effects."""


def digest(content: bytes | memoryview) -> bytes:
    """A short name for bytes, different for different bytes (BLAKE2b, 16 bytes)."""
    return hashlib.blake2b(content, digest_size=16).digest()


@cache
def code_digest() -> bytes:
    """The digest of all code: this package, Python, and the packages that shape pages."""
    found = [sys.version, *(f"{name} {version(name)}" for name in DEPENDENCIES)]
    sources = sorted(p for p in PACKAGE.rglob("*") if p.suffix in (".py", ".yaml", ".mjs"))
    sources = [
        path for path in sources if BASE not in path.parents
    ]  # labels and countries, which are read as records
    return digest(b"\0".join([*(f.encode() for f in found), *(p.read_bytes() for p in sources)]))


def _head(name: str) -> bytes:
    """The first line of the file of that name: another file in its place is not what was kept."""
    return b"portal " + code_digest().hex().encode() + b" " + os.fsencode(name) + b"\n"


class _Unpickler(pickle.Unpickler):
    """Creates records and plain values, and refuses anything else that a pickle might call."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module.startswith(_TRUSTED) else None
        if isinstance(found, type) and found.__module__.startswith(_TRUSTED):
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def keep(path: Path, value: Any) -> None:
    """Write a value. Readers see either the old file or the new one, never half of each."""
    content = pickle.dumps(value, protocol=5)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(_head(path.name) + digest(content) + content)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def recall(path: Path) -> Any:
    """The value that was kept, or None."""
    try:
        raw = path.read_bytes() if path.is_file() else b""  # reading a pipe would never end
    except OSError:
        return None
    head = _head(path.name)
    start = len(head) + 16
    content = memoryview(raw)[start:]
    if not raw.startswith(head) or raw[len(head) : start] != digest(content):
        return None
    try:
        with collection_paused():
            return _Unpickler(io.BytesIO(content)).load()
    except Exception:  # a pickle can fail in any way, all of which mean the same
        return None
