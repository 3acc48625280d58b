"""As what a file is sent, and how long browsers may keep it."""

from __future__ import annotations

from portal.outputs.hosts.caching import cache_control
from portal.outputs.hosts.media_types import OTHER, SUMS, TEXTS, TYPES

__all__ = ["cache_control", "media_type", "put_as"]


def media_type(path: str) -> str | None:
    """The media type of a file; nothing if it does not matter to those who read it."""
    name = path.rpartition("/")[2]
    return TEXTS["txt"] if name == SUMS else TYPES.get(name.rpartition(".")[2].lower())


def put_as(path: str) -> str:
    """The media type to store a file with."""
    return media_type(path) or OTHER
