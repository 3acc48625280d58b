"""Addresses of which there is no telling whether they exist: what they are made from has problems of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.kinds import KINDS

if TYPE_CHECKING:
    from portal.model.reading.load import Loaded

_OF_CHAPTERS = 3
"""Parts of the address of a chapter, at least: ``homes/taipei/partnerships/``."""


class Untold:
    """Tells them from addresses that do not exist."""

    def __init__(self, loaded: Loaded) -> None:
        self._refused = set().union(*loaded.gaps.ids.values())
        kinds = (kind for kind in KINDS if kind.name in loaded.gaps.kinds)
        self._sections = {kind.section for kind in kinds if kind.section}

    def __call__(self, page: str) -> bool:
        """Whether an address may be that of a record that a model refused or of a file that could not be read."""
        parts = page.rstrip("/").split("/")
        if not self._refused.isdisjoint(parts) or parts[0] in self._sections:
            return True
        return bool(self._sections) and len(parts) >= _OF_CHAPTERS
