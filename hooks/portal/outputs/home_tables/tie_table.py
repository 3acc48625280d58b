"""All ties of one government as CSV (RFC 4180), in both languages, in the order of its page in the first of them."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from portal.model.catalog.home_ties import home_ties
from portal.model.values.locale import LOCALES
from portal.outputs.open_data.cell import cell
from portal.pages.address import address, tie_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.edition import Edition
    from portal.model.catalog.tie import Tie
    from portal.model.records.home import Home
    from portal.pages.render.view import View
    from portal.site_file import Made

WORDED = ("city", "country", "kind", "status", "unit")
"""What has a column in each language: ``city_zh``, ``city_en``."""

HEADER = (
    "signed", *(f"{name}_{locale.code}" for name in WORDED for locale in LOCALES),
    "counted", "verified", "sources", *(f"url_{locale.code}" for locale in LOCALES),
)  # fmt: skip
"""The names of the columns; those of the table of all ties have the same meaning there."""

MARK = "\ufeff"
"""Tells spreadsheets that a file is UTF-8."""


def tie_table_path(home: Home) -> str:
    """The address of a government's table, below the root of the site: it is the same for both languages."""
    return f"{address('homes', home)}ties.csv"


def write_tie_table(edition: Edition, home_id: str) -> Made:
    """The table, and what it shows."""
    views = [edition.view(locale.code) for locale in LOCALES]
    ties = home_ties(views[0].relations.ties_of_home.get(home_id, []), views[0].locale)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    lists = (ties.counted, ties.uncounted, ties.topical, ties.proposed, ties.of_units)
    writer.writerows(
        [cell(value) for value in _row(views, tie)] for found in lists for tie in found
    )
    return MARK + text.getvalue(), frozenset().union(*(view.facts() for view in views))


def _row(views: list[View], tie: Tie) -> Iterator[object]:
    partnership = tie.partnership
    yield partnership.since.iso if partnership.since else None
    yield from _worded(views, tie)
    yield partnership.is_headline
    yield partnership.verified.iso if partnership.verified else None
    yield list(partnership.sources)
    for view in views:
        yield f"{view.site}{view.prefix}{tie_address(tie)}"


def _worded(views: list[View], tie: Tie) -> Iterable[object]:
    unit_id = tie.partnership.unit
    for view in views:
        yield view.title(tie.city)
    for view in views:
        yield view.country(tie.city.country)
    for view in views:
        yield view.plain(f"kind.{tie.partnership.kind}")
    for view in views:
        yield view.plain(f"status.{tie.partnership.status}")
    for view in views:
        yield view.catalog.units[unit_id].name[view.locale] if unit_id else None
