"""The card that a network shows for a link to a page: one for each kind of page and each locale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.records.kinds import KINDS
from portal.model.values.locale import LOCALES
from portal.pages.render.head import SharedPicture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.pages.render.view import View

WIDTH, HEIGHT = 1200, 630
"""Pixels, as the networks ask for (1.91 : 1)."""

SITE = "site"
"""The card of the front page, of written pages, and of lists that belong to no kind."""


def _nouns() -> dict[str, str]:
    """The noun of each section of addresses: ``city`` for ``cities``."""
    return {kind.section: kind.noun for kind in KINDS.with_pages}


def card_labels() -> tuple[str, ...]:
    """The labels shown on cards."""
    return (SITE + ".name", SITE + ".tagline", *(f"{section}.title" for section in _nouns()))


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says."""

    path: str
    """File below the root of the site: ``assets/cards/city.zh.png``."""
    title: str
    line: str
    """Below the title, smaller."""


def card_path(section: str, locale: str) -> str:
    """The card of the pages of a section, the first part of their address.

    >>> card_path("cities", "en")
    'assets/cards/city.en.png'
    >>> card_path("about", "zh")
    'assets/cards/site.zh.png'
    """
    return f"assets/cards/{_nouns().get(section, SITE)}.{locale}.png"


def card_label(section: str) -> str:
    """The label that distinguishes a card from those of other sections."""
    return f"{section}.title" if section in _nouns() else "site.tagline"


def shared_card(view: View, section: str) -> SharedPicture:
    """The card for the pages of a section, as networks see it; the site's address may be unknown."""
    words = (view.plain("site.name"), view.plain("list.colon"), view.plain(card_label(section)))
    return SharedPicture(
        f"{view.site}{card_path(section, view.locale)}", WIDTH, HEIGHT, "".join(words)
    )


def card_paths() -> Iterator[str]:
    """The files of all cards below the root of the site."""
    for locale in LOCALES:
        yield from (card_path(section, locale.code) for section in (SITE, *_nouns()))


def cards(catalog: Catalog) -> Iterator[Card]:
    """Every card."""
    for locale in LOCALES:
        name, tagline = (catalog.labels[key][locale.code] for key in ("site.name", "site.tagline"))
        yield Card(card_path(SITE, locale.code), name, tagline)
        for section in _nouns():
            word = catalog.labels[card_label(section)][locale.code]
            yield Card(card_path(section, locale.code), word, name)
