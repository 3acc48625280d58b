"""Pages written by hand in ``content/``: each must exist in both languages, and none may hide a generated page."""

from __future__ import annotations

import re
from posixpath import normpath
from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem
from portal.data.root import Root
from portal.model.values.locale import LOCALES
from portal.pages.writing.headings import heading_problems
from portal.writing.policy import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from portal.pages.page import PageSource

REQUIRED = ("index.md", "about/counting.md")
"""Written pages that templates link to; every portal must have them."""

_TITLE = re.compile(r"^title: *[\"']?(.+?)[\"']?$", re.MULTILINE)
"""The title of a written page, in its front matter."""

_SOURCE = re.compile(r"[\w./-]+\.md\b")
"""What can be a link to the source of a page."""

_MARKED = re.compile(r"<(\w+)[^>]*\blang=[\"']?zh[^>]*>.*?</\1>|\{[^}\n]*\}", re.DOTALL)
"""The elements that may contain Chinese on an English page."""


def written_addresses(root: Path) -> set[str]:
    """The addresses of all written pages below the root of a locale."""
    folders = [root / "content" / locale.code for locale in LOCALES]
    return {_address(path.relative_to(f)) for f in folders for path in _markdown(f)}


def written_texts(root: Path, locale: str) -> Iterator[tuple[str, str, str]]:
    """The address, the title and the Markdown of each written page of a locale."""
    folder = root / "content" / locale
    for path in _markdown(folder):
        text = path.read_text(encoding="utf-8", errors="replace")
        found = _TITLE.search(text)
        yield _address(path.relative_to(folder)), found[1].strip() if found else path.stem, text


def linked_sources(root: Path, locale: str) -> set[str]:
    """The source paths that written pages of a locale may link to, as ``zh/cities/jp-kaga.md``."""
    folder = root / "content" / locale
    found = set()
    for path in _markdown(folder):
        for target in _SOURCE.findall(path.read_text(encoding="utf-8", errors="replace")):
            here = path.parent.relative_to(folder).as_posix()
            found.add(f"{locale}/{normpath(f'{here}/{target}')}")
    return found


def written_problems(root: Path, generated: Mapping[str, PageSource]) -> Iterator[Problem]:
    """Written pages without a counterpart, hiding a generated page, unreadable, or in the wrong language.

    ``generated`` holds the generated pages by address.
    """
    content = root / "content"
    found = {
        locale.code: {
            p.relative_to(content / locale.code): p for p in _markdown(content / locale.code)
        }
        for locale in LOCALES
    }
    for locale in LOCALES:
        written = {path.as_posix() for path in found[locale.code]}
        for name in REQUIRED:
            if name not in written:
                missing = f"content/{locale.code}/{name}"
                yield Problem(Place(missing), "page-missing", {"found": missing})
        for inner, path in found[locale.code].items():
            place = Place(path.relative_to(root).as_posix())
            for other in LOCALES:
                if inner not in found[other.code] and inner.as_posix() not in REQUIRED:
                    cure = f"content/{other.code}/{inner.as_posix()}"
                    yield Problem(place, "page-unpaired", {"found": place.path, "cure": cure})
            if hidden := generated.get(_address(inner)):
                by = str(hidden.place or "data")
                yield Problem(place, "page-collision", {"found": hidden.path, "by": by})
            text, problems = Root(root).read_text(path)
            yield from problems
            yield from heading_problems(place.path, text)
            if locale.code == "en":
                yield from _chinese(place.path, text)


def _markdown(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(folder.rglob("*.md"))


def _address(inner: Path) -> str:
    """The address of a written page; MkDocs uses ``index.md`` and ``README.md`` for the folder."""
    folder = inner.parent if inner.name in ("index.md", "README.md") else inner.with_suffix("")
    return "" if folder.as_posix() == "." else f"{folder.as_posix()}/"


def _chinese(path: str, text: str) -> Iterator[Problem]:
    """Chinese on an English page outside an element with ``lang``; one problem per line."""
    visible = _MARKED.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)
    for number, line in enumerate(visible.split("\n"), start=1):
        if found := HAN.search(line):
            place = Place(path, number, found.start() + 1)
            yield Problem(place, "chinese-on-english-page", {"found": found[0]})
