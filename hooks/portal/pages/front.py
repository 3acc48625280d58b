"""What the front page shows of all records."""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from portal.model.catalog.counts import count_portal

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.counts import PortalCount
    from portal.model.catalog.relations import Relations
    from portal.model.records.exchange import Exchange
    from portal.model.records.press_release import PressRelease
    from portal.pages.render.renderer import Renderer
    from portal.pages.render.view import View

PARTS = ("front_map", "front_records")
"""The parts of the front page made from records; its introduction is written by hand."""

_BY_DATE = attrgetter("start", "id")


class Front:
    """Numbers, latest and upcoming items, computed when the front page asks for them."""

    def __init__(self, catalog: Catalog, relations: Relations) -> None:
        self._catalog, self._relations = catalog, relations

    def releases(self, count: int) -> list[PressRelease]:
        """The newest releases; those of the same day by id."""
        by_id = sorted(self._catalog.press_releases.values(), key=attrgetter("id"))
        return sorted(by_id, key=attrgetter("date"), reverse=True)[:count]

    def next_exchanges(self, count: int) -> list[Exchange]:
        """Upcoming exchanges, the next first."""
        exchanges = self._catalog.exchanges.values()
        return sorted((e for e in exchanges if e.start > self._catalog.today), key=_BY_DATE)[:count]

    def past_exchanges(self, count: int) -> list[Exchange]:
        """The latest exchanges that have begun, the newest first."""
        begun = (e for e in self._catalog.exchanges.values() if not e.start > self._catalog.today)
        return sorted(begun, key=_BY_DATE, reverse=True)[:count]

    @cached_property
    def totals(self) -> PortalCount:
        """The portal in numbers."""
        return count_portal(self._catalog, self._relations)


def front_html(renderer: Renderer, view: View | None = None) -> dict[str, str]:
    """The parts of the front page that are made from records, by name."""
    front, view = Front(renderer.catalog, renderer.relations), view or renderer.view()
    parts = {name: renderer.fill(view, f"{name}.html.j2", front=front) for name in PARTS}
    parts[PARTS[-1]] += view.symbols()
    return parts
