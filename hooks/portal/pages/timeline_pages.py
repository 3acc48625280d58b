"""The timeline: what took place since the first year on record, and a page for each year."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from portal.model.catalog.history.calendar_entries import calendar_entries
from portal.model.catalog.history.histories import EVERY
from portal.model.records.kinds import EXCHANGES
from portal.pages.address import ListAddress
from portal.pages.list_page import list_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.history.entry import Entry
    from portal.model.catalog.relations import Relations
    from portal.model.records.exchange import Exchange
    from portal.pages.page import PageSource
    from portal.pages.render.view import View

TIMELINE = f"{EXCHANGES.section}/"
"""Its address."""

IN_YEAR = ListAddress(f"{TIMELINE}{{year}}/")

WHOLE = 400
"""Entries up to which one page shows all: some 30 KB, compressed."""

NEWEST = 200
"""Of more it shows years, the newest first, until there are so many; the others have their pages."""


def has_timeline(catalog: Catalog, relations: Relations) -> bool:
    """Whether anything took place; figures alone are shown too."""
    return bool(relations.histories.get(EVERY) or catalog.exchanges)


def timeline_pages(catalog: Catalog, relations: Relations) -> Iterator[PageSource]:
    """The whole timeline, and its years, the newest first."""
    entries = relations.histories.get(EVERY, [])
    by_year = {year: list(found) for year, found in groupby(entries, lambda e: e.start.year)}
    figures: dict[int, list[Exchange]] = defaultdict(list)
    for exchange in sorted(catalog.exchanges.values(), key=lambda one: (one.start, one.id)):
        if exchange.is_figure:
            figures[exchange.start.year].append(exchange)
    years = sorted({*by_year, *figures}, reverse=True)
    yield list_page(
        EXCHANGES, TIMELINE, is_found=True,
        entries=entries, shown=_shown(by_year, len(entries)), figures=dict(figures),
        years=[(year, len(by_year.get(year, ()))) for year in years],
        has_days=bool(calendar_entries(entries)),
    )  # fmt: skip
    for n, year in enumerate(years):
        yield list_page(
            EXCHANGES, IN_YEAR.of(year=year), template="timeline_year.html.j2",
            title=partial(_year_title, year=year), year=year,
            entries=by_year.get(year, []), figures={year: figures[year]} if year in figures else {},
            newer=years[n - 1] if n else None, older=years[n + 1] if n + 1 < len(years) else None,
        )  # fmt: skip


def _shown(by_year: dict[int, list[Entry]], count: int) -> int:
    """How many of the entries, the newest first, the page of the whole shows: whole years."""
    if count <= WHOLE:
        return count
    shown = 0
    for year in sorted(by_year, reverse=True):
        if shown and shown + len(by_year[year]) > NEWEST:
            break
        shown += len(by_year[year])
    return shown


def _year_title(view: View, *, year: int) -> str:
    return view.plain("exchanges.in_year", year=year)
