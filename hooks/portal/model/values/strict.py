"""Rules that all models share: values arrive as text, unknown keys are refused, and instances are immutable."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError


class Model(BaseModel):
    """A part of a record. The string under each field is its description in the schema and the dictionary."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True, populate_by_name=False
    )


LONGEST_NUMBER = 30
"""Characters. No amount of money needs more, and Python refuses to parse very long numbers."""


def _ascii(text: Any) -> Any:
    """Python's own parser accepts full-width digits, underscores and ``1e9``, none of which editors intend."""
    if isinstance(text, str) and len(text) > LONGEST_NUMBER:
        found = {"found": str(len(text)), "limit": str(LONGEST_NUMBER)}
        raise PydanticCustomError("value-too-long", "value-too-long", found)
    if isinstance(text, str) and not text.removeprefix("-").replace(".", "", 1).isdecimal():
        raise PydanticCustomError("not-a-number", "not-a-number", {"found": text})
    if isinstance(text, str) and not text.isascii():
        raise PydanticCustomError("not-a-number", "not-a-number", {"found": text})
    return text


def _boolean(text: Any) -> Any:
    if text not in ("true", "false", True, False):
        raise PydanticCustomError("not-a-boolean", "not-a-boolean", {"found": str(text)})
    return text in ("true", True)


Number = Annotated[Decimal, BeforeValidator(_ascii)]
"""A number in ASCII digits, exact: ``3.282`` stays 3.282."""

Count = Annotated[int, BeforeValidator(_ascii), Field(ge=0)]
"""A count: zero or more."""

Year = Annotated[int, BeforeValidator(_ascii), Field(ge=1000, le=2999)]
"""A year of the common era."""

Flag = Annotated[bool, BeforeValidator(_boolean)]
"""``true`` or ``false``, nothing else."""
