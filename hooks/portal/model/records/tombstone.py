"""What stands where a page was: an address that was published never leads nowhere."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from portal.model.values.partial_date import FullDate
from portal.model.values.strict import Model
from portal.model.values.text import Text

_ADDRESS = re.compile(r"/(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+(?:[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]{3}/)?")


def check_address(text: str) -> str:
    """The address of a page, the same in both languages; raises PydanticCustomError ``bad-address``.

    In the place of an attachment there is a page too: a host that has no such file adds the slash.
    """
    if not _ADDRESS.fullmatch(text):
        raise PydanticCustomError("bad-address", "bad-address", {"found": text})
    return text


Address = Annotated[str, AfterValidator(check_address)]
"""A page of this portal without the language, as links in prose write it: ``/press/2026/news/``."""


class Tombstone(Model):
    """The end of a page that was published, by its address: why it is gone, and where to read on."""

    removed: FullDate
    """Day on which the page was removed."""
    reason: Text
    """Why, in a sentence for readers."""
    see: Address | None = None
    """The page that readers should go to instead."""
