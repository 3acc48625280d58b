"""How to reach an office, never a person."""

from __future__ import annotations

from portal.model.values.phone import Phone
from portal.model.values.reference import IssuerId
from portal.model.values.strict import Model
from portal.model.values.url import Url


class Contact(Model):
    """An office that answers questions. E-mail addresses belong to individuals or go dead, so give a form."""

    office: IssuerId
    """The home or unit that answers questions."""
    phone: Phone | None = None
    """The office's number, `+886-2-2720-8889 ext. 1234`; mobile numbers are refused."""
    url: Url | None = None
    """Its page or form for questions."""
