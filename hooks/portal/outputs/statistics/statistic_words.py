"""What the rows and columns of statistics are called, on pages and in files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from portal.model.records.kinds import EXCHANGES
from portal.pages.city_pages import IN_CONTINENT, OF_KIND, OF_STATUS, country_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from portal.model.statistics.statistic import Row, Statistic, Subject
    from portal.pages.render.view import View

_PREFIX = {
    "measure": "statistics.column",
    "family": "history.family",
    "membership": "statistics.class",
}
"""Labels of keys that are not named as elsewhere."""

_LISTS: dict[str, Callable[[str], str]] = {
    "countries": country_address,
    "kind": lambda key: OF_KIND.of(name=key),
    "status": lambda key: OF_STATUS.of(name=key),
    "continent": lambda key: IN_CONTINENT.of(name=key),
    "year": lambda key: f"{EXCHANGES.section}/{key}/",
}
"""The lists of what a row counts; they come and go with their records, so an empty row leads nowhere."""


class StatisticWords:
    """Words in the locale of a view, through which all names are read."""

    def __init__(self, view: View) -> None:
        self._view = view

    def row(self, statistic: Statistic, key: str) -> str:
        """What a row is called."""
        return self._word(statistic.rows_of, key)

    def column(self, statistic: Statistic, key: str) -> str:
        """What a column is called."""
        is_measure = key in statistic.measures
        return self._word("measure" if is_measure else statistic.columns_of, key)

    def columns(self, statistic: Statistic) -> list[str]:
        """What all columns are called."""
        return [self.column(statistic, key) for key in statistic.columns]

    def amount(self, statistic: Statistic, row: Row, number: int) -> str:
        """A number told of a row, with a mark if one that a source gives only roughly is included."""
        if any(statistic.is_inexact(row, column) for column in statistic.columns):
            return self._view.plain("statistics.rough", number=number)
        return str(number)

    def linked(self, statistic: Statistic, key: str) -> Markup:
        """The name of a row, with the way to its page if it has one."""
        view, subject = self._view, statistic.rows_of
        if subject == "homes":
            return view.link("homes", view.catalog.homes[key])
        if subject == "cities":
            return view.link("cities", view.catalog.cities[key])
        if subject == "units":
            return view.unit(key)
        way = _LISTS.get(subject)
        row = next(row for row in statistic.rows if row.key == key)
        name = self.row(statistic, key)
        return view.anchor(way(key), name) if way and any(row.values) else escape(name)

    def _word(self, subject: Subject, key: str) -> str:
        view = self._view
        words: dict[str, Callable[[], str]] = {
            "homes": lambda: view.catalog.homes[key].title_in(view.locale),
            "cities": lambda: view.title(view.catalog.cities[key]),
            "countries": lambda: view.country(key),
            "units": lambda: view.unit_name(key).unescape(),
            "year": lambda: view.plain("year.title", year=key),
            "decade": lambda: view.plain("statistics.decade", first=key, last=int(key) + 9),
            "number": lambda: view.plain("statistics.governments", count=int(key)),
            "language": lambda: self._language(key),
        }
        if subject in words:
            return words[subject]()
        return view.plain(f"{_PREFIX.get(subject, subject)}.{key}")

    def _language(self, code: str) -> str:
        from babel import Locale  # noqa: PLC0415 (one page needs it)

        lang = "zh-Hant" if code == "zh" else code
        own = "zh_Hant_TW" if self._view.locale == "zh" else "en"
        return str(Locale.parse(own).languages.get(code, lang))
