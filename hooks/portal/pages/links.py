"""Links inside prose fields of records lead to pages that exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem, nearest
from portal.model.locale import LOCALES
from portal.model.text import Prose
from portal.model.walk import walk
from portal.pages.prose import portal_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.dates import PartialDate
    from portal.model.load import Loaded


def link_problems(loaded: Loaded, addresses: set[str], today: PartialDate) -> Iterator[Problem]:
    """Links that lead to no page, with the nearest address that there is.

    A link to a record that a model refused is no further mistake; what is not public may link to the same.
    """
    refused = set().union(*loaded.refused.values())
    for kind, rows in loaded.rows.items():
        if kind in ("labels", "countries"):
            continue
        for row in rows:
            if row.record.is_public(today):
                for loc, prose in walk(row.record):
                    if isinstance(prose, Prose):
                        for target, locale in _targets(prose):
                            if not _leads_somewhere(target, addresses, refused):
                                yield Problem(row.place((*loc, locale)), *_dead(target, addresses))


def _targets(prose: Prose) -> Iterator[tuple[str, str]]:
    """The addresses that a text links to, each with the locale of the link."""
    for locale in LOCALES:
        for target in portal_links(prose[locale.code]):
            yield target, locale.code


def _leads_somewhere(target: str, addresses: set[str], refused: set[str]) -> bool:
    page = target.partition("#")[0]
    return page in addresses or page.rstrip("/").rpartition("/")[2] in refused


def _dead(target: str, addresses: set[str]) -> tuple[str, dict[str, str]]:
    if cure := nearest(target.partition("#")[0], addresses):
        return "dead-link-near", {"found": f"/{target}", "nearest": f"/{cure}"}
    return "dead-link", {"found": f"/{target}"}
