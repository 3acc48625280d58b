"""Our own portal as it stands, and a copy of it after correct edits."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from building import ROOT, build_once
from content.edits import EDITS

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment

AS_IT_STANDS = "as it stands"
EDITED = "after correct edits"


@dataclass(frozen=True)
class Portal:
    """A portal with its site; its day is today."""

    root: Path
    site: Path
    now: Moment
    search: bool

    def read(self) -> Edition:
        """Read it as the build did."""
        return read_portal(self.root, self.now, search=self.search)


def copy_portal(target: Path) -> Path:
    """A copy of all that makes our site and that an editor may change; the generator is not copied."""
    for name in ("content", "data", "published"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copy(ROOT / "mkdocs.yml", target)
    for name in ("hooks", "node_modules"):
        (target / name).symlink_to(ROOT / name)
    return target


def _without_search(root: Path) -> None:
    """Take the search out of a portal; that its page was published is forgotten."""
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("\nextra: {search: false}\n")
    published = root / "published" / "addresses.txt"
    text = published.read_text(encoding="utf-8")
    published.write_text(text.replace("\n/search/\n", "\n"), encoding="utf-8")


def built(name: str, folder: Path, now: Moment, *, search: bool) -> Portal:
    """One of both by its name, built below a folder that all processes of a run share."""

    def prepare(target: Path) -> None:
        copy_portal(target)
        if not search:
            _without_search(target)
        for edit in EDITS if name == EDITED else ():
            edit(target, now.day.iso)

    own = search and name == AS_IT_STANDS
    root = ROOT if own else folder / "portal"
    site = build_once(
        folder,
        root / "mkdocs.yml",
        prepare=None if own else lambda: prepare(root),
        PORTAL_TODAY=str(now),
    )
    return Portal(root, site, now, search)
