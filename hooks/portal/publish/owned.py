"""Hidden files in a published folder, such as ``.git``: they belong to its owner, not to a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from portal.site_file import Content


def bring_back(spare: Path, folder: Path) -> None:
    """Bring them from the folder that was swapped with it back to the site."""
    for path in spare.glob(".*") if folder.is_dir() else ():
        if not (folder / path.name).exists():
            path.rename(folder / path.name)


def is_taken(folder: Path, path: str, content: Content) -> bool:
    """Whether the owner has put a file of their own there; our files are marked in their first line."""
    if not path.startswith("."):
        return False
    try:
        present = (folder / path).read_bytes()
    except OSError:
        return False
    return present.partition(b"\n")[0] != bytes(content).partition(b"\n")[0]
