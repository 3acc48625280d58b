"""Places, lines and names on the maps of pages."""

from __future__ import annotations

import pytest

from portal.edition import Edition
from portal.model.catalog.catalog import Catalog
from portal.model.records.city import City
from portal.model.records.home import Home
from portal.model.values.coordinates import Coordinates
from portal.outputs.maps.figures import MapFigure, front_figure, home_figure
from portal.outputs.maps.locator import locate
from portal.outputs.maps.maps_output import Maps
from portal.outputs.maps.place_names import place_names
from portal.outputs.maps.region_figure import region_figure


def named(record: City | Home) -> str:
    return record.title_in("en")


def front(edition: Edition) -> MapFigure:
    figure = front_figure(edition.catalog, edition.relations, named)
    assert figure is not None
    return figure


def test_every_counted_tie_is_on_the_map_or_said_to_be_missing(edition: Edition) -> None:
    ties = [
        tie
        for home in edition.catalog.publishers
        for tie in edition.relations.ties_of_home.get(home.id, [])
        if tie.partnership.is_headline
    ]
    figure = front(edition)
    drawn = {city.id for sheet in figure.sheets for city in sheet.cities}
    assert drawn == {tie.city.id for tie in ties if tie.city.coordinates}
    assert {city.id for city in figure.unplaced} == {t.city.id for t in ties} - drawn
    assert figure.total == len({tie.city.id for tie in ties})


def test_each_picture_that_a_page_shows_is_published(edition: Edition) -> None:
    files = edition.output(Maps).files(edition).whole
    catalog, relations = edition.catalog, edition.relations
    shown: list[MapFigure | None] = [front(edition)]
    shown += [home_figure(catalog, relations, h, named) for h in catalog.homes.values()]
    for page in edition.pages.values():
        if page.path.startswith(("cities/continents/", "cities/countries/")):
            ((_, countries),) = page.params["continents"]
            cities = [city for group in countries.values() for city in group]
            shown.append(region_figure(catalog, cities, named))
            assert (shown[-1] is None) == (sum(c.coordinates is not None for c in cities) < 3)
    for city in catalog.cities.values():
        found = locate(catalog, relations, city, named)
        assert (found is None) == (city.coordinates is None)
        if found:
            assert found.sheet.picture in files
            assert all(0 <= mark.x <= found.sheet.width for mark in found.sheet.marks)
    for figure in filter(None, shown):
        assert {sheet.picture for sheet in figure.sheets} <= files.keys()


def test_a_list_has_a_map_of_all_its_places_but_those_far_away(edition: Edition) -> None:
    some = next(city for city in edition.catalog.cities.values() if city.partnerships)
    spots = [(40 + n % 3, 10 + n) for n in range(9)] + [(62, 140)]
    cities = [
        some.model_copy(update={"id": f"x-{n}", "coordinates": Coordinates(lat=lat, lon=lon)})
        for n, (lat, lon) in enumerate(spots)
    ]
    bare = some.model_copy(update={"id": "x-bare", "coordinates": None})
    figure = region_figure(edition.catalog, [*cities, bare], named)
    assert figure
    assert [city.id for city in figure.outside] == ["x-9"]
    assert figure.unplaced == (bare,)
    assert (figure.shown, figure.total) == (9, 11)
    assert region_figure(edition.catalog, [*cities[:2], bare], named) is None


def test_names_stand_apart_and_inside(edition: Edition) -> None:
    points = [(100.0, 100.0), (110.0, 104.0), (395.0, 50.0), (200.0, 200.0)]
    wanted = [(point, "Hachioji", False) for point in points]
    names = place_names(wanted, points, 400, 300, large=True)
    assert len(names) >= 3
    boxes = []
    for name in names:
        wide = 31 * 0.5 * len(name.text)
        left = name.x - {"start": 0, "middle": wide / 2, "end": wide}[name.anchor]
        boxes.append((left, name.y - 22, left + wide, name.y))
        assert left >= 0
        assert left + wide <= 400
    for n, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:n]:
            apart = left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1]
            assert apart, (boxes[n], other)
    crowd = [(20.0 * n, 150.0) for n in range(20)]
    assert (
        len(place_names([(p, "Long name", False) for p in crowd], crowd, 400, 300, large=False))
        < 20
    )


def test_a_map_is_words_to_those_who_do_not_see_it(edition: Edition) -> None:
    html = edition.renderer("en").fill(edition.view("en"), "front_map.html.j2")
    assert 'aria-hidden="true"' in html
    assert html.count("<a ") == html.count('tabindex="-1"') + 2  # the map of all, and the list
    assert "<figcaption>" in html


def test_a_portal_whose_homes_have_no_location_has_no_map(edition: Edition) -> None:
    shelves = dict(edition.catalog.shelves)
    shelves["homes"] = {
        home.id: home.model_copy(update={"coordinates": None})
        for home in edition.catalog.homes.values()
    }
    whole = edition.catalog
    catalog = Catalog(whole.now, shelves, whole.places, whole.digests)
    assert front_figure(catalog, edition.relations, named) is None
    city = next(city for city in catalog.cities.values() if city.coordinates)
    assert locate(catalog, edition.relations, city, named) is None


@pytest.mark.parametrize("status", ["ended", "proposed"])
def test_the_line_of_a_tie_that_is_not_in_force_is_broken(edition: Edition, status: str) -> None:
    city = next(
        c for c in edition.catalog.cities.values()
        if c.coordinates and len(c.partnerships) == 1
        and edition.catalog.homes[c.partnerships[0].home].coordinates
    )  # fmt: skip
    tie = city.partnerships[0].model_copy(update={"status": status})
    ended = city.model_copy(update={"partnerships": (tie,)})
    found = locate(edition.catalog, edition.relations, ended, named)
    assert found
    assert [sign.is_past for _, sign in found.sheet.ways] == [True]
