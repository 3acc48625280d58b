"""A point on the Earth."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from portal.model.values.meant_number import meant_degrees
from portal.model.values.strict import LONGEST_NUMBER, Model, Number


class Coordinates(Model):
    """A point on the Earth (WGS 84)."""

    lat: Annotated[Number, Field(ge=-90, le=90)]
    """Latitude in degrees, north positive."""
    lon: Annotated[Number, Field(ge=-180, le=180)]
    """Longitude in degrees, east positive."""

    @model_validator(mode="before")
    @classmethod
    def _not_exchanged(cls, given: Any) -> Any:
        """What can be computed is told.

        A latitude that only a longitude can be is told with the cure, not as a number that is too large.
        """
        if cure := _in_another_form(given):
            found = {"found": _shown(given), "cure": cure}
            raise PydanticCustomError("coordinates-form", "coordinates-form", found)
        if isinstance(given, dict) and given.keys() == {"lat", "lon"}:
            lat, lon = _size(given["lat"]), _size(given["lon"])
            if lat is not None and lon is not None and lon <= 90 < lat <= 180:
                cure = f"{{lat: {given['lon']}, lon: {given['lat']}}}"
                found = {"found": str(given["lat"]), "cure": cure}
                raise PydanticCustomError("latitude-of-longitude", "latitude-of-longitude", found)
        return given


def _in_another_form(given: Any) -> str:
    """How to write coordinates in degrees, or as a pair; empty if they are right or it is not sure."""
    pair = list(given.values()) if isinstance(given, dict) else given
    if isinstance(given, str):
        pair = [part for part in re.split(r"[,，;；、]\s*|(?<=[NSns])\s*", given) if part.strip()]
    if isinstance(given, dict) and given.keys() != {"lat", "lon"}:
        return ""
    if not isinstance(pair, list) or len(pair) != 2 or not all(isinstance(p, str) for p in pair):
        return ""
    if isinstance(given, dict):
        pair = [given["lat"], given["lon"]]
    (one, one_side), (other, other_side) = map(meant_degrees, pair)
    if (
        not one
        or not other
        or (isinstance(given, dict) and not (one_side or other_side or [one, other] != pair))
    ):
        return ""
    if one_side in ("E", "W") and other_side in ("", "N", "S"):
        one, other = other, one
    elif one_side in ("E", "W") or other_side in ("N", "S"):
        return ""
    return f"{{lat: {one}, lon: {other}}}"


def _shown(given: Any) -> str:
    parts = given.values() if isinstance(given, dict) else given
    return given if isinstance(given, str) else ", ".join(map(str, parts))


def _size(text: object) -> Decimal | None:
    """A number without its sign; None if it is none."""
    if not isinstance(text, str) or len(text) > LONGEST_NUMBER:
        return None
    try:
        size = abs(Decimal(text))
    except InvalidOperation:
        return None
    return size if size.is_finite() else None
