"""The weight of pages that have not been built, so that editors learn of it from ``portal check``.

To render every page would take as long as a build. So a cheap estimate, made to be too high, finds the few that may be
too heavy, and only those are rendered and compressed. A build knows the weight of every page exactly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.catalog.chapters import SHOWN
from portal.model.records.kinds import CITIES, HOMES, PLANS
from portal.model.values.locale import LOCALES
from portal.outputs.site.budget import RECORD_PAGE, compressed, page_advice
from portal.pages.render.renderer import Renderer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.data.problem import Problem
    from portal.edition import Edition
    from portal.model.catalog.relations import Relations
    from portal.model.records.record import Record
    from portal.pages.page import PageSource

SITE = "https://city-diplomacy.example.org/"
"""Stands for the address of the site, which only a build knows: JSON-LD is full of it."""

FRAME = 2960
"""Bytes that the frame around a page adds to it, compressed: 2.3 to 2.9 KB on our own pages."""

LIGHTEST = 3700
"""Bytes of a page that says almost nothing, compressed."""

DRAWN = {CITIES.name: 1800, HOMES.name: 2900, PLANS.name: 1800}
"""Bytes of what is drawn on the page of a place, a government or a plan: maps, a strip of years, charts."""

TIE, SEAT, NAMING = 105, 45, 150
"""Bytes of a tie or membership of the record, and of an exchange or release that names it, with its JSON-LD."""

HAN, LATIN, FIELD = 1.8, 0.4, 0.08
"""Bytes of a Chinese character on the Chinese page, of a Latin one on the English page, and of the names of fields."""

LIKELY = 0.9
"""Share of the limit from which on a page is rendered."""


def heavy_unbuilt(edition: Edition) -> Iterator[Problem]:
    """An advice for each page of a record that is too heavy, at the place of the record."""
    renderers: list[Renderer] = []
    for page in edition.pages.values():
        about = page.subject or (page.tie and (CITIES.name, page.tie.city))
        if about and estimate(edition.relations, *about) > LIKELY * RECORD_PAGE:
            renderers = renderers or _renderers(edition)
            yield from page_advice(page, max(_weight(page, renderer) for renderer in renderers))


def _weight(page: PageSource, renderer: Renderer) -> int:
    """Bytes of a page in the locale of a renderer, compressed.

    Of a page that a template of the portal's own cannot make nothing is known: a build says what is wrong with it.
    """
    try:
        made = renderer.render(page)
    except Exception:
        return 0
    return FRAME + compressed("".join([made.content, *made.added.values()]).encode())


def estimate(relations: Relations, kind: str, record: Record) -> float:
    """Bytes, compressed, that the page of a record hardly exceeds, from the length of its text and of its lists."""
    text = repr(record)
    han = (len(text.encode()) - len(text)) // 2
    latin = len(text) - han
    ties = len(relations.ties_of_home.get(record.id, ())) if kind == HOMES.name else 0
    seats = len(relations.seats_of.get(record.id, ()))
    naming = sum(
        min(most, len(relations.naming(kind, record.id, by))) for by, most in SHOWN.items()
    )
    own = max(HAN * han, LATIN * latin) + FIELD * latin
    return LIGHTEST + DRAWN.get(kind, 0) + own + TIE * ties + SEAT * seats + NAMING * naming


def _renderers(edition: Edition) -> list[Renderer]:
    """One for each locale, which know an address of the site even if the edition does not."""
    return [
        Renderer(
            edition.env,
            edition.catalog,
            edition.relations,
            locale.code,
            site=edition.site or SITE,
            contributors=edition.outputs,
        )
        for locale in LOCALES
    ]
