"""What Hugo only copies: style sheet, script, icons, and what a build of ours draws or writes besides its pages."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from portal.portal import GENERATOR
from portal.publish.hosting import host_files
from portal.publish.manifest import manifests
from portal.publish.pictures import pictures
from portal.publish.stylesheet import stylesheet

if TYPE_CHECKING:
    from pathlib import Path

    from portal.portal import Portal


def write_static(portal: Portal, folder: Path) -> None:
    """Fill the folder whose files are published as they are."""
    shutil.copytree(GENERATOR / "overrides" / "assets", folder / "assets")
    files = pictures(portal.catalog, folder.with_name("pictures"))
    files |= manifests(portal.catalog) | host_files("/")
    files["assets/portal.css"] = stylesheet(GENERATOR / "templates", portal.root / "templates")
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
