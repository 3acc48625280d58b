from __future__ import annotations

from typing import Any

from portal.model.catalog.home_ties import home_ties
from portal.model.catalog.tie import Tie
from portal.model.records.city import City
from portal.model.records.partnership import Partnership
from portal.text.folding import unmarked


def tie(name: str, zh: str = "甲", **fields: Any) -> Tie:
    """An active, verified sister tie but for the fields given, with a city of that name."""
    city = {
        "id": "jp-" + unmarked(name).lower().replace(" ", "-"),
        "name": {"zh": zh, "en": name},
        "level": "city",
    }
    base = {"home": "alpha", "kind": "sister", "status": "active", "verified": "2026-01-05"}
    given = {key: value for key, value in (base | fields).items() if value is not None}
    return Tie(City.model_validate(city | {"country": "JP"}), Partnership.model_validate(given))


def names(ties: list[Tie]) -> list[str]:
    return [one.city.name.en for one in ties]


def test_the_newest_is_first_and_what_has_no_date_is_last() -> None:
    found = home_ties([
        tie("Undated"), tie("Old", signed="1962"), tie("New", signed="2026-03-21"),
        tie("Month", signed="2026-03"), tie("Another", signed="1962"),
    ], "en")  # fmt: skip
    assert names(found.counted) == ["New", "Month", "Another", "Old", "Undated"]
    assert found.newest is not None
    assert found.oldest is not None
    assert (found.newest.city.name.en, found.oldest.city.name.en) == ("New", "Old")


def test_one_dated_tie_is_the_oldest_and_not_the_newest_too() -> None:
    found = home_ties([tie("Undated"), tie("Old", signed="1962")], "en")
    assert found.newest is None
    assert found.oldest is not None
    assert home_ties([tie("Undated")], "en").oldest is None


def test_each_tie_is_in_one_list_by_why_it_is_counted_or_not() -> None:
    found = home_ties([
        tie("Counted"), tie("Signed", status="signed"), tie("Unverified", verified=None),
        tie("Dormant", status="dormant"), tie("Ended", status="ended"), tie("Topic", kind="agreement-only"),
        tie("Proposed", status="proposed"), tie("Proposed topic", kind="agreement-only", status="proposed"),
        tie("Of a unit", unit="alpha-culture"),
    ], "en")  # fmt: skip
    assert names(found.counted) == ["Counted", "Signed"]
    assert names(found.uncounted) == ["Dormant", "Ended", "Unverified"]
    assert names(found.topical) == ["Topic"]
    assert names(found.proposed) == ["Proposed", "Proposed topic"]
    assert names(found.of_units) == ["Of a unit"]
    assert found.own == 8


def test_ties_of_one_day_are_in_the_order_of_the_names_that_readers_see() -> None:
    ties = [
        tie("Ashiya", zh="蘆屋", signed="1999"),
        tie("Ōtsu", zh="大津", signed="1999"),
        tie("Oyama", zh="小山", signed="1999"),
    ]
    assert names(home_ties(ties, "zh").counted) == ["Ōtsu", "Oyama", "Ashiya"]
    assert names(home_ties(ties, "en").counted) == ["Ashiya", "Ōtsu", "Oyama"]
