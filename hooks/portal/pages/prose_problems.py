"""Prose fields must link only to existing pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem, nearest
from portal.model.values.locale import LOCALES
from portal.model.values.text import Prose
from portal.model.values.walk import walk
from portal.pages.render.prose import portal_links

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.model.reading.load import Loaded
    from portal.model.values.moment import Moment

    Found = tuple[str, dict[str, str]]


def prose_problems(
    loaded: Loaded, addresses: set[str], now: Moment, later: Callable[[], set[str]]
) -> Iterator[Problem]:
    """Dead links in prose, at the location of the text.

    Links to records that a model refused are not reported as well. Records that are not yet public may link to others
    like them: ``later`` gives all future addresses. A draft may link anywhere.
    """
    refused = set().union(*loaded.refused.values())
    for row in loaded.records:
        record = row.record
        targets = addresses if record.is_public(now) else set() if record.draft else later()
        for loc, prose in walk(record):
            if isinstance(prose, Prose):
                for locale in LOCALES:
                    text = prose[locale.code]
                    for code, found in dead_links(text, targets, refused) if targets else ():
                        yield Problem(row.place((*loc, locale.code)), code, found)


def dead_links(text: str, addresses: set[str], refused: set[str]) -> Iterator[Found]:
    """Dead links, each with the nearest existing address."""
    for target in portal_links(text):
        page = target.partition("#")[0]
        if page in addresses or page.rstrip("/").rpartition("/")[2] in refused:
            continue
        if cure := nearest(page, addresses):
            yield "dead-link-near", {"found": f"/{target}", "nearest": f"/{cure}"}
        else:
            yield "dead-link", {"found": f"/{target}"}
