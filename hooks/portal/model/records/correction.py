"""Announced changes after publication: readers may have relied on the old text."""

from __future__ import annotations

from portal.model.values.strict import Model
from portal.model.values.tense import MomentRecorded
from portal.model.values.words import Text


class Correction(Model):
    """A mistake corrected after publication; shown on the page and in feeds."""

    date: MomentRecorded
    """When it was corrected, to the minute if known (Asia/Taipei)."""
    note: Text
    """What was wrong, and what is correct."""


class Withdrawal(Model):
    """The withdrawal of a text that should no longer be read. Its page stays and says why."""

    date: MomentRecorded
    """When it was withdrawn, to the minute if known (Asia/Taipei)."""
    reason: Text
    """The reason; it is the only text left on the page."""
