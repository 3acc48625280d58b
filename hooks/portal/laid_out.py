"""The pages and files that records make at one moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from portal.model.catalog.catalog import build_catalog
from portal.model.catalog.relations import build_relations
from portal.pages.index_pages import index_pages
from portal.pages.links.page_ids import PageIds
from portal.pages.record_pages import record_pages
from portal.pages.render.jinja import environment
from portal.pages.render.renderer import Renderer
from portal.pages.tie_pages import tie_pages
from portal.pages.written import asset_addresses
from portal.resources import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from portal.edition import Basis, Output
    from portal.pages.page import PageSource


@dataclass(frozen=True)
class LaidOut:
    """The pages and files of a portal at the moment of its catalog."""

    basis: Basis
    outputs: Sequence[Output]
    expired: bool = False
    """Whether what has expired is laid out too."""

    @cached_property
    def pages(self) -> dict[str, PageSource]:
        """Every page that is made from records."""
        basis = self.basis
        pages = [
            *index_pages(basis.catalog, basis.relations, search=basis.has_search),
            *record_pages(basis.catalog, basis.relations),
            *tie_pages(basis.catalog),
            *(page for output in self.outputs for page in output.pages()),
        ]
        return {page.path: page for page in pages}

    @cached_property
    def kept_files(self) -> set[str]:
        """The addresses of files that must not silently disappear."""
        return {address for output in self.outputs for address in output.addresses()}

    @cached_property
    def made_files(self) -> set[str]:
        """The addresses of all files that outputs make and others may link to."""
        made = {address for output in self._sound.outputs for address in output.downloads()}
        return self.kept_files | made

    @cached_property
    def files(self) -> set[str]:
        """The addresses of all files that others may link to."""
        return self.made_files | set(asset_addresses(self.basis.content))

    @cached_property
    def _sound(self) -> LaidOut:
        """The same without what refers to an id that nothing has, so that it can be made in spite of such a problem."""
        loaded, now = self.basis.loaded, self.basis.catalog.now
        catalog = build_catalog(loaded, now, expired=self.expired, sound=True)
        relations = build_relations(catalog, self.basis.quiet_years)
        basis = replace(self.basis, catalog=catalog, relations=relations)
        return LaidOut(basis, [type(output)(basis) for output in self.outputs])

    def ids(self, written: Mapping[tuple[str, str], frozenset[str]]) -> PageIds:
        """Finds the ids on its pages, and on written ones, whose own are known."""

        @cache
        def renderer(locale: str) -> Renderer:
            basis = self._sound.basis
            return Renderer(
                environment([basis.root / "templates", TEMPLATES]),
                basis.catalog,
                basis.relations,
                locale,
                site=basis.site,
                contributors=self._sound.outputs,
                files=lambda: self.files,
            )

        return PageIds(lambda: self._sound.pages, written, renderer)
