"""What those need of a view who write sentences about records: its words, links and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from portal.pages.render.speaker import Speaker

if TYPE_CHECKING:
    from markupsafe import Markup

    from portal.model.records.record import Record
    from portal.model.values.partial_date import PartialDate


class Storyteller(Speaker, Protocol):
    """A view, seen from below."""

    def t(self, key: str, /, **values: Any) -> Markup:
        """The label for a key as HTML."""

    def title(self, record: Record) -> str:
        """What a record is called."""

    def link(self, kind: str, record: Record) -> Markup:
        """A record's name, linked to its page."""

    def anchor(self, target: str, text: str) -> Markup:
        """A link to an address below the locale's root."""

    def unit(self, unit_id: str, name: str = "") -> Markup:
        """A unit's name, linked."""

    def unit_name(self, unit_id: str) -> Markup:
        """A unit's name with its home's."""

    def date(self, date: PartialDate) -> Markup:
        """A date."""

    def span(self, start: PartialDate, end: PartialDate | None) -> Markup:
        """A span of dates."""

    def all_naming(self, kind: str, record: Record, by: str) -> list[Any]:
        """All records of a kind that name a record, the newest first."""
