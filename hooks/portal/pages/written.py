"""Pages written by hand in ``content/``: each must exist in both languages, and none may hide a generated page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.file_names import folded
from portal.data.problem import Place, Problem
from portal.model.values.locale import LOCALES
from portal.pages.content import ASSETS
from portal.pages.writing.page_pairs import pair_problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.model.reading.gaps import Gaps
    from portal.pages.content import Content
    from portal.pages.page import PageSource

REQUIRED = ("index.md", "about/counting.md")
"""Written pages that templates link to; every portal must have them."""


STYLE = "portal.css"
"""The name of the style sheet of all pages."""

LINKED = ("feed.css", "portal.svg")
"""Files of the theme that keep their names, because others than pages load them: feeds, home screens, texts."""


def asset_addresses(content: Content) -> Iterator[str]:
    """The addresses, below the root of the site, of files that lie beside the pages or belong to the theme."""
    yield from (f"{ASSETS}{name}" for name in LINKED)
    yield from (asset.address for asset in content.assets)


def written_problems(
    content: Content, generated: Mapping[str, PageSource], gaps: Gaps
) -> Iterator[Problem]:
    """Written pages without a counterpart, or hiding another page; ``generated`` holds those of records by address."""
    by_folded = {folded(address): page for address, page in generated.items()}
    pages: dict[str, set[str]] = {locale.code: set() for locale in LOCALES}
    for file in content.pages:
        pages[file.locale].add(file.inner.as_posix())
    if content.pages or not content.gaps:
        yield from pair_problems(pages, REQUIRED, gaps.hides)
    first: dict[tuple[str, str], str] = {}
    for file in content.pages:
        if hidden := by_folded.get(folded(file.address)):
            found = {"found": hidden.path, "by": str(hidden.place or "data")}
            yield Problem(Place(file.name), "page-collision", found)
        elif (
            name := first.setdefault((file.locale, folded(file.address)), file.name)
        ) != file.name:
            found = {"found": f"/{file.address}", "other": name}
            yield Problem(Place(file.name), "page-twice", found)
