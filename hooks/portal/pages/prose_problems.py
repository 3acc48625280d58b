"""Prose fields of records link to pages that exist, and hold nothing that a reader would see as Markdown."""

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
"""Emphasis from letter to letter, which always is one; for what remains the parser is asked, which takes longer."""
_TAG = re.compile(r"<[^>]*>")


def prose_problems(
    loaded: Loaded, addresses: set[str], now: Moment, later: Callable[[], set[str]]
) -> Iterator[Problem]:
    """Everything that is wrong with prose, at the place of the text.

    A link to a record that a model refused is no further mistake. What is still to come may link to what else is:
    ``later`` gives all addresses that there will be. A draft may link anywhere.
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
    """Images, which prose cannot have, and asterisks that make no emphasis.

    CommonMark sees none in ``**重要：**請``: closing asterisks between punctuation and a letter close nothing.
    A preview asks again for every text at each rebuild.
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
    """Links that lead to no page, each with the nearest address that there is."""
    for target in portal_links(text):
        page = target.partition("#")[0]
        if page in addresses or page.rstrip("/").rpartition("/")[2] in refused:
            continue
        if cure := nearest(page, addresses):
            yield "dead-link-near", {"found": f"/{target}", "nearest": f"/{cure}"}
        else:
            yield "dead-link", {"found": f"/{target}"}
