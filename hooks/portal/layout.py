"""All pages of a portal, where links can lead, and where each previously published address leads."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.laid_out import LaidOut
from portal.model.catalog.catalog import build_catalog
from portal.model.catalog.kept_back import names_kept_back
from portal.model.catalog.relations import build_relations
from portal.model.records.kinds import KINDS, LABELS
from portal.model.values.locale import LOCALES
from portal.model.values.moment import LAST
from portal.outputs.open_data.changes import snapshot_files
from portal.pages.address import address
from portal.pages.claims.claim_problems import Claims
from portal.pages.content import CONTENT
from portal.pages.links.known_links import KnownLinks
from portal.pages.links.link_targets import LinkTargets
from portal.pages.links.untold import Untold
from portal.pages.prose_problems import Reach, prose_problems
from portal.pages.published import (
    FILE,
    explained_files,
    lost_problems,
    published_addresses,
    stand_ins,
    ties_lost_with_owner,
)
from portal.pages.record_pages import WITHDRAWN
from portal.pages.redirects import former_addresses
from portal.pages.render.own_templates import own_template_problems
from portal.pages.side_folders import SideFolders
from portal.pages.tie_pages import id_problems
from portal.pages.tombstone_pages import tombstone_pages, tombstone_problems
from portal.pages.writing.assets import Assets
from portal.pages.writing.linked_elsewhere import LinkedElsewhere, record_links
from portal.pages.written import written_problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from portal.data.media_facts import MediaFacts
    from portal.edition import Basis, Output
    from portal.model.catalog.kept_back import Name
    from portal.model.values.moment import Moment
    from portal.pages.links.page_ids import PageIds
    from portal.pages.writing.writing_settings import WritingSettings
    from portal.pages.writing.written_pages import WrittenPages


class Layout:
    """The addresses of a portal at the moment of its catalog."""

    def __init__(
        self,
        basis: Basis,
        outputs: Sequence[Output],
        settings: WritingSettings,
        known: MediaFacts,
    ) -> None:
        """``known`` has what was found in pictures and documents before."""
        self._basis, self._now, self._settings = basis, basis.catalog.now, settings
        self._known = known
        self._links = KnownLinks(basis.kept_at("links"))
        self._sides = SideFolders(basis.root, settings.own_theme)
        basis.loaded.gaps.paths |= self._sides.gaps
        self._ground = LaidOut(basis, outputs)
        self._at = cache(self._ground_at)
        if not basis.content.pages:
            basis.loaded.gaps.paths.add(CONTENT)
        self._untold = Untold(basis.loaded)
        self._alive = self._ground.pages
        self._graves = {page.path: page for page in tombstone_pages(basis.catalog)}
        self._published = published_addresses(basis.root)
        self._addresses = self._alive.keys() | basis.content.addresses
        former = dict(former_addresses(basis.catalog, basis.relations))
        lost = self._published.keys() - self._addresses - self._graves.keys() - former.keys()
        self.pages = self._alive | self._graves
        """Every generated page by its address; it exists in every locale."""
        found = stand_ins(
            sorted(lost),
            self.pages,
            former,
            basis.relations,
            lambda: self._kept_back,
            today=basis.catalog.today,
        )
        self.moved = former | dict(found)
        """Addresses that redirect, and where to: to a page or, with ``#``, to a section of it."""
        self.own_files: set[str] = set()
        """The files of ``content/`` that can be published; known once everything has been judged."""

    def files(self) -> set[str]:
        """The addresses of files that texts may link to, below the root of the site."""
        return self._ground.files

    @property
    def written(self) -> WrittenPages:
        """The pages written by hand."""
        return self._basis.written

    def problems(self) -> Iterator[Problem]:
        """Wrong written pages, colliding pages, dead links, lost addresses."""
        loaded, content = self._basis.loaded, self._basis.content
        yield from self._sides.problems([FILE, *snapshot_files()])
        written = self.written
        yield from id_problems(loaded)
        yield from written_problems(content, self._alive, loaded.gaps)
        targets, ids = self._targets(self._ground)
        if not loaded.gaps.touch(LABELS.name):
            theme, labels = self._settings.own_theme, self._basis.catalog.labels.keys()
            own = self._sides.templates
            yield from own_template_problems(self._basis.root, theme, own, labels)
        elsewhere = LinkedElsewhere(self._basis.catalog, self._sides.templates, self._links)
        yield from written.problems(targets, ids, self._ground.pages, elsewhere)
        yield from self._asset_problems(elsewhere)

        def last() -> Reach:
            ground = self._at(LAST)
            return Reach(ground.basis.catalog, self._targets(ground)[0])

        if not loaded.gaps:  # what could not be read would be missing in every count
            claims = Claims(self._basis.catalog, self._basis.relations)
            yield from claims.in_records(loaded)
            if written.is_whole:
                yield from claims.in_pages(written.pages.values())
        now = Reach(self._basis.catalog, targets)
        yield from prose_problems(loaded, now, cache(last), self._links)
        files = self._ground.kept_files
        occupied = self._addresses | {f"{address}/" for address in files}
        yield from tombstone_problems(
            loaded, occupied, lambda path: path in self._hidden, self._untold
        )
        ends = self._graves.keys() | {
            path for path, page in self._alive.items() if page.template == WITHDRAWN
        }
        kept = self._addresses | self._graves.keys() | self.moved.keys() | files
        kept |= set(explained_files(self._published.keys() - kept, ends))
        lost = self._published.keys() - kept
        kept |= set(ties_lost_with_owner(lost, lambda: self._kept_back))
        yield from lost_problems(
            self._basis.root, self._published, kept, self._expired, self._untold
        )
        self._links.save()

    def _asset_problems(self, elsewhere: LinkedElsewhere) -> Iterator[Problem]:
        """What is wrong with the files beside the pages; what can be published is noted."""
        written = self.written
        basis, named = self._basis, self._settings.named
        replaced = {name for output in self._ground.outputs for name in output.replaceable()}
        assets = Assets(basis.content.assets, replaced.union(named), self._known)
        addresses = {*self._addresses, *self._graves, *self.moved}
        pages = (f"{locale.prefix}{address}" for address in addresses for locale in LOCALES)
        yield from assets.problems(pages, self._ground.made_files)
        there = {asset.address for asset in basis.content.assets} | self._settings.theme_files
        for name, place in named.items():
            if name not in there and not basis.loaded.gaps.hides(f"{CONTENT}/{name}"):
                yield Problem(place, "setting-file-missing", {"found": name})
        if written.is_whole and not basis.loaded.gaps:
            records = record_links((row.record for row in basis.loaded.records), self._links)
            yield from assets.unused(chain(written.targets, records), lambda: elsewhere.templates)
        public = chain(written.targets, elsewhere.by_records)
        self.own_files = {page.name for page in basis.content.pages}
        self.own_files |= assets.used(public, lambda: elsewhere.templates)

    @cached_property
    def _kept_back(self) -> set[Name]:
        return names_kept_back(self._basis.loaded, self._basis.catalog)

    def _targets(self, ground: LaidOut) -> tuple[LinkTargets, PageIds]:
        """Where links can lead while that is public."""
        pages = self._addresses | ground.pages.keys()
        ids = ground.ids(self.written.ids)
        targets = LinkTargets(
            pages=pages,
            files=lambda: ground.files,
            moved=self.moved,
            untold=self._untold,
            hidden=lambda: self._hidden,
            ids=ids.of,
        )
        return targets, ids

    @cached_property
    def _hidden(self) -> set[str]:
        """The addresses of everything that is not public now, or never was."""
        own = {
            address(kind.name, row.record)
            for kind in KINDS.with_pages
            for row in self._basis.loaded.of(kind)
        }
        return (own | self._at(LAST).pages.keys()) - self._addresses

    def _ground_at(self, moment: Moment) -> LaidOut:
        """What would be public at another time, if no public record had expired."""
        everything = build_catalog(self._basis.loaded, moment, expired=True)
        relations = build_relations(everything, self._basis.quiet_years)
        basis = replace(self._basis, catalog=everything, relations=relations)
        outputs = [type(output)(basis) for output in self._ground.outputs]
        return LaidOut(basis, outputs, expired=True)

    def _expired(self) -> set[str]:
        """The addresses that would exist if no record had expired."""
        ground = self._at(self._now)
        return self._addresses | ground.pages.keys() | ground.kept_files
