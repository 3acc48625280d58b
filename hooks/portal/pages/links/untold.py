"""Addresses of which there is no telling whether they exist: what they are made from has problems of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.kinds import CITIES, COUNTRIES, KINDS, TOMBSTONES
from portal.model.values.locale import LOCALES
from portal.pages.chapter_addresses import record_above
from portal.pages.index_pages import is_list_part

if TYPE_CHECKING:
    from portal.model.reading.load import Loaded


class Untold:
    """Tells them from addresses that do not exist."""

    def __init__(self, loaded: Loaded) -> None:
        self._gaps = loaded.gaps
        self._kinds = {kind.section: kind for kind in KINDS.with_lists}
        self._known = {(row.kind, row.record.id) for row in loaded.records}
        countries = {row.record.id for row in loaded.of(COUNTRIES)}
        self._nowhere = {
            row.record.id for row in loaded.of(CITIES) if row.record.country not in countries
        }
        """Cities of a country that nothing is known of, which have no page either."""

    def __call__(self, address: str) -> bool:
        """Whether an address may be that of a record that could not be read, or of a list or a file about some."""
        if self._gaps.may_have(TOMBSTONES.name, f"/{address}") or self._is_of_content(address):
            return True
        section, *rest = address.rstrip("/").split("/")
        kind = self._kinds.get(section)
        if kind is None:
            return False
        name = rest[kind.by_year] if len(rest) > kind.by_year else ""
        is_known_above = record_above(address) and (kind.name, name) in self._known
        if is_list_part(address) or is_known_above:
            return bool(self._gaps or self._nowhere)
        if kind is CITIES and name in self._nowhere:
            return True
        if not name or "." in name:
            return self._gaps.touch(kind.name)
        return self._gaps.may_have(kind.name, name)

    def _is_of_content(self, address: str) -> bool:
        """Whether what lies at an address may be a written page, or a file beside it, that could not be read."""
        if not self._gaps.paths:
            return False
        plain = address.rstrip("/")
        names = [f"content/{plain}"]
        for locale in LOCALES:
            stem = f"content/{locale.code}/{plain.removeprefix(locale.prefix)}"
            names += [stem, f"{stem}.md", f"{stem}/index.md", f"{stem}/README.md"]
        return any(map(self._gaps.hides, names))
