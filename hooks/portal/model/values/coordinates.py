"""A point on the Earth."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portal.model.values.strict import Model, Number


class Coordinates(Model):
    """A point on the Earth (WGS 84)."""

    lat: Annotated[Number, Field(ge=-90, le=90)]
    """Latitude in degrees, north positive."""
    lon: Annotated[Number, Field(ge=-180, le=180)]
    """Longitude in degrees, east positive."""
