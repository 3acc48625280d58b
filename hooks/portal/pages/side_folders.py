"""The folders of a portal besides records and pages: what was published, its own templates, its own theme."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from portal.data.file_names import is_copy
from portal.data.likeness import nearest
from portal.data.listing import Listing, list_tree
from portal.data.opening import Refused, read_regular
from portal.data.problem import Place, Problem
from portal.data.root import decode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

PUBLISHED, TEMPLATES = "published", "templates"

_TEXTS = (".html", ".j2", ".css")

_NOTES = "README.md"
"""What else may lie beside the files of a snapshot."""


class SideFolders:
    """Lists them; what is no file in them is told here, and never read."""

    def __init__(self, root: Path, own_theme: Path | None = None) -> None:
        self._root = root
        self._published = list_tree(root, PUBLISHED, _is_of_snapshot)
        self._theirs = [list_tree(root, TEMPLATES, _is_template)]
        if own_theme is not None:
            theme = os.path.relpath(own_theme, root).replace(os.sep, "/")
            self._theirs.append(list_tree(root, theme, _is_template))

    @property
    def templates(self) -> list[Path]:
        """The files of the portal's own templates and theme."""
        return [self._root / name for listing in self._theirs for name in listing.files]

    @property
    def gaps(self) -> set[str]:
        """Files and folders of which nothing is known."""
        return set().union(*(listing.gaps for listing in self._all))

    def problems(self, snapshot: Collection[str]) -> Iterator[Problem]:
        """What cannot be read, and what lies in ``published/`` besides the files of a snapshot."""
        for listing in self._all:
            yield from listing.problems
        for name in (name for listing in self._theirs for name in listing.files):
            yield from self._in_template(name)
        known = {*snapshot, f"{PUBLISHED}/{_NOTES}"}
        for name in self._published.files:
            if name not in known:
                folder, _, shown = name.rpartition("/")
                beside = {other.removeprefix(f"{folder}/") for other in known}
                cure = "" if is_copy(shown) else nearest(shown, sorted(beside))
                code = "stray-copy" if is_copy(shown) else "stray-file"
                found = {"found": shown, "path": PUBLISHED, "nearest": cure}
                yield Problem(Place(name), "stray-file-near" if cure else code, found)

    def _in_template(self, name: str) -> Iterator[Problem]:
        try:
            raw = read_regular(self._root / name)
        except Refused as error:
            yield Problem(Place(name), error.code, error.found)
            return
        if name.endswith(_TEXTS):
            yield from (p for p in decode(name, raw)[1] if p.code != "file-empty")

    @property
    def _all(self) -> list[Listing]:
        return [self._published, *self._theirs]


def _is_of_snapshot(name: str) -> bool:
    return name.endswith((".txt", ".csv"))


def _is_template(name: str) -> bool:
    return name.endswith((".html", ".j2", ".css", ".js", ".svg", ".png"))
