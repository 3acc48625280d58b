"""A page of MkDocs whose content comes from records instead of a Markdown file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from portal.pages.page import PageSource
    from portal.portal import Portal

_ID = re.compile(r'\sid="([^"]+)"')


class GeneratedPage(Page):
    """Skips the Markdown parser: reading and rendering give what the portal's template made."""

    def __init__(
        self, source: PageSource, portal: Portal, file: File, config: MkDocsConfig
    ) -> None:
        self.source = source
        self._portal = portal
        if source.place:
            file.edit_uri = f"../{source.place.path}#L{source.place.line}"
        super().__init__(source.title, file, config)
        self.update_date = portal.catalog.today.iso

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source text."""
        self.markdown = ""
        self.meta = {"title": self.source.title, "description": self.source.description}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the record's template; its ids can be linked to."""
        self.content = self._portal.render(self.source)
        self.toc = TableOfContents([])
        self.present_anchor_ids = set(_ID.findall(self.content))
