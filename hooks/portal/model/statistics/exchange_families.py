"""Types of exchange in a few families, which a chart can tell apart."""

from __future__ import annotations

from portal.model.records.exchange import ExchangeType
from portal.model.values.field_marks import choices_of

EXCHANGE_TYPES = tuple(name for name in choices_of(ExchangeType) if name != "count")
"""In the order of the records; figures for a period are no exchanges."""

_OF_FAMILY = {
    "signing": ("signing",),
    "visit": ("visit-received", "visit-made"),
    "meeting": ("meeting", "conference", "course"),
}

ACTIVITY = "activity"
"""The family of all other types: culture, sport, fairs, students, donations."""

FAMILIES = (*_OF_FAMILY, ACTIVITY)
"""In the order in which charts show them."""

_FAMILY_OF = {name: family for family, names in _OF_FAMILY.items() for name in names}


def family_of(exchange_type: str) -> str:
    """The family of a type.

    >>> family_of("visit-made"), family_of("sport")
    ('visit', 'activity')
    """
    return _FAMILY_OF.get(exchange_type, ACTIVITY)
