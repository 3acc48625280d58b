"""Nodes of JSON-LD: what a thing is, which it is, what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from portal.model.records.kinds import HOMES, KINDS, SOURCES
from portal.model.records.press_release import PressRelease
from portal.model.values.url import as_uri
from portal.pages.address import address, unit_address
from portal.text.markdown import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.records.record import Evidence, Record
    from portal.model.values.names import Names
    from portal.model.values.words import Prose
    from portal.pages.render.view import View

Node = dict[str, object]
"""A node object of JSON-LD 1.1, ready for ``json.dumps``; its words are in the language of the view."""


def iri(view: View, kind: str, record: Record) -> str:
    """The permanent name of a thing, the same in both languages: the Chinese address of its page.

    A press release is a text in one language, so each of the two has its own name.
    """
    is_text = isinstance(record, PressRelease)
    return page_url(view, kind, record) if is_text else f"{view.site}{address(kind, record)}"


def page_url(view: View, kind: str, record: Record) -> str:
    """The absolute address of a record's page in the language of the view."""
    return f"{view.site}{view.prefix}{address(kind, record)}"


def reference(view: View, kind: str, record: Record) -> Node:
    """A thing that has a page of its own, as other nodes name it."""
    return {
        "@type": KINDS[kind].schema_type,
        "@id": iri(view, kind, record),
        "name": record.formal_name_in(view.locale),
    }


def identity(view: View, kind: str, record: Record) -> Node:
    """What a thing is, which it is, what it is called, and where its page is.

    A press release has no ``url`` beside its page: it is what the page is mainly about.
    """
    node, page = reference(view, kind, record), page_url(view, kind, record)
    if not isinstance(record, PressRelease):
        return {**node, "url": page}
    headline = node.pop("name")
    return {**node, "headline": headline, "mainEntityOfPage": page}


def references(view: View, kind: str, ids: Iterable[str]) -> list[Node]:
    """The records of a kind by id, as other nodes name them."""
    return [reference(view, kind, record) for record in view.records(kind, ids)]


def issuer(view: View, party_id: str) -> Node:
    """A home, or a unit of one, by its id."""
    if party_id not in view.catalog.units:
        return reference(view, HOMES.name, view.catalog.homes[party_id])
    return unit(view, party_id)


def unit(view: View, unit_id: str) -> Node:
    """A unit of a home, with its home's name."""
    return {
        "@type": HOMES.schema_type,
        "@id": f"{view.site}{unit_address(view.catalog, unit_id)}",
        "name": view.unit_name(unit_id).unescape(),
    }


def other_names(view: View, names: Names | None) -> list[Node]:
    """The name in the other languages, each with its language; none of a name that is not known."""
    return [spoken(name, tag) for tag, name in view.other_names(names)] if names else []


def source(view: View, ref: str) -> str | Node:
    """A source: a document by its name, a web page by its address."""
    document = view.catalog.sources.get(ref)
    if document is None:
        return as_uri(ref)
    name, url = document.name[view.locale], document.url and as_uri(document.url)
    identity = iri(view, SOURCES.name, document)
    return {"@type": "CreativeWork", "@id": identity, **only(name=name, url=url)}


def said(view: View, prose: Prose | None) -> str | None:
    """A prose field as plain text."""
    return plain_text(prose[view.locale]) if prose else None


def spoken(text: str, tag: str) -> Node:
    """Words in a language that is not the page's."""
    return {"@language": tag, "@value": text}


class Dated(Protocol):
    """A date, with or without a time of day."""

    @property
    def iso(self) -> str:
        """As ISO 8601 writes it."""


def iso(date: Dated | None) -> str | None:
    """A date as ISO 8601 writes it."""
    return date.iso if date else None


def known(record: Evidence, field: str) -> Any:
    """The value of a field, and nothing if the record says that no source confirms it."""
    return None if field in record.unsourced else getattr(record, field)


def same_as(record: Record) -> list[str]:
    """Addresses that tell which thing it is: those of the record, and its official website."""
    website = known(record, "website") if hasattr(record, "website") else None
    return [as_uri(url) for url in (website, *record.same_as) if url]


def only(**values: object) -> Node:
    """The properties that have a value; a list of one is that one."""
    return {
        name: value[0] if isinstance(value, list) and len(value) == 1 else value
        for name, value in values.items()
        if value not in (None, [], "")
    }
