"""``sitemap.xml``: every page of every locale with the same page in the other locales (sitemaps.org 0.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from portal.model.catalog.history.entry import Entry
from portal.model.records.record import Record
from portal.model.values.locale import LOCALES, ZH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from portal.pages.page import PageSource

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(site_url: str, written: set[str], pages: Mapping[str, PageSource]) -> bytes:
    """The sitemap of written and generated pages, by their addresses below a locale's root.

    ``lastmod`` is the day on which the content of a page last changed, if its record says so: ``updated``, or at least
    the date of a press release. ``verified`` does not count, because verifying a record need not change it. A list
    changed with the newest of its records, if all of them have a date. For other pages nothing is known.
    """
    root = escape(site_url)
    entries = [_HEAD]
    listed = {path for path, page in pages.items() if page.is_listed}
    for path in sorted(written | listed):
        address = escape(path)
        links = "".join(
            f'    <xhtml:link rel="alternate" hreflang="{lang}" href="{root}{prefix}{address}"/>\n'
            for lang, prefix in _ALTERNATES
        )
        day = _modified(pages[path]) if path in pages else ""
        modified = f"    <lastmod>{day}</lastmod>\n" if day else ""
        entries += (
            f"  <url>\n    <loc>{root}{locale.prefix}{address}</loc>\n{modified}{links}  </url>\n"
            for locale in LOCALES
        )
    return "".join([*entries, "</urlset>\n"]).encode()


_ALTERNATES = [
    *((locale.lang, locale.prefix) for locale in LOCALES),
    ("x-default", ZH.prefix),
]


def _modified(page: PageSource) -> str:
    lists = [value for value in page.params.values() if isinstance(value, list)]
    records = [page.subject[1]] if page.subject else _listed(lists)
    days = [record.modified for record in records]
    known = [day for day in days if day is not None]
    return max(known).iso if known and len(known) == len(days) else ""


def _listed(values: Iterable[Any]) -> Iterator[Record]:
    """The records in lists, which may be nested by year or by country."""
    for value in values:
        if isinstance(value, Record):
            yield value
        elif isinstance(value, Entry):
            yield from value.records
        elif isinstance(value, (list, tuple)):
            yield from _listed(value)
