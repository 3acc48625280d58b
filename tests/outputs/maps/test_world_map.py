"""The map of the world has every tie, as a link and as a row, and says what it leaves out."""

from __future__ import annotations

import re

import pytest

from portal.edition import Edition
from portal.model.catalog.catalog import Catalog
from portal.model.records.partnership import PARTNERSHIP_KINDS
from portal.model.values.coordinates import Coordinates
from portal.outputs.maps.maps_output import Maps
from portal.outputs.maps.tie_marks import mark_of
from portal.outputs.maps.tie_sheet import PAST, Entry
from portal.outputs.maps.world_figure import world_figure
from portal.outputs.maps.world_map import WorldMap
from portal.pages.render.home_marks import SHAPES, color_at


def world(edition: Edition, locale: str = "en") -> WorldMap:
    return WorldMap(edition.view(locale, "map/"))


def without_coordinates(edition: Edition, *kinds: str) -> Catalog:
    whole, shelves = edition.catalog, dict(edition.catalog.shelves)
    for kind in kinds:
        shelves[kind] = {
            one.id: one.model_copy(update={"coordinates": None}) for one in shelves[kind].values()
        }
    return Catalog(whole.now, shelves, whole.places, whole.digests)


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_each_tie_and_each_place_without_one_is_an_entry(edition: Edition, locale: str) -> None:
    entries = world(edition, locale).entries
    cities = edition.catalog.cities.values()
    assert [entry.number for entry in entries] == list(range(len(entries)))
    assert sorted(id(entry.tie) for entry in entries if entry.tie) == sorted(
        id(tie) for city in cities for tie in city.partnerships
    )
    bare = [entry.city.id for entry in entries if not entry.tie]
    assert sorted(bare) == sorted(city.id for city in cities if not city.partnerships)


def test_an_entry_is_drawn_once_or_its_place_is_named_below(edition: Edition) -> None:
    found = world(edition)
    figure = found.figure
    whole, *others = figure.sheets
    drawn = [mark.entry.number for mark in whole.marks]
    assert drawn == [entry.number for entry in found.entries if entry.city.coordinates]
    crowd = [mark.entry.number for mark in whole.marks if mark.is_crowd]
    assert crowd == [mark.entry.number for sheet in others for mark in sheet.marks]
    assert {city.id for city in figure.unplaced} == {
        city.id for city in edition.catalog.cities.values() if not city.coordinates
    }
    assert figure.shown + len(figure.unplaced) == found.place_count


def test_the_pictures_of_land_are_published(edition: Edition) -> None:
    files = edition.output(Maps).files(edition).whole
    for sheet in world(edition).figure.sheets:
        assert sheet.picture in files
        if sheet.is_whole:
            small, large = files[sheet.picture], files[sheet.finer]
            assert isinstance(small, bytes)
            assert isinstance(large, bytes)
            assert len(large) > 2 * len(small)


def test_a_line_leads_from_the_government_to_the_place(edition: Edition) -> None:
    whole = world(edition).figure.sheets[0]
    seats = {(x, y) for x, y, _ in whole.seats}
    for mark in whole.marks:
        tie = mark.entry.tie
        has_seat = tie is not None and edition.catalog.homes[tie.home].publishes
        assert bool(mark.way) == has_seat
        if mark.way:
            x, y, *_, u, v = map(float, re.findall(r"-?[\d.]+", mark.way))
            assert (x, y) in seats
            assert (u, v) == (mark.x, mark.y)
            assert mark.is_past == (tie is not None and tie.status in PAST)


def test_government_and_kind_can_be_told_apart_without_color() -> None:
    owners = [*(color_at(n) for n in range(len(SHAPES))), "home-0"]
    looks = {mark_of(owner, kind) for owner in owners for kind in PARTNERSHIP_KINDS}
    assert len(looks) == len(owners) * len(PARTNERSHIP_KINDS)
    assert mark_of("place", "") not in looks


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_a_tie_is_read_aloud_with_both_sides_and_its_kind(edition: Edition, locale: str) -> None:
    found = world(edition, locale)
    html = edition.render(edition.pages["map/"], locale).content
    for entry in found.entries:
        said = found.title(entry)
        assert entry.city.name[locale] in said
        if entry.tie:
            assert edition.view(locale).plain(f"kind.{entry.tie.kind}") in said
            assert found.owner(entry.tie) in said
        assert html.count(f'data-tie="{entry.number}"') >= (2 if entry.city.coordinates else 1)
    assert html.count("<g data-tie=") == html.count("</title>")


def test_the_table_says_what_can_be_chosen(edition: Edition) -> None:
    html = edition.render(edition.pages["map/"], "en").content
    rows = re.findall(r"<tr data-tie=.*?>", html)
    assert len(rows) == len(world(edition).entries)
    for name, _, options in world(edition).choices():
        values = [value for value, _ in options]
        assert len(values) == len(set(values))
        for value in values:
            assert any(f'data-{name}="{value}"' in row for row in rows), (name, value)


def test_a_portal_without_any_location_has_the_table_and_no_map(edition: Edition) -> None:
    catalog = without_coordinates(edition, "cities", "homes")
    entries = [
        type(entry)(entry.number, catalog.cities[entry.city.id], entry.tie)
        for entry in world(edition).entries
    ]
    figure = world_figure(catalog, entries, lambda record: record.title_in("en"))
    assert figure.sheets == ()
    assert len(figure.unplaced) == len(catalog.cities)


def test_without_a_location_of_governments_places_have_no_lines(edition: Edition) -> None:
    catalog = without_coordinates(edition, "homes")
    figure = world_figure(catalog, world(edition).entries, lambda record: record.title_in("en"))
    assert figure.sheets[0].marks
    assert not any(mark.way for mark in figure.sheets[0].marks)
    assert figure.sheets[0].seats == ()
    found = WorldMap(edition.view("en", "map/"))
    assert found.has_lines
    found.__dict__["figure"] = figure
    assert not found.has_lines


def test_what_happens_with_a_place_does_not_draw_the_map_again(edition: Edition) -> None:
    facts = edition.render(edition.pages["map/"], "en").facts
    kinds = {fact[0] for fact in facts}
    assert "cities" in kinds
    assert not kinds & {"exchanges", "press_releases", "organizations", "naming", "today"}


def test_five_hundred_places_have_their_links_and_not_one_name_too_many(edition: Edition) -> None:
    some = next(city for city in edition.catalog.cities.values() if city.partnerships)
    cities = [
        some.model_copy(
            update={
                "id": f"x-{n}",
                "coordinates": Coordinates(lat=-50 + n * 7 % 120, lon=-179 + n * 37 % 358),
            }
        )
        for n in range(500)
    ]
    entries = [Entry(n, city, city.partnerships[0]) for n, city in enumerate(cities)]
    shelves = dict(edition.catalog.shelves) | {"cities": {city.id: city for city in cities}}
    whole = edition.catalog
    catalog = Catalog(whole.now, shelves, whole.places, whole.digests)
    figure = world_figure(catalog, entries, lambda record: record.title_in("en"))
    assert len(figure.sheets[0].marks) == 500
    levels = [mark.name.level for mark in figure.sheets[0].marks]
    assert 0 < levels.count(1) < 100
    assert sum(0 < level <= 4 for level in levels) > 200


def test_a_portal_of_one_government_offers_no_choice_among_one(edition: Edition) -> None:
    found = world(edition)
    for name, _, options in found.choices():
        has_choice = f'name="{name}"' in edition.render(edition.pages["map/"], "en").content
        assert has_choice == (len(options) > 1)
