from __future__ import annotations

from collections.abc import Callable, Mapping

from portal.model.catalog.catalog import Catalog
from portal.model.statistics.statistic import Statistic
from portal.model.statistics.visitor_statistics import visitors_received

Load = Callable[[Mapping[str, str]], Catalog]

HOME = (
    "- {{id: {0}, name: {{zh: {1}市, en: {0}}}, full_name: {{zh: {1}市政府, en: {0}}}, level: city, "
    "units: [{{id: {0}-office, name: {{zh: {1}局, en: Office of {0}}}, level: bureau}}]}}\n"
)
FILES = {
    "data/homes.yaml": HOME.format("alpha", "甲") + HOME.format("beta", "乙"),
    "data/cities.yaml": (
        "- {id: jp-kaga, name: {zh: 加賀, en: Kaga}, level: city, country: JP}\n"
        "- {id: jp-mutsu, name: {zh: 陸奧, en: Mutsu}, level: city, country: JP}\n"
    ),
}
CAME = "who: delegation, direction: received"


def exchange(id_: str, *people: str, year: int = 2024, **fields: str) -> dict[str, str]:
    known = {"type": "visit-received", "homes": "[alpha]", "cities": "[{city: jp-kaga}]"} | fields
    lines = [f"id: {id_}", f"title: {{zh: 交流{id_}, en: {id_}}}", f"start: {year}-05-03"]
    lines += [f"{name}: {value}" for name, value in known.items()]
    lines += ["participants:", *(f"  - {{{one}}}" for one in people)] if people else []
    return {f"data/exchanges/{year}/{id_}.yaml": "\n".join(lines) + "\n"}


def counted(catalog: Load, *exchanges: dict[str, str]) -> Statistic:
    files = dict(FILES)
    for one in exchanges:
        files |= one
    return visitors_received(catalog(files), 2026)


def numbers(statistic: Statistic) -> dict[str, tuple[int, ...]]:
    return {row.key: row.values[:2] for row in statistic.rows}


def unnumbered(statistic: Statistic) -> dict[str, int]:
    return {row.key: row.values[-1] for row in statistic.rows if row.values[-1]}


def test_people_are_added_up_by_year_and_government(catalog: Load) -> None:
    told = counted(
        catalog,
        exchange("a", f"{CAME}, number: 4"),
        exchange("b", f"{CAME}, number: 5", type="signing", homes="[alpha, beta]"),
        exchange("c", f"{CAME}, number: 7", year=2022, homes="[beta]"),
    )
    assert told.columns == ("alpha", "beta", "without-number")
    assert numbers(told) == {"2022": (0, 7), "2023": (0, 0), "2024": (9, 5), "2025": (0, 0)}
    assert (told.apart, told.inexact, told.sums) == ((), (), False)


def test_only_who_came_to_what_was_held_is_counted(catalog: Load) -> None:
    told = counted(
        catalog,
        exchange("a", f"{CAME}, number: 4"),
        exchange("b", "who: staff, direction: sent, number: 5", type="signing"),
        exchange("c", "who: participants, direction: all, number: 100", type="sport"),
        exchange("d", f"{CAME}, number: 9", status="cancelled"),
    )
    assert numbers(told)["2024"] == (4, 0)


def test_a_total_for_a_period_is_stated_and_not_added(catalog: Load) -> None:
    told = counted(
        catalog,
        exchange("total", "who: visitors, direction: received, number: 516", type="count"),
        exchange("a", f"{CAME}, number: 4"),
    )
    assert numbers(told)["2024"] == (4, 0)
    assert told.stated == ("total",)


def test_a_round_number_is_marked_and_a_visit_without_one_told(catalog: Load) -> None:
    told = counted(
        catalog,
        exchange("a", f"{CAME}, number: 60, precision: nearly"),
        exchange("b", f"{CAME}, number: 4", homes="[beta]"),
        exchange("c", homes="[alpha, beta]", year=2021),
        exchange("d", type="signing"),
    )
    assert told.inexact == (("2024", "alpha"),)
    assert dict(told.apart) == {"inexact": 1, "without-number": 1}
    assert unnumbered(told) == {"2021": 1}


def test_what_took_place_within_another_is_counted_with_it(catalog: Load) -> None:
    inner = exchange("inner", f"{CAME}, number: 3", type="meeting", part_of="whole")
    told = counted(catalog, exchange("whole", f"{CAME}, number: 8"), inner)
    assert numbers(told)["2024"] == (8, 0)
    told = counted(catalog, exchange("whole"), inner)
    assert numbers(told)["2024"] == (3, 0)
    assert told.apart == ()


def test_the_people_of_one_party_are_part_of_all_or_not_all(catalog: Load) -> None:
    part = f"{CAME}, number: 7, party: jp-kaga"
    told = counted(catalog, exchange("a", f"{CAME}, number: 10", part))
    assert (numbers(told)["2024"], told.apart) == ((10, 0), ())
    told = counted(catalog, exchange("a", part, cities="[{city: jp-kaga}, {city: jp-mutsu}]"))
    assert (numbers(told)["2024"], told.apart) == ((7, 0), (("in-part", 1),))


def test_people_who_came_to_an_office_alone_are_not_credited_to_its_government(
    catalog: Load,
) -> None:
    told = counted(catalog, exchange("a", f"{CAME}, number: 6", homes="[]", units="[alpha-office]"))
    assert (told.rows, told.has_any) == ((), False)
    assert told.apart == (("to-offices", 1),)
