"""Partner places at any level."""

from __future__ import annotations

from typing import Annotated, ClassVar

from portal.model.records.home import Level
from portal.model.records.partnership import Partnership
from portal.model.records.record import Evidence, Named
from portal.model.values.coordinates import Coordinates
from portal.model.values.field_marks import Essential
from portal.model.values.names import PlaceNames
from portal.model.values.reference import CountryCode
from portal.model.values.words import Text


class City(Named):
    """A place with which a home has ties or exchanges: a city, county, prefecture, state or district."""

    IS_PLACE: ClassVar = True

    level: Level
    """Its level in its own country's system; 縣 is a county in Taiwan or a prefecture in Japan."""
    country: CountryCode
    """ISO 3166-1 alpha-2, such as `JP`; the id begins with it in lower case."""
    subdivision: Text | None = None
    """The state, prefecture or province it is in."""
    coordinates: Coordinates | None = None
    """Its location."""
    former_names: tuple[PlaceNames, ...] = ()
    """Its former names, or the bodies it succeeded."""
    partnerships: Annotated[tuple[Partnership, ...], Essential(unless_named=True)] = ()
    """Its ties with homes. If there are none, the place is known only from exchanges."""

    @property
    def verifiable(self) -> tuple[Evidence, ...]:
        """Its ties; without any, the city itself."""
        return self.partnerships or (self,)
