"""Names of published files: they are part of an address, and the same on every system."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]{2,5}")

LONGEST_NAME = 80
"""Characters."""


def check_file_name(text: str) -> str:
    """Lower-case ASCII words with hyphens and an extension; raises PydanticCustomError ``bad-file-name``."""
    if not _NAME.fullmatch(text) or len(text) > LONGEST_NAME:
        raise PydanticCustomError(
            "bad-file-name", "bad-file-name", {"found": text, "cure": _mended(text)}
        )
    return text


def _mended(text: str) -> str:
    """The most similar name of the right form."""
    stem, _, ending = text.rpartition("/")[2].lower().rpartition(".")
    words = re.findall(r"[a-z0-9]+", stem)
    return f"{'-'.join(words)[:60].strip('-') or 'name'}.{ending or 'jpg'}"


FileName = Annotated[
    str,
    AfterValidator(check_file_name),
    Field(json_schema_extra={"pattern": f"^{_NAME.pattern}$"}),
]
"""The name of a file beside the record: ``opening-ceremony.jpg``."""
