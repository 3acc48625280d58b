"""The pages about the open data: the overview, how to use a spreadsheet, and the dictionary of each table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from portal.data.problem import Place
from portal.outputs.open_data.dataset_nodes import data_catalog, dataset
from portal.outputs.open_data.dictionary_page import DictionaryPage
from portal.outputs.open_data.offer import ShownLog
from portal.outputs.open_data.table import FOLDER
from portal.pages.page import PageSource
from portal.pages.render.head import Crumb, Head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.outputs.open_data.changes import Publication
    from portal.outputs.open_data.offer import Offer
    from portal.pages.render.view import View

SHEETS = f"{FOLDER}spreadsheets/"
"""Address of the page for people with a spreadsheet; no table has that name."""

NEWEST = 10
"""Number of publications whose changes the page lists; the file has all."""


def open_data_pages(
    offers: tuple[Offer, ...], log: Callable[[], list[Publication]]
) -> Iterator[PageSource]:
    """Every page, given the tables with their files, and what gives the changes."""
    yield PageSource(
        path=FOLDER,
        template="open_data.html.j2",
        head=_head,
        params={"offers": offers, "log": ShownLog(log, NEWEST)},
        place=Place("data"),
        nodes=partial(data_catalog, offers=offers),
        is_index=True,
        is_found=True,
    )
    yield PageSource(
        path=SHEETS,
        template="open_data_sheets.html.j2",
        head=_sheets_head,
        params={"offers": offers},
        place=Place("data"),
        is_found=True,
    )
    for offer in offers:
        yield PageSource(
            path=offer.table.page,
            template="open_data_table.html.j2",
            head=partial(_table_head, offer=offer),
            params={"page": DictionaryPage(offer.name), "offer": offer},
            place=Place("data/README.md"),
            nodes=partial(dataset, offer=offer),
        )


def _head(view: View) -> Head:
    return Head(view.plain("open-data.title"), view.plain("open-data.index_description"))


def _sheets_head(view: View) -> Head:
    crumb = Crumb(view.plain("open-data.title"), FOLDER)
    return Head(view.plain("sheets.title"), view.plain("sheets.description"), (crumb,))


def _table_head(view: View, *, offer: Offer) -> Head:
    title = view.plain("open-data.of", table=view.plain(f"table.{offer.name}"))
    crumb = Crumb(view.plain("open-data.title"), FOLDER)
    return Head(title, view.plain(offer.table.about), (crumb,))
