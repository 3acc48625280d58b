"""Pages that list records: every record is reachable from them without JavaScript."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from portal.model.catalog.doubts import doubts
from portal.model.catalog.tie import Tie, ties_of
from portal.model.records.kinds import CITIES, EXCHANGES, GLOSSARY, HOMES, KINDS, PRESS_RELEASES
from portal.pages.address import ListAddress
from portal.pages.city_pages import CITY_LISTS, city_pages, kinds_of_ties, statuses_of_ties
from portal.pages.glossary_pages import GLOSSARY_LISTS, glossary_pages, orders
from portal.pages.list_page import list_page
from portal.pages.map_page import map_page
from portal.pages.press_pages import PRESS_LISTS, press_pages
from portal.pages.timeline_pages import IN_YEAR, TIMELINE, has_timeline, timeline_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.history.entry import Entry
    from portal.model.catalog.relations import Relations
    from portal.model.records.kind import Kind
    from portal.model.records.record import Record
    from portal.pages.page import PageSource
    from portal.pages.render.view import View


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a kind."""

    pages: Callable[[Catalog, Relations], Iterator[PageSource]]
    """The page of all its records, and those of some of them."""
    parts: tuple[ListAddress, ...] = ()
    """The addresses of the latter."""


_SPECIAL = {
    CITIES.name: Lists(lambda catalog, _: city_pages(catalog), CITY_LISTS),
    EXCHANGES.name: Lists(timeline_pages, (ListAddress(TIMELINE), IN_YEAR)),
    GLOSSARY.name: Lists(lambda catalog, _: glossary_pages(catalog), GLOSSARY_LISTS),
    PRESS_RELEASES.name: Lists(lambda catalog, _: press_pages(catalog), PRESS_LISTS),
}
"""The lists of kinds with special lists."""


def lists_of(kind: Kind[Record]) -> Lists:
    """The lists of a kind: unless it has special ones, one list, plus one per year if its files are kept by year."""
    if kind.name in _SPECIAL:
        return _SPECIAL[kind.name]
    if kind.by_year:
        return Lists(partial(_by_year, kind=kind), (_in_year(kind),))
    return Lists(partial(_plain, kind=kind))


def is_list_part(address: str) -> bool:
    """Whether an address below a locale's root is, or was, that of a list of some records of a kind."""
    return any(form.fits(address) for form in _parts())


def list_subject(address: str) -> tuple[str, str] | None:
    """The kind and the id of the record that such a list is, or was, about."""
    return next(filter(None, (form.subject(address) for form in _parts())), None)


def _parts() -> Iterator[ListAddress]:
    return (form for kind in KINDS.with_lists for form in lists_of(kind).parts)


def index_pages(
    catalog: Catalog, relations: Relations, *, search: bool = True
) -> Iterator[PageSource]:
    """Every list; a kind without records has none, unless every portal must have the kind.

    With ``search``, the site map lists the search page.
    """
    listed = [kind for kind in KINDS.with_lists if _is_listed(kind, catalog, relations)]
    for kind in listed:
        yield from lists_of(kind).pages(catalog, relations)
    yield map_page()
    # Those who start a portal begin with the governments, so that file stands for all records.
    yield list_page(
        HOMES, "needs-verification/", template="needs_verification.html.j2", is_leaf=True,
        doubts=list(doubts(catalog)), quiet=_quiet(catalog, relations),
    )  # fmt: skip
    yield list_page(
        HOMES, "site-map/", template="site_map.html.j2", is_leaf=True,
        search=search, lists=[(kind.section, kind.name) for kind in listed],
        kinds=kinds_of_ties(catalog), statuses=statuses_of_ties(catalog), orders=orders(catalog),
    )  # fmt: skip


def _quiet(catalog: Catalog, relations: Relations) -> list[tuple[Tie, Entry | None]]:
    """Ties in force without activity for years, those longest silent first, and what was last."""
    ties = ties_of(catalog.cities.values())
    found = [(tie, relations.quiet[tie.key]) for tie in ties if tie.key in relations.quiet]
    found.sort(key=lambda pair: (pair[1].last.iso if pair[1] else "", pair[0].key))
    return found


def _is_listed(kind: Kind[Record], catalog: Catalog, relations: Relations) -> bool:
    if kind is EXCHANGES:  # signings are told there too, of which no exchange tells
        return has_timeline(catalog, relations)
    return kind.required or bool(catalog.of(kind))


def _plain(_: Catalog, __: Relations, *, kind: Kind[Record]) -> Iterator[PageSource]:
    """The template iterates over the records itself. If they have no pages, it provides their anchors."""
    yield list_page(kind, f"{kind.section}/", is_leaf=not kind.noun, is_found=bool(kind.noun))


def _by_year(catalog: Catalog, _: Relations, *, kind: Kind[Record]) -> Iterator[PageSource]:
    """All records of a kind by year, the newest first, and those of each year."""
    newest = sorted(catalog.of(kind).values(), key=attrgetter(kind.date, "id"), reverse=True)
    years = [(year, list(found)) for year, found in groupby(newest, partial(_year_of, kind=kind))]
    every = [year for year, _ in years]
    has_days = kind.feed == "calendar" and any(record.has_days for record in newest)
    yield list_page(
        kind, f"{kind.section}/", is_found=True, years=years, ways=every, has_days=has_days
    )
    for year, members in years:
        yield list_page(
            kind, _in_year(kind).of(year=year),
            title=partial(_year_title, section=kind.section, year=year),
            years=[(year, members)], ways=[], has_days=False,
        )  # fmt: skip


def _in_year(kind: Kind[Record]) -> ListAddress:
    return ListAddress(f"{kind.section}/{{year}}/")


def _year_of(record: Record, *, kind: Kind[Record]) -> int:
    begin = kind.begin(record)
    return begin.year if begin else 0


def _year_title(view: View, *, section: str, year: int) -> str:
    return view.plain(f"{section}.in_year", year=year)
