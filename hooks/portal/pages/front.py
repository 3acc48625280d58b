"""What the front page shows of all records."""

from __future__ import annotations

from functools import cached_property
from heapq import nlargest, nsmallest
from operator import attrgetter
from typing import TYPE_CHECKING

from portal.model.catalog.counts import count_portal
from portal.model.values.partial_date import PartialDate

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.counts import PortalCount
    from portal.model.catalog.relations import Relations
    from portal.model.records.exchange import Exchange
    from portal.model.records.press_release import PressRelease
    from portal.model.values.moment import Moment
    from portal.pages.render.renderer import Renderer
    from portal.pages.render.view import View

PARTS = ("front_governments", "front_map", "front_news", "front_numbers")
"""The parts of the front page made from records; its introduction is written by hand."""

_BY_DATE = attrgetter("start", "id")


class Front:
    """Numbers, latest and upcoming items, computed when the front page asks for them."""

    def __init__(self, catalog: Catalog, relations: Relations) -> None:
        self._catalog, self._relations = catalog, relations

    def texts(self, count: int) -> list[PressRelease]:
        """The press releases and features to lead with: those with the newest content, not those written last.

        A release of a government is as new as its day. A feature, which the editors may have written years after, is
        as new as the newest exchange or trip that it is about; one that is about none comes after all others.
        """
        texts = sorted(self._catalog.press_releases.values(), key=attrgetter("id"))
        return sorted(texts, key=self._newness, reverse=True)[:count]

    def _newness(self, text: PressRelease) -> tuple[PartialDate, Moment]:
        if text.issuer:
            return text.date.day, text.date
        subjects = [self._catalog.exchanges[one].start for one in text.exchanges]
        subjects += [self._catalog.trip_reports[one].start for one in text.trip_reports]
        begun = (start for start in subjects if not start > self._catalog.today)
        return max(begun, default=PartialDate(1)), text.date

    def next_exchanges(self, count: int) -> list[Exchange]:
        """Those that have not begun, the next first; of a cancelled one the list says so."""
        found = (e for e in self._catalog.exchanges.values() if e.start > self._catalog.today)
        return nsmallest(count, found, key=_BY_DATE)

    def past_exchanges(self, count: int) -> list[Exchange]:
        """The latest that were held or are going on, the newest first; figures for a period are no exchanges."""
        found = (e for e in self._catalog.exchanges.values() if self._took_place(e))
        return nlargest(count, found, key=_BY_DATE)

    def _took_place(self, exchange: Exchange) -> bool:
        today = self._catalog.today
        if exchange.is_figure or exchange.start > today:
            return False
        goes_on = exchange.status == "planned" and not exchange.is_overdue(today)
        return exchange.status == "held" or goes_on

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
