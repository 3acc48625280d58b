"""In which order files reach a target, so that at no moment anything that is served leads to what is not.

First what pages need, then pages, then what lists pages, then the host's rules (whose redirects lead to the new pages);
then what is gone goes, pages before what they needed; last the file by which others know that all of it has arrived.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.site_file import BUILD

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

HOST_FILES = frozenset({".htaccess", "_headers", "_redirects"})
"""What a host reads itself."""

_LISTING = ("xml", "json", "jsonld", "geojson", "csv", "ics", "txt", "ttl", "tbx", "md")
"""Endings of files that name pages: feeds, the sitemap, the open data, the entry of the search."""


@dataclass(frozen=True)
class Stage:
    """Files that may arrive, or go, in any order among themselves."""

    puts: tuple[str, ...] = ()
    removes: tuple[str, ...] = ()
    """With ``puts``: files that stand where folders are to be, or the other way round; each change is one step."""


def stages(
    new: Collection[str], changed: Collection[str], gone: Collection[str]
) -> tuple[Stage, ...]:
    """What to do, one after the other, with the paths that the target lacks, has otherwise, and has too many.

    A file that becomes a folder does so before a page leads into it: hosts lead its old address into the folder. A
    folder becomes a file when no page leads into it any more.
    """
    gone, folders = {*gone}, {folder for path in gone for folder in above(path)}
    into_folders = {path for path in new if not gone.isdisjoint(above(path))}
    into_files = {path for path in {*new, *changed} if path in folders}
    way = {folder for path in into_folders for folder in above(path) if folder in gone}
    inner = {path for path in gone if not into_files.isdisjoint(above(path))}
    plain, changed, gone = (
        {*new} - into_folders - into_files,
        {*changed} - into_files,
        gone - way - inner,
    )
    found = [
        Stage(_sorted(p for p in plain if _rank(p) in {_NEEDED, _LIST})),
        Stage(_sorted(p for p in changed if _rank(p) == _NEEDED)),
        Stage(_sorted(p for p in plain if _rank(p) == _PAGE)),
        Stage(_sorted(into_folders), _sorted(way)),
        Stage(_sorted(p for p in changed if _rank(p) == _PAGE)),
        Stage(_sorted(p for p in changed if _rank(p) == _LIST)),
        Stage(_sorted(p for p in plain | changed if _rank(p) == _HOST)),
        Stage(_sorted(into_files), _sorted(inner)),
        Stage((), _sorted(p for p in gone if _rank(p) == _PAGE)),
        Stage((), _sorted(p for p in gone if _rank(p) != _PAGE)),
        Stage(_sorted(p for p in plain | changed if _rank(p) == _LAST)),
    ]
    return tuple(stage for stage in found if stage.puts or stage.removes)


_NEEDED, _PAGE, _LIST, _HOST, _LAST = range(5)


def _rank(path: str) -> int:
    if path == BUILD:
        return _LAST
    if path in HOST_FILES:
        return _HOST
    ending = path.rpartition(".")[2].lower()
    if ending in {"html", "htm"}:
        return _PAGE
    return _LIST if ending in _LISTING else _NEEDED


def _sorted(paths: Iterable[str]) -> tuple[str, ...]:
    """The front pages last: who comes in there finds all that they list."""
    return tuple(sorted(paths, key=lambda path: (-path.count("/"), path)))


def above(path: str) -> list[str]:
    """The folders above a path, the nearest first."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[:length]) for length in range(len(parts), 0, -1)]
