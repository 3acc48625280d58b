"""Parts of a record that would make its page too long, each on a page of its own below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from portal.model.catalog.chapters import chapter_names
from portal.pages.address import address, chapter_address
from portal.pages.page import PageSource
from portal.pages.render.head import Crumb, Head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.records.record import Record
    from portal.pages.render.view import View

    HeadOf = Callable[[View], Head]


def chapter_pages(
    catalog: Catalog, relations: Relations, kind: str, record: Record, head: HeadOf
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


def _head(view: View, *, name: str, above: HeadOf, way: str) -> Head:
    record = above(view)
    chapter = view.plain(f"chapter.{name}")
    return Head(
        title=view.plain("chapter.title", record=record.title, chapter=chapter),
        description=view.plain("chapter.description", record=record.title, chapter=chapter),
        crumbs=(*record.crumbs, Crumb(record.title, way)),
    )
