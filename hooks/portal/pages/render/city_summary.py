"""What a city's page says of it in a sentence or two: with whom, since when, and what was last done together.

The sentences are labels, one for each way in which a tie stands; the words of this module only choose them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from portal.model.values.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.model.records.city import City
    from portal.model.records.exchange import Exchange
    from portal.model.records.partnership import Partnership
    from portal.pages.render.storyteller import Storyteller

_CITIES = ("city", "special-municipality", "county-administered-city")
"""Levels of places that are a *sister city* of another; others have a tie of that kind with it."""


def city_summary(view: Storyteller, city: City) -> Markup:
    """The sentences, with links."""
    place = _place(view, city)
    sentences: list[Markup] = []
    for tie in ties_in_order(city):
        sentences.append(_of_tie(view, city, tie, place, is_first=not sentences))
        place = Markup("" if view.locale == "zh" else "It")
    latest = latest_exchange(view, city)
    if not city.partnerships:
        sentences.append(_without_tie(view, city, place))
    if latest:
        link = view.link("exchanges", latest)
        when = view.span(latest.start, latest.end)
        key = "summary.latest_within" if latest.within else "summary.latest"
        sentences.append(view.t(key, exchange=link, date=when))
    elif city.partnerships:
        sentences.append(view.t("summary.no_exchange"))
    return Markup("" if view.locale == "zh" else " ").join(sentences)


def tie_sentence(view: Storyteller, city: City, tie: Partnership) -> Markup:
    """What is said of one tie: where the city is, and how it stands."""
    return _of_tie(view, city, tie, _place(view, city), is_first=True)


def ties_in_order(city: City) -> list[Partnership]:
    """Those that are or were in force before those that never were, the oldest first, those without a date last."""
    return sorted(
        city.partnerships,
        key=lambda tie: (tie.status == "proposed", tie.since is None, tie.since or PartialDate(1)),
    )


def latest_exchange(view: Storyteller, city: City) -> Exchange | None:
    """The last thing that was done together: neither a plan nor a figure."""
    found = [
        exchange
        for exchange in view.all_naming("cities", city, "exchanges")
        if exchange.status == "held" and not exchange.is_figure
    ]
    return found[0] if found else None


def _place(view: Storyteller, city: City) -> Markup:
    """Where it is, as the beginning of a sentence."""
    name, country = view.title(city), view.country(city.country)
    part = city.subdivision[view.locale] if city.subdivision else ""
    if part == name:
        part = ""
    if country == name:
        return view.t("summary.place", place=name)
    key = "summary.place_in_part" if part else "summary.place_in"
    if part.startswith(country):
        key = "summary.place_in_same"
    return view.t(key, place=name, part=part, country=country)


def _of_tie(
    view: Storyteller, city: City, tie: Partnership, place: Markup, *, is_first: bool
) -> Markup:
    kind = view.plain(f"kind.{tie.kind}")
    values = {
        "place": place,
        "also": "" if is_first else view.t("summary.also"),
        "owner": _owner(view, tie),
        "kind": kind.lower() if view.locale == "en" else kind,
    }
    if tie.since:
        values["since"] = view.date(tie.since)
    if tie.ended:
        values["ended"] = view.date(tie.ended)
    return view.t(f"summary.{_case(city, tie)}", **values)


def _case(city: City, tie: Partnership) -> str:
    """Which sentence tells of a tie: the last part of its label."""
    if tie.status == "proposed":
        return "proposed"
    form = (
        "agreement" if tie.kind == "agreement-only" else "city" if city.level in _CITIES else "tie"
    )
    if tie.status == "ended":
        way = {(True, True): "span", (True, False): "from", (False, True): "until"}
        return f"{form}.ended.{way.get((tie.since is not None, tie.ended is not None), 'once')}"
    stands: str = tie.status if tie.status in ("dormant", "unknown") else "active"
    if stands == "active" and tie.verified is None:
        stands = "listed"
    return f"{form}.{stands}.{'since' if tie.since else 'undated'}"


def _owner(view: Storyteller, tie: Partnership) -> Markup:
    """Whose tie it is, linked; in a sentence a comma inside the name would part it."""
    home = view.catalog.homes[tie.home]
    if not tie.unit:
        return view.link("homes", home)
    unit = view.catalog.units[tie.unit]
    key = "summary.owner.office" if unit.level == "bureau" else "summary.owner.part"
    owner = home.named_with(unit)[view.locale]
    name = view.plain(key, unit=unit.name[view.locale], home=owner)
    return view.unit(tie.unit, name)


def _without_tie(view: Storyteller, city: City, place: Markup) -> Markup:
    exchanges = view.all_naming("cities", city, "exchanges")
    ids = {home for exchange in exchanges for home in exchange.homes}
    homes = [view.link("homes", home) for home in view.catalog.homes.values() if home.id in ids]
    if not homes:
        key = "summary.exchanges_only" if exchanges else "summary.named_only"
        return view.t(key, place=place)
    return view.t("summary.exchanges_with", place=place, homes=listed(view, homes))


def listed(view: Storyteller, items: Sequence[Markup]) -> Markup:
    """A list within a sentence: A, B and C."""
    if len(items) < 2:
        return Markup().join(items)
    first = view.t("list.separator").join(items[:-1])
    return view.t("list.and", items=first, last=items[-1])
