"""Which edit a page follows that was not edited itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from portal.model.catalog.catalog import MEDIA, WITHDRAWN
from portal.model.catalog.tie import Seat, Tie
from portal.model.records.country import Country
from portal.model.records.kind import UNITS
from portal.model.records.kinds import CITIES, HOMES, KINDS, ORGANIZATIONS, PRESS_RELEASES
from portal.model.records.record import Record
from portal.model.values.locale import LOCALES
from portal.pages.address import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.comparison.side import Both, Name
    from portal.edition import Edition
    from portal.pages.render.trace import Fact

_ITEM = re.compile(r"(?=<(?:li|tr|p|dt|dd|h[1-6]|section|article|script)\b)")
"""Where pieces of a page begin that change by themselves."""

_LINK = re.compile(r'href="([^":]*)"')
_KEY = re.compile(r"[^/#?]+")
"""The parts of an address, among them the id of a record."""

FEW = 20
"""Of how many edits the names are looked for in the text, which takes time for each."""


class Causes:
    """What has been edited between two editions, and which of it the change of a page shows."""

    def __init__(self, old: Edition, new: Edition) -> None:
        self._sides = old, new
        before, after = old.catalog.digests, new.catalog.digests
        self.changed = {n for n in before.keys() | after.keys() if before.get(n) != after.get(n)}
        """Whatever is shown otherwise: a record, or what is left of it, a label, a country."""
        was, is_ = _written(old), _written(new)
        public = before.keys() | after.keys()
        self.edited = {n for n in was.keys() | is_.keys() if was.get(n) != is_.get(n)} & public
        """Whose own text differs."""
        self._by_kind: dict[str, set[Name]] = {}
        self._by_key: dict[str, set[Name]] = {}
        for name in self.edited:
            self._by_kind.setdefault(name[0], set()).add(name)
            self._by_key.setdefault(name[1], set()).add(name)

    def title(self, name: Name) -> Both:
        """What something edited is called, as it is or as it was."""
        _, key = name
        for edition in reversed(self._sides):
            record = record_of(name, edition)
            if isinstance(record, Record):
                return {locale.code: record.title_in(locale.code) for locale in LOCALES}
            if isinstance(record, Country):
                return {locale.code: record.name[locale.code] for locale in LOCALES}
        return {locale.code: key for locale in LOCALES}

    def of(
        self, facts: Iterable[Fact], params: Iterable[Any], parts: tuple[str, str]
    ) -> frozenset[Name]:
        """The edits that a page follows.

        ``facts`` are those that it showed before or now, ``params`` what its template was given; ``parts`` are its
        HTML before and now. Of several, those remain whose name or address stands in what has changed, if any does.
        """
        old, new = self._sides
        found = {name for value in params for name in _named(value)} & self.edited
        for fact in facts:
            if old.facts.of(fact) != new.facts.of(fact):
                found |= self._behind(fact)
        if not found:  # something that is given to every page, or is edited in passing
            found = self.edited
        if len(found) > 1:
            found = self._shown(_difference(*parts), found) or found
        return frozenset(found)

    def _shown(self, changed: str, found: set[Name]) -> set[Name]:
        """Those to which a link leads in what has changed, else those that it names if they are few."""
        keys = {key for link in _LINK.findall(changed) for key in _KEY.findall(link)}
        linked = {name for key in keys for name in self._by_key.get(key, ())} & found
        if linked or len(found) > FEW:
            return linked
        return {
            name for name in found if any(text in changed for text in self.title(name).values())
        }

    def _behind(self, fact: Fact) -> set[Name]:
        old, new = self._sides
        match fact:
            case (kind, key) if (kind, key) in self.edited:
                return {(kind, key)}
            case (kind, key) if kind in (WITHDRAWN, MEDIA):
                return {(PRESS_RELEASES.name, key.partition("/")[0])} & self.edited
            case (kind,) if kind in (UNITS, "home_of_unit", "publishers"):
                return self._by_kind.get(HOMES.name, set())
            case (kind,):
                return self._by_kind.get(kind, set())
            case ("naming", kind, key, by):
                lists = [side.relations.naming(kind, key, by) for side in (old, new)]
            case (name, key) if hasattr(old.relations, name):
                lists = [getattr(side.relations, name).get(key, ()) for side in (old, new)]
            case _:
                return set()
        return {name for some in lists for name in _named(some)} & self.edited


def _written(edition: Edition) -> dict[Name, bytes]:
    """The digest of everything as it is written, by kind and id or key."""
    found: dict[Name, bytes] = {}
    for kind in KINDS:
        for row in edition.basis.loaded.of(kind):
            found[kind.name, getattr(row.record, "id", None) or str(row.loc[-1])] = row.digest
    return found


def _named(value: Any) -> Iterator[Name]:
    """The records in what a template is given, or in a list of back-links."""
    if isinstance(value, Tie):
        yield CITIES.name, value.city.id
    elif isinstance(value, Seat):
        yield ORGANIZATIONS.name, value.organization.id
    elif (kind := KINDS.of(value)) is not None:
        if key := getattr(value, "id", ""):
            yield kind.name, key
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _named(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _named(inner)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _named(getattr(value, field.name))


def _difference(old: str, new: str) -> str:
    """The pieces of a page that only one of its two states has."""
    before, after = Counter(_ITEM.split(old)), Counter(_ITEM.split(new))
    return "\n".join([*(before - after), *(after - before)])


def record_of(name: Name, edition: Edition) -> object | None:
    """What is public under a name, a withdrawn release too."""
    kind, key = name
    shelves = edition.catalog.shelves
    found = shelves[kind].get(key)
    if found is None and kind == PRESS_RELEASES.name:
        found = shelves[WITHDRAWN].get(key)
    return found


def page_of(name: Name, edition: Edition) -> str | None:
    """The address of the page of something edited; None if it has none of its own."""
    record = record_of(name, edition) if KINDS[name[0]].noun else None
    return address(name[0], record) if isinstance(record, Record) else None
