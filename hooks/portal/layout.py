"""All pages of a portal, and where each previously published address leads."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from portal.model.catalog.catalog import build_catalog
from portal.model.catalog.kept_back import names_kept_back
from portal.model.catalog.relations import build_relations
from portal.model.records.kinds import KINDS
from portal.model.values.moment import LAST
from portal.pages.address import address
from portal.pages.index_pages import index_pages
from portal.pages.prose_problems import Reach, prose_problems
from portal.pages.published import explained_files, lost_problems, published_addresses, stand_ins
from portal.pages.record_pages import WITHDRAWN, record_pages
from portal.pages.redirects import former_addresses
from portal.pages.tombstone_pages import tombstone_pages, tombstone_problems
from portal.pages.written import written_addresses, written_problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from portal.data.problem import Problem
    from portal.edition import Basis, Output
    from portal.model.catalog.kept_back import Name
    from portal.model.values.moment import Moment
    from portal.pages.page import PageSource


class Layout:
    """The addresses of a portal at the moment of its catalog."""

    def __init__(self, basis: Basis, outputs: Sequence[Output]) -> None:
        self._basis, self._outputs, self._now = basis, outputs, basis.catalog.now
        self._alive = _pages(basis, outputs)
        self._graves = {page.path: page for page in tombstone_pages(basis.catalog)}
        self._published = published_addresses(basis.root)
        self._addresses = self._alive.keys() | written_addresses(basis.root)
        former = dict(former_addresses(basis.catalog, basis.relations))
        lost = self._published.keys() - self._addresses - self._graves.keys() - former.keys()
        self.pages = self._alive | self._graves
        """Every generated page by its address; it exists in every locale."""
        found = stand_ins(
            sorted(lost), self.pages, former, basis.relations, lambda: self._kept_back
        )
        self.moved = former | dict(found)
        """Addresses that redirect, and where to: to a page or, with ``#``, to a section of it."""

    def problems(self) -> Iterator[Problem]:
        """Colliding pages, dead links, lost addresses."""
        root, loaded = self._basis.root, self._basis.loaded
        ends = self._graves.keys() | {
            p for p, page in self._alive.items() if page.template == WITHDRAWN
        }
        files = _files(self._outputs)
        kept = self._addresses | self._graves.keys() | self.moved.keys() | files
        kept |= set(explained_files(self._published.keys() - kept, ends))

        @cache
        def at(moment: Moment) -> Reach:
            """What is shown at another time, if no public record had expired."""
            everything = build_catalog(loaded, moment, expired=True)
            basis = replace(self._basis, catalog=everything, relations=build_relations(everything))
            outputs = [type(output)(basis) for output in self._outputs]
            return Reach(
                everything, self._addresses | _pages(basis, outputs).keys() | _files(outputs)
            )

        yield from written_problems(root, self._alive)
        now = Reach(self._basis.catalog, self._addresses)
        yield from prose_problems(loaded, now, lambda: at(LAST), self._is_kept_back)
        occupied = self._addresses | {f"{address}/" for address in files}
        yield from tombstone_problems(loaded, occupied, self._is_kept_back)
        yield from lost_problems(root, self._published, kept, lambda: at(self._now).addresses)

    @cached_property
    def _kept_back(self) -> set[Name]:
        return names_kept_back(self._basis.loaded, self._basis.catalog)

    @cached_property
    def _pages_kept_back(self) -> set[str]:
        rows = self._basis.loaded.records
        return {
            address(row.kind, row.record)
            for row in rows
            if KINDS[row.kind].noun and (row.kind, row.record.id) in self._kept_back
        }

    def _is_kept_back(self, path: str) -> bool:
        """Whether an address is that of a page of a record that is not public, or lies below it."""
        folders = (path[: end + 1] for end, letter in enumerate(path) if letter == "/")
        return path not in self._addresses and not self._pages_kept_back.isdisjoint(folders)


def _pages(basis: Basis, outputs: Sequence[Output]) -> dict[str, PageSource]:
    """Every page that is made from records."""
    pages = [
        *index_pages(basis.catalog, search=basis.has_search),
        *record_pages(basis.catalog, basis.relations),
        *(page for output in outputs for page in output.pages()),
    ]
    return {page.path: page for page in pages}


def _files(outputs: Sequence[Output]) -> set[str]:
    """The addresses of files that others may link to."""
    return {address for output in outputs for address in output.addresses()}
