"""The error page of each locale, which MkDocs writes all to one address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.model.values.locale import Locale

NAME = "404.html"


class ErrorPages:
    """Gives each locale's error page its place; the one at the root is the default locale's."""

    def __init__(self) -> None:
        self._at_root = ""

    def place(self, html: str, locale: Locale, site_dir: str) -> str:
        """Keep the error page of a locale, and say what MkDocs shall write at the root."""
        if not locale.prefix:
            self._at_root = html
            return html
        path = Path(site_dir, locale.prefix, NAME)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
        return self._at_root
