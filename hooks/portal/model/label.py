"""Words of the interface."""

from __future__ import annotations

from portal.model.text import Text


class Label(Text):
    """What the interface says under one dotted key, with ``{placeholders}`` where a value goes."""
