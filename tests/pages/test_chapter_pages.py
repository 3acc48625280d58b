"""What is too long for the page of a record stands on pages below it, and is linked from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from portal.assembly import read_portal
from portal.model.catalog.catalog import Catalog
from portal.model.catalog.chapters import DISCREPANCIES, SEATS, SHOWN, chapter_names
from portal.model.catalog.relations import build_relations
from portal.model.values.moment import Moment

Read = Callable[[Mapping[str, str]], Catalog]


def visits(count: int) -> dict[str, str]:
    return {
        f"data/exchanges/2020/visit-{n:02}.yaml": f"id: visit-{n:02}\ntitle: {{zh: 來訪{n}, en: Visit {n}}}\n"
        f"type: visit-received\nstart: 2020-01-{n:02}\ncities: [{{city: jp-kaga}}]\n"
        for n in range(1, count + 1)
    }


def test_a_city_with_many_exchanges_shows_the_newest_and_leads_to_all(
    catalog: Read, portal_folder: Path, now: Moment
) -> None:
    few = catalog(visits(SHOWN["exchanges"]))
    city = few.cities["jp-kaga"]
    assert list(chapter_names(build_relations(few), "cities", city)) == []
    catalog(visits(SHOWN["exchanges"] + 1))
    edition = read_portal(portal_folder, now)
    page = edition.render(edition.pages["cities/jp-kaga/"], "en").content
    assert page.count("visit-") == SHOWN["exchanges"]
    assert f"visit-{SHOWN['exchanges'] + 1:02}" in page
    assert "visit-01" not in page
    assert 'href="../../cities/jp-kaga/exchanges/"' in page
    chapter = edition.render(edition.pages["cities/jp-kaga/exchanges/"], "en")
    assert chapter.content.count("visit-") == SHOWN["exchanges"] + 1
    assert chapter.head.title == "Kaga: exchanges and press"
    assert [crumb.path for crumb in chapter.head.crumbs][-1] == "cities/jp-kaga/"


def test_many_memberships_move_to_a_chapter(catalog: Read) -> None:
    def organizations(count: int) -> str:
        return "".join(
            f"- id: org-{n}\n  name: {{zh: 組織{n}, en: Org {n}}}\n  kind: city-network\n"
            "  memberships: [{home: alpha, membership_class: member}]\n"
            for n in range(count)
        )

    for count, expected in ((SEATS, False), (SEATS + 1, True)):
        found = catalog({"data/organizations.yaml": organizations(count)})
        names = chapter_names(build_relations(found), "homes", found.homes["alpha"])
        assert ("memberships" in names) is expected


def test_many_contradictions_move_to_a_chapter_and_the_first_stay(
    catalog: Read, portal_folder: Path, now: Moment
) -> None:
    def city(count: int) -> str:
        items = "".join(
            f"  - about: {{zh: 甲, en: Value {n}}}\n    printed: {{en: as printed}}\n"
            "    reading: {zh: 乙, en: As we read it}\n"
            for n in range(count)
        )
        return (
            "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  level: city\n  country: JP\n"
            f"  discrepancies:\n{items}"
        )

    address = "cities/jp-kaga/discrepancies/"
    catalog({"data/cities.yaml": city(DISCREPANCIES)})
    edition = read_portal(portal_folder, now)
    page = edition.render(edition.pages["cities/jp-kaga/"], "en").content
    assert page.count("as printed") == DISCREPANCIES
    assert address not in edition.pages
    catalog({"data/cities.yaml": city(DISCREPANCIES + 1)})
    edition = read_portal(portal_folder, now)
    page = edition.render(edition.pages["cities/jp-kaga/"], "en").content
    assert page.count("as printed") == DISCREPANCIES
    assert f'<a href="../../{address}">All {DISCREPANCIES + 1} contradictions</a>' in page
    chapter = edition.render(edition.pages[address], "en")
    assert chapter.content.count("as printed") == DISCREPANCIES + 1
    assert chapter.head.title == "Kaga: contradictions in the sources"
