from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from portal.model.values.coordinates import Coordinates


def told(given: Any) -> tuple[str, str]:
    """The code of the refusal, and what it says to write."""
    with pytest.raises(ValidationError) as refused:
        Coordinates.model_validate(given)
    detail = refused.value.errors()[0]
    return detail["type"], str(detail.get("ctx", {}).get("cure", ""))


@pytest.mark.parametrize(
    "given",
    [
        {"lat": "36°18'N", "lon": "136°18'E"},
        {"lat": "36.3", "lon": "136.3E"},
        {"lat": "３６.３", "lon": "136.3"},
        {"lat": "北緯36度18分", "lon": "東經136度18分"},
        {"lat": "136.3E", "lon": "36.3N"},
        "36.3, 136.3",
        "36.3N 136.3E",
        "36°18'N, 136°18'E",
        "136.3E, 36.3N",
        ["36.3", "136.3"],
    ],
)
def test_a_place_in_another_form_is_told_with_the_cure(given: Any) -> None:
    assert told(given) == ("coordinates-form", "{lat: 36.3, lon: 136.3}")


def test_the_south_and_the_west_are_negative() -> None:
    assert told("33.5S, 70.6W")[1] == "{lat: -33.5, lon: -70.6}"


@pytest.mark.parametrize(
    "given", ["north", ["36.3"], {"lat": "36.3"}, "1,2,3", {"lat": "x", "lon": "y"}]
)
def test_what_is_not_sure_is_not_guessed(given: Any) -> None:
    assert told(given)[0] != "coordinates-form"


def test_right_ones_pass() -> None:
    assert str(Coordinates.model_validate({"lat": "36.30", "lon": "-136"}).lat) == "36.30"


def test_exchanged_ones_are_told() -> None:
    assert told({"lat": "136.3", "lon": "36.3"}) == (
        "latitude-of-longitude",
        "{lat: 36.3, lon: 136.3}",
    )
