"""An entry of the term base with all that files for other tools say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.records.kind import UNITS
from portal.model.records.kinds import COUNTRIES, GLOSSARY
from portal.model.terminology.term_base import build_term_base
from portal.pages.address import address, unit_address
from portal.pages.city_pages import country_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.concept import Concept
    from portal.model.terminology.term_entry import TermEntry
    from portal.model.values.words import Text
    from portal.outputs.terminology.told_history import ToldStep


@dataclass(frozen=True, slots=True)
class SharedEntry:
    """An entry of the term base, and where it stands among the others."""

    entry: TermEntry
    path: str
    """The address that shows it, below a locale's root."""
    note: Text | None = None
    broader: tuple[str, ...] = ()
    """Ids of concepts, as those of ``related``, which name each other."""
    related: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Ids of documents, or web addresses."""
    same_as: tuple[str, ...] = ()
    """Addresses of the same thing on other sites."""
    updated: str = ""
    """The day of its last change in ISO 8601; empty if none is known."""
    history: tuple[ToldStep, ...] = ()
    """What became of it, the oldest first."""

    @property
    def key(self) -> str:
        """Its id in files that hold all entries, an XML name: ``glossary.2030-agenda``."""
        return f"{self.entry.kind}.{self.entry.id}"


def shared_entries(
    catalog: Catalog, histories: Mapping[str, tuple[ToldStep, ...]]
) -> list[SharedEntry]:
    """Every entry, in the order of the term base; ``histories`` are those of concepts, by id."""
    glossary = catalog.glossary
    related: dict[str, list[str]] = {name: [] for name in glossary}
    for concept in glossary.values():
        for other in concept.related:
            if other in glossary:
                related[concept.id].append(other)
                related[other].append(concept.id)
    entries = build_term_base(catalog).values()
    return [
        _of_concept(
            entry, glossary[entry.id], related[entry.id], glossary, histories.get(entry.id, ())
        )
        if entry.kind == GLOSSARY.name
        else SharedEntry(entry, _path(catalog, entry))
        for entry in entries
    ]


def _of_concept(
    entry: TermEntry,
    concept: Concept,
    related: list[str],
    glossary: Mapping[str, Concept],
    history: tuple[ToldStep, ...],
) -> SharedEntry:
    return SharedEntry(
        entry,
        address(GLOSSARY.name, concept),
        concept.note,
        tuple(other for other in concept.broader if other in glossary),
        tuple(dict.fromkeys(related)),
        concept.sources,
        concept.same_as,
        concept.modified.iso[:10] if concept.modified else "",
        history,
    )


def _path(catalog: Catalog, entry: TermEntry) -> str:
    if entry.kind == UNITS:
        return unit_address(catalog, entry.id)
    if entry.kind == COUNTRIES.name:
        return country_address(entry.id)
    return address(entry.kind, catalog.shelves[entry.kind][entry.id])


def kinds_of(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Kind and id of every record of which an entry may tell, and on which the files therefore depend."""
    for kind in (GLOSSARY.name, "homes", "organizations", "cities", COUNTRIES.name):
        yield from ((kind, record_id) for record_id in catalog.shelves[kind])
