"""All pages of a portal, and where each address leads that was published before."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from portal.model.catalog.catalog import build_catalog
from portal.model.catalog.relations import build_relations
from portal.model.values.moment import LAST
from portal.outputs.media.shown_media import attachment_addresses
from portal.outputs.open_data.open_data_pages import open_data_pages
from portal.pages.index_pages import index_pages
from portal.pages.prose_problems import prose_problems
from portal.pages.published import explained_files, lost_problems, published_addresses, stand_ins
from portal.pages.record_pages import WITHDRAWN, record_pages
from portal.pages.redirects import former_addresses
from portal.pages.tombstone_pages import tombstone_pages, tombstone_problems
from portal.pages.written import written_addresses, written_problems

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from portal.data.problem import Problem
    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.reading.load import Loaded
    from portal.model.values.moment import Moment
    from portal.pages.page import PageSource


class Layout:
    """The addresses of a portal at the moment of its catalog."""

    def __init__(
        self,
        root: Path,
        loaded: Loaded,
        catalog: Catalog,
        relations: Relations,
        *,
        search: bool = True,
    ) -> None:
        self._root, self._loaded, self._now = root, loaded, catalog.now
        self._alive = _pages(catalog, relations, search=search)
        self._graves = {page.path: page for page in tombstone_pages(catalog)}
        self._published = published_addresses(root)
        self._addresses = self._alive.keys() | written_addresses(root)
        former = dict(former_addresses(catalog, relations))
        self._files = attachment_addresses(catalog)
        lost = self._published.keys() - self._addresses - self._graves.keys() - former.keys()
        self.moved = former | dict(stand_ins(lost, self._alive))
        """Addresses that lead on, and where to."""
        self.pages = self._alive | self._graves
        """Every generated page by its address; it exists in every locale."""

    def problems(self) -> Iterator[Problem]:
        """Pages in each other's way, links that lead nowhere, published addresses that are lost."""
        ends = self._graves.keys() | {
            p for p, page in self._alive.items() if page.template == WITHDRAWN
        }
        kept = self._addresses | self._graves.keys() | self.moved.keys() | self._files.keys()
        kept |= set(explained_files(self._published.keys() - kept, ends))

        @cache
        def at(moment: Moment) -> set[str]:
            """The addresses at another time, if nothing that was public had ended."""
            everything = build_catalog(self._loaded, moment, expired=True)
            pages = _pages(everything, build_relations(everything)).keys()
            return self._addresses | pages | attachment_addresses(everything).keys()

        yield from written_problems(self._root, self._alive)
        yield from prose_problems(self._loaded, self._addresses, self._now, lambda: at(LAST))
        occupied = self._addresses | {f"{address}/" for address in self._files}
        yield from tombstone_problems(self._loaded, occupied)
        yield from lost_problems(self._root, self._published, kept, lambda: at(self._now))


def _pages(catalog: Catalog, relations: Relations, *, search: bool = True) -> dict[str, PageSource]:
    """Every page that is made from records."""
    pages = [
        *index_pages(catalog, search=search),
        *record_pages(catalog, relations),
        *open_data_pages(),
    ]
    return {page.path: page for page in pages}
