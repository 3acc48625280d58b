"""The search of the site: its page, and its index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.edition import Output
from portal.outputs.search.search_index import CannotIndex, search_files
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
        """The index; a preview makes it only once, so it finds the records as they were when the preview began."""
        if not self.basis.has_search:
            return Files()
        kept, renew = self.basis.kept_at("search"), not self.basis.is_preview
        try:
            return Files(whole=dict(search_files(edition, kept, renew=renew)))
        except CannotIndex as error:
            return Files(problems=[error.problem])
