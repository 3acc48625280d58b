"""Addresses that records had before: an id may be renamed, a link to it must not break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.locale import LOCALES
from portal.pages.address import address, relative
from portal.pages.record_pages import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

    from portal.model.catalog import Catalog


def redirects(catalog: Catalog, env: Environment) -> Iterator[tuple[str, str]]:
    """The old address of each renamed record, in each locale, and the HTML that leads on from there."""
    template = env.get_template("redirect.html.j2")
    for kind in TEMPLATES:
        for record in getattr(catalog, kind).values():
            for former in record.former_ids:
                new = address(kind, record)
                old = address(kind, record.model_copy(update={"id": former}))
                for locale in LOCALES:
                    yield (
                        f"{locale.prefix}{old}",
                        template.render(lang=locale.lang, target=relative(new, old)),
                    )
