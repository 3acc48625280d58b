"""The part of a view that knows what records are called, and in which order their names stand."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

from portal.model.records.city import City
from portal.model.records.concept import Concept
from portal.model.records.exchange import Exchange
from portal.model.records.organization import Organization
from portal.model.records.partnership import PARTNERSHIP_KINDS, STATUSES
from portal.pages.render.hidden_words import hidden_words
from portal.pages.render.speaker import Speaker
from portal.pages.render.told_apart import told_apart
from portal.text.collation import order_key
from portal.text.wide_folding import forms_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from portal.model.records.record import Record
    from portal.pages.render.shared_parts import Bearer, SharedParts


class Naming(Speaker):
    """Names for one page in one locale."""

    parts: SharedParts
    """What pages of this locale have in common."""
    listed: list[str]
    """What the items of its lists are found by."""

    kinds, statuses = PARTNERSHIP_KINDS, STATUSES
    """Of ties, in the order in which lists show them."""

    def title(self, record: Record) -> str:
        """What a record is called in this locale, told apart from others that are called the same."""
        if isinstance(record, (City, Organization, Concept)):
            return told_apart(self, record)
        return record.title_in(self.locale)

    def told_apart(self, record: City | Organization) -> str:
        """The name, with the part of the country or the level where another place has the same name in this locale."""
        return told_apart(self, record)

    def country(self, code: str) -> str:
        """The short name of a country."""
        return self.catalog.countries[code].name[self.locale]

    def within(self, code: str) -> str:
        """The same inside a sentence: English says *the* before some names."""
        name = self.country(code)
        return (
            self.plain("country.within", name=name)
            if self.catalog.countries[code].article
            else name
        )

    def window_title(self, record: Record) -> str:
        """What the window of a record's page is called.

        A term is told apart from the place or the list that it names, an exchange from the organization of its name.
        """
        if isinstance(record, Concept):
            return told_apart(self, record, also=self.plain("concept.window"))
        return told_apart(self, record) if isinstance(record, Exchange) else self.title(record)

    def hidden_words(self, record: Record, *, with_homes: bool = True) -> Markup:
        """The words by which a list finds an item without showing them, as an attribute of the item."""
        found = self.parts.of(
            cast("Bearer", self),
            ("hidden words", type(record), record.id, with_homes),
            lambda view: hidden_words(view, record, with_homes=with_homes),
        )
        self.listed += (record.title_in(self.locale), str(found))
        return found

    def list_forms(self) -> str:
        """The Simplified and Japanese forms of all characters of the items before, each before the one for all."""
        return forms_of(map(self.parts.characters, self.listed))

    def in_order(self, items: Iterable[Any], part: str = "") -> list[Any]:
        """Records, or what has one as its ``part``, by their names as the readers of this locale look for them."""
        keyed = [(attrgetter(part)(item) if part else item, item) for item in items]
        keyed.sort(key=lambda pair: (order_key(self._name(pair[0]), self.locale), pair[0].id))
        return [item for _, item in keyed]

    def countries_in_order(self, codes: Iterable[str]) -> list[str]:
        """Codes of countries by the names of the countries in this locale."""
        return sorted(codes, key=lambda code: (order_key(self.country(code), self.locale), code))

    def _name(self, record: Any) -> str:
        """What a record is called; an office of a home has a name without being a record."""
        return str(
            record.title_in(self.locale)
            if hasattr(record, "title_in")
            else record.name[self.locale]
        )
