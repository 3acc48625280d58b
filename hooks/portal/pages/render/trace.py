"""Which records a page showed, recorded while its template ran.

Templates see the catalog and the relations only through these wrappers, so nothing that a page shows can be
missing from its trace. They record whole records, not fields: a page is made again if anything about a record that
it showed has changed. Only names have a fact of their own, since long lists are looked through by those of all places
and bodies that their items mention.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from portal.model.catalog.catalog import Catalog

if TYPE_CHECKING:
    from portal.model.catalog.relations import Relations
    from portal.model.values.partial_date import PartialDate

Fact = tuple[str, ...]
"""Something that was read: ``("cities", "jp-kaga")`` a record, or that there is none of that id; ``("cities",)`` all
of a kind, or a value such as ``("today",)``; ``("naming", "cities", "jp-kaga", "exchanges")`` a back-link;
``("called", "cities", "jp-kaga")`` the names of a record alone; ``("words", "國際會議")`` the names in a title, which
decide where its line may break; ``("terms", "0f3a…")`` the terms in a text, which follow from ``("terms",)``, all
terms: only if these have changed is the text looked into."""

Note = Callable[[Fact], None]


class TracedRecords(Mapping[str, Any]):
    """Records by id; it records each lookup, and each iteration over all of them."""

    def __init__(self, name: str, records: Mapping[str, Any], note: Note) -> None:
        self._name, self._records, self._note = name, records, note

    def __getitem__(self, key: str) -> Any:
        self._note((self._name, key))
        return self._records[key]

    def __contains__(self, key: object) -> bool:
        self._note((self._name, str(key)))
        return key in self._records

    def get(self, key: str, default: Any = None) -> Any:
        """The record, or ``default``; missing records are recorded too."""
        self._note((self._name, key))
        return self._records.get(key, default)

    def __iter__(self) -> Iterator[str]:
        self._note((self._name,))
        return iter(self._records)

    def __len__(self) -> int:
        self._note((self._name,))
        return len(self._records)

    def values(self) -> Any:
        """All records, in order."""
        self._note((self._name,))
        return self._records.values()


class _TracedShelves(dict[str, TracedRecords]):
    """Each part of a catalog, wrapped on first use, because a page uses few."""

    def __init__(self, shelves: Mapping[str, Mapping[str, Any]], note: Note) -> None:
        super().__init__()
        self._shelves, self._note = shelves, note

    def __missing__(self, name: str) -> TracedRecords:
        found = self[name] = TracedRecords(name, self._shelves[name], self._note)
        return found


class TracedCatalog(Catalog):
    """The catalog as templates see it, without the moment, because a page cannot be made again every minute."""

    def __init__(self, catalog: Catalog, note: Note) -> None:
        self._day, self._note = catalog.now.day, note
        self.shelves = _TracedShelves(catalog.shelves, note)
        self.places, self.digests = catalog.places, catalog.digests
        self._whole = catalog

    def called(self, kind: str, record_id: str) -> tuple[str, ...]:
        """The names of a record; whoever asks for these alone shows nothing else of it."""
        self._note(("called", kind, record_id))
        return self._whole.called(kind, record_id)

    @property
    def today(self) -> PartialDate:
        """The day of the build."""
        self._note(("today",))
        return self._day

    @property
    def year(self) -> int:
        """The year of the build, for pages that need not be made again every day."""
        self._note(("year",))
        return self._day.year


class TracedRelations:
    """The relations as templates see them."""

    def __init__(self, relations: Relations, note: Note) -> None:
        self._relations, self._note = relations, note

    def naming(self, kind: str, record_id: str, by: str) -> list[Any]:
        """The records of kind ``by`` that name the record."""
        self._note(("naming", kind, record_id, by))
        return self._relations.naming(kind, record_id, by)

    def __getattr__(self, name: str) -> Any:
        """By id: ties, memberships, agreements and related releases, wrapped when they are first asked for."""
        records = self.__dict__[name] = TracedRecords(
            name, getattr(self._relations, name), self._note
        )
        return records
