"""What results can be narrowed to."""

from __future__ import annotations

from pathlib import Path

from editing import read, replace_in

from portal.assembly import read_portal
from portal.model.values.moment import Moment
from portal.outputs.search.search_facets import countries, countries_of

FILE = "data/exchanges/2025/visit.yaml"

EXCHANGE = """id: visit
title: {zh: 訪問, en: A visit}
type: visit-made
start: 2025-05-01
homes: [alpha]
cities: [{city: jp-kaga}]
sources: [report]
"""


def test_an_exchange_lies_in_the_countries_of_its_cities(portal_folder: Path) -> None:
    catalog = read(portal_folder, {FILE: EXCHANGE}).catalog
    assert countries_of(catalog.exchanges["visit"], catalog) == ["JP"]
    assert "JP" in countries(catalog)


def test_a_city_that_nobody_has_written_down_is_told_where_it_is_named(portal_folder: Path) -> None:
    read(portal_folder, {FILE: EXCHANGE})
    replace_in(portal_folder / FILE, "jp-kaga", "jp-nowhere")
    found = read_portal(portal_folder, Moment.parse("2026-11-22")).problems
    (told,) = (one.line("en") for one in found)
    assert told.startswith(f"{FILE}:6:")
    assert "jp-nowhere" in told
