"""Whatever a template asks for is noted, also that there was nothing; and it gets what the catalog has."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from releases import release

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.relations import Relations, build_relations
from portal.pages.render.trace import Fact, TracedCatalog, TracedRelations

Build = Callable[[Mapping[str, str]], Catalog]

FILES = release("one", "2026-11-01", "cities: [jp-kaga]\n") | release(
    "two", "2026-11-02", "cities: [jp-kaga]\n"
)


@pytest.fixture
def original(catalog: Build) -> Catalog:
    return catalog(FILES)


@pytest.fixture
def notes() -> list[Fact]:
    return []


@pytest.fixture
def traced(original: Catalog, notes: list[Fact]) -> TracedCatalog:
    return TracedCatalog(original, notes.append)


@pytest.fixture
def relations(original: Catalog) -> Relations:
    return build_relations(original)


@pytest.fixture
def links(relations: Relations, notes: list[Fact]) -> TracedRelations:
    return TracedRelations(relations, notes.append)


KAGA, NOBODY, ALL = ("cities", "jp-kaga"), ("cities", "jp-nowhere"), ("cities",)


def test_nothing_is_noted_before_anything_is_read(
    traced: TracedCatalog, links: TracedRelations, notes: list[Fact]
) -> None:
    assert traced.cities is traced.of("cities")
    assert links.related is links.related
    assert notes == []


def test_a_record_that_is_read_is_noted(
    original: Catalog, traced: TracedCatalog, notes: list[Fact]
) -> None:
    city = original.cities["jp-kaga"]
    assert traced.cities["jp-kaga"] is city
    assert notes == [KAGA]
    assert traced.cities.get("jp-kaga") is city
    assert notes == [KAGA] * 2
    assert "jp-kaga" in traced.cities
    assert notes == [KAGA] * 3


def test_that_there_is_no_record_is_noted_too(traced: TracedCatalog, notes: list[Fact]) -> None:
    with pytest.raises(KeyError):
        traced.cities["jp-nowhere"]
    assert notes == [NOBODY]
    assert traced.cities.get("jp-nowhere") is None
    assert traced.cities.get("jp-nowhere", "else") == "else"
    assert notes == [NOBODY] * 3
    assert "jp-nowhere" not in traced.cities
    assert notes == [NOBODY] * 4


def test_who_asks_only_what_a_record_is_called_depends_on_nothing_else_of_it(
    original: Catalog, traced: TracedCatalog, notes: list[Fact]
) -> None:
    assert traced.called("cities", "jp-kaga") == original.called("cities", "jp-kaga")
    assert {"Kaga", "加賀", "Japan"} <= set(traced.called("cities", "jp-kaga"))
    assert set(notes) == {("called", *KAGA)}
    assert traced.called("cities", "jp-nowhere") == traced.called("press_releases", "one") == ()
    assert notes[-2:] == [("called", *NOBODY), ("called", "press_releases", "one")]


def test_that_all_were_looked_through_is_noted(
    original: Catalog, traced: TracedCatalog, notes: list[Fact]
) -> None:
    assert [*iter(traced.cities)] == ["jp-kaga"]
    assert ALL in notes
    notes.clear()
    assert len(traced.cities) == 1
    assert notes == [ALL]
    assert [*traced.cities.values()] == [original.cities["jp-kaga"]]
    assert notes == [ALL] * 2
    assert dict(traced.cities.items()) == dict(original.cities)
    assert notes[2] == ALL


def test_the_day_is_noted_and_the_minute_is_nobodys(
    traced: TracedCatalog, notes: list[Fact]
) -> None:
    assert str(traced.today) == "2026-11-22"
    assert notes == [("today",)]
    with pytest.raises(AttributeError):
        _ = traced.now


def test_publishers_are_read_from_the_homes(traced: TracedCatalog, notes: list[Fact]) -> None:
    assert [home.id for home in traced.publishers] == ["alpha"]
    assert notes == [("homes",)]


def test_units_and_their_homes_are_noted_apart(traced: TracedCatalog, notes: list[Fact]) -> None:
    assert traced.units["alpha-culture"].id == "alpha-culture"
    assert traced.home_of_unit["alpha-culture"].id == "alpha"
    assert notes == [("units", "alpha-culture"), ("home_of_unit", "alpha-culture")]


def test_a_kind_that_nobody_knows_is_an_error(traced: TracedCatalog) -> None:
    with pytest.raises(KeyError):
        traced.of("citys")


def test_places_and_digests_are_those_of_the_catalog(
    original: Catalog, traced: TracedCatalog
) -> None:
    assert traced.places is original.places
    assert traced.digests is original.digests


def test_back_links_are_noted(links: TracedRelations, notes: list[Fact]) -> None:
    found = links.naming("cities", "jp-kaga", "press_releases")
    assert [one.id for one in found] == ["one", "two"]
    assert links.naming("cities", "jp-nowhere", "press_releases") == []
    assert notes == [
        ("naming", "cities", "jp-kaga", "press_releases"),
        ("naming", "cities", "jp-nowhere", "press_releases"),
    ]


def test_ties_and_related_releases_are_noted_by_id(
    relations: Relations, links: TracedRelations, notes: list[Fact]
) -> None:
    assert links.ties_of_home["alpha"] is relations.ties_of_home["alpha"]
    assert [one.id for one in links.related["one"]] == ["two"]
    assert links.seats_of.get("alpha", ()) == ()
    assert notes == [("ties_of_home", "alpha"), ("related", "one"), ("seats_of", "alpha")]
