"""Documents that facts are taken from."""

from __future__ import annotations

from portal.model.records.record import Named
from portal.model.values.tense import DateLongAgo
from portal.model.values.url import Url
from portal.model.values.words import Text


class Source(Named):
    """A document cited by records: a report, a plan, a web page as of some day."""

    publisher: Text
    """Who issued the document."""
    date: DateLongAgo | None = None
    """When it was issued or last changed, according to the document."""
    period: Text | None = None
    """The period that the document covers."""
    url: Url | None = None
    """Where it can be read, if it has a stable public address."""
