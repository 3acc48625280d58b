"""How to get the value of a column from a record, as in JSON."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, get_origin

from portal.model.values.moment import Moment
from portal.model.values.partial_date import PartialDate

if TYPE_CHECKING:
    from portal.model.values.strict import Model

Refer = Callable[[tuple[str, ...], str], str]
"""How a format refers to a record of one of these kinds, by its id; the address of a source is kept as it is."""

Take = Callable[[Any, Refer], Any]
"""The value of a column of a record, as JSON has it."""


def by_id(_: tuple[str, ...], record_id: str) -> str:
    """Refers to a record as YAML does."""
    return record_id


def take_text(name: str, locale: str) -> Take:
    """Words in one language."""

    def take(record: Model, _: Refer) -> Any:
        value = getattr(record, name)
        return value and getattr(value, locale)

    return take


def take_texts(name: str, locale: str) -> Take:
    """Words in one language, of each item of a list."""
    return lambda record, _: [getattr(text, locale) for text in getattr(record, name)]


def take_local(name: str) -> Take:
    """A name in the place's own languages, by tag."""

    def take(record: Model, _: Refer) -> Any:
        value = getattr(record, name)
        return dict(value.local) if value else {}

    return take


def take_all_names(name: str) -> Take:
    """Names, each by language tag."""
    return lambda record, _: [
        {"zh": names.zh, "en": names.en, **dict(names.local)} for names in getattr(record, name)
    ]


def take_axis(name: str, axis: str) -> Take:
    """A coordinate of a point, in degrees."""

    def take(record: Model, _: Refer) -> Any:
        point = getattr(record, name)
        return float(getattr(point, axis)) if point else None

    return take


def take_mapping(name: str) -> Take:
    """Words by language tag, or amounts by year."""

    def take(record: Model, _: Refer) -> Any:
        return {key: _plain(value) for key, value in (getattr(record, name) or {}).items()}

    return take


def take_id(name: str, kinds: tuple[str, ...]) -> Take:
    """The name of another record."""

    def take(record: Model, refer: Refer) -> Any:
        value = getattr(record, name)
        return refer(kinds, value) if value else None

    return take


def take_ids(name: str, kinds: tuple[str, ...]) -> Take:
    """The names of other records."""

    def take(record: Model, refer: Refer) -> Any:
        return [refer(kinds, value) for value in getattr(record, name)]

    return take


def take_values(name: str) -> Take:
    """A list of plain values."""
    return lambda record, _: list(getattr(record, name))


def take_value(name: str, annotation: Any) -> Take:
    """A plain value."""
    if annotation in (str, int, bool) or get_origin(annotation) is Literal:
        return lambda record, _: getattr(record, name)
    return lambda record, _: _plain(getattr(record, name))


def _plain(value: Any) -> Any:
    """A number or a date as JSON has it."""
    if value is None:
        return None
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.iso if isinstance(value, (PartialDate, Moment)) else value
