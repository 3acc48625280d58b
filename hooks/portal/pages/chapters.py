"""Parts of a record that would make its page too long, each on a page of its own below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from portal.pages.address import address, chapter_address
from portal.pages.page import Crumb, Head, PageSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.model.catalog import Catalog
    from portal.model.relations import Relations
    from portal.pages.view import View

    HeadOf = Callable[[View], Head]

SHOWN = {"exchanges": 3, "press_releases": 2}
"""How many of the newest that name a record its own page shows."""

SEATS = 6
"""How many memberships a record's own page shows."""

DISCREPANCIES = 3
"""How many contradictions of its sources a record's own page shows."""

CONTINUED = ("exchanges", "memberships", "discrepancies")
"""Chapters that go on with what the record's page shows the beginning of, and are linked there."""


def chapter_pages(
    catalog: Catalog, relations: Relations, kind: str, record: Any, head: HeadOf
) -> Iterator[PageSource]:
    """The pages below a record's page, whose head is given."""
    for name in chapter_names(relations, kind, record):
        template = f"chapters/{name}.html.j2"
        yield PageSource(
            path=chapter_address(kind, record, name),
            template=template,
            head=partial(_head, name=name, above=head, way=address(kind, record)),
            params={"kind": kind, "record": record},
            place=catalog.places[kind, record.id],
        )


def chapter_names(relations: Relations, kind: str, record: Any) -> Iterator[str]:
    """The chapters of a record, each named as the last part of its address."""
    if kind == "homes" and relations.ties_of_home.get(record.id):
        yield "partnerships"
    if kind == "homes" and (record.units or record.committees):
        yield "units"
    if len(relations.seats_of.get(record.id, ())) > SEATS and kind in ("homes", "cities"):
        yield "memberships"
    if kind == "organizations" and any(membership.city for membership in record.memberships):
        yield "members"
    if kind == "trip_reports" and (record.programme or record.exchanges):
        yield "programme"
    if kind == "plans" and record.budget:
        yield "budget"
    if any(len(relations.naming(kind, record.id, by)) > most for by, most in SHOWN.items()):
        yield "exchanges"
    if len(record.discrepancies) > DISCREPANCIES:
        yield "discrepancies"


def _head(view: View, *, name: str, above: HeadOf, way: str) -> Head:
    record = above(view)
    chapter = view.plain(f"chapter.{name}")
    return Head(
        title=view.plain("chapter.title", record=record.title, chapter=chapter),
        description=view.plain("chapter.description", record=record.title, chapter=chapter),
        crumbs=(*record.crumbs, Crumb(record.title, way)),
    )
