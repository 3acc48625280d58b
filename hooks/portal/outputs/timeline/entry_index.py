"""All entries of the timeline in one file, by which a script narrows them without rendering any.

Names stand once, and entries point at them by their numbers; so does the text by which words are found. The file is
loaded by readers who narrow the timeline, and by nobody else.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from portal.model.catalog.called import names_of
from portal.model.catalog.history.entry import FAMILIES
from portal.model.catalog.history.histories import EVERY
from portal.model.records.country import CONTINENTS
from portal.model.values.locale import other
from portal.pages.render.chronicle import Chronicle
from portal.pages.render.event_names import entry_name, realm
from portal.text.wide_folding import fold_widely, forms_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.edition import Edition
    from portal.model.catalog.history.entry import Entry
    from portal.model.values.locale import Locale
    from portal.pages.render.view import View
    from portal.site_file import Made

FACETS = ("homes", "units", "organizations", "cities")
"""What entries name, by the kind of the records."""


def entry_index_path(locale: Locale) -> str:
    """Its address below the root of the site."""
    return f"{locale.prefix}exchanges/entries.json"


def write_entry_index(edition: Edition, locale: str) -> Made:
    """The file, and what it shows."""
    view, strange = edition.view(locale, "exchanges/"), edition.view(other(locale).code)
    index = _Index(view, strange)
    entries = [index.row(entry) for entry in view.relations.histories.get(EVERY, [])]
    told = {
        **{kind: index.names(kind) for kind in FACETS},
        "countries": index.countries(),
        "continents": [[name, view.plain(f"continent.{name}")] for name in CONTINENTS],
        "families": [[name, view.plain(f"history.family.{name}")] for name in FAMILIES],
        "kinds": list(index.kinds.values()),
        "forms": forms_of(map(fold_widely, index.texts())),
        "realm": realm(view),
        "names": index.event_names,
        "entries": entries,
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n", view.facts() | strange.facts()


class _Index:
    """Numbers the names of one locale in the order in which entries ask for them."""

    def __init__(self, view: View, strange: View) -> None:
        self._view, self._chronicle, self._other = view, Chronicle(view), Chronicle(strange)
        self._numbers: dict[str, dict[str, int]] = {kind: {} for kind in (*FACETS, "countries")}
        self._titles: list[str] = []
        self.kinds: dict[str, list[str]] = {}
        """Of each kind its name, its family and its word."""
        self.event_names: dict[str, str] = {}
        """By which name calendars know an entry, where that is not its id."""

    def row(self, entry: Entry) -> list[Any]:
        """The entry: id, dates, whether its days are unknown, kind, who took part, title, address, other words."""
        chronicle, view = self._chronicle, self._view
        title = chronicle.plain_title(entry)
        words = " ".join(self._words(entry))
        self._titles += [title, words]
        word = [entry.kind, entry.family, chronicle.word(entry)]
        kind = list({**self.kinds, entry.kind: word}).index(entry.kind)
        self.kinds.setdefault(entry.kind, word)
        if (name := entry_name(entry, view)) != entry.id:
            self.event_names[entry.id] = name
        inner = entry.inner
        cities = dict.fromkeys([*entry.cities, *(city for one in inner for city in one.cities)])
        countries = [view.catalog.cities[city].country for city in cities] + list(entry.countries)
        return [
            entry.id,
            entry.start.iso,
            entry.end.iso if entry.end else "",
            int(entry.within),
            kind,
            self._numbered("homes", entry.homes),
            self._numbered("units", [*entry.units, *(unit for one in inner for unit in one.units)]),
            self._numbered("organizations", entry.organizations),
            self._numbered("cities", cities),
            self._numbered("countries", countries),
            title,
            view.url(chronicle.address(entry)),
            words,
        ]

    def _words(self, entry: Entry) -> Iterator[str]:
        """What finds it besides its title and its parties."""
        yield self._other.plain_title(entry)
        yield self._chronicle.sentence(entry)
        yield from (self._chronicle.plain_title(one) for one in entry.inner)

    def _numbered(self, kind: str, ids: Iterable[str]) -> list[int]:
        known = self._numbers[kind]
        return [known.setdefault(one, len(known)) for one in dict.fromkeys(ids)]

    def names(self, kind: str) -> list[list[str]]:
        """Of each record that was numbered its id, its name, and its other names."""
        records = self._view.catalog.of(kind)
        found = []
        for one in self._numbers[kind]:
            name = (
                self._view.unit_name(one).unescape()
                if kind == "units"
                else self._view.title(records[one])
            )
            others = " ".join(
                dict.fromkeys(word for word in names_of(records[one]) if word != name)
            )
            self._titles += [name, others]
            found.append([one, name, others])
        return found

    def countries(self) -> list[list[str]]:
        """Of each country its code, its name, its other names, and its continent."""
        found = []
        for code in self._numbers["countries"]:
            country = self._view.catalog.countries[code]
            others = " ".join(dict.fromkeys(names_of(country)))
            self._titles.append(others)
            found.append([code, self._view.country(code), others, country.continent])
        return found

    def texts(self) -> list[str]:
        """Everything in which words are looked for."""
        return self._titles
