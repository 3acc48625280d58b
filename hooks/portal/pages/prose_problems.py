"""Prose fields must link only to existing pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.data.problem import Problem, nearest
from portal.model.values.locale import LOCALES
from portal.model.values.text import Prose
from portal.model.values.walk import walk
from portal.pages.render.prose import portal_links

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.reading.load import Loaded, Row
    from portal.model.records.record import Record

    Found = tuple[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Reach:
    """What is shown at a moment, and where its links may lead."""

    catalog: Catalog
    addresses: set[str]

    def texts(self, row: Row[Record]) -> Collection[int]:
        """The texts of a record that are shown then, by identity: the gate copies none of them."""
        catalog, record = self.catalog, row.record
        shown = catalog.of(row.kind).get(record.id) or catalog.withdrawn.get(record.id)
        return {id(part) for _, part in walk(shown)} if shown else ()


def prose_problems(
    loaded: Loaded,
    now: Reach,
    later: Callable[[], Reach],
    is_kept_back: Callable[[str], bool],
) -> Iterator[Problem]:
    """Dead links in prose, at the location of the text.

    Links to records that a model refused are not reported as well. Text that is not yet public may link to what is
    public with it: ``later`` gives all that ever will be. A draft may link anywhere. ``is_kept_back`` tells whether an
    address is that of a page that is not public now.
    """
    refused = set().union(*loaded.refused.values())
    for row in loaded.records:
        texts = [(loc, text) for loc, text in walk(row.record) if isinstance(text, Prose)]
        shown = now.texts(row) if texts else ()
        for loc, prose in texts:
            reach = now if id(prose) in shown else later()
            if reach is not now and id(prose) not in reach.texts(row):
                continue
            for locale in LOCALES:
                links = dead_links(prose[locale.code], reach.addresses, refused, is_kept_back)
                for code, found in links:
                    yield Problem(row.place((*loc, locale.code)), code, found)


def dead_links(
    text: str, addresses: set[str], refused: set[str], is_kept_back: Callable[[str], bool]
) -> Iterator[Found]:
    """Links to pages that are not public, and dead ones, each with the nearest existing address."""
    for target in portal_links(text):
        page = target.partition("#")[0]
        if page in addresses or page.rstrip("/").rpartition("/")[2] in refused:
            continue
        if is_kept_back(page):
            yield "link-not-public", {"found": f"/{target}"}
        elif cure := nearest(page, addresses):
            yield "dead-link-near", {"found": f"/{target}", "nearest": f"/{cure}"}
        else:
            yield "dead-link", {"found": f"/{target}"}
