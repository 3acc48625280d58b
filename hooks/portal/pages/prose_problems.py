"""Prose fields must link only to existing pages, and contain no Markdown that readers would see as raw text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from portal.data.problem import Problem, nearest, shorten
from portal.model.values.locale import LOCALES
from portal.model.values.text import Prose
from portal.model.values.walk import walk
from portal.pages.render.prose import portal_links, show_prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.model.reading.load import Loaded
    from portal.model.values.moment import Moment

    Found = tuple[str, dict[str, str]]

_IMAGE = re.compile(r"!\[[^\]]*\](\([^)]*\)?)?")
_CODE = re.compile(r"<code.*?</code>", re.DOTALL)
_EMPHASIS = re.compile(r"(\*{1,2})\w(?:[^*\n]*\w)?\1")
"""Emphasis between letters, which is always valid; for the rest, the slower parser decides."""
_TAG = re.compile(r"<[^>]*>")


def prose_problems(
    loaded: Loaded, addresses: set[str], now: Moment, later: Callable[[], set[str]]
) -> Iterator[Problem]:
    """Everything that is wrong with prose, at the location of the text.

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
                    problems = [*unreadable(text)]
                    if targets:
                        problems += dead_links(text, targets, refused)
                    for code, found in problems:
                        yield Problem(row.place((*loc, locale.code)), code, found)


@lru_cache(maxsize=100_000)
def unreadable(text: str) -> tuple[Found, ...]:
    """Images, which are not allowed in prose, and asterisks that do not make emphasis.

    CommonMark recognizes none in ``**重要：**請``: asterisks between punctuation and a letter cannot close emphasis.
    A preview checks every text again on each rebuild.
    """
    found: list[Found] = []
    if "![" in text and (image := _IMAGE.search(text)):
        found.append(("image-in-prose", {"found": shorten(image[0])}))
    if "*" in text and "\\*" not in text and "*" in _EMPHASIS.sub("", text):
        shown = _TAG.sub("", _CODE.sub("", show_prose(text, "")))
        before, asterisk, after = shown.partition("*")
        if asterisk:
            shown = f"{before[-8:]}*{after[:12]}".replace("\n", " ")
            found.append(("asterisk-in-prose", {"found": shown}))
    return tuple(found)


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
