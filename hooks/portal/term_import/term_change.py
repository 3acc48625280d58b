"""What an import alters in a concept, and the concept with it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from portal.data.problem import Place

Record = dict[str, Any]
"""A record as its file has it, all scalars as text."""
Loc = tuple[str | int, ...]

RECORD = (
    "id", "former_ids", "subject_field", "aliases", "definition", "note", "terms", "reading", "organization",
    "broader", "related", "same_as", "sources", "unsourced", "verified", "updated",
)  # fmt: skip
TERM = ("term", "status", "homes", "type", "part_of_speech", "usage", "forms", "until", "note")
"""The order of keys, of a concept and of a word."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value of a concept."""

    loc: Loc
    """Where it is in the record; of what is added to a list, the list."""
    before: Any
    """None if it was not there; of what is added to a list, the list."""
    after: Any
    """None if it goes."""
    place: Place
    """What in the file asks for it."""
    grows: bool = False
    """Whether ``after`` is one more item of the list there."""
    inside: Mapping[Loc, Place] = field(default_factory=dict)
    """What in the file asks for single values of the item."""


@dataclass(slots=True)
class ConceptChange:
    """All that changes in a concept."""

    id: str
    place: Place
    record: Record | None
    """As it is; None if it is new."""
    changes: list[Change] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)
    """Language and text of words on record that the file does not have."""

    def after(self) -> tuple[Record, dict[Loc, Place]]:
        """The record with the changes, and for each value of theirs what in the file asks for it."""
        record: Record = {"id": self.id} if self.record is None else deepcopy(self.record)
        places: dict[Loc, Place] = {("id",): self.place} if self.record is None else {}
        for change in self.changes:
            *way, last = change.loc
            holder: Any = record
            for part in way:
                holder = holder.setdefault(part, {}) if isinstance(part, str) else holder[part]
            if change.grows:
                items = holder.setdefault(last, [])
                item = (*change.loc, len(items))
                places[item] = change.place
                places |= {(*item, *loc): place for loc, place in change.inside.items()}
                items.append(change.after)
            elif change.after is None:
                del holder[last]
            else:
                holder[last] = change.after
                places[change.loc] = change.place
        return record, places


def ordered(record: Record, order: tuple[str, ...] = RECORD) -> Record:
    """The record with its keys as people write them."""
    return {key: record[key] for key in sorted(record, key=order.index)}
