"""One side of a comparison: a portal as it was, or as it is proposed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from portal.edition import Edition

Both = dict[str, str]
"""A text in each locale."""

Name = tuple[str, str]
"""A kind and an id, or a key: what can be edited."""


@dataclass(frozen=True)
class Side:
    """A portal without problems, with what its pages get from elsewhere."""

    edition: Edition
    settings: Mapping[str, object] = field(default_factory=dict)
    """The values of ``mkdocs.yml`` by their key."""
    theme: Path | None = None
    """The folder of the portal's own theme."""
