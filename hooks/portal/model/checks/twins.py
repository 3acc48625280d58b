"""Nothing is recorded twice under two ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portal.data.problem import Problem
from portal.model.records.kinds import (
    CITIES,
    EXCHANGES,
    GLOSSARY,
    HOMES,
    KINDS,
    ORGANIZATIONS,
    PLANS,
    PRESS_RELEASES,
    SOURCES,
    TRIP_REPORTS,
)
from portal.model.values.url import same_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.city import City
    from portal.model.records.concept import Concept
    from portal.model.records.exchange import Exchange
    from portal.model.records.home import Home
    from portal.model.records.organization import Organization
    from portal.model.records.plan import Plan
    from portal.model.records.press_release import PressRelease
    from portal.model.records.record import Record
    from portal.model.records.source import Source
    from portal.model.records.trip_report import TripReport

    Sign = tuple[str, tuple[Any, ...]]
    """The field to look at, and values that no two records have in common unless they are one thing."""


def twin_problems(loaded: Loaded) -> Iterator[Problem]:
    """Records that tell of one thing, each pair once; drafts are not compared, for they may become a new version."""
    for kind in KINDS.with_records:
        signs = _SIGNS.get(kind.name)
        first: dict[tuple[Any, ...], Row[Record]] = {}
        for row in loaded.of(kind):
            record = row.record
            if record.draft:
                continue
            found = [("same_as", (same_page(url),)) for url in record.same_as]
            twins: dict[str, str] = {}
            for field, values in (*found, *(signs(record) if signs else ())):
                other = first.setdefault((field, *values), row)
                if other.record.id != record.id:
                    twins.setdefault(other.record.id, field)
            for other_id, field in twins.items():
                about = {"found": record.id, "other": other_id, "field": field}
                yield Problem(row.place(("id",)), "recorded-twice", about)
    yield from _offices(loaded)


def _offices(loaded: Loaded) -> Iterator[Problem]:
    for row in loaded.of(HOMES):
        first: dict[str, str] = {}
        for index, unit in enumerate(row.record.units):
            other = first.setdefault(unit.name.zh, unit.id)
            if other != unit.id:
                found = {"found": unit.id, "other": other}
                yield Problem(row.place(("units", index, "id")), "office-twice", found)


def _city(city: City) -> Iterator[Sign]:
    """A city and its prefecture may have one name or one point, and two cities of a country one name.

    So places are only compared within their level and, by name, within their subdivision.
    """
    here = (city.country, city.level)
    if point := city.coordinates:
        yield "coordinates", (*here, point.lat, point.lon)
    within = (*here, city.subdivision and city.subdivision.en)
    yield "name", (*within, city.name.zh, city.name.en)
    for tag, name in city.name.local:
        yield "name", (*within, tag, name)


def _source(source: Source) -> Iterator[Sign]:
    """A page may be cited as of several days, and a yearly report of several years."""
    if source.url:
        yield "url", (same_page(source.url), source.date, source.period and source.period.zh)
    issue = (source.date, source.period and source.period.zh)
    for locale in ("zh", "en"):
        yield "name", (locale, source.name[locale], source.publisher[locale], *issue)


def _release(release: PressRelease) -> Iterator[Sign]:
    """A withdrawn release may be issued anew."""
    if release.withdrawn:
        return
    for locale in ("zh", "en"):
        yield "title", (locale, release.title[locale], release.date.day)


def _exchange(exchange: Exchange) -> Iterator[Sign]:
    """A year may see two visits that are called alike; a day does not."""
    if not exchange.start.day:
        return
    for locale in ("zh", "en"):
        yield "title", (locale, exchange.title[locale], exchange.type, exchange.start)


def _trip_report(report: TripReport) -> Iterator[Sign]:
    for locale in ("zh", "en"):
        yield "title", (locale, report.title[locale], report.home, report.start)


def _plan(plan: Plan) -> Iterator[Sign]:
    for locale in ("zh", "en"):
        yield "title", (locale, plan.title[locale], plan.home, plan.start)


def _organization(organization: Organization) -> Iterator[Sign]:
    for locale in ("zh", "en"):
        yield "name", (locale, organization.name[locale])


def _home(home: Home) -> Iterator[Sign]:
    for locale in ("zh", "en"):
        yield "full_name", (locale, home.full_name[locale])


def _concept(concept: Concept) -> Iterator[Sign]:
    yield "terms", (concept.subject_field, concept.preferred("zh"), concept.preferred("en"))


_SIGNS: dict[str, Callable[[Any], Iterator[Sign]]] = {
    CITIES.name: _city,
    SOURCES.name: _source,
    PRESS_RELEASES.name: _release,
    EXCHANGES.name: _exchange,
    TRIP_REPORTS.name: _trip_report,
    PLANS.name: _plan,
    ORGANIZATIONS.name: _organization,
    HOMES.name: _home,
    GLOSSARY.name: _concept,
}
