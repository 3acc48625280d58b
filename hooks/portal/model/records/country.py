"""Countries and territories: names in Taiwanese government usage, and the continent each is listed under."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from portal.model.records.term import OtherTerms
from portal.model.values.field_marks import Labels
from portal.model.values.names import PlaceNames
from portal.model.values.strict import Flag, Model
from portal.model.values.words import Words

Continent = Annotated[
    Literal["asia", "europe", "africa", "north-america", "south-america", "oceania"],
    Labels("continent"),
]
"""The regions of UN M49, with Central America and the Caribbean under North America."""

CONTINENTS: tuple[Continent, ...] = (
    "asia",
    "oceania",
    "north-america",
    "south-america",
    "europe",
    "africa",
)
"""In the order in which lists show them."""


def _code(text: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}", text):
        raise PydanticCustomError("bad-country-code", "bad-country-code", {"found": text})
    return text


def _alpha3(text: str) -> str:
    if not re.fullmatch(r"[A-Z]{3}", text):
        raise PydanticCustomError("bad-alpha-3", "bad-alpha-3", {"found": text})
    return text


class Country(Model):
    """A country or territory."""

    id: Annotated[str, AfterValidator(_code)]
    """ISO 3166-1 alpha-2, upper case; `XK` (user-assigned) for Kosovo."""
    alpha3: Annotated[str, AfterValidator(_alpha3)] | None = None
    """ISO 3166-1 alpha-3, upper case: `JPN`; `XKX` (user-assigned) for Kosovo."""
    name: PlaceNames
    """Short name: 韓國, South Korea."""
    aliases: tuple[Words, ...] = ()
    """Other names in any language: former, full, or used abroad: 南韓, 大韓民國, ROK."""
    terms: OtherTerms | None = None
    """Words for it besides its name: acceptable ones, and those not to use."""
    article: Flag = False
    """`true` if English puts *the* before its name in a sentence: the Netherlands."""
    continent: Continent
    """The continent under which its cities are listed."""
