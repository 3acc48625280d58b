"""Text of the interface."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from pydantic import AfterValidator, Field

from portal.model.values.strict import Model
from portal.model.values.words import check_piece

Piece = Annotated[str, Field(min_length=1)]
"""Text of the interface. Unlike the text of records, it may begin or end with a space, as separators do."""


class Label(Model):
    """The text of the interface for one dotted key, with ``{placeholders}`` for values."""

    zh: Annotated[Piece, AfterValidator(partial(check_piece, language="zh"))]
    """In Traditional Chinese, as used in Taiwan."""
    en: Annotated[Piece, AfterValidator(partial(check_piece, language="en"))]
    """In English, with American spelling."""

    def __getitem__(self, locale: str) -> str:
        return self.zh if locale == "zh" else self.en
