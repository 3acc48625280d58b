"""What templates ask for maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.partnership import PARTNERSHIP_KINDS
from portal.outputs.maps.figures import front_figure, home_figure, home_mark
from portal.outputs.maps.locator import locate
from portal.outputs.maps.region_figure import region_figure
from portal.outputs.maps.tie_marks import mark_of
from portal.outputs.maps.world_map import WorldMap
from portal.pages.address import address, relative
from portal.pages.render.home_marks import color_at, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.records.city import City
    from portal.model.records.home import Home
    from portal.outputs.maps.figures import MapFigure
    from portal.outputs.maps.locator import Located
    from portal.outputs.maps.sheet import Mark
    from portal.pages.render.view import View

Entry = tuple[str, str, str]
"""Of a legend: what a shape stands for, whose color it has, and what it means in words."""


class Atlas:
    """The maps of the page that is being rendered, and their words."""

    def __init__(self, view: View) -> None:
        self._view = view

    def front(self) -> MapFigure | None:
        """All governments with the ties that are counted."""
        view = self._view
        return front_figure(view.catalog, view.relations, view.title)

    def home(self, home: Home, *, is_small: bool = False) -> MapFigure | None:
        """One government with the ties that are counted; a small one has a single drawing."""
        view = self._view
        return home_figure(view.catalog, view.relations, home, view.title, is_small=is_small)

    def locator(self, city: City) -> Located | None:
        """One place, and the governments that it has to do with."""
        view = self._view
        return locate(view.catalog, view.relations, city, view.title)

    def places(self, cities: Iterable[City]) -> MapFigure | None:
        """The places of a list."""
        return region_figure(self._view.catalog, cities, self._view.title)

    def world(self) -> WorldMap:
        """All ties and places."""
        return WorldMap(self._view)

    def shape(self, mark: str) -> str:
        """The shape of a mark as SVG path data: of a government, or of a kind of tie."""
        if mark in PARTNERSHIP_KINDS:
            mark = color_at(PARTNERSHIP_KINDS.index(mark))
        return shape_of(mark)

    def look(self, kind: str) -> tuple[str, str]:
        """The mark of a kind of tie for a legend, without a government; without a kind, of a place that has none."""
        return mark_of("home-1", kind)

    def picture(self, picture: str) -> str:
        """The way from the page to a picture of land."""
        return relative(picture, self._view.prefix + self._view.path)

    def way(self, city: City) -> str:
        """The way from the page to that of a place."""
        return self._view.url(address("cities", city))

    def title(self, mark: Mark) -> str:
        """What a mark says when it is pointed at: the place, and with whom it has ties of which kind."""
        view, city = self._view, mark.city
        ties = [
            view.plain(
                "map.mark",
                place=view.title(view.catalog.homes[tie.home]),
                ties=view.plain(f"kind.{tie.kind}"),
            )
            for tie in city.partnerships
            if tie.unit is None
        ]
        words = view.plain("list.separator").join(dict.fromkeys(ties))
        return (
            view.plain("map.mark", place=view.title(city), ties=words) if ties else view.title(city)
        )

    def governments(self) -> list[Entry]:
        """The legend of a map of all governments."""
        catalog = self._view.catalog
        marks = [(home_mark(catalog, home.id), home) for home in catalog.publishers]
        return [(mark, mark, self._view.title(home)) for mark, home in marks]

    def everyone(self) -> list[Entry]:
        """The same, and those that do not publish here but have ties, all by one mark."""
        view = self._view
        others = [
            view.title(home)
            for home in view.catalog.homes.values()
            if not home.publishes and view.relations.ties_of_home.get(home.id)
        ]
        words = view.plain("list.separator").join(others)
        return [*self.governments(), *([("home-0", "home-0", words)] if others else [])]

    def owners(self, figure: MapFigure) -> list[Entry]:
        """The legend of a map of places: the governments whose marks are on it, and what else is."""
        drawn = {sign.mark for sheet in figure.sheets for m in sheet.marks for _, sign in m.signs}
        other = ("place", "place", self._view.plain("map.without_tie"))
        return [entry for entry in (*self.everyone(), other) if entry[0] in drawn]

    def kinds(self, figure: MapFigure, home: Home) -> list[Entry]:
        """The legend of the map of a government."""
        owner = home_mark(self._view.catalog, home.id)
        return [(kind, owner, self._view.plain(f"kind.{kind}")) for kind in figure.kinds]

    def countries(self, figure: MapFigure) -> str:
        """Where the places of the second drawing are."""
        separator = self._view.plain("list.separator")
        return separator.join(map(self._view.country, figure.crowd))

    def names(self, cities: Iterable[City]) -> str:
        """Places that are not on a map."""
        separator = self._view.plain("list.separator")
        return separator.join(map(self._view.title, cities))

    def kilometers(self, count: int) -> str:
        """A distance with its thousands marked."""
        return f"{count:,}"
