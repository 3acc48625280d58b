"""A press release must say whose text it is, and its id must not be that of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import PRESS_RELEASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.reading.load import Loaded


def release_problems(loaded: Loaded) -> Iterator[Problem]:
    """Texts of the portal's editors (no issuer) without sources; ids of two digits, whose address is a month's."""
    for row in loaded.of(PRESS_RELEASES):
        release = row.record
        if release.issuer is None and not release.sources:
            yield Problem(row.place(("id",)), "release-without-source", {"found": release.id})
        if len(release.id) == 2 and release.id.isdecimal():
            yield Problem(row.place(("id",)), "id-is-month", {"found": release.id})
