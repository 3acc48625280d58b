"""Who took part in an entry: the governments of this portal on one side, their partners on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.model.catalog.history.entry import Entry
    from portal.pages.render.storyteller import Storyteller

NAMED = 4
"""Partners that a row names; of more it names one less, and says how many."""


def sides_of(view: Storyteller, entry: Entry) -> list[str]:
    """The governments and the partners, each as words; a side that is not known is absent."""
    lower = [unit for unit in entry.units if view.catalog.units[unit].level != "bureau"]
    above = {view.catalog.home_of_unit[unit].id for unit in lower}
    itself = entry.exchange.homes if entry.exchange else ()
    homes = [home for home in entry.homes if home not in above or home in itself]
    ours = [_with_offices(view, home, entry.units) for home in homes]
    ours += [view.unit_name(unit) for unit in lower]
    sides = (view.plain("list.separator").join(ours), _partners(view, entry))
    return [side for side in sides if side]


def _with_offices(view: Storyteller, home_id: str, units: tuple[str, ...]) -> str:
    """A government, and those of its offices that took part."""
    home = view.catalog.homes[home_id]
    offices = [
        unit.name[view.locale] for unit in home.units if unit.id in units and unit.level == "bureau"
    ]
    name = home.name[view.locale]
    if not offices:
        return name
    return view.plain(
        "history.offices", home=name, offices=view.plain("list.separator").join(offices)
    )


def _partners(view: Storyteller, entry: Entry) -> str:
    if not entry.cities:
        others = entry.exchange.counterparts if entry.exchange else ()
        names = [*map(view.country, entry.countries), *(one[view.locale] for one in others)]
        return view.plain("list.separator").join(names[:NAMED])
    text = _places(view, entry)
    if not entry.absent:
        return text
    invited = len(entry.cities)
    came = invited - len(entry.absent)
    return view.plain("history.came", partners=text, came=came, invited=invited)


def _places(view: Storyteller, entry: Entry) -> str:
    cities = [view.catalog.cities[one] for one in entry.cities]
    join = view.plain("list.separator").join
    if len(cities) > NAMED:
        named = join(view.title(one) for one in cities[: NAMED - 1])
        return view.plain("history.others", named=named, count=len(cities) - NAMED + 1)
    if len({one.country for one in cities}) > 1:
        return join(_in_country(view, view.title(one), one.country) for one in cities)
    return _in_country(view, join(view.title(one) for one in cities), cities[0].country)


def _in_country(view: Storyteller, place: str, code: str) -> str:
    country = view.country(code)
    if place == country:
        return place
    return view.plain("history.in_country", place=place, country=country)
