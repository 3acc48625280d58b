"""No record publishes what belongs to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import KINDS
from portal.model.values.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.checks.personal.allowances import Allowances
    from portal.model.reading.load import Loaded


def privacy_problems(loaded: Loaded, allowances: Allowances) -> Iterator[Problem]:
    """Numbers and addresses of people in any text of any record, also in labels and in names of files."""
    for kind in KINDS:
        for row in loaded.of(kind):
            for loc, text in texts(row.record):
                told: set[str] = set()
                for found in allowances.refused(text):
                    if found.value not in told:
                        told.add(found.value)
                        where = (*row.loc, *loc), text, found.start, found.written
                        place = row.document.place_within(*where)
                        yield Problem(place, found.code, {"found": found.masked}, (found.value,))
