"""The pictures of all windows, kept for the next build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.store import digest, keep, recall
from portal.outputs.maps.land_picture import land_picture, picture_path
from portal.resources import LAND
from portal.spread import processors, spread

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from portal.outputs.maps.window import Window


def land_pictures(windows: Iterable[Window], kept: Path | None = None) -> dict[str, bytes]:
    """The picture of each window by its path below the root of the site.

    In the file ``kept`` lie those of the last build. One is drawn only if it was not, or if the land or any code has
    changed.
    """
    known: dict[str, tuple[bytes, bytes]] = (recall(kept) if kept else None) or {}
    source = digest(LAND.read_bytes())
    wanted = {picture_path(window): window for window in windows}
    made = {path: known[path] for path in wanted if known.get(path, (b"",))[0] == source}
    missing = [window for path, window in wanted.items() if path not in made]
    for batch in spread(missing, _drawn, processes=processors(), worth=20):
        made.update((path, (source, picture)) for path, picture in batch)
    if kept and made != known:
        keep(kept, made)
    return {path: picture for path, (_, picture) in sorted(made.items())}


def _drawn(window: Window) -> tuple[str, bytes]:
    return picture_path(window), land_picture(window)
