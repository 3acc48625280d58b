"""What records and codes are called in each language, for the words beside ids and codes."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from portal.model.catalog.namesakes import KINDS_OF_NAMES, namesakes
from portal.model.records.kind import UNITS
from portal.model.values.locale import LOCALES
from portal.pages.render.told_apart import told_apart

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.pages.render.speaker import Speaker
    from portal.pages.render.trace import TracedCatalog


@dataclass(slots=True)
class _Words:
    """What tells records apart, without a page for which that would be noted."""

    catalog: TracedCatalog
    relations: Relations
    locale: str

    def plain(self, key: str, /, **values: Any) -> str:
        return str.format(self.catalog.labels[key][self.locale], **values)

    def country(self, code: str) -> str:
        return self.catalog.countries[code].name[self.locale]


class RecordNames:
    """Names of the records of a catalog, and words of codes, each looked up once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._found: dict[tuple[tuple[str, ...], str, str], str] = {}
        self._speakers: dict[str, Speaker] = {}

    def name(self, kinds: tuple[str, ...], id_: str, locale: str) -> str:
        """What a record of one of these kinds is called, told apart from others of that name.

        A unit is called with its home, an address of the web as it is. Raises KeyError if there is none in the catalog.
        """
        key = (kinds, id_, locale)
        if key not in self._found:
            self._found[key] = self._name(kinds, id_, locale)
        return self._found[key]

    def word(self, code: str, locale: str) -> str:
        """The word for a code, by the key of its label."""
        return self._catalog.labels[code][locale]

    def _name(self, kinds: tuple[str, ...], id_: str, locale: str) -> str:
        if ":" in id_:
            return id_
        catalog = self._catalog
        if UNITS in kinds and id_ in catalog.units:
            home, unit = catalog.home_of_unit[id_], catalog.units[id_]
            label = catalog.labels["unit.of_home"][locale]
            return label.format(home=home.named_with(unit)[locale], unit=unit.name[locale])
        if kinds == ("countries",):
            return catalog.countries[id_].name[locale]
        for kind in kinds:
            if kind != UNITS and id_ in catalog.of(kind):
                record = catalog.of(kind)[id_]
                if kind in KINDS_OF_NAMES:
                    return told_apart(self._speaker(locale), record)
                return record.title_in(locale)
        raise KeyError(id_)

    def _speaker(self, locale: str) -> Speaker:
        if not self._speakers:
            alike = cast("Relations", SimpleNamespace(namesakes=namesakes(self._catalog)))
            catalog = cast("TracedCatalog", self._catalog)
            self._speakers = {lo.code: _Words(catalog, alike, lo.code) for lo in LOCALES}
        return self._speakers[locale]
