"""Headings of written pages: each has an id of its own, the same in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = re.compile(r"#{1,6}\s")
_HEADING_ID = re.compile(r"\{[^}]*#[a-z][a-z0-9-]*[^}]*\}\s*$")


def heading_problems(path: str, text: str) -> Iterator[Problem]:
    """Headings without an id; one made from the text would differ between the languages."""
    fenced = False
    for number, line in enumerate(text.split("\n"), start=1):
        fenced ^= line.startswith(("```", "~~~"))
        if not fenced and _HEADING.match(line) and not _HEADING_ID.search(line):
            found = {"found": line.strip()}
            yield Problem(Place(path, number), "heading-without-id", found)
