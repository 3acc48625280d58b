"""The frame around a page, rendered once for many pages, with slots for what differs between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from portal.data.store import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

_OPEN, _CLOSE = "\ue100", "\ue101"
_SLOT = re.compile(f"{_OPEN}([a-z_]+){_CLOSE}")


def slot(name: str) -> str:
    """The placeholder for a page's own value: letters that appear in no template and no address."""
    return f"{_OPEN}{name}{_CLOSE}"


@dataclass(frozen=True, slots=True)
class Frame:
    """A rendered frame, cut at its slots."""

    parts: tuple[str, ...]
    """Text, name of a slot, text, name of a slot, … text."""
    digest: bytes = field(compare=False)

    @classmethod
    def cut(cls, html: str) -> Frame:
        """A frame from the HTML of its template."""
        return cls(tuple(_SLOT.split(html)), digest(html.encode()))

    def fill(self, values: Mapping[str, str]) -> str:
        """The HTML of one page; raises KeyError if a slot has no value."""
        parts = list(self.parts)
        for index in range(1, len(parts), 2):
            parts[index] = values[parts[index]]
        return "".join(parts)


FrameKey = tuple[str, int, bool]
"""What pages with the same frame share: their section, their depth, and whether they are the section's own page."""


def frame_key(path: str) -> FrameKey:
    """The key of the frame of the page at an address.

    >>> frame_key("cities/jp-kaga/")
    ('cities', 2, False)
    """
    section = path.partition("/")[0]
    return section, path.count("/"), path == f"{section}/"
