"""What rows tell of exchanges, what is counted of many, and what a list finds them by."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.relations import build_relations
from portal.pages.render.view import View

Make = Callable[[Mapping[str, str]], Catalog]

CITIES = """\
- id: jp-hachioji
  name: {zh: 八王子, en: Hachioji}
  level: city
  country: JP
  subdivision: {zh: 東京都, en: Tokyo}
- id: jp-kaga
  name: {zh: 加賀, en: Kaga}
  level: city
  country: JP
- id: de-ulm
  name: {zh: 烏爾姆, en: Ulm}
  level: city
  country: DE
"""


def exchange(id_: str, type_: str, more: str) -> dict[str, str]:
    text = f"id: {id_}\ntitle: {{zh: 交流, en: An event}}\ntype: {type_}\nstart: 2025-10-01\n{more}"
    return {f"data/exchanges/2025/{id_}.yaml": text + "\nsources: [report]\nverified: 2026-01-05\n"}


FILES = (
    {"data/cities.yaml": CITIES}
    | exchange(
        "both", "signing", "homes: [alpha]\ncities: [{city: jp-hachioji}, {city: jp-kaga}, {city: de-ulm}]"
    )
    | exchange("office", "course", "units: [alpha-culture]\ncities: [{city: de-ulm}]")
    | exchange("again", "course", "units: [alpha-culture]\ncities: [{city: de-ulm}]")
    | exchange("alone", "course", "homes: [alpha]\nunits: [alpha-culture]")
)  # fmt: skip


def seen(catalog: Make, locale: str) -> View:
    made = catalog(FILES)
    return View(made, build_relations(made), locale)


@pytest.mark.parametrize(
    ("locale", "both", "office", "alone"),
    [
        ("zh", "甲市 · 日本、德國", "甲市 · 德國", "甲市"),
        ("en", "Alpha · Japan, Germany", "Alpha · Germany", "Alpha"),
    ],
)
def test_a_row_tells_the_governments_and_the_countries_once(
    catalog: Make, locale: str, both: str, office: str, alone: str
) -> None:
    view = seen(catalog, locale)
    told = {one.id: view.parties(one) for one in view.catalog.exchanges.values()}
    assert told == {"both": both, "office": office, "again": office, "alone": alone}


def test_of_many_the_types_and_governments_are_counted(catalog: Make) -> None:
    view = seen(catalog, "en")
    types, homes = view.counted(view.catalog.exchanges.values())
    assert types == [("course", 3), ("signing", 1)]
    assert [(home.id, count) for home, count in homes] == [("alpha", 4)]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_an_exchange_is_found_by_where_its_places_lie(catalog: Make, locale: str) -> None:
    view = seen(catalog, locale)
    words = str(view.hidden_words(view.catalog.exchanges["both"]))
    for word in ("日本", "Japan", "東京都", "Tokyo", "德國", "Germany", "八王子", "Ulm"):
        assert word in words
    words = str(view.hidden_words(view.catalog.exchanges["office"]))
    assert "Culture Bureau" in words
    assert "Japan" not in words
