"""Every file of a site: its pages, what outputs make, and what MkDocs made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.site.budget import LOADED, heavy_assets, heavy_pages
from portal.outputs.site.page_assets import superseded
from portal.outputs.site.site_output import WholeSite
from portal.publish.maker import page_files
from portal.site_file import Files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from portal.data.problem import Problem
    from portal.edition import Edition
    from portal.publish.maker import FrameOf
    from portal.site_file import Content


def site_files(edition: Edition, frame_of: FrameOf, staging: Path) -> Files:
    """The files of an edition; in ``staging`` lies what MkDocs made of written pages, of the theme and of assets."""
    files = Files(traced=page_files(edition, frame_of))
    for output in edition.outputs:
        made = output.files(edition)
        files.traced += made.traced
        files.defaults |= made.defaults
        files.whole |= made.whole
        files.problems += made.problems
    staged: dict[str, Content] = {
        path.relative_to(staging).as_posix(): path.read_bytes()
        for path in sorted(staging.rglob("*"))
        if path.is_file()
    }
    for path in superseded():
        staged.pop(path, None)
    files.whole = staged | files.whole
    return files


def weight_advice(edition: Edition, sizes: Mapping[str, int], folder: Path) -> list[Problem]:
    """Which pages and assets have become too heavy; this is no warning, so a strict build goes on."""
    assets = edition.output(WholeSite).assets.files
    loaded = {name: assets[name] for name in LOADED}
    heavy = heavy_pages(edition.pages.values(), sizes, lambda path: (folder / path).read_bytes())
    return sorted([*heavy, *heavy_assets(loaded)])
