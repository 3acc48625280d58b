"""Declares the kind of the test; as a hook of MkDocs, before the portal is read."""

from __future__ import annotations

from ceremony import Ceremony

from portal.model.records.kind import Filing, Kind
from portal.model.records.kinds import KINDS

KINDS.declare(
    Kind(
        "ceremonies", Ceremony, Filing.YEARS,
        section="ceremonies", noun="ceremony", date="start", end="end", schema_type="Event",
        feed="calendar",
    )
)  # fmt: skip
