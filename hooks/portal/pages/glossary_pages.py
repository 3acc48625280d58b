"""The glossary in the order of dictionaries, in that of Zhuyin, by field, by government, and what to avoid."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from portal.model.records.kinds import GLOSSARY
from portal.pages.address import ListAddress
from portal.pages.list_page import list_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.concept import Concept
    from portal.model.records.term import ChineseTerm
    from portal.pages.page import PageSource
    from portal.pages.render.view import View

ORDERS = {
    "letter": "glossary/",
    "zhuyin": "glossary/zhuyin/",
    "field": "glossary/fields/",
    "home": "glossary/homes/",
    "avoided": "glossary/avoided/",
}
"""The orders of the glossary, and the address of each."""

GLOSSARY_LISTS = tuple(ListAddress(path) for order, path in ORDERS.items() if order != "letter")
"""The lists below that of all concepts."""


def orders(catalog: Catalog) -> dict[str, str]:
    """The orders that this glossary has: by government and of words not to use only if there are such words."""
    every = [term for one in catalog.glossary.values() for term in _terms(one)]
    missing = {"home", "avoided"}
    if any(term.homes and term.status == "preferred" for term in every):
        missing.remove("home")
    if any(term.status == "deprecated" for term in every):
        missing.remove("avoided")
    return {name: path for name, path in ORDERS.items() if name not in missing}


def _terms(concept: Concept) -> tuple[ChineseTerm, ...]:
    return (*concept.terms.zh, *concept.terms.en)


def glossary_pages(catalog: Catalog) -> Iterator[PageSource]:
    """Every order; the template asks for the rows itself."""
    found = orders(catalog)
    for order, path in found.items():
        title = partial(_title, order=order) if order != "letter" else None
        yield list_page(
            GLOSSARY, path, title=title, is_found=title is None, order=order, orders=found
        )


def _title(view: View, *, order: str) -> str:
    return view.plain(f"glossary.titled.{order}")
