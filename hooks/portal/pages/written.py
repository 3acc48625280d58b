"""Pages written by hand in ``content/``: each must exist in both languages, and none may hide a generated page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem
from portal.model.values.locale import BY_CODE, LOCALES
from portal.pages.writing.page_pairs import page_address, pair_problems
from portal.resources import THEME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from portal.pages.page import PageSource

REQUIRED = ("index.md", "about/counting.md")
"""Written pages that templates link to; every portal must have them."""


def written_addresses(root: Path) -> set[str]:
    """The addresses of all written pages below the root of a locale."""
    folders = [root / "content" / locale.code for locale in LOCALES]
    return {page_address(path.relative_to(f)) for f in folders for path in _markdown(f)}


def asset_addresses(root: Path) -> Iterator[str]:
    """The addresses, below the root of the site, of files that lie beside the pages or belong to the theme."""
    for path in sorted((THEME / "assets").iterdir()):
        yield f"assets/{path.name}"
    content = root / "content"
    for path in sorted(content.rglob("*")) if content.is_dir() else ():
        inner = path.relative_to(content).as_posix()
        if path.suffix != ".md" and path.is_file() and not path.is_symlink():
            folder, _, rest = inner.partition("/")
            yield f"{BY_CODE[folder].prefix}{rest}" if folder in BY_CODE else inner


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """The file of a written page."""

    path: Path
    name: str
    """From the root of the portal: ``content/en/about/privacy.md``."""
    inner: Path
    """Below the folder of its locale."""
    locale: str

    @property
    def address(self) -> str:
        """The address of the page below the root of the locale."""
        return page_address(self.inner)


def written_files(root: Path) -> Iterator[WrittenFile]:
    """The files of all written pages, by locale."""
    for locale in LOCALES:
        folder = root / "content" / locale.code
        for path in _markdown(folder):
            name = path.relative_to(root).as_posix()
            yield WrittenFile(path, name, path.relative_to(folder), locale.code)


def written_problems(root: Path, generated: Mapping[str, PageSource]) -> Iterator[Problem]:
    """Written pages without a counterpart, or hiding another page; ``generated`` holds those of records by address."""
    files = list(written_files(root))
    pages: dict[str, set[str]] = {locale.code: set() for locale in LOCALES}
    for file in files:
        pages[file.locale].add(file.inner.as_posix())
    yield from pair_problems(pages, REQUIRED)
    first: dict[tuple[str, str], str] = {}
    for file in files:
        if hidden := generated.get(file.address):
            found = {"found": hidden.path, "by": str(hidden.place or "data")}
            yield Problem(Place(file.name), "page-collision", found)
        elif (name := first.setdefault((file.locale, file.address), file.name)) != file.name:
            found = {"found": f"/{file.address}", "other": name}
            yield Problem(Place(file.name), "page-twice", found)


def _markdown(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(folder.rglob("*.md"))
