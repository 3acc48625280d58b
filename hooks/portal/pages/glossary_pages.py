"""The glossary in three orders: that of the language's dictionaries, that of Zhuyin, and by field of knowledge."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from portal.model.records.kinds import GLOSSARY
from portal.pages.address import ListAddress
from portal.pages.list_page import list_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.pages.page import PageSource
    from portal.pages.render.view import View

ORDERS = {"letter": "glossary/", "zhuyin": "glossary/zhuyin/", "field": "glossary/fields/"}
"""The orders of the glossary, and the address of each."""

GLOSSARY_LISTS = tuple(ListAddress(path) for order, path in ORDERS.items() if order != "letter")
"""The lists below that of all concepts."""


def glossary_pages(_: Catalog) -> Iterator[PageSource]:
    """Every order; the template iterates over the concepts itself."""
    for order, path in ORDERS.items():
        title = partial(_title, order=order) if order != "letter" else None
        yield list_page(
            GLOSSARY, path, title=title, is_found=title is None, order=order, orders=ORDERS
        )


def _title(view: View, *, order: str) -> str:
    return view.plain(f"glossary.titled.{order}")
