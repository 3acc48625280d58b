from __future__ import annotations

import pytest

from portal.model.catalog.tie import Tie
from portal.model.records.city import City
from portal.model.records.partnership import Partnership
from portal.pages.render.signing_years import first_decade, signing_years

CITY = City.model_validate(
    {"id": "jp-kaga", "name": {"zh": "加賀", "en": "Kaga"}, "level": "city", "country": "JP"}
)


def ties(*signed: str) -> list[Tie]:
    base = {"home": "alpha", "kind": "sister", "status": "active"}
    return [
        Tie(CITY, Partnership.model_validate(base | ({"signed": date} if date else {})))
        for date in signed
    ]


def test_each_tie_is_a_stroke_at_its_year_on_a_scale_of_decades() -> None:
    found = ties("1962", "2026-03-21", "2026-01", "")
    first = first_decade(found, 2026)
    years = signing_years(found, first, 2026)
    assert (first, years.width, years.undated) == (1960, 670, 1)
    assert years.path == "M25 0V20M665 0V20M665 0V20"
    assert years.ticks == [(1960, "0"), (1980, "29.9"), (2000, "59.7"), (2020, "89.6")]


def test_words_tell_the_last_decades_apart_and_name_none_without_a_tie() -> None:
    found = ties("1962", "1999", "2005", "2020", "2026")
    assert signing_years(found, 1960, 2026).spans == [
        ("before", 2000, 2000, 2),
        ("decade", 2000, 2009, 1),
        ("since", 2020, 2026, 2),
    ]


@pytest.mark.parametrize("year", [2020, 2026, 2029])
def test_a_young_government_has_a_scale_of_its_own(year: int) -> None:
    years = signing_years(ties("2020"), first_decade(ties("2020"), year), year)
    assert years.ticks == [(2020, "0")]
    assert years.width == (year - 2020 + 1) * 10
    assert signing_years([], first_decade([], year), year).path == ""
