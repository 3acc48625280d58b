"""What was changed after publication, and said so: readers may have relied on the older words."""

from __future__ import annotations

from portal.model.values.moment import Moment
from portal.model.values.strict import Model
from portal.model.values.text import Text


class Correction(Model):
    """A mistake that was mended after publication; shown on the page, and told by feeds."""

    date: Moment
    """When it was mended, to the minute if known (Asia/Taipei)."""
    note: Text
    """What was wrong and what is right now."""


class Withdrawal(Model):
    """The end of a text that should no longer be read: its page stays, and says why."""

    date: Moment
    """When it was withdrawn, to the minute if known (Asia/Taipei)."""
    reason: Text
    """Why; the only text that the page still has."""
