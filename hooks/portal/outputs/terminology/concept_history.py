"""What became of an entry of the glossary: when it was published, changed, corrected and verified, and why.

The days of publications are those that ``portal snapshot`` noted, so a build needs no git for them.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from portal.data.store import digest
from portal.model.records.kinds import GLOSSARY
from portal.model.values.moment import Moment
from portal.model.values.partial_date import PartialDate
from portal.outputs.open_data.changes import row_histories
from portal.outputs.open_data.column_titles import field_title
from portal.outputs.open_data.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path

    from portal.model.records.concept import Concept
    from portal.model.values.words import Text
    from portal.outputs.open_data.changes import Change


class Step(NamedTuple):
    """Something that became of an entry."""

    on: Moment
    what: str
    """``begun``, ``added``, ``changed``, ``correction``, ``updated`` or ``verified``: labels ``concept.history.…``."""
    columns: tuple[str, ...] = ()
    """Of the table of concepts, those that changed."""
    note: Text | None = None
    """What was wrong, and what is right."""


class ConceptHistories:
    """The histories of all entries; nothing is read before the first question."""

    def __init__(self, root: Path) -> None:
        """``root`` is the folder of the portal."""
        self._root = root

    def of(self, concept: Concept) -> list[Step]:
        """What is known of an entry, the newest first."""
        found = [
            Step(_day(day), change.kind, change.columns)
            for day, change in self._published.get(concept.id, ())
        ]
        found += [Step(one.date, "correction", note=one.note) for one in concept.corrections]
        if concept.updated:
            found.append(Step(Moment(concept.updated), "updated"))
        if concept.verified:
            found.append(Step(Moment(concept.verified), "verified"))
        return sorted(found, key=lambda step: step.on.iso, reverse=True)

    def key(self, concept: Concept) -> bytes:
        """A digest of what a page shows besides the record."""
        return digest(repr(self._published.get(concept.id, ())).encode())

    @property
    def all_published(self) -> bytes:
        """A digest of all that publications changed in the glossary."""
        return digest(repr(sorted(self._published.items())).encode())

    def columns(self, step: Step, locale: str) -> list[str]:
        """What the fields that changed are called, each once."""
        table = {column.name: column for column in table_of(GLOSSARY.name).columns}
        known = [table[name] for name in step.columns if name in table]
        return list(dict.fromkeys(field_title(column, locale) for column in known))

    @cached_property
    def _published(self) -> dict[str, list[tuple[str, Change]]]:
        return row_histories(self._root, GLOSSARY.name)


def _day(iso: str) -> Moment:
    return Moment(PartialDate.parse(iso))
