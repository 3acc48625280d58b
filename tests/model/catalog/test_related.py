from __future__ import annotations

from collections.abc import Callable, Mapping

from releases import release

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.related import MOST
from portal.model.catalog.relations import build_relations

Read = Callable[[Mapping[str, str]], Catalog]


EXCHANGE = {
    "data/exchanges/2026/visit.yaml": (
        "id: visit\ntitle: {zh: 來訪, en: A visit}\ntype: visit-received\nstart: 2026-10-01\n"
    )
}


def _of(number: int) -> tuple[str, str]:
    return f"r{number}", f"2026-10-{number:02}"


def related(catalog: Catalog, number: int) -> list[str]:
    found = build_relations(catalog).related
    return [other.id for other in found.get(f"r{number}", [])]


def test_the_same_exchange_is_closer_than_the_same_city(catalog: Read) -> None:
    found = catalog(
        EXCHANGE
        | release(*_of(1), "exchanges: [visit]\n")
        | release(*_of(2), "cities: [jp-kaga]\nexchanges: [visit]\n")
        | release(*_of(3), "cities: [jp-kaga]\n")
        | release(*_of(4), "homes: [alpha]\n")
    )
    assert related(found, 2) == ["r1", "r3"]
    assert related(found, 1) == ["r2"]
    assert related(found, 4) == []


def test_among_equals_the_newest_come_first_and_few_are_enough(catalog: Read) -> None:
    files: dict[str, str] = {}
    for number in range(1, 10):
        files |= release(*_of(number), "cities: [jp-kaga]\n")
    assert related(catalog(files), 5) == ["r8", "r7", "r6"]
    assert MOST == 3


def test_the_first_and_the_last_have_neighbors_on_one_side(catalog: Read) -> None:
    files: dict[str, str] = {}
    for number in range(1, 10):
        files |= release(*_of(number), "cities: [jp-kaga]\n")
    found = catalog(files)
    assert related(found, 1) == ["r4", "r3", "r2"]
    assert related(found, 2) == ["r5", "r4", "r3"]
    assert related(found, 9) == ["r8", "r7", "r6"]


def test_releases_of_one_day_come_in_the_order_of_their_ids(catalog: Read) -> None:
    files: dict[str, str] = {}
    for number in (3, 1, 2):
        files |= release(f"r{number}", "2026-10-01", "cities: [jp-kaga]\n")
    assert related(catalog(files), 1) == ["r3", "r2"]


def test_two_records_in_common_are_closer_than_one(catalog: Read) -> None:
    net = "- id: net\n  name: {zh: 城市網, en: City Net}\n  kind: city-network\n"
    found = catalog(
        EXCHANGE
        | {"data/organizations.yaml": net}
        | release(*_of(1), "cities: [jp-kaga]\norganizations: [net]\n")
        | release(*_of(2), "exchanges: [visit]\n")
        | release(*_of(3), "organizations: [net]\n")
        | release(*_of(4), "cities: [jp-kaga]\n")
        | release(*_of(5), "cities: [jp-kaga]\nexchanges: [visit]\norganizations: [net]\n")
    )
    assert related(found, 5) == ["r1", "r2", "r4"]
    assert related(found, 3) == ["r5", "r1"]


def test_neighbors_are_those_in_time_and_not_by_name(catalog: Read) -> None:
    files: dict[str, str] = {}
    for number in range(1, 10):
        files |= release(f"r{number}", f"2026-10-{20 - number}", "cities: [jp-kaga]\n")
    found = catalog(files | release("r10", "2026-10-05", "cities: [jp-kaga]\n"))
    assert related(found, 5) == ["r2", "r3", "r4"]
    assert related(found, 10) == ["r7", "r8", "r9"]
