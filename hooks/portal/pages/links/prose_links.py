"""The links in a prose field, as its parser sees them, and where each is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyromark

from portal.text.markdown import LESS_THAN, OPTIONS, without_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyromark.event import BrokenLink

_DEFINED = frozenset({"Reference", "Collapsed", "Shortcut"})


@dataclass(frozen=True, slots=True)
class ProseLink:
    """The target of a link."""

    target: str
    written: str
    """How the text writes it, if that is known."""
    position: int
    """Where in the text it stands, in characters."""
    is_undefined: bool = False
    """Whether it names a definition that the text lacks."""


def prose_links(text: str) -> list[ProseLink]:
    """Every link of a prose field once, by the place of its target, which several links can share."""
    if "](" not in text and "]:" not in text and "][" not in text and "<http" not in text:
        return []
    return list({link.position: link for link in _Reading(without_html(text)).links()}.values())


class _Reading:
    """One text while its links are looked for."""

    def __init__(self, text: str) -> None:
        self._text, self._bytes = text, text.encode()
        self._is_ascii = text.isascii()
        self._broken: list[BrokenLink] = []
        found = pyromark.reference_definitions(text) if "]:" in text else {}
        self._definitions: dict[str, Any] = {
            label.casefold(): definition for label, definition in found.items()
        }

    def links(self) -> Iterator[ProseLink]:
        events = pyromark.events_with_range(
            self._text,
            options=OPTIONS,
            broken_link_callback=self._broken.append,
        )
        for event, span in events:
            started = event.get("Start") if isinstance(event, dict) else None
            link = started.get("Link") if isinstance(started, dict) else None
            if link is None:
                continue
            label = link["id"].casefold()
            if label.startswith("^"):  # meant as a footnote, which prose does not have
                continue
            definition = self._definitions.get(label) if link["link_type"] in _DEFINED else None
            yield self._link(link["dest_url"], definition["span"] if definition else span)
        for broken in self._broken:
            label, span = broken["reference"], broken["span"]
            if not label.startswith("^") and "Shortcut" not in str(broken["link_type"]):
                written = self._bytes[span["start"] : span["end"]].decode()
                position = self._position(span["start"])
                yield ProseLink(_shown(label), _shown(written), position, is_undefined=True)

    def _link(self, target: str, span: Any) -> ProseLink:
        written = self._bytes[span["start"] : span["end"]].decode()
        target, start = _shown(target), self._position(span["start"])
        within = _shown(written).rfind(target) if target else -1
        if within < 0:
            return ProseLink(target, "", start)
        return ProseLink(target, target, start + within)

    def _position(self, offset: int) -> int:
        return offset if self._is_ascii else len(self._bytes[:offset].decode())


def _shown(text: str) -> str:
    """A part of the text as it is written."""
    return text.replace(LESS_THAN, "<")
