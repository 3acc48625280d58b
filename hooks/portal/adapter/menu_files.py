"""Which generated pages the menu has, before the written ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from portal.pages.page import PageSource


def menu_pages(pages: Mapping[str, PageSource]) -> list[PageSource]:
    """The list of each kind, and what stands behind it, from all pages by address."""
    found: list[PageSource] = []
    for section in (kind.section for kind in KINDS.with_pages):
        if f"{section}/" in pages:
            found.append(pages[f"{section}/"])
        found += [page for page in pages.values() if page.after == section]
    return found


def menu_files(pages: Mapping[str, PageSource]) -> list[str]:
    """Their files, as MkDocs calls them, without the locale."""
    return [page.src_uri("").lstrip("/") for page in menu_pages(pages)]
