"""What replaces a removed page: a published address always leads somewhere."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from portal.model.values.strict import Model
from portal.model.values.tense import DayRecorded
from portal.model.values.words import Text

_ADDRESS = re.compile(r"/(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+(?:[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]{3}/)?")


def check_address(text: str) -> str:
    """The address of a page, the same in both languages; raises PydanticCustomError ``bad-address``.

    A tombstone for an attachment is a page too: a host without such a file adds the slash.
    """
    if not _ADDRESS.fullmatch(text):
        raise PydanticCustomError("bad-address", "bad-address", {"found": text})
    return text


Address = Annotated[str, AfterValidator(check_address)]
"""The address of a page of this portal without the language, as in prose links: ``/press/2026/news/``."""


class Tombstone(Model):
    """The entry for a page that was published and then removed, by its address: why, and where to go instead."""

    removed: DayRecorded
    """Day on which the page was removed."""
    reason: Text
    """The reason, in a sentence for readers."""
    see: Address | None = None
    """The page where readers should go instead."""
