"""A digest of anything that a page can show; as long as it is the same, so is the page."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from portal.data.store import digest
from portal.model.catalog.history.entry import Entry
from portal.model.records.kinds import KINDS
from portal.model.values.moment import Moment
from portal.model.values.partial_date import PartialDate
from portal.pages.render.text_terms import TextTerms
from portal.pages.render.word_breaks import WordBreaks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.pages.render.trace import Fact


_PLAIN = (str, bytes, int, float, bool, type(None), PartialDate, Moment)
"""Values whose ``repr`` is complete."""


class Keyed(ABC):
    """An input of a page that is more than a value: it says itself what the page depends on."""

    @abstractmethod
    def key(self) -> bytes:
        """The same bytes as long as it shows the same content."""


class Facts:
    """The digests of one catalog, each computed when it is first asked for."""

    def __init__(
        self, catalog: Catalog, relations: Relations, terms: TextTerms | None = None
    ) -> None:
        """``terms`` are those of the catalog, if they are there already."""
        self._catalog, self._relations = catalog, relations
        self._breaks, self._terms = WordBreaks(catalog), terms or TextTerms(catalog)
        self._known: dict[Fact, bytes] = {}
        self._parts: dict[int, bytes] = {}
        """Of parts of records, entries and lists, which live as long as the catalog and the relations, by identity."""

    def of(self, fact: Fact) -> bytes:
        """The digest of a fact; empty if there is no such record."""
        found = self._known.get(fact)
        if found is None:
            found = self._known[fact] = self._digest(fact)
        return found

    def basis_of(self, fact: Fact) -> Fact | None:
        """Another fact from which this one follows, so that it has no digest of its own; None if there is none."""
        return ("terms",) if fact[0] == "terms" and len(fact) > 1 else None

    def ground(self, basis: Fact) -> Any:
        """What a fact is from which others follow, to tell later what differs."""
        assert basis == ("terms",), "nothing follows from others"
        return self._terms.words

    def differs(self, fact: Fact, ground: Any) -> bool:
        """Whether a fact that follows from another may have been different when that was its ``ground``."""
        return self._terms.differ(fact[1], ground)

    def of_value(self, value: Any) -> bytes:
        """The digest of what a template is given: records, lists and mappings of them, text and numbers."""
        parts: list[bytes] = []
        self._collect(value, parts)
        return digest(b"\0".join(parts))

    def _digest(self, fact: Fact) -> bytes:
        match fact:
            case ("today",):
                found = self._catalog.today.iso.encode()
            case ("year",):
                found = str(self._catalog.today.year).encode()
            case ("words" | "terms" | "called", *asked):
                found = self._of_names(*asked)
            case ("publishers" | "units" | "home_of_unit",):
                found = self.of(("homes",))
            case (
                "ties_of_home"
                | "agreements_of"
                | "seats_of"
                | "related"
                | "namesakes"
                | "histories" as name,
                record_id,
            ):
                found = self._listed(getattr(self._relations, name).get(record_id, ()))
            case ("quiet", key):
                found = b"quiet" if key in self._relations.quiet else b""
            case ("positions", home_id):
                found = str(self._relations.positions.get(home_id, "")).encode()
            case ("naming", kind, record_id, by):
                found = self._joined(self._relations.naming(kind, record_id, by))
            case ("units" | "home_of_unit", record_id):
                home = self._catalog.home_of_unit.get(record_id)
                found = self.of(("homes", home.id)) if home else b""
            case (kind, record_id) if kind in self._catalog.shelves:
                found = self._catalog.digests.get((kind, record_id), b"")
            case (kind,) if kind in self._catalog.shelves:
                ids, digests = self._catalog.shelves[kind], self._catalog.digests
                found = digest(b"\0".join(digests[kind, record_id] for record_id in ids))
            case _:
                raise KeyError(fact)
        return found

    def _of_names(self, *asked: str) -> bytes:
        """What a record of a kind and an id is called; what names say of a text; without one, all words for terms."""
        match asked:
            case (kind, record_id):
                return "\0".join(self._catalog.called(kind, record_id)).encode()
            case (text,):
                return "\0".join(self._breaks.names_of(text)).encode()
        return self._terms.digest

    def _listed(self, items: Collection[Any]) -> bytes:
        """Of a list of the relations, which all records that are called the same have in common."""
        found = self._parts.get(id(items))
        if found is None:
            found = self._parts[id(items)] = self._joined(items)
        return found

    def _joined(self, items: Iterable[Any]) -> bytes:
        """Of records, or of ties and seats, which lie inside records."""
        parts: list[bytes] = []
        for item in items:
            self._collect(item, parts)
        return digest(b"\0".join(parts)) if parts else b""

    def _collect(self, value: Any, parts: list[bytes]) -> None:
        if isinstance(value, _PLAIN):  # most values, and sooner known than all else
            parts.append(repr(value).encode())
        elif (kind := KINDS.of(value)) is not None and kind.has_ids:
            parts.append(self._catalog.digests[kind.name, value.id])
        elif kind is not None:  # known by the key of its file, as a tombstone is by its address
            parts.append(repr(value).encode())
        elif isinstance(value, (BaseModel, Entry)):
            parts.append(self._part(value))
        elif isinstance(value, dict):
            parts.append(str(len(value)).encode())
            for key, inner in value.items():
                parts.append(str(key).encode())
                self._collect(inner, parts)
        elif isinstance(value, (list, tuple)):
            parts.append(str(len(value)).encode())
            for inner in value:
                self._collect(inner, parts)
        elif isinstance(value, Keyed):
            parts.append(value.key())
        elif is_dataclass(value):
            for name in _field_names(value.__class__):
                self._collect(getattr(value, name), parts)
        else:
            raise TypeError(f"nobody knows what a page shows of {type(value).__name__}")

    def _part(self, value: BaseModel | Entry) -> bytes:
        """Of a part of a record, as a tie or a membership, or of an entry of a history: many pages show the same."""
        known = self._parts.get(id(value))
        if known is None:
            if isinstance(value, Entry):
                known = self._joined(getattr(value, name) for name in _field_names(Entry))
            else:
                known = digest(repr(value).encode())
            self._parts[id(value)] = known
        return known


@cache
def _field_names(of: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(of))
