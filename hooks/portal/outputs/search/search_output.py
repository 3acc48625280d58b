"""The search of the site: its page, and its index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.edition import Output
from portal.outputs.search.search_index import search_files
from portal.outputs.search.search_page import search_page
from portal.site_file import Files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.edition import Edition
    from portal.pages.page import PageSource


class Search(Output):
    """Does nothing if a portal has no search."""

    def pages(self) -> Iterator[PageSource]:
        """The page with the form and the facets."""
        if self.basis.has_search:
            yield search_page(self.basis.catalog)

    def files(self, edition: Edition) -> Files:
        """The index."""
        if not self.basis.has_search:
            return Files()
        return Files(whole=dict(search_files(edition, self.basis.kept_at("search"))))
