"""A press release says whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.load import Loaded


def release_problems(loaded: Loaded) -> Iterator[Problem]:
    """A text of the portal's editors (no issuer) that does not name what it was written from."""
    for row in loaded.rows["press_releases"]:
        if row.record.issuer is None and not row.record.sources:
            yield Problem(row.place(("id",)), "release-without-source", {"found": row.record.id})
