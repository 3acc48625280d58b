"""A record has a chapter if more names it than its page shows, and for no other reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from releases import release

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.chapters import OF_UNIT, SHOWN, has_chapter
from portal.model.catalog.relations import build_relations

Build = Callable[[Mapping[str, str]], Catalog]

REPORT = (
    "id: {name}\ntitle: {{zh: 報告, en: A report}}\nhome: alpha\ntravelers: [{{zh: 科長, en: Section chief}}]\n"
    "purpose: {{zh: 會議, en: A meeting}}\nplace: {{zh: 加賀, en: Kaga}}\nstart: 2026-10-01\nend: 2026-10-02\n"
    "cities: [jp-kaga]\nsummary: {{zh: 摘要, en: A summary}}\n"
)
PLAN = (
    "id: {name}\ntitle: {{zh: 計畫, en: A plan}}\nhome: alpha\nstart: 2020\nend: 2023\ncities: [jp-kaga]\n"
    "summary: {{zh: 摘要, en: A summary}}\n"
)


KAGA = "- {id: jp-kaga, name: {zh: 加賀, en: Kaga}, level: city, country: JP}\n"
"""A city without a tie, of which nothing is told but what names it."""


def exchanges(number: int, more: str = "cities: [{city: jp-kaga}]") -> dict[str, str]:
    return {
        f"data/exchanges/2026/visit-{n}.yaml": (
            f"id: visit-{n}\ntitle: {{zh: 來訪, en: A visit}}\ntype: visit-received\nstart: 2026-10-01\n{more}\n"
        )
        for n in range(number)
    }


def naming(kind: str, number: int) -> dict[str, str]:
    """So many records of a kind that name Kaga."""
    if kind == "exchanges":
        return exchanges(number)
    if kind == "press_releases":
        named = (release(f"news-{n}", more="cities: [jp-kaga]\n") for n in range(number))
        return {path: text for files in named for path, text in files.items()}
    text = REPORT if kind == "trip_reports" else PLAN
    return {f"data/{kind}/one-{n}.yaml": text.format(name=f"one-{n}") for n in range(number)}


def chapter(catalog: Catalog, kind: str, record_id: str) -> bool:
    return has_chapter(build_relations(catalog), kind, catalog.of(kind)[record_id])


@pytest.mark.parametrize("kind", SHOWN)
@pytest.mark.parametrize(("more", "expected"), [(0, False), (1, True)])
def test_what_names_a_record_has_a_chapter_if_its_page_cannot_show_it_all(
    catalog: Build, kind: str, more: int, expected: bool
) -> None:
    found = catalog({"data/cities.yaml": KAGA} | naming(kind, SHOWN[kind] + more))
    assert chapter(found, "cities", "jp-kaga") is expected


@pytest.mark.parametrize(("more", "expected"), [(0, False), (1, True)])
def test_so_have_the_exchanges_of_an_office(catalog: Build, more: int, expected: bool) -> None:
    found = catalog(exchanges(OF_UNIT + more, "units: [alpha-culture]"))
    assert chapter(found, "homes", "alpha") is expected


def test_what_is_written_in_a_record_is_on_its_page_however_much_it_is(catalog: Build) -> None:
    one = "{about: {zh: 數目, en: A number}, printed: {zh: 廿}, reading: {zh: 應為20, en: Read 20}}"
    city = (
        "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  level: city\n  country: JP\n"
        "  partnerships: [{home: alpha, kind: sister, status: active}]\n"
        f"  discrepancies: [{', '.join([one] * 50)}]\n"
    )
    organizations = "".join(
        f"- id: net-{n}\n  name: {{zh: 城市網, en: City Net}}\n  kind: city-network\n  memberships:\n"
        "  - {home: alpha, membership_class: full}\n  - {city: jp-kaga, membership_class: full}\n"
        for n in range(50)
    )
    found = catalog({"data/cities.yaml": city, "data/organizations.yaml": organizations})
    for kind, record_id in (("cities", "jp-kaga"), ("homes", "alpha"), ("organizations", "net-0")):
        assert not chapter(found, kind, record_id)
