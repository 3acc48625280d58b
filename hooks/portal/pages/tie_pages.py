"""The page of each tie: with whom, since when, what was signed, and what was done together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from portal.data.problem import Problem, shorten
from portal.model.catalog.tie import Tie, ties_of
from portal.model.records.kinds import CITIES, HOMES
from portal.pages.address import address, tie_address
from portal.pages.chapter_addresses import NAMES
from portal.pages.city_pages import country_address
from portal.pages.page import PageSource
from portal.pages.render.head import Crumb, Head
from portal.pages.render.tie_names import tie_heading, tie_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.reading.load import Loaded
    from portal.pages.render.view import View


def tie_pages(catalog: Catalog) -> Iterator[PageSource]:
    """One page for each tie, below the page of its city."""
    for tie in ties_of(catalog.cities.values()):
        yield PageSource(
            path=tie_address(tie),
            template="tie.html.j2",
            head=partial(_head, tie=tie),
            params={"tie": tie},
            place=catalog.places[CITIES.name, tie.city.id],
            tie=tie,
        )


def _head(view: View, *, tie: Tie) -> Head:
    city = view.title(tie.city)
    return Head(
        title=tie_title(view, tie),
        description=shorten(view.plain("tie.description", title=tie_heading(view, tie)), 160),
        crumbs=(
            Crumb(view.plain(f"{CITIES.section}.title"), f"{CITIES.section}/"),
            Crumb(view.country(tie.city.country), country_address(tie.city.country)),
            Crumb(city, address(CITIES.name, tie.city)),
        ),
    )


def former_tie_addresses(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """The old and the new address of each page of a tie whose city or government was renamed."""
    for tie in ties_of(catalog.cities.values()):
        home = catalog.homes.get(tie.partnership.home)
        owners = [*home.former_ids] if home and not tie.partnership.unit else []
        for city_id in (tie.city.id, *tie.city.former_ids):
            for owner in (tie.owner, *owners):
                old = f"{CITIES.section}/{city_id}/{owner}/"
                if old != tie_address(tie):
                    yield old, tie_address(tie)


def id_problems(loaded: Loaded) -> Iterator[Problem]:
    """Governments whose ties would have the address of a section of a city's page; ids of units are longer."""
    for row in loaded.of(HOMES):
        if row.record.id in NAMES:
            yield Problem(row.place(("id",)), "id-is-section", {"found": row.record.id})
