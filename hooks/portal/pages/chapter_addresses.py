"""The addresses of chapters. There used to be many; what they held is now a section of the record's own page."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from portal.model.catalog.counts import seats_held
from portal.model.records.home import Home
from portal.model.records.kinds import CITIES, KINDS
from portal.pages.address import address, parent

if TYPE_CHECKING:
    from portal.model.catalog.relations import Relations
    from portal.model.records.record import Record
    from portal.model.values.partial_date import PartialDate

CHAPTER = "exchanges"
"""The last part of the address of a chapter."""

Holds = Callable[["Relations", Any, "PartialDate"], object]
"""Returns what a section shows of a record on a day; if that is nothing, there is no such section."""


def _seats(relations: Relations, member: Record, today: PartialDate) -> object:
    """Of a government those that have not ended: its page shows no others."""
    seats = relations.seats_of.get(member.id, ())
    return seats_held(seats, today) if isinstance(member, Home) else seats


def _ties(relations: Relations, home: Record, _: PartialDate, *, of_units: bool) -> bool:
    ties = relations.ties_of_home.get(home.id, ())
    return any((tie.partnership.unit is not None) == of_units for tie in ties)


SECTIONS: dict[str, Holds] = {
    "budget": lambda _, record, __: getattr(record, "budget", None),
    "discrepancies": lambda _, record, __: record.discrepancies,
    "members": lambda _, record, __: any(seat.city for seat in getattr(record, "memberships", ())),
    "memberships": _seats,
    "partnerships": partial(_ties, of_units=False),
    "programme": lambda _, record, __: getattr(record, "programme", ()),
    "units": lambda _, record, __: (
        getattr(record, "units", ()) or getattr(record, "committees", ())
    ),
}
"""The last parts of other addresses below a record; when such a page ends, a section of the same id takes its place."""

INSTEAD: dict[str, tuple[str, Holds]] = {
    "counts": ("stated-counts", lambda _, record, __: getattr(record, "stated_counts", ())),
    "partnerships": ("ties-of-units", partial(_ties, of_units=True)),
}
"""Those whose place another section takes, and what it shows; if the record has no section of the same id."""

_TIE = re.compile(rf"{CITIES.section}/([a-z]{{2}}-[^/]+)/([^/]+)/")
"""The address of a tie: the id of a city begins with that of its country."""

NAMES = frozenset({CHAPTER, *SECTIONS, *INSTEAD})
"""The last parts of all these addresses."""

NAMING = {
    "exchanges": "exchanges",
    "press_releases": "press",
    "trip_reports": "reports",
    "plans": "reports",
}
"""The section of a record's page that shows what names it, by the kind of what names it."""


def chapter_address(kind: str, record: Record) -> str:
    """The path of the page with all that names a record: ``homes/taipei/exchanges/``."""
    return f"{address(kind, record)}{CHAPTER}/"


def tie_at(path: str) -> tuple[str, str]:
    """The ids of the city and of the home or unit whose tie has its page at that path, now or in the past, or nothing.

    >>> tie_at("cities/jp-hachioji/kaohsiung/"), tie_at("cities/jp-hachioji/exchanges/"), tie_at("cities/jp-hachioji/")
    (('jp-hachioji', 'kaohsiung'), ('', ''), ('', ''))
    """
    found = _TIE.fullmatch(path)
    return (found[1], found[2]) if found and found[2] not in NAMES else ("", "")


def record_above(path: str) -> str:
    """The address of the record's page, if the path is that of a chapter or a tie, now or in the past; otherwise empty.

    >>> record_above("homes/taipei/units/"), record_above("homes/units/"), record_above("homes/taipei/history/")
    ('homes/taipei/', '', '')
    >>> record_above("cities/jp-hachioji/kaohsiung/"), record_above("cities/status/active/")
    ('cities/jp-hachioji/', '')
    """
    if _TIE.fullmatch(path):
        return parent(path)
    section, *rest = path.rstrip("/").split("/")
    depths = {2 + kind.by_year for kind in KINDS.with_pages if kind.section == section}
    is_chapter = len(rest) in depths and (rest[-1] == CHAPTER or rest[-1] in (SECTIONS | INSTEAD))
    return parent(path) if is_chapter else ""


def section_address(
    path: str, relations: Relations, today: PartialDate, kind: str, record: Record
) -> str:
    """Where a record's page shows what its chapter, now or in the past, at that path showed; if nowhere, its head."""
    name = path.rstrip("/").rpartition("/")[2]
    if name == CHAPTER:
        found = (NAMING[by] for by in NAMING if relations.naming(kind, record.id, by))
        name = next(found, "")
    else:
        ways = [(name, SECTIONS[name])] if name in SECTIONS else []
        ways += [INSTEAD[name]] if name in INSTEAD else []
        name = next((section for section, holds in ways if holds(relations, record, today)), "")
    return f"{address(kind, record)}#{name}" if name else address(kind, record)
