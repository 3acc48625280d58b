"""What the list of a country or continent says of it in a sentence or two: how many ties, whose, and since when."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from markupsafe import Markup

from portal.pages.render.city_summary import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.records.city import City
    from portal.model.records.partnership import Partnership
    from portal.pages.render.storyteller import Storyteller


def region_summary(view: Storyteller, place: str, cities: Iterable[City]) -> Markup:
    """The sentences, with links; ``place`` is what stands after *in*: 日本, the Netherlands."""
    ties = [(city, tie) for city in cities for tie in city.partnerships]
    if not ties:
        return view.t("region.exchanges_only", place=place)
    counted = [(city, tie) for city, tie in ties if tie.is_headline and not tie.unit]
    others = len(ties) - len(counted)
    if not counted:
        return view.t("region.none", place=place, count=others)
    sentences = [_counted(view, place, [tie for _, tie in counted])]
    dated = [(tie.since, city, tie) for city, tie in counted if tie.since]
    if dated:
        since, city, tie = min(dated, key=lambda one: (one[0], one[1].id))
        home, partner = view.link("homes", view.catalog.homes[tie.home]), view.link("cities", city)
        key = "region.oldest" if len(counted) > 1 else "region.only"
        sentences.append(view.t(key, home=home, city=partner, since=view.date(since)))
    if others:
        sentences.append(view.t("region.others", count=others))
    return Markup("" if view.locale == "zh" else " ").join(sentences)


def _counted(view: Storyteller, place: str, ties: list[Partnership]) -> Markup:
    """How many ties there are, and of which governments, those with the most first."""
    by_home = Counter(tie.home for tie in ties)
    homes = [view.catalog.homes[home] for home in view.catalog.homes if home in by_home]
    if len(homes) == 1:
        home = view.link("homes", homes[0])
        return view.t("region.of_one", place=place, count=len(ties), home=home)
    items = [
        view.t("region.of", home=view.link("homes", home), count=by_home[home.id])
        for home in sorted(homes, key=lambda home: -by_home[home.id])
    ]
    return view.t("region.counted", place=place, count=len(ties), homes=listed(view, items))
