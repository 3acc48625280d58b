"""How many people took part in an exchange, from which side."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from portal.model.records.record import Evidence
from portal.model.values.field_marks import Labels
from portal.model.values.reference import PartyId
from portal.model.values.strict import plain_number

People = Annotated[int, BeforeValidator(plain_number), Field(ge=1)]
"""A number of people: one or more. If nobody came, there is nothing to count."""

Who = Annotated[
    Literal["delegation", "visitors", "students", "staff", "participants"],
    Labels("participants.who"),
]
"""Who is counted: a delegation, visitors of several groups, students, officers, or everybody present."""

Direction = Annotated[Literal["received", "sent", "all"], Labels("participants.direction")]
"""Who came from elsewhere, who went elsewhere, or all sides together."""

Precision = Annotated[
    Literal["exact", "about", "nearly", "at-least", "more-than"], Labels("participants.precision")
]
"""How the source gives the number."""


class Participants(Evidence):
    """How many people took part. In an exchange of type `count` it is a total over its period."""

    who: Who
    """Who is counted."""
    direction: Direction
    """`received` if they came to a government or unit of this portal, `sent` if they went from it, `all` if the source
    does not tell the sides apart."""
    number: People
    """How many people."""
    precision: Precision = "exact"
    """How the source gives the number: `about`, `nearly` (近), `at-least`, `more-than` (逾, 超過), or exactly."""
    party: PartyId | None = None
    """Id of the one among those who took part whose people these are, if the number does not cover all of that side."""
