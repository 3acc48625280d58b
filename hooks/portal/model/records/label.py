"""Words of the interface."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from portal.model.values.strict import Model
from portal.model.values.text import no_chinese, no_simplified

Piece = Annotated[str, Field(min_length=1)]
"""Interface words; unlike a record's they may begin or end with a space, as a separator does."""


class Label(Model):
    """What the interface says under one dotted key, with ``{placeholders}`` where a value goes."""

    zh: Annotated[Piece, AfterValidator(no_simplified)]
    """In Traditional Chinese, Taiwan usage."""
    en: Annotated[Piece, AfterValidator(no_chinese)]
    """In English, American spelling."""

    def __getitem__(self, locale: str) -> str:
        return self.zh if locale == "zh" else self.en
