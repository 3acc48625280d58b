"""A digest is another one whenever a page would be, and what nobody can digest is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.relations import build_relations
from portal.model.values.moment import Moment
from portal.model.values.partial_date import PartialDate
from portal.pages.render.facts import Facts, Keyed

Make = Callable[[Mapping[str, str]], Catalog]

HOME = (
    "- id: alpha\n  name: {zh: 甲市, en: Alpha}\n  level: city\n"
    "  full_name: {zh: 甲市政府, en: Alpha City Government}\n"
)
UNIT = "  units: [{id: alpha-office, name: {zh: 處, en: %s}, level: bureau}]\n"
CITY = "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  level: city\n  country: JP\n"
TIE = "  partnerships: [{home: alpha, kind: sister, status: active, note: {zh: 註, en: %s}}]\n"


def facts(catalog: Catalog) -> Facts:
    return Facts(catalog, build_relations(catalog))


@pytest.mark.parametrize(
    "fact", [("units", "alpha-office"), ("home_of_unit", "alpha-office"), ("units",), ("homes",), ("publishers",)]
)  # fmt: skip
def test_a_renamed_unit_changes_all_that_shows_units(catalog: Make, fact: tuple[str, ...]) -> None:
    first, second = (
        facts(catalog({"data/homes.yaml": HOME + UNIT % name})).of(fact) for name in ("A", "B")
    )
    assert first != second
    assert first == facts(catalog({"data/homes.yaml": HOME + UNIT % "A"})).of(fact)


@pytest.mark.parametrize(
    "fact",
    [("ties_of_home", "alpha"), ("cities", "jp-kaga"), ("cities",), ("naming", "homes", "alpha", "cities")],
)  # fmt: skip
def test_an_edited_tie_changes_all_that_shows_it(catalog: Make, fact: tuple[str, ...]) -> None:
    first, second = (
        facts(catalog({"data/cities.yaml": CITY + TIE % note})).of(fact) for note in ("A", "B")
    )
    assert first != second


def test_that_there_is_no_record_is_a_fact_too(catalog: Make) -> None:
    found = facts(catalog({}))
    assert found.of(("cities", "jp-nowhere")) == found.of(("exchanges", "never")) == b""
    assert found.of(("cities", "jp-kaga")) != b""


@pytest.mark.parametrize("fact", [("citis", "jp-kaga"), ("places",), ("digests", "x"), ()])
def test_a_fact_that_nobody_knows_stops_the_build(catalog: Make, fact: tuple[str, ...]) -> None:
    with pytest.raises(KeyError):
        facts(catalog({})).of(fact)


@dataclass(frozen=True)
class Pair:
    """What a template may be given."""

    first: Any
    second: Any


class Table(Keyed):
    def __init__(self, name: str) -> None:
        self.name = name

    def key(self) -> bytes:
        return self.name.encode()


def test_parts_of_records_are_told_apart(catalog: Make) -> None:
    texts = (CITY + TIE % note for note in ("A", "B"))
    found = [(c := catalog({"data/cities.yaml": text}), c.cities["jp-kaga"]) for text in texts]
    values = [facts(c).of_value({"tie": city.partnerships[0]}) for c, city in found]
    assert values[0] != values[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a", "b"),
        (1, "1"),
        (None, ""),
        (True, 1),
        (PartialDate(2026), PartialDate(2026, 1)),
        (Moment.parse("2026-11-22"), Moment.parse("2026-11-22T09:30")),
        (["a", "b"], [["a"], "b"]),
        ({"a": 1}, {"b": 1}),
        (Pair(1, 2), Pair(2, 1)),
        (Table("a"), Table("b")),
    ],
)
def test_values_are_told_apart(catalog: Make, one: Any, other: Any) -> None:
    found = facts(catalog({}))
    assert found.of_value(one) != found.of_value(other)
    assert found.of_value(one) == found.of_value(one)


@pytest.mark.parametrize("value", [object(), {1, 2}, lambda: 1, iter([1])])
def test_what_nobody_can_digest_is_refused_by_name(catalog: Make, value: Any) -> None:
    with pytest.raises(TypeError, match=f"shows of {type(value).__name__}"):
        facts(catalog({})).of_value([value])
