"""Rules that all models share: values arrive as text, unknown keys are refused, and instances are immutable."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from portal.model.values.meant_date import meant_dates
from portal.model.values.meant_number import meant_number


class Model(BaseModel):
    """A part of a record. The string under each field is its description in the schema and the dictionary."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True, populate_by_name=False
    )


LONGEST_NUMBER = 30
"""Characters. No amount of money needs more, and Python refuses to parse very long numbers."""


def plain_number(text: Any) -> Any:
    """Python's own parser accepts full-width digits, underscores and ``1e9``, none of which editors intend."""
    if isinstance(text, str) and len(text) > LONGEST_NUMBER:
        found = {"found": str(len(text)), "limit": str(LONGEST_NUMBER)}
        raise PydanticCustomError("value-too-long", "value-too-long", found)
    if isinstance(text, str) and not _is_plain(text):
        cure = meant_number(text)
        code = "number-form" if cure else "not-a-number"
        raise PydanticCustomError(code, code, {"found": text, "cure": cure})
    return text


def _is_plain(text: str) -> bool:
    return text.isascii() and text.removeprefix("-").replace(".", "", 1).isdecimal()


def _year(text: Any) -> Any:
    """A year in another form, or of the Republic of China."""
    if isinstance(text, str) and not (text.isascii() and text.isdecimal() and len(text) == 4):
        years = [str(day.year) for day in meant_dates(text) if not day.month]
        if len(years) == 1:
            raise PydanticCustomError("date-form", "date-form", {"found": text, "cure": years[0]})
        if len(years) == 2:
            found = {"found": text, "cure": years[0], "other": years[1]}
            raise PydanticCustomError("date-ambiguous", "date-ambiguous", found)
    return plain_number(text)


_TRUE = frozenset(("true", "yes", "y", "on", "1", "t", "是", "有", "對", "真"))
_FALSE = frozenset(("false", "no", "n", "off", "0", "f", "否", "無", "沒有", "不是", "假"))


def _boolean(text: Any) -> Any:
    if text in ("true", "false", True, False):
        return text in ("true", True)
    plain = text.strip(" '\"").lower() if isinstance(text, str) else ""
    cure = "true" if plain in _TRUE else "false" if plain in _FALSE else ""
    code = "boolean-form" if cure else "not-a-boolean"
    raise PydanticCustomError(code, code, {"found": str(text), "cure": cure})


Number = Annotated[Decimal, BeforeValidator(plain_number)]
"""A number in ASCII digits, exact: ``3.282`` stays 3.282."""

Count = Annotated[int, BeforeValidator(plain_number), Field(ge=0)]
"""A count: zero or more."""

Year = Annotated[int, BeforeValidator(_year), Field(ge=1000, le=2999)]
"""A year of the common era."""

Flag = Annotated[bool, BeforeValidator(_boolean)]
"""``true`` or ``false``, nothing else."""
