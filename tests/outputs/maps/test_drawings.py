"""Places, lines and names on the maps of pages."""

from __future__ import annotations

import re

import pytest

from portal.edition import Edition
from portal.model.catalog.catalog import Catalog
from portal.model.records.city import City
from portal.model.records.home import Home
from portal.model.values.coordinates import Coordinates
from portal.outputs.maps.figures import FEW, MapFigure, front_figure, home_figure
from portal.outputs.maps.locator import locate
from portal.outputs.maps.maps_output import Maps
from portal.outputs.maps.name_levels import Wanted, name_levels
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
    found = name_levels([Wanted(p, "Hachioji") for p in points], 400, 300, levels=(1,))
    names = [(name, point) for name, point in zip(found, points, strict=True) if name.level]
    assert len(names) >= 3
    boxes = []
    for name, (x, y) in names:
        wide = 31 * 0.5 * len(name.text)
        left = x + name.x - {"start": 0, "middle": wide / 2, "end": wide}[name.anchor]
        boxes.append((left, y + name.y - 22, left + wide, y + name.y))
        assert left >= 0
        assert left + wide <= 400
    for n, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:n]:
            apart = left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1]
            assert apart, (boxes[n], other)
    crowd = [Wanted((20.0 * n, 150.0), "Long name") for n in range(20)]
    levels = [name.level for name in name_levels(crowd, 400, 300, levels=(1,))]
    assert set(levels) == {0, 1}


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_map_of_a_government_leads_to_each_of_its_places(edition: Edition, locale: str) -> None:
    figures = {
        home.id: home_figure(edition.catalog, edition.relations, home, named)
        for home in edition.catalog.publishers
    }
    assert any(figures.values())
    for home_id, figure in figures.items():
        html = edition.render(edition.pages[f"homes/{home_id}/"], locale).content
        if not figure:
            assert "followed" not in html
            continue
        drawings = re.findall(r'<svg [^>]*role="group" aria-label="[^"]+">.*?</svg>', html, re.S)
        assert len(drawings) == len(figure.sheets)
        for drawing, sheet in zip(drawings, figure.sheets, strict=True):
            links = re.findall(r"<a [^>]*href=\"([^\"]*)\"([^>]*)><title>([^<]+)</title>", drawing)
            assert len(links) == len(sheet.cities)
            assert not any("tabindex" in rest for _, rest, _ in links)
            for (href, _, said), city in zip(links, sheet.cities, strict=True):
                assert href.endswith(f"/cities/{city.id}/")
                assert city.title_in(locale) in said
                assert f">{city.title_in(locale)}</text>" in drawing
        assert 'href="#past-map"' in html
        assert html.count('id="past-map"') == 1
        assert "map-follow.js" in html


def test_each_place_of_a_government_has_its_line_and_few_are_always_shown(edition: Edition) -> None:
    home = next(home for home in edition.catalog.publishers if home.coordinates)
    catalog, relations = edition.catalog, edition.relations
    for is_small in (False, True):
        figure = home_figure(catalog, relations, home, named, is_small=is_small)
        assert figure
        marks = figure.sheets[0].marks
        ways = [sign for mark in marks for _, sign in mark.ways]
        assert 0 < sum(sign.is_lined for sign in ways) <= 2 * FEW
        assert (len(ways) == len(marks)) == (not is_small or len(marks) <= 2 * FEW)
        seat = (figure.sheets[0].seats[0][0], figure.sheets[0].seats[0][1])
        for mark in marks:
            for d, _ in mark.ways:
                x, y, *_, u, v = map(float, re.findall(r"-?[\d.]+", d))
                assert (x, y) == seat
                assert (u, v) == (mark.x, mark.y)


def test_a_map_is_words_to_those_who_do_not_see_it(edition: Edition) -> None:
    html = edition.renderer("en").fill(edition.view("en"), "front_map.html.j2")
    assert 'aria-hidden="true"' in html
    assert "followed" not in html
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
    assert [sign.is_past for mark in found.sheet.marks for _, sign in mark.ways] == [True]
