"""Where each page lies, the same in every locale (design: addresses are permanent)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from portal.model.records.kinds import HOMES, KINDS

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.records.record import Record


def address(kind: str, record: Record) -> str:
    """The path of a record's page below the root of a locale, as ``cities/jp-hachioji/``.

    A record without a page of its own, as a source, has an anchor on the list of its kind.
    """
    of_kind = KINDS[kind]
    if not of_kind.noun:
        return f"{of_kind.section}/#{record.id}"
    begin = of_kind.begin(record) if of_kind.by_year else None
    year = f"{begin.year}/" if begin else ""
    return f"{of_kind.section}/{year}{record.id}/"


def chapter_address(kind: str, record: Record, name: str) -> str:
    """The path of a part of a record that has a page of its own: ``homes/taipei/units/``."""
    return f"{address(kind, record)}{name}/"


def unit_address(catalog: Catalog, unit_id: str) -> str:
    """The anchor of a unit on the page of its home's units."""
    return f"{chapter_address(HOMES.name, catalog.home_of_unit[unit_id], 'units')}#{unit_id}"


def relative(target: str, page: str) -> str:
    """The way from one page to another below the same root.

    >>> relative("cities/jp-kaga/", "exchanges/2014/")
    '../../cities/jp-kaga/'
    """
    return "../" * page.count("/") + target or "./"


@dataclass(frozen=True)
class ListAddress:
    """The addresses of lists that come and go with the records that they list: ``press/{year}/{month}/``."""

    form: str

    def of(self, **values: str | int) -> str:
        """One of them.

        >>> ListAddress("press/{year}/{month}/").of(year=2026, month="09")
        'press/2026/09/'
        """
        return self.form.format(**values)

    def fits(self, address: str) -> bool:
        """Whether an address may be one of them, now or when it was published.

        >>> ListAddress("press/{year}/").fits("press/2019/"), ListAddress("press/{year}/").fits("press/homes/")
        (True, False)
        """
        return self._pattern.fullmatch(address) is not None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        parts = re.split(r"\{(\w+)\}", self.form)
        parts[1::2] = (_PARTS.get(name, "[^/]+") for name in parts[1::2])
        return re.compile("".join(parts))


_PARTS = {"year": r"\d{4}", "month": r"\d\d"}
"""What can stand in an address for a name in braces, if that is not any id."""
