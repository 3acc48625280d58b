from __future__ import annotations

from pathlib import Path

import pytest
from outputs.terminology.used_terms import GLOSSARY, concept_page, used_portal

from portal.edition import Edition
from portal.outputs.open_data.changes import note_records
from portal.outputs.open_data.export import exports
from portal.outputs.terminology.terminology_output import Terminology

CHECKED = GLOSSARY.replace(
    "- id: unit\n",
    """\
- id: unit
  verified: 2020-05-02
  updated: 2020-05-01
  corrections:
    - date: 2020-03-01
      note: {zh: 原誤作部門。, en: It said department.}
""",
)


def steps(edition: Edition, concept: str, locale: str = "en") -> list[tuple[str, str]]:
    """The days and what is said of them."""
    page = concept_page(edition, concept, locale)
    rows = page.xpath('//section[h2/@id="history"]//li')
    return [(row.find(".//time").get("datetime"), row[1].text_content()) for row in rows]


def noted(folder: Path, day: str, glossary: str) -> None:
    """Publish the portal with that glossary on a day."""
    catalog = used_portal(folder, glossary=glossary).catalog
    now = {export.table.name: export.fingerprints for export in exports(catalog, "/")}
    note_records(folder, now, day)


def test_what_the_record_says_stands_the_newest_first_and_corrections_only_there(
    portal_folder: Path,
) -> None:
    edition = used_portal(portal_folder, glossary=CHECKED)
    assert steps(edition, "unit") == [
        ("2020-05-02", "Terms, definition and sources verified"),
        ("2020-05-01", "Content updated"),
        ("2020-03-01", "Corrected: It said department."),
    ]
    assert concept_page(edition, "unit").text_content().count("原誤作部門。") == 1


def test_publications_say_when_an_entry_came_and_which_of_its_parts_changed(
    portal_folder: Path,
) -> None:
    noted(portal_folder, "2020-01-01", GLOSSARY.partition("- id: unit")[0])
    noted(portal_folder, "2020-02-01", GLOSSARY)
    changed = GLOSSARY.replace("機關內部的組織", "機關裡的組織").replace("A part of", "Part of")
    noted(portal_folder, "2020-03-01", changed)
    edition = used_portal(portal_folder, glossary=changed)
    assert steps(edition, "unit") == [
        ("2020-03-01", "Changes published: Definition"),
        ("2020-02-01", "First published"),
    ]
    first = [("2020-01-01", "Already published; changes are recorded from this day on")]
    assert steps(edition, "bureau") == first


def test_an_entry_of_which_nothing_is_known_has_no_history(portal_folder: Path) -> None:
    page = concept_page(used_portal(portal_folder), "unit")
    assert page.xpath('//*[@id="history"]') == []


def test_a_publication_makes_only_pages_of_changed_entries_again(portal_folder: Path) -> None:
    def keys(edition: Edition) -> dict[str, bytes]:
        output = edition.output(Terminology)
        return {one: output.key(edition.pages[f"glossary/{one}/"]) for one in ("bureau", "unit")}

    noted(portal_folder, "2020-01-01", GLOSSARY)
    before = keys(used_portal(portal_folder))
    noted(portal_folder, "2020-02-01", GLOSSARY.replace("A part of", "Part of"))
    after = keys(used_portal(portal_folder))
    assert {one for one in before if before[one] != after[one]} == {"unit"}


@pytest.mark.parametrize("name", ["published/changes.csv", "published/records/glossary.csv"])
def test_a_history_without_one_of_its_files_is_what_the_other_says(
    portal_folder: Path, name: str
) -> None:
    noted(portal_folder, "2020-01-01", GLOSSARY)
    (portal_folder / name).unlink()
    assert steps(used_portal(portal_folder), "unit") == []
