"""The list of a country says in a sentence or two how many ties there are, of whom, and since when."""

from __future__ import annotations

from typing import Any

import pytest

from portal.edition import Edition
from portal.model.records.city import City
from portal.model.values.partial_date import PartialDate

VERIFIED = PartialDate(2026, 1, 5)


def tied(edition: Edition, *ties: dict[str, Any]) -> list[City]:
    """Cities of the demonstration, each with one tie that is as the test says."""
    found = [c for c in edition.catalog.cities.values() if c.partnerships]
    base = {"unit": None, "agreements": (), "verified": VERIFIED, "status": "active"}
    return [
        city.model_copy(
            update={
                "partnerships": (
                    city.partnerships[0].model_copy(
                        update=base | {"kind": "sister", "signed": None, "ended": None} | tie
                    ),
                )
            }
        )
        for city, tie in zip(found, ties, strict=False)
    ]


def said(edition: Edition, cities: list[City], locale: str = "en") -> str:
    view = edition.view(locale, "cities/countries/jp/")
    return str(view.region_summary("the Netherlands", cities).striptags())


def test_ties_are_counted_by_government_and_the_oldest_is_named(edition: Edition) -> None:
    one, other = (home for home in edition.catalog.homes.values() if home.publishes)
    cities = tied(
        edition,
        {"home": one.id, "signed": PartialDate(1999)},
        {"home": other.id, "signed": PartialDate(1987, 5)},
        {"home": other.id},
        {"home": one.id, "verified": None},
    )
    text = said(edition, cities)
    assert text.startswith("In the Netherlands, 3 ties are in force and verified: ")
    assert f"{other.name.en} has 2 and {one.name.en} has 1." in text
    assert f"The oldest is that of {other.name.en} with {cities[1].name.en} (May 1987)." in text
    assert text.endswith("Another one is on record but not counted; the list says how it stands.")


def test_a_government_alone_is_named_first(edition: Edition) -> None:
    home = next(iter(edition.catalog.homes.values()))
    (city,) = tied(edition, {"home": home.id, "signed": PartialDate(1999)})
    text = said(edition, [city])
    assert text.startswith(f"{home.name.en} has 1 tie in the Netherlands, in force and verified. ")
    assert f"It is with {city.name.en} (1999)." in text


@pytest.mark.parametrize(
    "tie", [{"verified": None}, {"status": "dormant"}, {"kind": "agreement-only"}]
)
def test_what_is_not_counted_is_not_told_as_a_tie_in_force(
    edition: Edition, tie: dict[str, Any]
) -> None:
    text = said(edition, tied(edition, tie))
    assert text.startswith("In the Netherlands, no tie is on record as in force and verified; one")


def test_places_without_ties_are_known_by_exchanges(edition: Edition) -> None:
    city = next(iter(edition.catalog.cities.values())).model_copy(update={"partnerships": ()})
    assert "but no tie" in said(edition, [city])
    assert "沒有締盟" in said(edition, [city], "zh")


def test_english_says_the_before_some_countries(edition: Edition) -> None:
    for code, within in (("NL", "the Netherlands"), ("JP", "Japan")):
        assert edition.view("en", "").within(code) == within
    assert edition.view("zh", "").within("NL") == "荷蘭"
    head = edition.render(edition.pages["cities/countries/us/"], "en").head
    assert head.title == "Cities in the United States"
