"""A digest is another one whenever a page would be, and what nobody can digest is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from portal.model.catalog.catalog import Catalog, build_catalog
from portal.model.catalog.namesakes import namesake_key
from portal.model.catalog.relations import build_relations
from portal.model.reading.load import Loaded
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
    "fact",
    [
        ("units", "alpha-office"),
        ("home_of_unit", "alpha-office"),
        ("units",),
        ("home_of_unit",),
        ("homes",),
        ("publishers",),
    ],
)
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


def test_another_place_of_the_name_changes_what_shows_the_name(catalog: Make) -> None:
    fact = ("namesakes", namesake_key("zh", "cities", "jp-kaga"))
    other = CITY.replace("jp-kaga", "jp-kaga-too").replace("Kaga", "Kagga")
    alone, two = (
        facts(catalog({"data/cities.yaml": text})).of(fact) for text in (CITY, CITY + other)
    )
    assert alone == b""
    assert two != b""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("en: Kaga", "en: Kagga"),
        ("  level", "  aliases: [Kagashi]\n  level"),
        ("  level", "  former_names: [{zh: 大聖寺, en: Daishoji}]\n  level"),
        ("  level", "  subdivision: {zh: 石川, en: Ishikawa}\n  level"),
    ],
)
def test_another_name_of_a_place_or_of_its_region_changes_what_it_is_called(
    catalog: Make, old: str, new: str
) -> None:
    fact = ("called", "cities", "jp-kaga")
    before, after = (
        facts(catalog({"data/cities.yaml": text})).of(fact)
        for text in (CITY, CITY.replace(old, new))
    )
    assert before != after


def test_what_is_told_of_a_place_besides_its_names_does_not_change_what_it_is_called(
    catalog: Make,
) -> None:
    fact = ("called", "cities", "jp-kaga")
    before, after = (
        facts(catalog({"data/cities.yaml": text})) for text in (CITY, CITY + TIE % "A")
    )
    assert before.of(fact) == after.of(fact) != b""
    assert before.of(("cities", "jp-kaga")) != after.of(("cities", "jp-kaga"))


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
        ([["a"], ["b", "c"]], [["a", "b"], ["c"]]),
        ([[], "a"], [["a"]]),
        ({"a": {"b": 1}}, {"a": {}, "b": 1}),
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


NET = (
    "- id: net\n  name: {zh: 網, en: %s}\n  kind: city-network\n"
    "  memberships: [{home: alpha, membership_class: full, note: {zh: 註, en: %s}}]\n"
)
BUSAN = "- id: kr-busan\n  name: {zh: 釜山, en: Busan}\n  level: city\n  country: KR\n"
AGREEMENT = (
    "  partnerships: [{home: alpha, kind: sister, status: active, agreements: "
    "[{title: {zh: 約, en: %s}, parties: [alpha, jp-kaga, kr-busan]}]}]\n"
)
RELEASE = (
    "id: %s\ntitle: {zh: 新聞, en: %s}\ndate: 2026-11-01\nissuer: alpha\ncategory: visits\n"
    "lead: {zh: 導言。, en: A lead.}\nbody: {zh: 內文。, en: A text.}\ncities: [jp-kaga]\n"
)


@pytest.mark.parametrize(
    ("fact", "path", "texts"),
    [
        (("seats_of", "alpha"), "organizations.yaml", [NET % ("Net", "a"), NET % ("Net", "b")]),
        (("seats_of", "alpha"), "organizations.yaml", [NET % ("Net", "a"), NET % ("Ne", "a")]),
        (("agreements_of", "kr-busan"), "cities.yaml",
         [CITY + AGREEMENT % name + BUSAN for name in "AB"]),
        (("related", "one"), "press_releases/2026/two.yaml",
         [RELEASE % ("two", name) for name in "AB"]),
        (("press_releases",), "press_releases/2026/two.yaml",
         [RELEASE % ("two", name) for name in "AB"]),
        (("sources",), "sources.yaml",
         [f"- id: report\n  name: {{zh: 報, en: {name}}}\n  publisher: {{zh: 甲, en: A}}\n" for name in "AB"]),
    ],
)  # fmt: skip
def test_an_edit_changes_what_shows_it(
    catalog: Make, fact: tuple[str, ...], path: str, texts: list[str]
) -> None:
    one = RELEASE % ("one", "One")
    catalog({"data/press_releases/2026/one.yaml": one.replace("新聞", "另一則")})
    first, second, again = (
        facts(catalog({f"data/{path}": text})).of(fact) for text in (*texts, texts[0])
    )
    assert first != second
    assert first == again != b""


@pytest.mark.parametrize(
    "fact",
    [
        ("ties_of_home", "nobody"),
        ("seats_of", "alpha"),
        ("related", "one"),
        ("naming", "homes", "alpha", "plans"),
        ("units", "nobody"),
        ("home_of_unit", "nobody"),
    ],
)
def test_that_nothing_is_there_is_a_fact_too(catalog: Make, fact: tuple[str, ...]) -> None:
    assert facts(catalog({})).of(fact) == b""


def test_the_day_is_a_fact_and_the_minute_is_none(
    loaded: Callable[[Mapping[str, str]], Loaded],
) -> None:
    rows = loaded({})
    moments = ("2026-11-22", "2026-11-22T09:30", "2026-11-23")
    found = [facts(build_catalog(rows, Moment.parse(m))).of(("today",)) for m in moments]
    assert found == [b"2026-11-22", b"2026-11-22", b"2026-11-23"]


def test_a_new_record_changes_all_of_its_kind_and_no_other(catalog: Make) -> None:
    before = facts(catalog({}))
    after = facts(catalog({"data/organizations.yaml": NET % ("Net", "a")}))
    assert before.of(("organizations",)) != after.of(("organizations",))
    for fact in (("cities",), ("cities", "jp-kaga"), ("homes",), ("sources",)):
        assert before.of(fact) == after.of(fact)


def test_records_are_told_apart_by_what_they_hold(catalog: Make) -> None:
    first = catalog({"data/organizations.yaml": NET % ("Net", "a")})
    values = [facts(first).of_value([first.organizations["net"]])]
    second = catalog({"data/organizations.yaml": NET % ("Ne", "a")})
    values.append(facts(second).of_value([second.organizations["net"]]))
    values.append(facts(second).of_value([second.cities["jp-kaga"]]))
    values.append(facts(second).of_value([second.labels["nav.home"]]))
    values.append(facts(second).of_value([second.labels["nav.about"]]))
    assert len(set(values)) == 5


def test_a_fact_is_worked_out_once(catalog: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    found = facts(catalog({}))
    first = found.of(("cities",))
    monkeypatch.setattr("portal.pages.render.facts.digest", None)
    assert found.of(("cities",)) == first
