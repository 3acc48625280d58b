"""Generated pages as MkDocs sees them: targets for links, which it neither reads nor writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from portal.model.values.locale import BY_CODE

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from portal.pages.page import PageSource


class RecordFile(File):
    """The file of a generated page.

    MkDocs resolves links of written pages and entries of the navigation to it. The portal writes it itself.
    """

    def __init__(self, page: PageSource, locale: str, title: str, config: MkDocsConfig) -> None:
        super().__init__(
            page.src_uri(locale),
            config.docs_dir,
            config.site_dir,
            config.use_directory_urls,
            dest_uri=page.dest_uri(BY_CODE[locale]),
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        Page(title, self, config)

    def is_documentation_page(self) -> bool:
        """MkDocs must not read it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """MkDocs must not write it."""
