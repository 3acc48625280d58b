"""Nothing is recorded twice under two ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portal.data.problem import Problem
from portal.model.records.kinds import CITIES, KINDS, SOURCES
from portal.model.values.texts import texts
from portal.model.values.url import same_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.city import City
    from portal.model.records.record import Record
    from portal.model.records.source import Source

    Sign = tuple[str, tuple[Any, ...]]
    """The field to look at, and values that no two records have in common unless they are one thing."""


COPIED = 240
"""Characters in all texts of a record that nobody writes twice by chance."""


def twin_problems(loaded: Loaded) -> Iterator[Problem]:
    """Records that tell of one thing, each pair once; drafts are not compared, for they may become a new version."""
    for kind in KINDS.with_records:
        first: dict[tuple[Any, ...], Row[Record]] = {}
        for row in loaded.of(kind):
            record = row.record
            if record.draft or getattr(record, "withdrawn", None):
                continue
            twins: dict[str, str] = {}
            for field, values in _signs(kind.name, record):
                other = first.setdefault((field, *values), row).record
                if other.id != record.id:
                    twins.setdefault(other.id, field)
            for other_id, field in twins.items():
                found = {"found": record.id, "other": other_id, "field": field}
                code = "recorded-twice" if field else "copied-record"
                yield Problem(row.place(("id",)), code, found)


def _signs(kind: str, record: Record) -> Iterator[Sign]:
    yield from (("same_as", (same_page(url),)) for url in record.same_as)
    if signs := _SIGNS.get(kind):
        yield from signs(record)
    words = tuple(text for loc, text in texts(record) if loc != ("id",))
    if sum(map(len, words)) >= COPIED:
        yield "", words


def _city(city: City) -> Iterator[Sign]:
    """A city and its prefecture may have one name or one point, and two cities of a country one name.

    So places are only compared within their level and, by name, within their subdivision.
    """
    here = (city.country, city.level)
    if point := city.coordinates:
        yield "coordinates", (*here, point.lat, point.lon)
    within = (*here, city.subdivision and city.subdivision.en)
    if city.subdivision:
        yield "name", (*within, city.name.zh, city.name.en)
    for tag, name in city.name.local:
        yield "name", (*within, tag, name)


def _source(source: Source) -> Iterator[Sign]:
    """A page may be cited as of several days, and a yearly report of several years."""
    if source.url:
        yield "url", (same_page(source.url), source.date, source.period and source.period.zh)
    issue = (source.date, source.period and source.period.zh)
    if not any(issue):
        return
    for locale in ("zh", "en"):
        yield "name", (locale, source.name[locale], source.publisher[locale], *issue)


_SIGNS: dict[str, Callable[[Any], Iterator[Sign]]] = {CITIES.name: _city, SOURCES.name: _source}
