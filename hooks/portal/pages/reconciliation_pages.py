"""The page of a home that sets the numbers of ties that others state against the portal's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from portal.model.records.kinds import HOMES
from portal.pages.address import address
from portal.pages.page import PageSource
from portal.pages.render.head import Crumb, Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.home import Home
    from portal.pages.render.view import View

RECONCILIATION = "counts"
"""The last part of its address."""


def reconciliation_address(home: Home) -> str:
    """The path of the page: ``homes/taipei/counts/``."""
    return f"{address(HOMES.name, home)}{RECONCILIATION}/"


def has_reconciliation(home: Home) -> bool:
    """Whether there is such a page."""
    return home.publishes and bool(home.stated_counts)


def reconciliation_pages(catalog: Catalog) -> Iterator[PageSource]:
    """One page for each home of which a number of ties is stated."""
    for home in catalog.publishers:
        if has_reconciliation(home):
            yield PageSource(
                path=reconciliation_address(home),
                template="reconciliation.html.j2",
                head=partial(_head, home=home),
                params={"home": home},
                place=catalog.places[HOMES.name, home.id],
            )


def _head(view: View, *, home: Home) -> Head:
    name = home.title_in(view.locale)
    return Head(
        title=view.plain("reconciliation.title", home=name),
        description=view.plain("reconciliation.description", home=name),
        crumbs=(
            Crumb(view.plain(f"{HOMES.section}.title"), f"{HOMES.section}/"),
            Crumb(name, address(HOMES.name, home)),
        ),
    )
