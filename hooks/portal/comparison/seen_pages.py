"""What readers see of the pages of a portal, without the frame that all pages share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from portal.data.store import digest
from portal.model.values.locale import BY_CODE
from portal.pages.front import front_html
from portal.pages.render.jinja import template_digests
from portal.pages.writing.shown_page import shown

if TYPE_CHECKING:
    from portal.edition import Edition
    from portal.pages.render.trace import Fact
    from portal.pages.writing.written_page import WrittenPage

FRONT = ""
"""The address of the front page, to which records add."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page in a locale as it is published, without its frame."""

    title: str
    description: str
    content: str
    """HTML."""
    added: tuple[str, ...] = ()
    """What outputs add to its head, as structured data."""


@dataclass(frozen=True, slots=True)
class Look:
    """A page, and the facts that it showed besides what its key stands for."""

    seen: Seen
    facts: frozenset[Fact]


class SeenPages:
    """All pages of an edition by address.

    What the page about this site tells of the commit and the day is left out: it differs with each publication.
    """

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.generated = edition.pages
        self.written = edition.written.pages
        self.addresses = {*edition.pages, *(address for _, address in self.written)}
        self._templates = template_digests(
            edition.env, {p.template for p in edition.pages.values()}
        )
        self.key = cache(self._key)

    def title(self, address: str, locale: str) -> str:
        """The title of a page, which need not be rendered for it; empty if it has none in that locale."""
        return self._head(address, locale)[0]

    def is_explanation(self, address: str) -> bool:
        """Whether the page only says why another is gone."""
        return address in self.generated and not self.generated[address].is_listed

    def _head(self, address: str, locale: str) -> tuple[str, str]:
        if page := self.generated.get(address):
            head = page.head(self.edition.view(locale, address))
            return head.title, head.description
        written = self.written.get((locale, address))
        front = written.front if written else None
        return (front.title, front.description or "") if front else ("", "")

    def _key(self, address: str, locale: str) -> bytes:
        """A digest of everything known about a page before it is rendered, its head among it."""
        edition = self.edition
        parts = list(map(str.encode, self._head(address, locale)))
        if page := self.generated.get(address):
            parts += [self._templates[page.template], edition.facts.of_value(page.params)]
            parts += (output.key(page) for output in edition.outputs)
        elif written := self.written.get((locale, address)):
            parts += [(written.html or "").encode(), (written.template or "").encode()]
        return digest(b"\0".join(parts))

    def look(self, address: str, locale: str) -> Look | None:
        """Render a page; None if there is none in that locale."""
        if page := self.generated.get(address):
            made = self.edition.render(page, locale)
            added = tuple(f"{name}: {html}" for name, html in sorted(made.added.items()))
            head = made.head
            return Look(Seen(head.title, head.description, made.content, added), made.facts)
        written = self.written.get((locale, address))
        return self._look_at(written) if written else None

    def _look_at(self, written: WrittenPage) -> Look:
        title, description = self._head(written.address, written.locale)
        prefix = BY_CODE[written.locale].prefix
        html = shown(written.html or "", written.address, prefix, self.edition.files)
        facts: frozenset[Fact] = frozenset()
        if written.address == FRONT:
            view = self.edition.view(written.locale)
            html += "\n".join(
                ["", *front_html(self.edition.renderer(written.locale), view).values()]
            )
            facts = view.facts()
        return Look(Seen(title, description, html), facts)
