"""Makes a site that opens from a folder out of one that was built for a server."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

from portal.model.values.locale import LOCALES
from portal.progress import Progress
from portal.publish.state_folder import throw_away
from portal.publish.swap import recover, swap
from portal.site_file import BUILD
from portal.unserved.unserved_page import INDEX, unserved_page

if TYPE_CHECKING:
    from pathlib import Path

README = "preview.txt"
"""The file that says what the folder is; only a folder that has it is replaced."""

_MARK = (
    "這是預覽，請以瀏覽器開啟 index.html；由 portal build --from-folder 產生，下次產生時整個取代。"
)
_TEXT = f"""{_MARK}
This is a preview: open index.html in a browser. Made by portal build --from-folder, which replaces all of it next time.
"""

_NEXT = "next"
_SERVED_ONLY = (
    "search-index/",
    *(f"{loc.prefix}{name}" for loc in LOCALES for name in ("404.html", "manifest.webmanifest")),
    "_headers",
    "_redirects",
    BUILD,
)
"""What only a server uses, what cannot work without one, and what tells the digest of other pages than these."""


def is_replaceable(folder: Path) -> bool:
    """Whether nothing of anybody else's is in a folder."""
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    if not any(folder.iterdir()):
        return True
    try:
        return (folder / README).read_text(encoding="utf-8").startswith(_MARK)
    except (OSError, UnicodeDecodeError):
        return False


def make_unserved(site: Path, folder: Path, working: Path) -> int:
    """Make ``folder`` of the built ``site``; returns how many pages it has.

    It is put together in the folder ``working``, on the same file system, and takes its place at once.
    """
    recover(folder)
    made = working / _NEXT
    throw_away(made)
    paths = sorted(path for path in site.rglob("*") if path.is_file() and not path.is_symlink())
    names = {
        name: path for path in paths if not _is_left_out(name := path.relative_to(site).as_posix())
    }
    pages = 0
    with Progress(len(names), "preview", since=time.monotonic()) as progress:
        for name, path in names.items():
            target = made / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if name.endswith(".html"):
                pages += 1
                html = unserved_page(path.read_text(encoding="utf-8"), name, names)
                target.write_text(html, encoding="utf-8", newline="")
            else:
                shutil.copyfile(path, target)
            progress.advance(1)
    (made / README).write_text(_TEXT, encoding="utf-8")
    folder.parent.mkdir(parents=True, exist_ok=True)
    swap(folder, made)
    throw_away(made)
    return pages


def holds_site(folder: Path) -> bool:
    """Whether a site was built there."""
    return (folder / INDEX).is_file()


def _is_left_out(name: str) -> bool:
    return name.startswith((".", *_SERVED_ONLY))
