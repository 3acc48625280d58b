"""All entries of the term base: those of the glossary, and those that records have by being called something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.kind import UNITS
from portal.model.records.kinds import CITIES, COUNTRIES, GLOSSARY, HOMES, ORGANIZATIONS
from portal.model.terminology.term_entry import EntryTerm, TermEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.city import City
    from portal.model.records.concept import Concept
    from portal.model.records.country import Country
    from portal.model.records.home import Home, Unit
    from portal.model.records.organization import Organization
    from portal.model.records.term import OtherTerms, TermStatus
    from portal.model.values.names import Names
    from portal.model.values.words import Text

TermBase = dict[tuple[str, str], TermEntry]
"""Entries by kind and id, the concepts first; in the order of their files."""


def build_term_base(catalog: Catalog) -> TermBase:
    """The entries of everything that may be shown.

    Countries are among them only as far as a city on record lies there: the generator's own list has all.
    """
    return {(entry.kind, entry.id): entry for entry in _entries(catalog)}


def _entries(catalog: Catalog) -> Iterator[TermEntry]:
    for concept in catalog.glossary.values():
        yield concept_entry(concept)
    for home in catalog.homes.values():
        yield _of_home(home)
        yield from (_of_unit(home, unit) for unit in home.units)
    for organization in catalog.organizations.values():
        yield _of_organization(organization)
    for city in catalog.cities.values():
        yield _of_city(city)
    there = {city.country for city in catalog.cities.values()}
    yield from (_of_country(one) for code, one in catalog.countries.items() if code in there)


def concept_entry(concept: Concept) -> TermEntry:
    """The entry of a concept alone."""
    words = tuple(_words(concept.terms))
    return TermEntry(GLOSSARY.name, concept.id, concept.subject_field, words, concept.definition)


def _of_home(home: Home) -> TermEntry:
    """The place, and the government that bears its name."""
    names = (*_called(home.name), *_called(home.full_name, "admitted"))
    return TermEntry(HOMES.name, home.id, "place", _sorted((*names, *_words(home.terms))))


def _of_unit(home: Home, unit: Unit) -> TermEntry:
    """An office under its own name; with that of its government it is preferred where both stand together."""
    whole = home.named_with(unit)
    both = (
        EntryTerm("zh", f"{whole.zh}{unit.name.zh}", "admitted", part_of_speech="proper-noun"),
        EntryTerm("en", f"{unit.name.en}, {whole.en}", "admitted", part_of_speech="proper-noun"),
    )
    names = (*_called(unit.name, homes=(home.id,)), *both, *_former(unit.former_names))
    return TermEntry(UNITS, unit.id, "institution", _sorted((*names, *_words(unit.terms))))


def _of_organization(organization: Organization) -> TermEntry:
    names = _called(organization.name)
    if organization.acronym:
        short = EntryTerm("en", organization.acronym, "admitted", (), "abbreviation", "proper-noun")
        names = (*names, short)
    words = _sorted((*names, *_words(organization.terms)))
    return TermEntry(ORGANIZATIONS.name, organization.id, "organization", words)


def _of_city(city: City) -> TermEntry:
    names = (*_called(city.name), *_former(city.former_names))
    return TermEntry(CITIES.name, city.id, "place", _sorted((*names, *_words(city.terms))))


def _of_country(country: Country) -> TermEntry:
    names = (*_called(country.name), *_words(country.terms))
    return TermEntry(COUNTRIES.name, country.id, "place", _sorted(names))


def _called(
    names: Names | Text, status: TermStatus = "preferred", homes: tuple[str, ...] = ()
) -> tuple[EntryTerm, ...]:
    """A name in both languages."""
    return tuple(
        EntryTerm(language, names[language], status, homes, part_of_speech="proper-noun")
        for language in ("zh", "en")
    )


def _former(names: Iterable[Names]) -> Iterator[EntryTerm]:
    """Former names, which were right in their time."""
    for one in names:
        for language in ("zh", "en"):
            yield EntryTerm(language, one[language], "admitted", (), None, "proper-noun", "dated")


def _words(terms: OtherTerms | None) -> Iterator[EntryTerm]:
    if terms:
        yield from (EntryTerm.of("zh", word) for word in terms.zh)
        yield from (EntryTerm.of("en", word) for word in terms.en)


def _sorted(terms: Iterable[EntryTerm]) -> tuple[EntryTerm, ...]:
    """Chinese before English, and each word once."""
    once: dict[tuple[str, str], EntryTerm] = {}
    for term in terms:
        once.setdefault((term.language, term.text), term)
    return tuple(sorted(once.values(), key=lambda term: term.language != "zh"))
