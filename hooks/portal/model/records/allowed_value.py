"""What looks like a person's data, and may be published all the same."""

from __future__ import annotations

from portal.model.values.strict import Model
from portal.model.values.words import Text


class AllowedValue(Model):
    """A value that the check of personal data would refuse, such as the mail address of an office."""

    reason: Text
    """Why it is no person's, or why that person's may be published."""
