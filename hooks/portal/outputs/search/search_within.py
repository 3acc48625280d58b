"""Ties of a government in one country or on one continent: 高雄 德國 姊妹市, *Kaohsiung sister cities in Germany*."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import quote

from portal.model.records.kinds import CITIES
from portal.outputs.search.search_document import SearchDocument
from portal.outputs.search.search_facets import LISTS
from portal.outputs.search.search_lists import dated_places, spoken_names
from portal.outputs.search.search_names import every_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.tie import Tie
    from portal.model.records.home import Home
    from portal.pages.render.view import View


def within_documents(view: View) -> Iterator[SearchDocument]:
    """A document for each government and each country and continent where it has ties.

    It leads to the list of that country or continent, narrowed to the places that have a tie with the government.
    """
    countries = view.catalog.countries
    for home in view.catalog.homes.values():
        spoken = spoken_names(home, view.catalog)
        by_country: defaultdict[str, list[Tie]] = defaultdict(list)
        by_continent: defaultdict[str, list[Tie]] = defaultdict(list)
        for tie in view.relations.ties_of_home.get(home.id, ()):
            by_country[tie.city.country].append(tie)
            by_continent[countries[tie.city.country].continent].append(tie)
        for code, ties in by_country.items():
            names = [*every_name(countries[code].name), *countries[code].aliases]
            path = f"countries/{code.lower()}"
            title = _title(home, view.within(code), view)
            yield _of_region(path, title, _pairs(spoken, names), ties, view)
        for continent, ties in by_continent.items():
            label = view.catalog.labels[f"continent.{continent}"]
            title, path = _title(home, label[view.locale], view), f"continents/{continent}"
            yield _of_region(path, title, _pairs(spoken, [label.zh, label.en]), ties, view)


def _of_region(
    path: str, title: str, phrases: list[str], ties: list[Tie], view: View
) -> SearchDocument:
    home = view.catalog.homes[ties[0].partnership.home]
    return SearchDocument(
        f"{CITIES.section}/{path}/?q={quote(_telling(home, view))}",
        LISTS,
        title,
        whole_phrases=phrases,
        is_only_asked_for=True,
        text=view.plain("list.separator").join(dated_places(ties, view)),
        homes=[home.id],
        countries=list(dict.fromkeys(tie.city.country for tie in ties)),
        statuses=list(dict.fromkeys(tie.partnership.status for tie in ties)),
    )


def _telling(home: Home, view: View) -> str:
    """A name that no other government has within its own, by which a list can be narrowed: not *Taipei City*."""
    others = [other for other in view.catalog.homes.values() if other.id != home.id]
    theirs = "\n".join(name for other in others for name in every_name(other.name))
    usual = home.name[view.locale]
    return next((name for name in (usual, *every_name(home.name)) if name not in theirs), usual)


def _title(home: Home, place: str, view: View) -> str:
    return view.plain("search.ties_within", home=home.name[view.locale], place=place)


def _pairs(names: list[str], places: list[str]) -> list[str]:
    """The government first; who types it last is understood too, since the page tries both orders."""
    return [f"{name} {place}" for name in names for place in places]
