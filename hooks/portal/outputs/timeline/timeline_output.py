"""The index of the timeline, in each language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from portal.edition import Output
from portal.model.catalog.history.histories import EVERY
from portal.model.values.locale import LOCALES
from portal.outputs.timeline.entry_index import entry_index_path, write_entry_index
from portal.site_file import Files, TracedFile

if TYPE_CHECKING:
    from portal.edition import Edition


class TimelineIndex(Output):
    """For the script of the timeline; a portal on which nothing took place has none."""

    def files(self, edition: Edition) -> Files:
        """A file for each locale, made again if an entry or a name in it has changed."""
        if not self.basis.relations.histories.get(EVERY):
            return Files()
        return Files(
            traced=[
                TracedFile(
                    entry_index_path(locale), b"", partial(write_entry_index, edition, locale.code)
                )
                for locale in LOCALES
            ]
        )
