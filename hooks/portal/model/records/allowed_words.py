"""Words that the check of words would tell, and that may stand all the same."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portal.model.values.strict import Model
from portal.model.values.words import Text, Words


class AllowedWords(Model):
    """Words that the check of words would tell, but that are right where they stand."""

    where: Annotated[tuple[Words, ...], Field(min_length=1)]
    """Where they are right: records by kind and id, as in `cities/jp-sado`, and pages by their file, as in
    `content/en/about/index.md`."""
    reason: Text
    """Why they are right there."""
