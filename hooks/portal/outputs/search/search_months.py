"""What took place in each month: there is no page of a month, but a place on the page of its year."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from portal.model.catalog.history.histories import EVERY
from portal.outputs.search.search_document import SearchDocument
from portal.outputs.search.search_facets import LISTS
from portal.outputs.search.search_names import joined_names, names_of_home, worded
from portal.pages.render.shown_dates import show_month
from portal.pages.timeline_pages import IN_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.history.entry import Entry
    from portal.pages.render.view import View


FEWEST = 2
"""Of one entry alone its own page tells more."""


def month_documents(view: View) -> Iterator[SearchDocument]:
    """A document for each month in which several things took place."""
    dated = filter(_is_of_a_month, view.relations.histories.get(EVERY, []))
    for _, found in groupby(dated, _month):
        members = list(found)
        if len(members) >= FEWEST:
            yield _of_month(members, view)


def _is_of_a_month(entry: Entry) -> bool:
    """Whether it is known to have been in one month; what was some day within a longer span is not."""
    is_one = (entry.start.year, entry.start.month) == (entry.last.year, entry.last.month)
    return bool(entry.start.month) and is_one and not entry.within


def _month(entry: Entry) -> tuple[int, int]:
    return entry.start.year, entry.start.month


def _of_month(members: list[Entry], view: View) -> SearchDocument:
    start = members[0].start
    month = f"{start.year:04}{start.month:02}"
    homes = [
        home for home in view.catalog.homes.values() if any(home.id in one.homes for one in members)
    ]
    countries = [view.catalog.cities[city].country for one in members for city in one.cities]
    countries += [code for one in members for code in one.countries]
    families = Counter(one.family for one in members).most_common()
    return SearchDocument(
        f"{IN_YEAR.of(year=start.year)}#m{start.iso[:7]}",
        LISTS,
        view.plain("exchanges.in_month", month=show_month(start, view.locale)),
        phrases=[month],
        whole_phrases=joined_names([month], worded(view, "exchanges.year")),
        text=view.plain("history.in_month", count=len(members), kinds=_told(families, view)),
        words=" ".join(name for home in homes for name in names_of_home(home)),
        dates=[str(start.year), month],
        homes=[home.id for home in homes],
        countries=list(dict.fromkeys(countries)),
        year=str(start.year),
        date=(start.iso[:7], ""),
    )


def _told(families: list[tuple[str, int]], view: View) -> str:
    """How many there are of each family; in Chinese small letters are the same."""
    named = ((view.plain(f"history.family.{name}").lower(), count) for name, count in families)
    return view.plain("list.separator").join(
        view.plain("history.of_family", family=name, count=count) for name, count in named
    )
