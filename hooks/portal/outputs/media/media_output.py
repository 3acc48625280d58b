"""The pictures and attachments of press releases: for templates, and as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.edition import Output
from portal.outputs.media.media_files import media_files
from portal.outputs.media.shown_media import Media, attachment_addresses
from portal.site_file import Files

if TYPE_CHECKING:
    from portal.edition import Edition
    from portal.pages.render.view import View


class ReleaseMedia(Output):
    """Pictures in several sizes and formats, attachments as they are."""

    def addresses(self) -> set[str]:
        """The addresses of attachments, because readers keep links to documents."""
        return set(attachment_addresses(self.basis.catalog))

    def helpers(self, view: View) -> dict[str, Media]:
        """``media``: the pictures and attachments of a release."""
        return {"media": Media(view)}

    def files(self, edition: Edition) -> Files:
        """Of public releases only; pictures that no build has encoded are encoded now."""
        kept = self.basis.kept_at("media")
        if kept is None:
            return Files()
        whole, problems = media_files(edition.catalog, kept)
        return Files(whole=dict(whole), problems=problems)
