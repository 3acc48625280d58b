"""Icons, drawn with the paths that the Material theme ships; a page holds each that it shows once.

The files are Material Design Icons (Pictogrammers, Apache 2.0), in a folder of the package ``mkdocs-material``.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

INTERFACE = {
    "search": "magnify",
    "menu": "menu",
    "close": "close",
    "language": "translate",
    "next": "arrow-right",
    "external": "open-in-new",
    "feed": "rss",
    "calendar": "calendar-month-outline",
    "table": "table-large",
    "download": "download-outline",
    "verified": "check-decagram-outline",
    "unverified": "help-circle-outline",
    "copy": "content-copy",
    "note": "information-outline",
    "place": "map-marker-outline",
    "map": "earth",
    "phone": "phone-outline",
    "website": "link-variant",
    "history": "history",
    "edit": "pencil-outline",
    "zoom-in": "plus",
    "zoom-out": "minus",
    "left": "arrow-left",
    "up": "arrow-up",
    "down": "arrow-down",
    "right": "arrow-right",
}

KINDS = {
    "homes": "bank-outline",
    "cities": "city-variant-outline",
    "organizations": "domain",
    "exchanges": "account-multiple-outline",
    "press_releases": "newspaper-variant-outline",
    "trip_reports": "airplane",
    "plans": "clipboard-text-outline",
    "glossary": "book-alphabet",
    "sources": "file-document-outline",
}
"""Kinds of records."""

EXCHANGES = {
    "visit-received": "account-arrow-left-outline",
    "visit-made": "account-arrow-right-outline",
    "meeting": "forum-outline",
    "conference": "presentation",
    "course": "school-outline",
    "signing": "signature-freehand",
    "donation": "hand-heart-outline",
    "staff-exchange": "account-switch-outline",
    "student-exchange": "account-school-outline",
    "culture": "drama-masks",
    "sport": "soccer",
    "fair": "store-outline",
    "promotion": "bullhorn-outline",
    "transport": "airplane-takeoff",
    "count": "chart-bar",
    "planned": "calendar-clock-outline",
    "cancelled": "calendar-remove-outline",
    "overdue": "calendar-alert-outline",
}
"""Types of exchanges, and what may be said of their status."""

TIES = {
    "sister": "heart-outline",
    "friendship": "handshake-outline",
    "partner": "account-group-outline",
    "agreement-only": "file-sign",
    "proposed": "progress-clock",
    "signed": "signature-freehand",
    "active": "check",
    "dormant": "pause-circle-outline",
    "ended": "close-circle-outline",
    "unknown": "help-circle-outline",
}
"""Kinds of ties, and their status."""

HISTORY = {
    "approval": "gavel",
    "expiry": "calendar-end",
    "membership": "account-multiple-plus-outline",
    "role": "medal-outline",
    "report": "airplane",
    "plan": "clipboard-text-outline",
    "tie": "link-variant-off",
}
"""Kinds of entries of a history that are no exchanges."""

TERMS = {
    "preferred": "check",
    "admitted": "circle-outline",
    "deprecated": "cancel",
    "open": "circle-outline",
    "in-progress": "progress-clock",
    "done": "check",
    "not-adopted": "close-circle-outline",
}
"""How far to use a term; what became of a recommendation."""

FILES = {
    "csv": "file-delimited-outline",
    "json": "code-json",
    "spreadsheet": "file-table-outline",
    "xml": "xml",
    "pdf": "file-pdf-box",
    "text": "file-document-outline",
    "picture": "image-outline",
    "geojson": "map-outline",
    "archive": "folder-zip-outline",
    "file": "file-question-outline",
}
"""Kinds of files."""

ICONS = INTERFACE | KINDS | EXCHANGES | TIES | HISTORY | TERMS | FILES
"""The file of each icon, by the name that templates use."""

_PATH = re.compile(r'<path d="([^"]+)"/>')


@cache
def _folder() -> Path:
    """Where the theme's package keeps these icons; the package is found, not imported."""
    spec = find_spec("material")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "templates" / ".icons" / "material"


@cache
def path_of(name: str) -> str:
    """What an icon draws in a square of 24 by 24; raises KeyError if there is none of that name."""
    found = _PATH.findall((_folder() / f"{ICONS[name]}.svg").read_text(encoding="utf-8"))
    return " ".join(found)


@cache
def icon_use(name: str) -> Markup:
    """An icon, to be drawn by the symbol that the page holds; words stand beside it, so it has no name of its own."""
    if name not in ICONS:
        raise KeyError(name)
    return Markup(f'<svg class="i" aria-hidden="true"><use href="#i-{name}"/></svg>')


@cache
def icon_drawn(name: str) -> Markup:
    """An icon that is drawn where it stands, for the frame around a page."""
    return Markup(
        f'<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="{path_of(name)}"/></svg>'
    )


def symbols(names: Iterable[str]) -> str:
    """The HTML of the symbols that a page's icons are drawn by; nothing if it shows none."""
    found = "".join(
        f'<symbol id="i-{name}" viewBox="0 0 24 24"><path d="{path_of(name)}"/></symbol>'
        for name in sorted(names)
    )
    return f'<svg class="symbols" aria-hidden="true">{found}</svg>' if found else ""
