"""Prose fields must link only to existing pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.values.locale import LOCALES
from portal.model.values.walk import walk
from portal.model.values.words import Prose
from portal.pages.links.prose_link_problems import link_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from portal.data.problem import Problem
    from portal.model.catalog.catalog import Catalog
    from portal.model.reading.load import Loaded, Row
    from portal.model.records.record import Record
    from portal.pages.links.known_links import KnownLinks
    from portal.pages.links.link_targets import LinkTargets


@dataclass(frozen=True, slots=True)
class Reach:
    """What is shown at a moment, and where its links may lead."""

    catalog: Catalog
    targets: LinkTargets

    def texts(self, row: Row[Record]) -> Collection[int]:
        """The texts of a record that are shown then, by identity: the gate copies none of them."""
        catalog, record = self.catalog, row.record
        shown = catalog.of(row.kind).get(record.id) or catalog.withdrawn.get(record.id)
        return {id(part) for _, part in walk(shown)} if shown else ()


def prose_problems(
    loaded: Loaded, now: Reach, later: Callable[[], Reach], links: KnownLinks
) -> Iterator[Problem]:
    """Wrong links in prose, where they are written.

    Text that is not yet public may link to what is public with it: ``later`` gives all that ever will be. A draft may
    link anywhere.
    """
    for row in loaded.records:
        texts = [(loc, text) for loc, text in walk(row.record) if isinstance(text, Prose)]
        shown = now.texts(row) if texts else ()
        for loc, prose in texts:
            reach = now if id(prose) in shown else later()
            if reach is now or id(prose) in reach.texts(row):
                for locale in LOCALES:
                    text = prose[locale.code]
                    found = links.of(text)
                    yield from link_problems(row, (*loc, locale.code), found, text, reach.targets)
