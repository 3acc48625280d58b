"""The texts of the events of one locale, kept from build to build: a calendar of all has thousands, most as before."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from portal.data.store import digest, keep, recall

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEPT = "events"
"""The name of the folder, which has a file for each locale."""


class EventTexts:
    """Texts by what their events tell."""

    def __init__(self, path: Path | None) -> None:
        """Without a ``path``, they are known until this process ends."""
        self._path = path
        self._asked: dict[bytes, str] = {}

    @cached_property
    def _kept(self) -> dict[bytes, str]:
        return (recall(self._path) if self._path else None) or {}

    def of(self, told: Any, write: Callable[[], str]) -> str:
        """The text of an event, written if it is not known; ``repr`` says all of what it tells."""
        key = digest(repr(told).encode())
        text = self._asked.get(key) or self._kept.get(key) or write()
        self._asked[key] = text
        return text

    def save(self) -> None:
        """Keep what was asked for, and forget the rest. A folder that cannot be written costs only time."""
        if self._path and self._asked.keys() != self._kept.keys():
            with suppress(OSError):
                keep(self._path, self._asked)
            self.__dict__["_kept"] = dict(self._asked)
