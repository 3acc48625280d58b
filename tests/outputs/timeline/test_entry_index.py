"""The index by which the timeline is narrowed tells every entry once, and names once each who took part."""

from __future__ import annotations

import json
from typing import Any

import pytest

from portal.edition import Edition
from portal.model.catalog.history.histories import EVERY
from portal.outputs.timeline.entry_index import write_entry_index


@pytest.fixture(scope="module")
def index(edition: Edition) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(write_entry_index(edition, "en")[0])
    return found


def test_every_entry_is_in_it_in_the_order_of_the_page(
    edition: Edition, index: dict[str, Any]
) -> None:
    entries = edition.relations.histories[EVERY]
    assert [row[0] for row in index["entries"]] == [entry.id for entry in entries]
    assert len(entries) > 20


def test_numbers_lead_to_who_took_part(edition: Edition, index: dict[str, Any]) -> None:
    for row, entry in zip(index["entries"], edition.relations.histories[EVERY], strict=True):
        assert [index["homes"][n][0] for n in row[5]] == list(entry.homes)
        assert set(entry.cities) <= {index["cities"][n][0] for n in row[8]}
        assert index["kinds"][row[4]][0] == entry.kind


def test_what_it_shows_of_records_is_traced(edition: Edition) -> None:
    facts = write_entry_index(edition, "en")[1]
    assert ("histories", EVERY) in facts
    assert any(fact[0] == "cities" and len(fact) == 2 for fact in facts)
