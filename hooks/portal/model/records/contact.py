"""How to reach an office, never a person."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from portal.model.values.reference import IssuerId
from portal.model.values.strict import Model
from portal.model.values.text import Words
from portal.model.values.url import Url

_PHONE = re.compile(r"\+\d{1,3}(-\d{1,4}){2,4}( ext\. \d{1,6})?")
_MOBILE = re.compile(r"\+886-?9")
"""Mobile numbers of Taiwan (numbering plan of the NCC): they belong to individuals."""


def _phone(text: str) -> str:
    if _MOBILE.match(text):
        raise PydanticCustomError("mobile-number", "mobile-number", {"found": text})
    if not _PHONE.fullmatch(text):
        raise PydanticCustomError("bad-phone", "bad-phone", {"found": text})
    return text


Phone = Annotated[Words, AfterValidator(_phone)]
"""A telephone number with country code, such as ``+886-2-2720-8889 ext. 1234`` (ITU-T E.123)."""


class Contact(Model):
    """An office that answers questions. E-mail addresses belong to individuals or go dead, so give a form."""

    office: IssuerId
    """The home or unit that answers questions."""
    phone: Phone | None = None
    """The office's number, `+886-2-2720-8889 ext. 1234`; mobile numbers are refused."""
    url: Url | None = None
    """Its page or form for questions."""
