"""The style sheet of the site, put together from its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.site.minified import minified

if TYPE_CHECKING:
    from pathlib import Path


def stylesheet(ours: Path, *others: Path, is_light: bool = True) -> bytes:
    """The files in ``styles/`` of the folders, by name; a later folder overrides earlier ones.

    What only a later folder has comes last: a portal's own styles win, whatever ours are called. Ours are minified if
    the sheet is to be light.
    """
    parts: dict[str, Path] = {}
    for folder in (ours, *others):
        parts |= {path.name: path for path in sorted((folder / "styles").glob("*.css"))}
    return b"\n".join(
        minified(path.name, path.read_bytes())
        if is_light and path.parent.parent == ours
        else path.read_bytes()
        for path in parts.values()
    )
