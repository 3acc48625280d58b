"""The portal in numbers. Everything is counted once for each build, when something asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from portal.edition import Output
from portal.model.catalog.public_state import newest_day
from portal.model.records.kinds import KINDS
from portal.model.statistics.network import network
from portal.model.statistics.shared_partners import shared_partners
from portal.model.statistics.statistics_of import statistics_of
from portal.model.values.locale import LOCALES
from portal.outputs.statistics.network_pages import network_page, page_of, shared_page
from portal.outputs.statistics.statistic_file import columns_of, file_of, write_statistic
from portal.outputs.statistics.statistic_words import StatisticWords
from portal.outputs.statistics.statistics_page import Counted, StatisticHelpers, statistics_page
from portal.site_file import Dataset, Files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.edition import Edition
    from portal.model.statistics.statistic import Statistic
    from portal.model.statistics.statistics_of import Groups
    from portal.model.values.partial_date import PartialDate
    from portal.pages.page import PageSource
    from portal.pages.render.view import View


class Statistics(Output):
    """The page of statistics, and a file of each, which exists even if it has no rows: addresses are permanent."""

    @cached_property
    def groups(self) -> Groups:
        """All statistics."""
        return statistics_of(self.basis.catalog, self.basis.relations)

    @property
    def all(self) -> Iterator[Statistic]:
        """The same in one row."""
        return (statistic for group in self.groups.values() for statistic in group)

    @cached_property
    def day(self) -> PartialDate | None:
        """As of which day the numbers are: of the latest change of what is public, so that files stay until the next.

        What is no longer public has no part in it: a day may not tell that something ended.
        """
        catalog = self.basis.catalog
        records = (record for kind in KINDS.with_records for record in catalog.of(kind).values())
        days = [turn.day for record in records for turn in record.turns if turn <= catalog.now]
        return max(filter(None, [newest_day(catalog), *days]), default=None)

    def pages(self) -> Iterator[PageSource]:
        """The page of statistics, that of organizations with those who meet there, and that of shared partners."""
        yield statistics_page(Counted(lambda: self.groups))
        catalog, relations = self.basis.catalog, self.basis.relations
        yield network_page(network(catalog, relations))
        yield shared_page(shared_partners(catalog, relations))

    def helpers(self, view: View) -> Mapping[str, Any]:
        """``statistics``: words and charts."""
        return {"statistics": StatisticHelpers(view)}

    def downloads(self) -> Iterator[str]:
        """The file of each."""
        return map(file_of, self.all)

    def files(self, edition: Edition) -> Files:
        """The same; they are so small that they are always made."""
        return Files(whole={one.path: one.content for one in self.datasets(edition)})

    def datasets(self, edition: Edition) -> Iterator[Dataset]:
        """Each statistic with its file; none if there are problems."""
        if not edition.pages:
            return
        views = {locale.code: edition.view(locale.code) for locale in LOCALES}
        words = {code: StatisticWords(view) for code, view in views.items()}
        for one in self.all:
            titles, about = (
                {code: view.plain(f"statistics.{one.name}.{part}") for code, view in views.items()}
                for part in ("title", "about")
            )
            content = write_statistic(one, list(words.values()), self.day)
            columns = columns_of(one, views, words)
            yield Dataset(one.name, titles, about, page_of(one), file_of(one), content, columns)
