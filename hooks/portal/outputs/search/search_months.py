"""The exchanges of each month: there is no page of a month, but a place on the list of its year."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from portal.model.records.kinds import EXCHANGES
from portal.outputs.search.search_document import SearchDocument
from portal.outputs.search.search_facets import LISTS, countries_of
from portal.outputs.search.search_names import joined_names, names_of_home, worded
from portal.pages.render.exchange_parties import counted
from portal.pages.render.shown_dates import show_month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.records.exchange import Exchange
    from portal.model.values.partial_date import PartialDate
    from portal.pages.render.view import View


FEWEST = 2
"""Of one exchange alone its own page tells more."""


def month_documents(view: View) -> Iterator[SearchDocument]:
    """A document for each month in which several exchanges took place."""
    dated = filter(_is_of_a_month, view.catalog.exchanges.values())
    for _, found in groupby(sorted(dated, key=lambda one: (one.start, one.id)), _month):
        members = list(found)
        if len(members) >= FEWEST:
            yield _of_month(members, view)


def _is_of_a_month(exchange: Exchange) -> bool:
    """Whether it is known to have been in one month; what was some day within a longer span is not."""
    start, end = exchange.start, exchange.end or exchange.start
    is_one = (start.year, start.month) == (end.year, end.month)
    return bool(start.month) and is_one and not exchange.within


def _month(exchange: Exchange) -> tuple[int, int]:
    return exchange.start.year, exchange.start.month


def _of_month(members: list[Exchange], view: View) -> SearchDocument:
    start: PartialDate = members[0].start
    month = f"{start.year:04}{start.month:02}"
    types, homes = counted(view, members)
    return SearchDocument(
        f"{EXCHANGES.section}/{start.year}/#m{start.iso[:7]}",
        LISTS,
        view.plain("exchanges.in_month", month=show_month(start, view.locale)),
        phrases=[month],
        whole_phrases=joined_names([month], worded(view, "exchanges.year")),
        text=view.plain("exchanges.counted", count=len(members), types=_told(types, view)),
        words=" ".join(name for home, _ in homes for name in names_of_home(home)),
        dates=[str(start.year), month],
        homes=[home.id for home, _ in homes],
        countries=list(
            dict.fromkeys(code for one in members for code in countries_of(one, view.catalog))
        ),
        year=str(start.year),
        date=(start.iso[:7], ""),
    )


def _told(types: list[tuple[str, int]], view: View) -> str:
    """How many there are of each type; in Chinese small letters are the same."""
    named = ((view.plain(f"exchange.type.{name}").lower(), count) for name, count in types)
    return view.plain("list.separator").join(
        view.plain("exchanges.of_type", type=name, count=count) for name, count in named
    )
