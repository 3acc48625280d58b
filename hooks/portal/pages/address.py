"""The address of each page, the same in every locale (by design, addresses are permanent)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from portal.model.records.kinds import CITIES, HOMES, KINDS

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.tie import Tie
    from portal.model.records.record import Record


def address(kind: str, record: Record) -> str:
    """The path of a record's page below the root of a locale, such as ``cities/jp-hachioji/``.

    A record without a page of its own, such as a source, has an anchor on the list of its kind.
    """
    head, date, tail = _form(kind)
    year = f"{getattr(record, date).year}/" if date else ""
    return f"{head}{year}{record.id}{tail}"


@cache
def _form(kind: str) -> tuple[str, str, str]:
    """What stands before and after the ids of a kind, and the field whose year comes first, if one does."""
    found = KINDS[kind]
    if not found.noun:
        return f"{found.section}/#", "", ""
    return f"{found.section}/", found.date if found.by_year else "", "/"


def unit_address(catalog: Catalog, unit_id: str) -> str:
    """The anchor of a unit on the page of its home."""
    return f"{address(HOMES.name, catalog.home_of_unit[unit_id])}#{unit_id}"


def tie_address(tie: Tie) -> str:
    """The page of a tie, below that of its city: ``cities/jp-hachioji/kaohsiung/``."""
    return f"{address(CITIES.name, tie.city)}{tie.owner}/"


def parent(path: str) -> str:
    """The address one step nearer to the root, which is empty.

    >>> parent("cities/jp-kaga/"), parent("cities/")
    ('cities/', '')
    """
    folder = path.rstrip("/").rpartition("/")[0]
    return f"{folder}/" if folder else ""


def relative(target: str, page: str) -> str:
    """The relative path from one page to another below the same root.

    >>> relative("cities/jp-kaga/", "exchanges/2014/")
    '../../cities/jp-kaga/'
    """
    return "../" * page.count("/") + target or "./"


@dataclass(frozen=True)
class ListAddress:
    """The addresses of lists that come and go with the records that they list: ``press/{year}/{month}/``."""

    form: str
    kind: str = ""
    """Of the record that ``{name}`` names, if it names one."""

    def of(self, **values: str | int) -> str:
        """One of them.

        >>> ListAddress("press/{year}/{month}/").of(year=2026, month="09")
        'press/2026/09/'
        """
        return self.form.format(**values)

    def fits(self, address: str) -> bool:
        """Whether an address may be one of them, now or at the time it was published.

        >>> ListAddress("press/{year}/").fits("press/2019/"), ListAddress("press/{year}/").fits("press/homes/")
        (True, False)
        """
        return self._pattern.fullmatch(address) is not None

    def subject(self, address: str) -> tuple[str, str] | None:
        """The kind and the id of the record that the list at an address is about, if it is about one.

        >>> ListAddress("press/homes/{name}/", "homes").subject("press/homes/taipei/")
        ('homes', 'taipei')
        """
        found = self._pattern.fullmatch(address)
        return (self.kind, found[1]) if found and self.kind else None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        parts = re.split(r"\{(\w+)\}", self.form)
        parts[1::2] = (f"({_PARTS.get(name, '[^/]+')})" for name in parts[1::2])
        return re.compile("".join(parts))


_PARTS = {"year": r"\d{4}", "month": r"\d\d"}
"""What a name in braces may stand for in an address, if not just any id."""
