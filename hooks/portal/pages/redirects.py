"""Former addresses of pages: ids may be renamed, but links must not break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.catalog.chapters import chapter_names
from portal.model.records.kinds import KINDS
from portal.model.values.locale import LOCALES
from portal.pages.address import address, relative

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Environment

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations


def former_addresses(catalog: Catalog, relations: Relations) -> Iterator[tuple[str, str]]:
    """The old and the new address of each page of a renamed record, including its chapters."""
    for kind in KINDS.with_pages:
        for record in catalog.of(kind).values():
            for former in record.former_ids:
                new = address(kind.name, record)
                old = address(kind.name, record.model_copy(update={"id": former}))
                yield old, new
                for name in chapter_names(relations, kind.name, record):
                    yield f"{old}{name}/", f"{new}{name}/"


def redirects(moved: Mapping[str, str], env: Environment) -> Iterator[tuple[str, str]]:
    """Each former address in each locale, and the HTML that redirects from there; ``moved`` maps old to new."""
    template = env.get_template("redirect.html.j2")
    for old, new in moved.items():
        for locale in LOCALES:
            html = template.render(lang=locale.lang, target=relative(new, old))
            yield f"{locale.prefix}{old}", html
