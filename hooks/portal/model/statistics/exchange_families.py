"""Types of exchange in the families of the history, which a chart can tell apart."""

from __future__ import annotations

from portal.model.catalog.history.entry import FAMILIES as ALL
from portal.model.catalog.history.entry import FAMILY_OF
from portal.model.records.exchange import FIGURE, ExchangeType
from portal.model.values.field_marks import choices_of

EXCHANGE_TYPES = tuple(name for name in choices_of(ExchangeType) if name != FIGURE)
"""In the order of the records; figures for a period are no exchanges."""

FAMILIES = tuple(name for name, kinds in ALL.items() if not set(kinds).isdisjoint(EXCHANGE_TYPES))
"""Those with exchanges, in the order in which charts show them."""


def family_of(exchange_type: str) -> str:
    """The family of a type.

    >>> family_of("visit-made"), family_of("sport")
    ('visits', 'activities')
    """
    return FAMILY_OF[exchange_type]
