"""Atom feeds of press releases (RFC 4287): all of a locale, and those of each home."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from portal.model.locale import LOCALES
from portal.pages.address import address
from portal.pages.prose import show_prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from portal.model.home import Home
    from portal.model.locale import Locale
    from portal.model.press_release import PressRelease
    from portal.portal import Portal

NEWEST = 20
"""Entries of a feed: readers fetch it often."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A release, as a feed shows it."""

    release: PressRelease
    url: str
    """Absolute; it never changes, so it is the entry's id too."""
    content: Markup
    """Its whole text as HTML, all links absolute."""


def feed_path(folder: str) -> str:
    """The address of a feed below a locale's root: ``press/atom.xml``, ``homes/taipei/atom.xml``."""
    return f"{folder}atom.xml"


def feeds(portal: Portal, site: str) -> Iterator[tuple[str, str]]:
    """Every feed by its path below the root of the site; ``site`` is the absolute address of that root.

    A home without releases has no feed.
    """
    catalog = portal.catalog
    if not catalog.press_releases:
        return
    for locale in LOCALES:
        yield _feed(portal, site, locale, catalog.press_releases.values())
        for home in catalog.publishers:
            found = portal.relations.naming("homes", home.id, "press_releases")
            if found:
                yield _feed(portal, site, locale, found, home)


def _feed(
    portal: Portal,
    site: str,
    locale: Locale,
    releases: Iterable[PressRelease],
    home: Home | None = None,
) -> tuple[str, str]:
    folder = address("homes", home) if home else "press/"
    base = f"{site}{locale.prefix}"
    newest = sorted(releases, key=attrgetter("date", "id"), reverse=True)[:NEWEST]
    entries = []
    for release in newest:
        page = address("press_releases", release)
        content = show_prose(release.body[locale.code], page, base=base)
        entries.append(Entry(release, f"{base}{page}", content))
    xml = portal.renderer(locale.code).render_part(
        "atom.xml.j2",
        home=home,
        entries=entries,
        page=f"{base}{folder}",
        itself=f"{base}{feed_path(folder)}",
        others=[(o.lang, f"{site}{o.prefix}{folder}") for o in LOCALES if o is not locale],
    )
    return f"{locale.prefix}{feed_path(folder)}", xml
