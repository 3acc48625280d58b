"""What files of requirements name: packages, and the digests of their files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from pathlib import Path

LOCKS = ("requirements/site.txt", "requirements.txt", "constraints.txt")
"""Of a portal, the files that name what its site is made with."""

_HASH = re.compile(r"--hash[= ](sha256|sha384|sha512):([0-9a-f]+)")
_ALGORITHMS = {"sha256": "SHA-256", "sha384": "SHA-384", "sha512": "SHA-512"}

Digests = tuple[tuple[str, str], ...]


def pinned(root: Path) -> dict[str, dict[str, Digests]]:
    """The packages that a portal's files name, by name and by version, with the digests that they accept.

    The version is ``""`` where a file names none exactly. Raises OSError, UnicodeDecodeError.
    """
    found: dict[str, dict[str, Digests]] = {}
    for name in LOCKS:
        if (root / name).is_file():
            for one, digests in _lines((root / name).read_text(encoding="utf-8")):
                exact = next((s.version for s in one.specifier if s.operator == "=="), "")
                found.setdefault(canonicalize_name(one.name), {})[exact] = digests
    return found


def _lines(text: str) -> list[tuple[Requirement, Digests]]:
    """Every requirement of a file; options, addresses and paths of files are none."""
    found = []
    for line in text.replace("\\\n", " ").splitlines():
        words = re.sub(r"(^|\s)#.*", "", line).split("--hash", 1)[0].strip()
        if words and not words.startswith("-"):
            try:
                requirement = Requirement(words)
            except InvalidRequirement:
                continue
            digests = ((_ALGORITHMS[kind], digest) for kind, digest in _HASH.findall(line))
            found.append((requirement, tuple(sorted(digests))))
    return found
