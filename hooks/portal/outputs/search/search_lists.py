"""Lists, and the sections of a government's page that people ask for by its name: its ties, its memberships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.catalog.counts import seats_held
from portal.model.records.country import CONTINENTS, Country
from portal.model.records.kinds import CITIES, HOMES
from portal.model.records.partnership import PARTNERSHIP_KINDS, STATUSES
from portal.outputs.search.search_document import SearchDocument
from portal.outputs.search.search_facets import LISTS
from portal.outputs.search.search_names import every_name, joined_names, names_of_home, worded
from portal.outputs.search.search_words import place_names
from portal.pages.chapter_addresses import section_address
from portal.pages.city_pages import statuses_of_ties

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.tie import Tie
    from portal.model.records.home import Home
    from portal.pages.page import PageSource
    from portal.pages.render.view import View

SECTIONS = ("partnerships", "memberships")
"""Sections of a government's page."""


def list_document(page: PageSource, view: View) -> SearchDocument | None:
    """A list, if readers may look for it: under its title and, of a country, under the country's names."""
    own = _own_words(page.path, view)
    home = _home(page.path, view)
    if not (page.is_found or own or home):
        return None
    head = page.head(view)
    country = _country(page.path, view.catalog)
    names = [*every_name(country.name), *country.aliases] if country else []
    phrases = joined_names(spoken_names(home, view.catalog), own) if home else own
    whole = joined_names(names, worded(view, "partnerships")) if country else []
    if own and (year := _year(page.path)):
        whole.append(year)
    return SearchDocument(
        page.path,
        LISTS,
        head.title,
        names=[*names, *_list_names(page.path, view)],
        shown_names=view.other_names(country.name) if country else [],
        called=country.name[view.locale] if country else "",
        phrases=phrases,
        whole_phrases=whole,
        text=head.description,
        homes=[home.id] if home else [],
        countries=[country.id] if country else [],
    )


def section_documents(view: View) -> Iterator[SearchDocument]:
    """The ties and the memberships of each government; and that no tie has some status."""
    if (none := _no_ties(view)) is not None:
        yield none
    for home in view.catalog.homes.values():
        for section in SECTIONS:
            shown = _shown(section, home, view)
            if shown:
                yield SearchDocument(
                    section_address(
                        f"{section}/", view.relations, view.catalog.today, HOMES.name, home
                    ),
                    LISTS,
                    view.plain(f"search.{section}_of", home=home.name[view.locale]),
                    phrases=joined_names(spoken_names(home, view.catalog), worded(view, section)),
                    text=view.plain("list.separator").join(shown),
                    homes=[home.id],
                )


def _no_ties(view: View) -> SearchDocument | None:
    """What is found by who looks for ties of a status that none has."""
    absent = [status for status in STATUSES if status not in statuses_of_ties(view.catalog)]
    if not absent or not view.catalog.cities:
        return None
    names = [view.plain(f"status.{status}") for status in absent]
    words = [text for status in absent for text in _status_names(status, view)]
    words += [text for status in absent for text in worded(view, f"cities.status.{status}")]
    shown = view.plain("search.no_ties", status=view.plain("list.separator").join(names))
    return SearchDocument(
        f"{CITIES.section}/#by-status",
        LISTS,
        shown,
        whole_phrases=words,
        text=view.plain("search.no_ties.text"),
    )


def _shown(section: str, home: Home, view: View) -> list[str]:
    """What stands in a section: places with the year of the tie, the oldest first; or organizations."""
    if section == "memberships":
        seats = seats_held(view.relations.seats_of.get(home.id, ()), view.catalog.today)
        return list(dict.fromkeys(seat.organization.name[view.locale] for seat in seats))
    return dated_places(view.relations.ties_of_home.get(home.id, ()), view)


def dated_places(ties: Iterable[Tie], view: View) -> list[str]:
    """The places of ties, each with the year of its tie, the oldest first."""
    dated = sorted(
        (str(since.year) if (since := tie.partnership.since) else "~", tie.city.name[view.locale])
        for tie in ties
    )
    return [
        view.plain("search.dated", name=name, year=year) if year != "~" else name
        for year, name in dated
    ]


def spoken_names(home: Home, catalog: Catalog) -> list[str]:
    """What people call a government, with and without its level; without it, some former names are another's."""
    others = {
        short
        for other in catalog.homes.values()
        if other.id != home.id
        for name in every_name(other.name)
        for short in place_names(name)
    }
    names = names_of_home(home)
    found = [*names, *(short for name in names for short in place_names(name))]
    return [name for name in dict.fromkeys(found) if name not in others]


def _own_words(path: str, view: View) -> list[str]:
    """The words of a list, by its address without numbers and names of governments: ``press.homes``."""
    parts = path.rstrip("/").split("/")
    if len(parts) == 3 and parts[1] == "homes":
        parts = parts[:2]
    elif len(parts) == 3 and parts[0] == "homes":
        parts = [parts[0], parts[2]]
    own = worded(view, ".".join(parts))
    if len(parts) == 2 and parts[1].isdecimal():
        return joined_names([parts[1]], worded(view, f"{parts[0]}.year"))
    return own


def _home(path: str, view: View) -> Home | None:
    """The government whose news, or whose exchanges a list holds."""
    parts = path.split("/")
    home = parts[2] if parts[1:2] == ["homes"] else parts[1] if parts[0] == "homes" else ""
    return view.catalog.homes.get(home) if len(parts) == 4 else None


def _country(path: str, catalog: Catalog) -> Country | None:
    parts = path.split("/")
    return catalog.countries.get(parts[2].upper()) if parts[1] == "countries" else None


def _year(path: str) -> str:
    """The year of a list of one."""
    last = path.rstrip("/").rpartition("/")[2]
    return last if last.isdecimal() else ""


def _status_names(status: str, view: View) -> list[str]:
    """What a status and the list of its ties are called in both locales."""
    labels = view.catalog.labels
    keys = (f"status.{status}", f"status.{status}.cities")
    return [text for key in keys for text in (labels[key].zh, labels[key].en)]


def _list_names(path: str, view: View) -> list[str]:
    """What a list is called in the labels of the other locale, and without the words around a place."""
    labels = view.catalog.labels
    parts = path.split("/")
    keys = [f"continent.{parts[2]}"] if parts[1] == "continents" and parts[2] in CONTINENTS else []
    if parts[1] == "kinds" and parts[2] in PARTNERSHIP_KINDS:
        keys += [f"kind.{parts[2]}", f"kind.{parts[2]}.plural"]
    if parts[1] == "status" and parts[2] in STATUSES:
        return _status_names(parts[2], view)
    if len(parts) == 2:
        keys += [f"{parts[0]}.title"]
    return [text for key in keys for text in (labels[key].zh, labels[key].en)]
