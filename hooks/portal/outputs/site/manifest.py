"""``manifest.webmanifest`` of each locale: the site's name and icons for home screens (W3C)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from portal.model.values.locale import LOCALES
from portal.outputs.cards.drawn_files import ICONS, icon_path

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog

COLOR, PAPER = "#083f4a", "#fdfcf9"
"""Of the system's bar around the site, and of the screen before a page is drawn."""


def manifests(catalog: Catalog) -> dict[str, bytes]:
    """The manifest of each locale by its path. Addresses in it are relative to it."""
    return {
        f"{locale.prefix}manifest.webmanifest": _manifest(
            name=catalog.labels["site.name"][locale.code],
            short_name=catalog.labels["site.short_name"][locale.code],
            lang=locale.lang,
            up="../" * locale.prefix.count("/"),
        )
        for locale in LOCALES
    }


def _manifest(*, name: str, short_name: str, lang: str, up: str) -> bytes:
    icons = [
        {"src": f"{up}{icon_path(side)}", "sizes": f"{side}x{side}", "type": "image/png"}
        for side, rounded in ICONS.items()
        if rounded
    ]
    content = {
        "name": name,
        "short_name": short_name,
        "lang": lang,
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "theme_color": COLOR,
        "background_color": PAPER,
        "icons": [
            *icons,
            {"src": f"{up}assets/portal.svg", "sizes": "any", "type": "image/svg+xml"},
        ],
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()
