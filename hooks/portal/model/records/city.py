"""Partner places of any level."""

from __future__ import annotations

from portal.model.records.home import Level
from portal.model.records.partnership import Partnership
from portal.model.records.record import Evidence, Named
from portal.model.values.coordinates import Coordinates
from portal.model.values.reference import CountryCode
from portal.model.values.text import Names, Text


class City(Named):
    """A place with which a home has a tie or exchanges: city, county, prefecture, state, district."""

    level: Level
    """Its level in its own country's order; 縣 is a county of Taiwan or a Japanese prefecture."""
    country: CountryCode
    """ISO 3166-1 alpha-2, as `JP`; the id begins with it in lower case."""
    subdivision: Text | None = None
    """State, prefecture or province it lies in."""
    coordinates: Coordinates | None = None
    """Where it lies."""
    former_names: tuple[Names, ...] = ()
    """Names it had before, or bodies it succeeded."""
    partnerships: tuple[Partnership, ...] = ()
    """Its ties with homes. None: the place is known from exchanges only."""

    @property
    def verifiable(self) -> tuple[Evidence, ...]:
        """Its ties; without any, the city itself."""
        return self.partnerships or (self,)
