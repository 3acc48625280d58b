"""What the search finds: a document for the page of each record, for lists and for written pages, in one locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.catalog.called import names_of
from portal.model.records.city import City
from portal.model.records.concept import Concept
from portal.model.records.exchange import Exchange
from portal.model.records.home import Home
from portal.model.records.kinds import SOURCES
from portal.model.records.organization import Organization
from portal.model.records.plan import Plan
from portal.model.records.press_release import PressRelease
from portal.model.records.trip_report import TripReport
from portal.model.values.locale import other
from portal.model.values.reference import references
from portal.model.values.walk import walk
from portal.model.values.words import Prose, Text
from portal.outputs.search.search_dates import dates_of
from portal.outputs.search.search_document import SearchDocument
from portal.outputs.search.search_facets import ABOUT, countries_of, date_of, homes_of, statuses_of
from portal.outputs.search.search_lists import list_document, section_documents
from portal.outputs.search.search_months import month_documents
from portal.outputs.search.search_names import every_name, worded
from portal.outputs.search.search_ties import tie_document
from portal.outputs.search.search_units import unit_documents
from portal.outputs.search.search_within import within_documents
from portal.text.markdown import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from portal.model.records.record import Record
    from portal.pages.page import PageSource
    from portal.pages.render.view import View
    from portal.pages.writing.written_pages import WrittenPages


def own_document(page: PageSource, view: View) -> SearchDocument:
    """The document of a page about one record or tie; chapters are found through their records."""
    return tie_document(page.tie, page.path, view) if page.tie else _of_record(page, view)


def other_documents(
    pages: Mapping[str, PageSource], view: View, written: WrittenPages
) -> Iterator[SearchDocument]:
    """The documents of lists and written pages that readers may look for."""
    for page in pages.values():
        if not page.is_one and (listed := list_document(page, view)) is not None:
            yield listed
    yield from section_documents(view)
    yield from unit_documents(view)
    yield from within_documents(view)
    yield from month_documents(view)
    for path, title, text, aliases in written.texts(view.locale):
        if path:
            yield SearchDocument(
                path,
                ABOUT,
                title,
                names=list(aliases),
                phrases=list(aliases),
                text=" ".join(text.split()).removeprefix(title).lstrip(),
            )


def _of_record(page: PageSource, view: View) -> SearchDocument:
    assert page.subject is not None
    kind, record = page.subject
    head = page.head(view)
    shown, names = _names(record, view)
    sentences, fragments = _parted(_texts(record, view.locale))
    iso, date = date_of(kind, record, view.locale)
    return SearchDocument(
        page.path,
        kind,
        head.title,
        names=[name for name in dict.fromkeys(names) if name != head.title],
        shown_names=shown,
        called=record.name[view.locale] if isinstance(record, (City, Home, Organization)) else "",
        whole_phrases=[head.title.partition(", ")[0]] if isinstance(record, Concept) else [],
        text=("" if view.locale == "zh" else " ").join(sentences) or head.description,
        fragments=fragments,
        words=" ".join(_words(kind, record, view)),
        dates=list(dict.fromkeys(dates_of(record))),
        kind_name=f"{view.plain(f'kinds.{kind}')} {view.plain(f'search.kind.{kind}')}",
        homes=homes_of(kind, record, view.relations),
        countries=countries_of(record, view.catalog),
        statuses=statuses_of(record),
        year=iso[:4],
        date=(iso, date),
    )


def _parted(texts: Iterable[str]) -> tuple[list[str], list[str]]:
    """Sentences, which read on after one another, and names, titles and other words that stand for themselves."""
    sentences: list[str] = []
    fragments: list[str] = []
    for text in dict.fromkeys(texts):
        (sentences if text.endswith(_ENDS) else fragments).append(text)
    return sentences, fragments


_ENDS = (".", "!", "?", "。", "！", "？", "”", "」")


def _names(record: Record, view: View) -> tuple[list[tuple[str, str]], list[str]]:
    """The names with a known language, and all names."""
    if isinstance(record, Concept):
        second = other(view.locale).code
        terms = [term.term for term in (*record.terms.zh, *record.terms.en)]
        return [(second, record.preferred(second))], [*terms, *record.aliases]
    known = [getattr(record, name, None) for name in ("name", "full_name")]
    known += getattr(record, "former_names", ())
    shown = [pair for names in known if names for pair in view.other_names(names)]
    every = [text for names in known if names for text in every_name(names)]
    every += record.aliases
    every += [name for name in [getattr(record, "acronym", None)] if name]
    if besides := getattr(record, "terms", None):
        every += [term.term for term in (*besides.zh, *besides.en)]
    if hasattr(record, "title"):
        every.append(record.title[other(view.locale).code])
    return shown, every


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
    """Labels, and all names of the places and organizations it mentions, but not of its sources."""
    catalog = view.catalog
    for _, kinds, record_id in references(record):
        for named in kinds:
            if named != SOURCES.name:
                yield from catalog.called(named, record_id)
    if isinstance(record, City):
        yield from _shared(record, view)
        for tie in record.partnerships:
            yield view.plain(f"kind.{tie.kind}")
            yield view.plain(f"status.{tie.status}")
    if isinstance(record, Exchange):
        yield view.plain(f"exchange.type.{record.type}")
    if isinstance(record, Plan) and record.budget:
        yield from worded(view, "plans.budget")
    if isinstance(record, PressRelease):
        yield view.plain(f"press.category.{record.category}")
        yield from worded(view, "press.release")
    if isinstance(record, TripReport):
        yield from worded(view, "reports")
        if record.recommendations:
            yield from worded(view, "reports.recommendations")
    iso, date = date_of(kind, record, view.locale)
    yield f"{iso[:4]} {date}"


def _shared(city: City, view: View) -> Iterator[str]:
    """The organizations that it has in common with governments, and these."""
    seats = view.relations.seats_of.get(city.id, ())
    if seats:
        yield view.plain("city.memberships")
    for organization in dict.fromkeys(seat.organization.id for seat in seats):
        found = view.catalog.organizations[organization]
        yield from names_of(found)
        for membership in found.memberships:
            if membership.home:
                yield from every_name(view.catalog.homes[membership.home].name)
