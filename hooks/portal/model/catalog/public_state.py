"""What is public at one moment, as one number: the same wherever and however often it is computed.

It tells whether a site shows what is public now. What is kept back does not influence it, nor does the form in which
records are written.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.catalog.catalog import MEDIA, WITHDRAWN
from portal.model.records.kinds import KINDS, TOMBSTONES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.record import Record
    from portal.model.values.moment import Moment
    from portal.model.values.partial_date import PartialDate
    from portal.model.values.strict import Model

_UNSEEN = {"draft", "public_from", "public_until"}
"""Fields that say when a record is public, which no reader sees."""


@dataclass(frozen=True, slots=True)
class PublicState:
    """The public records at one moment."""

    count: int
    """How many there are."""
    digest: str
    """``sha256:…`` of what readers can see of them."""
    newest: PartialDate | None
    """The last day on which one of them was updated, verified, corrected or released."""


def public_state(catalog: Catalog) -> PublicState:
    """The state of the records in a catalog, without making a page."""
    found = hashlib.sha256()
    for part in _parts(catalog):
        found.update(len(part).to_bytes(8, "big") + part)
    return PublicState(
        count=sum(len(catalog.of(kind)) for kind in KINDS.with_records),
        digest=f"sha256:{found.hexdigest()}",
        newest=newest_day(catalog),
    )


def newest_day(catalog: Catalog) -> PartialDate | None:
    """The last day on which a record was updated, verified, corrected or released, found without the digest."""
    return max(_days(_records(catalog)), default=None)


def _records(catalog: Catalog) -> Iterator[Record]:
    for kind in KINDS.with_records:
        yield from catalog.of(kind).values()
    yield from catalog.shelves[WITHDRAWN].values()


def _parts(catalog: Catalog) -> Iterator[bytes]:
    for record in _records(catalog):
        yield f"{type(record).__name__} {record.id} {_turned(record, catalog.now)}".encode()
        yield _seen(record)
    for address, stone in catalog.of(TOMBSTONES).items():
        yield address.encode()
        yield _seen(stone)
    for name, file in catalog.shelves[MEDIA].items():
        yield name.encode()
        yield file.digest


def _seen(record: Model) -> bytes:
    """What readers can see of a record, field by field."""
    text = record.model_dump_json(exclude=_UNSEEN, exclude_defaults=True, warnings="none")
    return text.encode()


def _turned(record: Record, now: Moment) -> int:
    """How often time alone has changed what is said of it."""
    return sum(moment <= now for moment in record.turns)


def _days(records: Iterable[Record]) -> Iterator[PartialDate]:
    for record in records:
        yield from (part.verified for part in record.verifiable if part.verified)
        if record.modified:  # of a release, not before its date
            yield record.modified.day
