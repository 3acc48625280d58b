"""A table of the ties of each government that publishes and has any."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from portal.edition import Output
from portal.outputs.home_tables.tie_table import tie_table_path, write_tie_table
from portal.site_file import Files, TracedFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.edition import Edition
    from portal.model.records.home import Home


class HomeTables(Output):
    """For those who want the ties of one government only: the open data have all in one file."""

    def downloads(self) -> Iterator[str]:
        """The file of each."""
        return map(tie_table_path, self._homes)

    def files(self, edition: Edition) -> Files:
        """The same, made again if a tie, a city or a word in it has changed."""
        return Files(
            traced=[
                TracedFile(
                    tie_table_path(home),
                    edition.site.encode(),
                    partial(write_tie_table, edition, home.id),
                )
                for home in self._homes
            ]
        )

    @property
    def _homes(self) -> Iterator[Home]:
        ties = self.basis.relations.ties_of_home
        return (home for home in self.basis.catalog.publishers if ties.get(home.id))
