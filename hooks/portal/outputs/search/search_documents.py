"""What the search finds: a document for the page of each record, for lists and for written pages, in one locale."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from portal.model.records.city import City
from portal.model.records.concept import Concept
from portal.model.records.country import CONTINENTS, Country
from portal.model.records.exchange import Exchange
from portal.model.records.kinds import SOURCES
from portal.model.records.partnership import PARTNERSHIP_KINDS, STATUSES
from portal.model.records.press_release import PressRelease
from portal.model.values.locale import other
from portal.model.values.reference import references
from portal.model.values.walk import walk
from portal.model.values.words import Names, Prose, Text
from portal.outputs.search.search_facets import ABOUT, LISTS, countries_of, date_of, homes_of
from portal.text.markdown import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.record import Record
    from portal.pages.page import PageSource
    from portal.pages.render.view import View
    from portal.pages.writing.written_pages import WrittenPages


@dataclass(slots=True)
class SearchDocument:
    """A page as the search knows it."""

    path: str
    """Address below the locale's root."""
    kind: str
    """``cities``, ``press_releases`` …; ``lists`` and ``about`` are not kinds of records."""
    title: str
    names: list[str] = field(default_factory=list)
    """All other names of the same thing, in any language: aliases, former names, abbreviations, romanizations."""
    shown_names: list[tuple[str, str]] = field(default_factory=list)
    """Names whose language is known, each after its BCP 47 tag; shown if one of them is what was typed."""
    text: str = ""
    """The text that a result can show."""
    words: str = ""
    """More words that find it but are not shown: labels, and names of records that it mentions."""
    homes: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    year: str = ""
    date: tuple[str, str] = ("", "")
    """As ISO 8601 and as readers of the locale write it."""


def search_documents(
    pages: Mapping[str, PageSource], view: View, written: WrittenPages
) -> Iterator[SearchDocument]:
    """A document for every page that readers may look for; chapters are found through their records."""
    for page in pages.values():
        if page.subject is not None:
            yield _of_record(page, view)
        elif page.is_found:
            yield _of_list(page, view)
    for path, title, text in written.texts(view.locale):
        if path:
            yield SearchDocument(path, ABOUT, title, text=" ".join(text.split()))


def _of_record(page: PageSource, view: View) -> SearchDocument:
    assert page.subject is not None
    kind, record = page.subject
    head = page.head(view)
    shown, names = _names(record, view)
    texts = list(dict.fromkeys(_texts(record, view.locale)))
    iso, date = date_of(kind, record, view.locale)
    return SearchDocument(
        page.path,
        kind,
        head.title,
        names=[name for name in dict.fromkeys(names) if name != head.title],
        shown_names=shown,
        text=" ".join(texts) or head.description,
        words=" ".join(_words(kind, record, view)),
        homes=homes_of(kind, record, view.relations),
        countries=countries_of(record, view.catalog),
        year=iso[:4],
        date=(iso, date),
    )


def _names(record: Record, view: View) -> tuple[list[tuple[str, str]], list[str]]:
    """The names with a known language, and all names."""
    if isinstance(record, Concept):
        second = other(view.locale).code
        terms = [term.term for term in (*record.terms.zh, *record.terms.en)]
        return [(second, record.preferred(second))], [*terms, *record.aliases]
    known = [getattr(record, name, None) for name in ("name", "full_name")]
    known += getattr(record, "former_names", ())
    shown = [pair for names in known if names for pair in view.other_names(names)]
    every = [text for names in known if names for text in _in_all(names)]
    every += record.aliases
    every += [name for name in [getattr(record, "acronym", None)] if name]
    every += [local.zh for local in getattr(record, "local_names", ())]
    if hasattr(record, "title"):
        every.append(record.title[other(view.locale).code])
    return shown, every


def _in_all(names: Names | Text) -> Iterator[str]:
    yield from (names.zh, names.en)
    if isinstance(names, Names):
        yield from (name for _, name in names.local)


def _texts(record: Record, locale: str) -> Iterator[str]:
    """Everything that a record says in the locale, except its own name; the lead comes first."""
    own = {id(getattr(record, name, None)) for name in ("name", "title", "full_name")}
    first = [getattr(record, name, None) for name in ("lead", "definition", "summary", "purpose")]
    yield from (_plain(text, locale) for text in first if text)
    for _, model in walk(record):
        if isinstance(model, Text) and id(model) not in own:
            yield _plain(model, locale)


def _plain(text: Text, locale: str) -> str:
    """What readers see of a text."""
    words = text[locale]
    return " ".join(plain_text(words).split()) if isinstance(text, Prose) else words


def _words(kind: str, record: Record, view: View) -> Iterator[str]:
    """Labels, and names of the places and organizations it mentions, but not of its sources."""
    yield view.plain(f"kinds.{kind}")
    catalog = view.catalog
    for _, kinds, record_id in references(record):
        for named in kinds:
            if named != SOURCES.name and (found := catalog.shelves[named].get(record_id)):
                yield from _in_all(found.name) if hasattr(found, "name") else ()
    if isinstance(record, City):
        for tie in record.partnerships:
            yield view.plain(f"kind.{tie.kind}")
    if isinstance(record, Exchange):
        yield view.plain(f"exchange.type.{record.type}")
    if isinstance(record, PressRelease):
        yield view.plain(f"press.category.{record.category}")
    iso, date = date_of(kind, record, view.locale)
    yield f"{iso[:4]} {date}"


def _of_list(page: PageSource, view: View) -> SearchDocument:
    """A list is found under its title and, for a country, under the country's names."""
    head = page.head(view)
    country = _country(page.path, view.catalog)
    names = list(_in_all(country.name)) if country else []
    shown = view.other_names(country.name) if country else []
    return SearchDocument(
        page.path,
        LISTS,
        head.title,
        names=[*names, *_list_names(page.path, view)],
        shown_names=shown,
        text=head.description,
        countries=[country.id] if country else [],
    )


def _country(path: str, catalog: Catalog) -> Country | None:
    parts = path.split("/")
    return catalog.countries.get(parts[2].upper()) if parts[1] == "countries" else None


def _list_names(path: str, view: View) -> Iterable[str]:
    """What a list is called in the labels of the other locale, and without the words around a place."""
    labels = view.catalog.labels
    parts = path.split("/")
    keys = [f"continent.{parts[2]}"] if parts[1] == "continents" and parts[2] in CONTINENTS else []
    if parts[1] == "kinds" and parts[2] in PARTNERSHIP_KINDS:
        keys += [f"kind.{parts[2]}", f"kind.{parts[2]}.plural"]
    if parts[1] == "status" and parts[2] in STATUSES:
        keys += [f"status.{parts[2]}", f"status.{parts[2]}.cities"]
    if len(parts) == 2:
        keys += [f"{parts[0]}.title"]
    return [text for key in keys for text in (labels[key].zh, labels[key].en)]
