"""Files that Hugo only copies: style sheet, scripts, icons, and what our build draws or writes besides its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.cards.drawn_files import drawn_files
from portal.outputs.hosts.hosts_output import host_files
from portal.outputs.hosts.portal_host import Host
from portal.outputs.maps.maps_output import Maps
from portal.outputs.site.manifest import manifests
from portal.outputs.site.site_output import WholeSite
from portal.resources import THEME

if TYPE_CHECKING:
    from pathlib import Path

    from portal.edition import Edition


def write_static(edition: Edition, folder: Path) -> None:
    """Fill the folder whose files are published as they are."""
    files = drawn_files(edition.catalog, folder.with_name("pictures"))
    files |= manifests(edition.catalog) | host_files(Host())
    files |= {
        name: (THEME / name).read_bytes() for name in ("assets/portal.svg", "assets/feed.css")
    }
    files |= edition.output(WholeSite).assets.published()
    drawn = edition.output(Maps).files(edition).whole
    files |= {path: bytes(picture) for path, picture in drawn.items()}
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
