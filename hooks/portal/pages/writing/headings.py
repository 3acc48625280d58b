"""Headings of a written page: levels in order, each with an id of its own, which the other language repeats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.pages.writing.findings import Finding
from portal.pages.writing.html_parts import plain
from portal.pages.writing.page_parser import NO_ID
from portal.text.outline import skipped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from portal.pages.writing.html_parts import Element
    from portal.pages.writing.html_scan import HtmlScan

_ID = re.compile(r"[a-z][a-z0-9-]*")
_NOT_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page."""

    index: int
    """Among the elements."""
    level: int
    id: str
    """Empty if there is nothing to compare: it has none, or something about it is wrong already."""
    text: str

    @property
    def shown(self) -> str:
        """How a problem quotes it."""
        return f"{'#' * self.level} {self.text}"


def headings(
    scan: HtmlScan, taken: Collection[str], *, has_title: bool = False
) -> tuple[list[Heading], list[Finding]]:
    """The headings of a page, and what is wrong with ids; ``taken`` are those of the frame around it.

    With ``has_title`` the frame shows a heading of level one.
    """
    found: list[Heading] = []
    wrong: list[Finding] = []
    seen = set(taken)
    has_one = has_title
    for index, element in enumerate(scan.elements):
        name = element.attrs.get("id")
        is_given = name not in (None, NO_ID)
        is_new = is_given and name not in seen
        if is_given:
            seen.add(str(name))
            if not is_new:
                code = "id-of-frame" if name in taken else "id-twice"
                wrong.append(_finding(code, index, {"found": f"#{name}"}, str(name)))
        if element.level:
            heading = Heading(index, element.level, "", _text(element))
            is_surplus = element.level == 1 and has_one
            if not heading.text:
                given = {"found": "#" * heading.level}
                wrong.append(_finding("nothing-in-prose", index, given))
            if is_surplus or not heading.text:
                pass  # it has a problem of its own
            elif not is_given:
                wrong.append(_finding("heading-without-id", index, {"found": heading.shown}))
            elif not _ID.fullmatch(str(name)):
                cure = _NOT_ID.sub("-", str(name).lower()).strip("-0123456789") or "some-id"
                given = {"found": f"#{name}", "cure": f"#{cure}"}
                wrong.append(_finding("bad-heading-id", index, given, str(name)))
            elif is_new:
                heading = Heading(index, element.level, str(name), heading.text)
            has_one |= element.level == 1
            found.append(heading)
    return found, wrong


def level_findings(found: list[Heading], *, has_title: bool) -> Iterator[Finding]:
    """Levels out of order; with ``has_title`` the frame shows a heading of level one above the page's text."""
    ones = [heading for heading in found if heading.level == 1]
    if has_title:
        for heading in ones:
            yield _finding("heading-of-level-one", heading.index, {"found": heading.text})
    else:
        for heading in ones[1:]:
            yield _finding("heading-one-again", heading.index, {"found": heading.shown})
        if not ones:
            yield Finding("heading-one-missing")
            return
    levels = [heading.level for heading in found]
    for number, limit in skipped(levels, 1 if has_title else 0):
        given = {"found": found[number].shown, "limit": str(limit)}
        yield _finding("heading-level-skipped", found[number].index, given)


def _finding(code: str, index: int, found: dict[str, str], sought: str = "") -> Finding:
    return Finding(code, found, index, sought=(sought,) if sought else ())


def _text(element: Element) -> str:
    return " ".join(plain(element.text).split())
