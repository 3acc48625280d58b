"""What lies in ``content/``: written pages by language, and the files that they use."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from portal.data.listing import list_tree
from portal.data.media_file import DOCUMENTS, PICTURES
from portal.data.problem import Place, Problem
from portal.model.values.locale import BY_CODE, LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONTENT = "content"

PAGE = ".md"

ASSETS = "assets/"
"""The folder of files that both languages share."""

BY_HASH = f"{ASSETS}by-hash/"
"""The folder of files whose names change with their content, which browsers keep for good; it is not for authors."""

FORMATS = {**PICTURES, "webp": "webp", "avif": "avif", "gif": "gif", "svg": "svg"} | {
    **{suffix: suffix for suffix in DOCUMENTS},
    "csv": "csv",
}
"""What a page can show or link to: the format of each file extension."""

_NO_FOLDER = re.compile(r"templates|[a-z]{2}(-[A-Za-z]{4})?(-[A-Z]{2})?|[a-z]{2}_[A-Z]{2}")
"""Folders from which nothing is published: MkDocs keeps the first to itself; the rest look like other languages."""


def page_address(inner: PurePosixPath) -> str:
    """The address of the page in a file below its locale's; ``index.md`` and ``README.md`` stand for the folder."""
    folder = inner.parent if inner.name in ("index.md", "README.md") else inner.with_suffix("")
    return "" if folder.as_posix() == "." else f"{folder.as_posix()}/"


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """The file of a written page."""

    path: Path
    name: str
    """From the root of the portal: ``content/en/about/privacy.md``."""
    inner: PurePosixPath
    """Below the folder of its locale."""
    locale: str

    @property
    def address(self) -> str:
        """The address of the page below the root of the locale."""
        return page_address(self.inner)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file beside the pages."""

    path: Path
    name: str
    """From the root of the portal: ``content/assets/map.png``."""
    address: str
    """Below the root of the site: ``assets/map.png``; those of a locale begin with its prefix."""

    @property
    def suffix(self) -> str:
        """The file extension in lower case, without the dot."""
        return PurePosixPath(self.name).suffix[1:].lower()


@dataclass
class Content:
    """The files of ``content/``, each by its name."""

    root: Path
    """The portal's folder."""
    pages: list[WrittenFile] = field(default_factory=list)
    """By locale."""
    assets: list[Asset] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    """What is neither."""
    gaps: set[str] = field(default_factory=set)
    """Files and folders of which nothing is known."""

    @cached_property
    def addresses(self) -> set[str]:
        """The addresses of all written pages below the root of a locale."""
        return {page.address for page in self.pages}

    def of(self, locale: str) -> Iterator[WrittenFile]:
        """The pages of a locale."""
        return (page for page in self.pages if page.locale == locale)


def read_content(root: Path) -> Content:
    """List the folder; its files are not read."""
    listing = list_tree(root, CONTENT, _is_file_name)
    found = Content(root, problems=listing.problems, gaps=listing.gaps)
    for name in listing.files:
        _, top, *rest = name.split("/")
        path, is_page = root / name, name.endswith(PAGE)
        if _is_misplaced(top, rest, is_page=is_page):
            shown = name.removeprefix(f"{CONTENT}/")
            found.problems.append(Problem(Place(name), "content-misplaced", {"found": shown}))
        elif is_page:
            found.pages.append(WrittenFile(path, name, PurePosixPath(*rest), top))
        else:
            prefix = BY_CODE[top].prefix if top in BY_CODE and rest else f"{top}/" * bool(rest)
            found.assets.append(Asset(path, name, prefix + "/".join(rest or [top])))
    order = list(BY_CODE)
    found.pages.sort(key=lambda page: (order.index(page.locale), page.inner.parts))
    return found


def _is_misplaced(top: str, rest: list[str], *, is_page: bool) -> bool:
    """Whether a file would not be published, or in the language of others."""
    prefix = BY_CODE[top].prefix if top in BY_CODE else f"{top}/"
    if (prefix + "/".join(rest)).startswith(BY_HASH):
        return True
    if top not in BY_CODE:
        return is_page or (bool(rest) and bool(_NO_FOLDER.fullmatch(top)))
    prefixes = {locale.prefix for locale in LOCALES if locale.prefix}
    return len(rest) > 1 and f"{rest[0]}/" in prefixes


def _is_file_name(name: str) -> bool:
    """Whether a folder of that name looks like a file."""
    return PurePosixPath(name).suffix[1:].lower() in {PAGE[1:], *FORMATS}
