"""The chapter of a record: all that names it, on a page below its own, which shows only the newest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from portal.model.catalog.chapters import has_chapter
from portal.pages.address import address
from portal.pages.chapter_addresses import chapter_address
from portal.pages.page import PageSource
from portal.pages.render.head import Crumb, Head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.records.record import Record
    from portal.pages.render.view import View

    HeadOf = Callable[[View], Head]

TEMPLATE = "chapter.html.j2"


def chapter_pages(
    catalog: Catalog, relations: Relations, kind: str, record: Record, head: HeadOf
) -> Iterator[PageSource]:
    """The page below a record's page, whose head is given, if there is more to show."""
    if has_chapter(relations, kind, record):
        yield PageSource(
            path=chapter_address(kind, record),
            template=TEMPLATE,
            head=partial(_head, above=head, way=address(kind, record)),
            params={"kind": kind, "record": record},
            place=catalog.places[kind, record.id],
        )


def _head(view: View, *, above: HeadOf, way: str) -> Head:
    record = above(view)
    return Head(
        title=view.plain("chapter.title", record=record.title),
        description=view.plain("chapter.description", record=record.title),
        crumbs=(*record.crumbs, Crumb(record.title, way)),
    )
