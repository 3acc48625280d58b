"""A page for each tombstone, at the address of the page that was removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from portal.data.problem import Problem
from portal.model.records.kinds import TOMBSTONES
from portal.model.records.tombstone import check_address
from portal.pages.links.missing_page import missing_page
from portal.pages.links.nearest_address import nearest_address
from portal.pages.page import PageSource
from portal.pages.render.head import Head

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.reading.load import Loaded
    from portal.pages.render.view import View


def tombstone_pages(catalog: Catalog) -> Iterator[PageSource]:
    """What readers find in place of a removed page."""
    for address, tombstone in catalog.tombstones.items():
        yield PageSource(
            path=address[1:],
            template="tombstone.html.j2",
            head=_head,
            params={"tombstone": tombstone},
            is_listed=False,
            place=catalog.places[TOMBSTONES.name, address],
        )


def _head(view: View) -> Head:
    return Head(view.plain("tombstone.title"), view.plain("tombstone.description"))


def tombstone_problems(
    loaded: Loaded,
    pages: Collection[str],
    is_kept_back: Callable[[str], bool],
    untold: Callable[[str], bool],
) -> Iterator[Problem]:
    """Tombstones with wrong addresses, for pages that still exist, or with dead links; ``pages`` are all others.

    ``is_kept_back`` tells whether an address is that of a page that is not public now, ``untold`` whether it may exist.
    """
    for row in loaded.of(TOMBSTONES):
        address = str(row.loc[-1])
        try:
            check_address(address)
        except PydanticCustomError as error:
            yield Problem(row.place(), error.type, {"found": address})
        if address[1:] in pages:
            yield Problem(row.place(), "tombstone-on-page", {"found": address})
        see = row.record.see
        if see and is_kept_back(see[1:]):
            yield Problem(row.place(("see",)), "link-not-public", {"found": see})
        elif see and see[1:] not in pages and not untold(see[1:]):
            cure = nearest_address(see[1:], sorted(pages)) or ""
            found = {"found": see, "nearest": f"/{cure}"}
            code = "dead-link-near" if cure else "dead-link"
            yield Problem(row.place(("see",)), code, found, missing_page(see[1:]))
