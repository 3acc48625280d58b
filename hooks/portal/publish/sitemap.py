"""``sitemap.xml``: every page of every locale with the same page in the other locales (sitemaps.org 0.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from portal.model.locale import LOCALES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from portal.pages.page import PageSource

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(site_url: str, written: set[str], pages: Mapping[str, PageSource]) -> bytes:
    """The sitemap of written and generated pages, by their addresses below a locale's root.

    A record's page says when the record was last verified (``lastmod``); of others nothing is known.
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
        verified = _verified(pages.get(path))
        modified = f"    <lastmod>{verified}</lastmod>\n" if verified else ""
        entries += (
            f"  <url>\n    <loc>{root}{locale.prefix}{address}</loc>\n{modified}{links}  </url>\n"
            for locale in LOCALES
        )
    return "".join([*entries, "</urlset>\n"]).encode()


_ALTERNATES = [
    *((locale.lang, locale.prefix) for locale in LOCALES),
    ("x-default", LOCALES[0].prefix),
]


def _verified(page: PageSource | None) -> str:
    record = next(iter(page.params.values()), None) if page else None
    return str(getattr(record, "verified", None) or "")
