"""Ties of the governments that publish here: by government, kind, status, level, place and time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from portal.model.catalog.counts import count_ties
from portal.model.records.country import CONTINENTS
from portal.model.records.home import Level
from portal.model.records.partnership import HEADLINE_KINDS, PARTNERSHIP_KINDS, STATUSES
from portal.model.statistics.statistic import Row, Statistic, cross, most_first, told_apart
from portal.model.values.field_marks import choices_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.catalog.tie import Tie
    from portal.model.statistics.statistic import Subject

DECADE = 10

LEVELS = choices_of(Level)


class TieStatistics:
    """The ties of a catalog, parted once."""

    def __init__(self, catalog: Catalog, relations: Relations) -> None:
        self._catalog = catalog
        self._homes = tuple(home.id for home in catalog.publishers)
        ties = [tie for home in self._homes for tie in relations.ties_of_home.get(home, ())]
        self._own = [tie for tie in ties if tie.partnership.unit is None]
        self._counted = [tie for tie in self._own if tie.partnership.is_headline]
        self._of_units = [tie for tie in ties if tie.partnership.unit is not None]

    def statistics(self) -> Iterator[Statistic]:
        """Each statistic of ties, in the order in which they are shown."""
        yield self._by_government()
        yield self._by_kind()
        yield self._by_status()
        yield self._by_level()
        yield self._by_continent()
        yield self._by_country()
        yield self._by_decade()
        yield self._by_unit_level()

    def _by_government(self) -> Statistic:
        proposed = Counter(t.partnership.home for t in self._own if _is_proposed(t))
        of_units = Counter(t.partnership.home for t in self._of_units if not _is_proposed(t))
        rows = []
        for home in self._homes:
            counts = {
                count.kind: count
                for count in count_ties(t for t in self._own if t.partnership.home == home)
            }
            parts = [counts[kind].headline for kind in HEADLINE_KINDS]
            listed = sum(counts[kind].listed for kind in HEADLINE_KINDS)
            topical = counts[PARTNERSHIP_KINDS[-1]].listed
            uncounted = listed - sum(parts)
            rows.append(
                Row(home, (*parts, uncounted, sum(parts), topical, proposed[home], of_units[home]))
            )
        columns = (*HEADLINE_KINDS, "uncounted", "counted", "topical", "proposed", "of-units")
        return Statistic(
            "ties-by-government", "homes", "measure", columns, tuple(rows),
            drawn=len(HEADLINE_KINDS) + 1, hollow=("uncounted",),
        )  # fmt: skip

    def _by_kind(self) -> Statistic:
        counts = count_ties(self._own)
        rows = (Row(c.kind, (c.headline, c.listed - c.headline, c.proposed)) for c in counts)
        return Statistic(
            "ties-by-kind", "kind", "measure", ("counted", "uncounted", "proposed"), tuple(rows),
            drawn=2, hollow=("uncounted",),
        )  # fmt: skip

    def _by_status(self) -> Statistic:
        pairs = (
            (t.partnership.status, "verified" if t.partnership.verified else "unverified")
            for t in self._own
        )
        columns = ("verified", "unverified")
        rows = cross(pairs, columns, STATUSES)
        return Statistic(
            "ties-by-status", "status", "measure", columns, rows, drawn=2, hollow=("unverified",)
        )

    def _by_level(self) -> Statistic:
        pairs = ((tie.city.level, tie.partnership.home) for tie in self._counted)
        rows = cross(pairs, self._homes, LEVELS)
        return self._of_homes("ties-by-level", "level", most_first(filter(_is_any, rows)))

    def _by_continent(self) -> Statistic:
        countries = self._catalog.countries
        pairs = (
            (countries[tie.city.country].continent, tie.partnership.home) for tie in self._counted
        )
        return self._of_homes(
            "ties-by-continent", "continent", cross(pairs, self._homes, CONTINENTS)
        )

    def _by_country(self) -> Statistic:
        countries = self._catalog.countries
        pairs = ((tie.city.country, tie.partnership.home) for tie in self._counted)
        rows = filter(_is_any, cross(pairs, self._homes, countries))
        names = {code: country.name.en for code, country in countries.items()}
        return self._of_homes("ties-by-country", "countries", most_first(rows, names))

    def _by_decade(self) -> Statistic:
        dated = [(t.partnership.since, t.partnership.home) for t in self._counted]
        pairs = [(since.year // DECADE * DECADE, home) for since, home in dated if since]
        last = self._catalog.today.year // DECADE * DECADE
        decades = range(min((d for d, _ in pairs), default=last), last + 1, DECADE)
        return self._of_homes(
            "ties-by-decade", "decade", cross(pairs, self._homes, decades),
            told_apart(undated=len(dated) - len(pairs)),
        )  # fmt: skip

    def _by_unit_level(self) -> Statistic:
        units = self._catalog.units
        pairs = (
            (units[t.partnership.unit or ""].level, t.partnership.home)
            for t in self._of_units
            if not _is_proposed(t)
        )
        rows = cross(pairs, self._homes, LEVELS)
        return self._of_homes("ties-by-unit-level", "level", most_first(filter(_is_any, rows)))

    def _of_homes(
        self,
        name: str,
        rows_of: Subject,
        rows: tuple[Row, ...],
        apart: tuple[tuple[str, int], ...] = (),
    ) -> Statistic:
        return Statistic(
            name, rows_of, "homes", self._homes, rows, drawn=len(self._homes), apart=apart
        )


def _is_proposed(tie: Tie) -> bool:
    return tie.partnership.status == "proposed"


def _is_any(row: Row) -> bool:
    return any(row.values)
