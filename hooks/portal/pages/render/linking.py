"""What leads from a page to records: their names and titles as links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from portal.data.problem import shorten
from portal.pages.address import address, tie_address, unit_address
from portal.pages.chapter_addresses import chapter_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.catalog.tie import Tie
    from portal.model.records.record import Record
    from portal.pages.render.head import Head
    from portal.pages.render.trace import TracedCatalog


class Linking:
    """The helpers of a view that link to records."""

    catalog: TracedCatalog
    locale: str
    prefix: str
    up: str
    """The way from the page to the root of its locale; empty on the front page."""

    def t(self, key: str, /, **values: Any) -> Markup:
        """The label under a key."""
        raise NotImplementedError

    def words(self, text: str) -> Markup:
        """A title, with the places where its line may break."""
        raise NotImplementedError

    def url(self, target: str) -> str:
        """The relative path to an address below the locale's root."""
        return self.up + target or "./"

    def root_url(self, target: str) -> str:
        """The relative path to an address below the root of the site, which the locales share."""
        return self.url(f"../{target}" if self.prefix else target)

    def link(self, kind: str, record: Record) -> Markup:
        """A record's name or title, linked to its page."""
        return self.anchor(address(kind, record), self.title(record))

    def headline(self, kind: str, record: Record) -> Markup:
        """A record's title, linked to its page, as a line of a list: it breaks between words."""
        href, title = self.url(address(kind, record)), self.words(self.title(record))
        return Markup(f'<a class="words" href="{href}">{title}</a>')

    def tie_address(self, tie: Tie) -> str:
        """The page of a tie, below the locale's root."""
        return tie_address(tie)

    def anchor(self, target: str, text: str) -> Markup:
        """A link to an address below the locale's root."""
        return Markup(f'<a href="{self.url(target)}">{escape(text)}</a>')

    def crumbs(self, head: Head) -> Markup:
        """The way from the front page, which is left out, to the page above, as items of a list."""
        items = (f"<li>{self.anchor(crumb.path, crumb.title)}</li>" for crumb in head.crumbs)
        return Markup("".join(items))

    def title(self, record: Record) -> str:
        """What a record is called in this locale."""
        raise NotImplementedError

    def unit(self, unit_id: str, name: str = "") -> Markup:
        """A unit's name, or another for it, linked to its place among the home's units."""
        return self.anchor(unit_address(self.catalog, unit_id), name or self.unit_name(unit_id))

    def unit_name(self, unit_id: str) -> Markup:
        """A unit's name with its home's.

        An office is one of the government (高雄市政府觀光局), a district one of the place (高雄市鼓山區).
        """
        home, unit = self.catalog.home_of_unit[unit_id], self.catalog.units[unit_id]
        owner = home.named_with(unit)[self.locale]
        return self.t("unit.of_home", home=owner, unit=unit.name[self.locale])

    def party(self, party_id: str) -> Markup:
        """A home, unit, city or organization by its id, linked."""
        if party_id in self.catalog.units:
            return self.unit(party_id)
        for kind in ("homes", "cities", "organizations"):
            if record := self.catalog.of(kind).get(party_id):
                return self.link(kind, record)
        raise KeyError(party_id)

    def sources(self, refs: Iterable[str], *, whole: bool = False) -> list[Markup]:
        """Sources, linked."""
        return [self._source(ref, whole=whole) for ref in refs]

    def _source(self, ref: str, *, whole: bool) -> Markup:
        """A document by its name, a web page by its host or, whole, by its shortened address."""
        if document := self.catalog.sources.get(ref):
            return self.link("sources", document)
        host = urlsplit(ref).hostname or ref
        text = shorten(ref.removeprefix("https://"), 72) if whole else host.removeprefix("www.")
        return Markup(f'<a href="{escape(ref)}" rel="external">{escape(text)}</a>')

    def records(self, kind: str, ids: Iterable[str]) -> list[Record]:
        """The records of a kind by id."""
        known = self.catalog.of(kind)
        return [known[record_id] for record_id in ids]

    def chapter(self, kind: str, record: Record) -> str:
        """The address of the page with all that names a record; it exists if the record's own shows less."""
        return chapter_address(kind, record)
