"""A point on the Earth."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

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
        """A latitude that only a longitude can be is told with the cure, not as a number that is too large."""
        if isinstance(given, dict) and given.keys() == {"lat", "lon"}:
            lat, lon = _size(given["lat"]), _size(given["lon"])
            if lat is not None and lon is not None and lon <= 90 < lat <= 180:
                cure = f"{{lat: {given['lon']}, lon: {given['lat']}}}"
                found = {"found": str(given["lat"]), "cure": cure}
                raise PydanticCustomError("latitude-of-longitude", "latitude-of-longitude", found)
        return given


def _size(text: object) -> Decimal | None:
    """A number without its sign; None if it is none."""
    if not isinstance(text, str) or len(text) > LONGEST_NUMBER:
        return None
    try:
        size = abs(Decimal(text))
    except InvalidOperation:
        return None
    return size if size.is_finite() else None
