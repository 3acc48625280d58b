"""The style sheet of the site, put together from its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def stylesheet(*folders: Path) -> bytes:
    """The files in ``styles/`` of the folders, by name; a later folder overrides earlier ones.

    What only a later folder has comes last: a portal's own styles win, whatever ours are called.
    """
    parts: dict[str, Path] = {}
    for folder in folders:
        parts |= {path.name: path for path in sorted((folder / "styles").glob("*.css"))}
    return b"\n".join(path.read_bytes() for path in parts.values())
