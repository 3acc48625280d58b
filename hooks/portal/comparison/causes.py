"""Which edit a page follows that was not edited itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from portal.model.catalog.catalog import MEDIA, WITHDRAWN
from portal.model.catalog.relations import Seat, Tie
from portal.model.records.kind import UNITS
from portal.model.records.kinds import CITIES, HOMES, KINDS, LABELS, ORGANIZATIONS, PRESS_RELEASES
from portal.model.values.locale import LOCALES
from portal.pages.address import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.comparison.side import Both, Name
    from portal.edition import Edition
    from portal.pages.render.trace import Fact

_ITEM = re.compile(r"(?=<(?:li|tr|p|dt|dd|h[1-6]|section|article|script)\b)")
"""Where pieces of a page begin that change by themselves."""


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
        for name in self.edited:
            self._by_kind.setdefault(name[0], set()).add(name)

    def title(self, name: Name) -> Both:
        """What something edited is called, as it is or as it was."""
        kind, key = name
        for side in reversed(self._sides):
            shelves = side.catalog.shelves
            record = shelves[kind].get(key) or shelves[WITHDRAWN].get(key)
            if record is not None and hasattr(record, "title_in"):
                return {locale.code: record.title_in(locale.code) for locale in LOCALES}
            named = getattr(record, "name", None)
            if named is not None and kind != LABELS.name:
                return {locale.code: named[locale.code] for locale in LOCALES}
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
            found = set(self.edited)
        if len(found) > 1:
            changed = _difference(*parts)
            shown = {name for name in found if any(sign in changed for sign in self._signs(name))}
            found = shown or found
        return frozenset(found)

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

    def _signs(self, name: Name) -> Iterator[str]:
        """What tells on a page that it is meant."""
        kind, key = name
        if kind in KINDS_BY_NAME and KINDS[kind].section:
            yield f"/{key}/"
            yield f"#{key}"
        for side in self._sides:
            record = side.catalog.shelves[kind].get(key)
            if record is not None and hasattr(record, "title_in"):
                yield from (record.title_in(locale.code) for locale in LOCALES)


KINDS_BY_NAME = frozenset(kind.name for kind in KINDS)


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


def page_of(name: Name, edition: Edition) -> str | None:
    """The address of the page of something edited; None if it has none of its own."""
    kind, key = name
    if kind not in KINDS_BY_NAME or not KINDS[kind].noun:
        return None
    shelves = edition.catalog.shelves
    record = shelves[kind].get(key) or (
        shelves[WITHDRAWN].get(key) if kind == PRESS_RELEASES.name else None
    )
    return None if record is None else address(kind, record)
