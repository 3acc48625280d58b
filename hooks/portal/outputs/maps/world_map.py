"""What the page of the map of the world asks for: its entries, their words, and the choices that narrow them."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from portal.model.records.country import CONTINENTS
from portal.outputs.maps.tie_sheet import PAST, Entry
from portal.outputs.maps.world_figure import WorldFigure, world_figure
from portal.pages.address import address
from portal.pages.render.city_summary import ties_in_order

if TYPE_CHECKING:
    from portal.model.records.city import City
    from portal.model.records.home import Home
    from portal.model.records.partnership import Partnership
    from portal.pages.render.view import View

NONE = "none"
"""The kind of a place without a tie, in the address of the page."""


class WorldMap:
    """The map of the page that is being rendered."""

    def __init__(self, view: View) -> None:
        self._view = view

    @cached_property
    def entries(self) -> list[Entry]:
        """Each tie, by continent, country and place; a place without one is an entry of its own."""
        found: list[tuple[City, Partnership | None]] = []
        for _, countries in self._by_continent:
            for _, cities in countries:
                for city in self._view.in_order(cities):
                    found += [(city, tie) for tie in ties_in_order(city)]
                    found += [] if city.partnerships else [(city, None)]
        return [Entry(n, city, tie) for n, (city, tie) in enumerate(found)]

    @cached_property
    def figure(self) -> WorldFigure:
        """The drawings."""
        return world_figure(self._view.catalog, self.entries, self._view.title)

    @cached_property
    def homes(self) -> list[Home]:
        """The governments that have ties, those that publish here first."""
        ids = {entry.tie.home for entry in self.entries if entry.tie}
        found = [home for home in self._view.catalog.homes.values() if home.id in ids]
        return sorted(found, key=lambda home: not home.publishes)

    @cached_property
    def kinds(self) -> list[str]:
        """The kinds of ties on record."""
        return [kind for kind in self._view.kinds if kind in {tie.kind for tie in self._ties}]

    @cached_property
    def statuses(self) -> list[str]:
        """The statuses of ties on record."""
        return [word for word in self._view.statuses if word in {tie.status for tie in self._ties}]

    @property
    def has_bare(self) -> bool:
        """Whether there are places without a tie."""
        return len(self._ties) < len(self.entries)

    @property
    def has_past(self) -> bool:
        """Whether there are ties that are not in force."""
        return any(tie.status in PAST for tie in self._ties)

    @property
    def has_lines(self) -> bool:
        """Whether a tie has one: a government's location is on record, and a partner's."""
        return any(mark.way for sheet in self.figure.sheets for mark in sheet.marks)

    @property
    def tie_count(self) -> int:
        """How many ties are on record."""
        return len(self._ties)

    @property
    def place_count(self) -> int:
        """How many places are."""
        return len({entry.city.id for entry in self.entries})

    @property
    def continents(self) -> list[str]:
        """Those with places."""
        return [name for name, _ in self._by_continent]

    @property
    def countries(self) -> list[str]:
        """The codes of those with places, by name."""
        codes = (code for _, countries in self._by_continent for code, _ in countries)
        return self._view.countries_in_order(codes)

    def choices(self) -> list[tuple[str, str, list[tuple[str, str]]]]:
        """By what the entries can be chosen: the name in the address, its label, and each value with its words."""
        view, t = self._view, self._view.plain
        bare = [(NONE, t("city.exchanges_only"))] if self.has_bare else []
        return [
            ("home", t("tie.owner"), [(home.id, view.title(home)) for home in self.homes]),
            ("kind", t("tie.kind"), [(kind, t(f"kind.{kind}")) for kind in self.kinds] + bare),
            ("status", t("tie.status"), [(word, t(f"status.{word}")) for word in self.statuses]),
            ("continent", t("map.continent"), [(c, t(f"continent.{c}")) for c in self.continents]),
            ("country", t("city.country"), [(c.lower(), view.country(c)) for c in self.countries]),
        ]

    def continent(self, entry: Entry) -> str:
        """In which it lies."""
        return self._view.catalog.countries[entry.city.country].continent

    def way(self, entry: Entry) -> str:
        """The way from the page to what is told of a tie or a place."""
        way = self._view.url(address("cities", entry.city))
        return f"{way}#{entry.tie.unit or entry.tie.home}" if entry.tie else way

    def owner(self, tie: Partnership) -> str:
        """Whose tie it is: the government's or that of a unit, in words."""
        if tie.unit:
            return str(self._view.unit_name(tie.unit).unescape())
        return self._view.title(self._view.catalog.homes[tie.home])

    def title(self, entry: Entry) -> str:
        """An entry in words, as it is read aloud: who, with whom, what, since when, and how it stands."""
        view, tie = self._view, entry.tie
        place = view.title(entry.city)
        country = view.country(entry.city.country)
        if country not in place:
            place = view.plain("name.told_apart", name=place, other=country)
        if tie is None:
            said = view.plain("city.exchanges_only")
            return view.plain("map.mark", place=place, ties=said)
        said = view.plain(f"kind.{tie.kind}")
        if tie.since:
            year = view.plain("year.title", year=tie.since.year)
            said = view.plain("map.since", kind=said, year=year)
        if tie.status in PAST:
            said += view.plain("list.comma") + view.plain(f"status.{tie.status}")
        return view.plain("map.tie", home=self.owner(tie), place=place, said=said)

    @cached_property
    def _ties(self) -> list[Partnership]:
        return [entry.tie for entry in self.entries if entry.tie]

    @cached_property
    def _by_continent(self) -> list[tuple[str, list[tuple[str, list[City]]]]]:
        countries: dict[str, list[City]] = defaultdict(list)
        for city in self._view.catalog.cities.values():
            countries[city.country].append(city)
        found: dict[str, list[str]] = {name: [] for name in CONTINENTS}
        for code in self._view.countries_in_order(countries):
            found[self._view.catalog.countries[code].continent].append(code)
        return [
            (name, [(code, countries[code]) for code in codes])
            for name, codes in found.items()
            if codes
        ]
