"""What became of a recommendation comes after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import TRIP_REPORTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.reading.load import Loaded


def follow_up_problems(loaded: Loaded) -> Iterator[Problem]:
    """Follow-ups from before the trip on which something was recommended, and those that name the report itself."""
    for row in loaded.of(TRIP_REPORTS):
        trip = row.record
        for index, recommendation in enumerate(trip.recommendations):
            for n, follow_up in enumerate(recommendation.follow_ups):
                loc = ("recommendations", index, "follow_ups", n)
                if follow_up.date is not None and follow_up.date.surely_before(trip.start):
                    found = {"found": str(follow_up.date), "limit": str(trip.start)}
                    yield Problem(row.place((*loc, "date")), "follow-up-before-trip", found)
                if trip.id in follow_up.trip_reports:
                    place = (*loc, "trip_reports", follow_up.trip_reports.index(trip.id))
                    yield Problem(row.place(place), "follow-up-names-itself", {"found": trip.id})
