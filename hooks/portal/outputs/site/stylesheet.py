"""The style sheet of the site, put together from its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def stylesheet(*folders: Path) -> bytes:
    """The files in ``styles/`` of the folders, by name; a later folder overrides earlier ones."""
    parts = {path.name: path for folder in folders for path in (folder / "styles").glob("*.css")}
    return b"\n".join(parts[name].read_bytes() for name in sorted(parts))
