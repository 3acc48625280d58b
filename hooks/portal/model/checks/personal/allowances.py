"""The values that a portal allows, although they look like a person's data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.checks.personal.finding import one_spelling
from portal.model.checks.personal.personal_data import personal_data
from portal.model.records.kinds import ALLOWED_VALUES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.checks.personal.finding import Finding
    from portal.model.reading.load import Loaded, Row
    from portal.model.records.allowed_value import AllowedValue


class Allowances:
    """The allowed values, and which of them were found."""

    def __init__(self, loaded: Loaded) -> None:
        self._rows: dict[str, Row[AllowedValue]] = {}
        for row in loaded.of(ALLOWED_VALUES):
            written = str(row.loc[-1])
            # A number is found in its international form, however it is written there.
            for value in (one_spelling(written), *(f.value for f in personal_data(written))):
                self._rows[value] = row
        self._unread = {
            value
            for written in loaded.gaps.ids.get(ALLOWED_VALUES.name, ())
            for value in (one_spelling(written), *(f.value for f in personal_data(written)))
        }
        """Allowed values of which only the reason is wrong."""
        self._found: set[int] = set()
        self._is_unknown = ALLOWED_VALUES.name in loaded.gaps.kinds
        self._is_partial = bool(loaded.gaps)

    def refused(self, text: str) -> Iterator[Finding]:
        """What a text holds of a person's data and is not allowed; what is allowed counts as found.

        As long as the list of what is allowed cannot be read, nothing is told but that.
        """
        for found in () if self._is_unknown else personal_data(text):
            row = self._rows.get(found.value)
            if row is None:
                if found.value not in self._unread:
                    yield found
            else:
                self._found.add(id(row))

    def unused(self) -> Iterator[Problem]:
        """Allowed values that none of the texts held; none is told while there are records that cannot be read."""
        told: set[int] = set()
        for row in () if self._is_partial else self._rows.values():
            if id(row) not in self._found | told:
                told.add(id(row))
                yield Problem(row.place(), "allowed-but-absent", {"found": str(row.loc[-1])})
