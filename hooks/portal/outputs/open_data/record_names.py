"""What records and codes are called in each language, for the words beside ids and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.kind import UNITS

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog


class RecordNames:
    """Names of the records of a catalog, and words of codes, each looked up once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._found: dict[tuple[tuple[str, ...], str, str], str] = {}

    def name(self, kinds: tuple[str, ...], id_: str, locale: str) -> str:
        """What a record of one of these kinds is called; a unit with its home, an address of the web as it is.

        Raises KeyError if there is none in the catalog.
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
            owner = home.full_name if unit.level == "bureau" else home.name
            label = catalog.labels["unit.of_home"][locale]
            return label.format(home=owner[locale], unit=unit.name[locale])
        if kinds == ("countries",):
            return catalog.countries[id_].name[locale]
        for kind in kinds:
            if kind != UNITS and id_ in catalog.of(kind):
                return catalog.of(kind)[id_].title_in(locale)
        raise KeyError(id_)
