"""Former addresses of pages: ids may be renamed, but links must not break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.catalog.chapters import has_chapter
from portal.model.records.home import Home
from portal.model.records.kinds import KINDS
from portal.model.values.locale import LOCALES
from portal.pages.address import address, relative
from portal.pages.chapter_addresses import chapter_address
from portal.pages.reconciliation_pages import has_reconciliation, reconciliation_address
from portal.pages.tie_pages import former_tie_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Environment

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations


def former_addresses(catalog: Catalog, relations: Relations) -> Iterator[tuple[str, str]]:
    """The old and the new address of each page of a renamed record, including its chapter."""
    for kind in KINDS.with_pages:
        for record in catalog.of(kind).values():
            for former in record.former_ids:
                old = record.model_copy(update={"id": former})
                yield address(kind.name, old), address(kind.name, record)
                if has_chapter(relations, kind.name, record):
                    yield chapter_address(kind.name, old), chapter_address(kind.name, record)
                if (
                    isinstance(record, Home)
                    and isinstance(old, Home)
                    and has_reconciliation(record)
                ):
                    yield reconciliation_address(old), reconciliation_address(record)
    yield from former_tie_addresses(catalog)


def redirects(moved: Mapping[str, str], env: Environment, styles: str) -> Iterator[tuple[str, str]]:
    """Each former address in each locale, and the HTML that redirects from there.

    ``moved`` maps old to new; ``styles`` is the address of the style sheet in the site.
    """
    template = env.get_template("redirect.html.j2")
    for old, new in moved.items():
        for locale in LOCALES:
            target = relative(new, old)
            page = target.partition("#")[0]
            css = relative(styles, f"{locale.prefix}{old}")
            html = template.render(lang=locale.lang, target=target, page=page, styles=css)
            yield f"{locale.prefix}{old}", html
