"""The last days on which pages say what they say although no record changes: of ties, memberships, and of a year."""

from __future__ import annotations

from datetime import MAXYEAR
from typing import TYPE_CHECKING

from portal.model.catalog import quiet_ties
from portal.model.catalog.history.histories import EVERY
from portal.model.values.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.history.entry import Entry


def turning_days(
    catalog: Catalog, histories: Mapping[str, Sequence[Entry]], quiet_years: int
) -> Iterator[PartialDate]:
    """Each such day, past and to come: on the one after it something else is said."""
    yield from quiet_ties.last_days(catalog, histories, quiet_years)
    for organization in catalog.organizations.values():
        for membership in organization.memberships:
            if membership.until and membership.until.year < MAXYEAR:
                yield membership.until.last_day
    if _hangs_on_the_year(histories):
        for year in (catalog.today.year - 1, catalog.today.year):
            if 0 < year < MAXYEAR:
                yield PartialDate(year, 12, 31)


def _hangs_on_the_year(histories: Mapping[str, Sequence[Entry]]) -> bool:
    """Whether anything is dated: charts of the years and life lines end with this year, ties complete one more."""
    return bool(histories.get(EVERY)) or any(name.startswith("ties/") for name in histories)
