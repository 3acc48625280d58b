"""Lists of records: their addresses are known as such also when they are gone."""

from __future__ import annotations

from portal.edition import Edition
from portal.model.records.kinds import KINDS
from portal.pages.chapter_pages import TEMPLATE
from portal.pages.index_pages import is_list_part

PARTS = {TEMPLATE, "reconciliation.html.j2"}
"""The templates of pages that are part of a record, below its own."""


def test_every_list_of_some_records_is_known_by_its_address(edition: Edition) -> None:
    sections = tuple(f"{kind.section}/" for kind in KINDS.with_lists)
    inside = {
        path
        for path, page in edition.pages.items()
        if path.startswith(sections) and path not in sections and page.subject is None
        if page.is_listed and page.template not in PARTS and page.tie is None
    }
    assert len(inside) > 20
    assert [path for path in inside if not is_list_part(path)] == []


def test_no_page_of_a_record_or_of_its_chapters_is_taken_for_a_list(edition: Edition) -> None:
    records = [
        path
        for path, page in edition.pages.items()
        if page.subject is not None or page.template in PARTS
    ]
    assert [path for path in records if is_list_part(path)] == []


def test_the_search_finds_whole_lists_and_those_of_cities(edition: Edition) -> None:
    found = {path for path, page in edition.pages.items() if page.is_found}
    assert {f"{kind.section}/" for kind in KINDS.with_pages} | {"open-data/"} <= found
    guides = {"open-data/spreadsheets/", "partners/shared/"}
    assert {path for path in found if path.count("/") > 1} - guides == {
        path for path in edition.pages if path.startswith("cities/") and is_list_part(path)
    }
    assert guides <= found
