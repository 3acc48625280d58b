"""Whether two sites are the same, byte by byte, and what is different if they are not."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from portal.supply.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BLOCK = 1 << 20
"""Bytes that are compared at once."""

_AROUND = 40
"""Bytes before and after the first difference that are shown."""


@dataclass(frozen=True)
class Difference:
    """A file that is not the same in both."""

    path: str
    """Below the roots, with ``/``."""
    kind: Literal["only-first", "only-second", "content", "not-a-file"]
    at: int = 0
    """The first byte that is different, from 0."""
    first: str = ""
    """What stands there in the first site, as text on one line; so in the second."""
    second: str = ""


def listing(root: Path) -> dict[str, Path]:
    """Everything below a folder that is no folder, by path; links are not followed. Raises Refused, OSError."""
    if not root.is_dir():
        raise Refused(
            zh=f"找不到資料夾 {root}；請指定產生好的網站",
            en=f"there is no folder {root}; name a site that was built",
        )
    found = {}
    for folder, names, files in os.walk(root, onerror=_raise):
        links = [name for name in names if Path(folder, name).is_symlink()]
        for name in (*files, *links):
            path = Path(folder, name)
            found[path.relative_to(root).as_posix()] = path
    return found


def differences(
    first: dict[str, Path], second: dict[str, Path], advance: Callable[[int], None]
) -> Iterator[Difference]:
    """What is different between two listings, in the order of the paths; ``advance`` hears of each path."""
    for path in sorted(first.keys() | second.keys()):
        advance(1)
        if path not in second:
            yield Difference(path, "only-first")
        elif path not in first:
            yield Difference(path, "only-second")
        elif not all(_is_file(one[path]) for one in (first, second)):
            yield Difference(path, "not-a-file")
        elif (at := _first_difference(first[path], second[path])) is not None:
            shown = (_around(one[path], at) for one in (first, second))
            yield Difference(path, "content", at, *shown)


def told_digest(path: Path) -> str:
    """The digest of a site's files that its ``build.json`` tells. Raises Refused, OSError."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))["site"]["digest"]
    except (ValueError, KeyError, TypeError, RecursionError):
        told = None
    if not isinstance(told, str) or not told:
        raise Refused(
            zh=f"{path} 沒有 site.digest；請指定網站的資料夾，或它的 build.json",
            en=f"{path} has no site.digest; name the folder of a site, or its build.json",
        )
    return told


def _raise(error: OSError) -> None:
    raise error


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _first_difference(first: Path, second: Path) -> int | None:
    at = 0
    with first.open("rb") as one, second.open("rb") as other:
        while True:
            here, there = one.read(_BLOCK), other.read(_BLOCK)
            if here != there:
                pairs = zip(here, there, strict=False)
                same = next((i for i, (a, b) in enumerate(pairs) if a != b), None)
                return at + (min(len(here), len(there)) if same is None else same)
            if not here:
                return None
            at += len(here)


def _around(path: Path, at: int) -> str:
    r"""The bytes about a place, as text; what is not UTF-8 as ``\\xff``, and the end of the file as ``∎``."""
    start = max(0, at - _AROUND)
    with path.open("rb") as file:
        file.seek(start)
        found = file.read(at - start + _AROUND)
    end = "∎" if start + len(found) == path.stat().st_size else ""
    return found.decode(errors="backslashreplace") + end
