"""The headings of a written page in both languages: the same ids, in the same order, on the same levels."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from portal.pages.writing.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from portal.pages.writing.headings import Heading

Slots = dict[str, list["Heading"]]
"""The headings that only one page has, by the shared id before them; those at the beginning by an empty one."""


class HeadingPairs:
    """Compares the headings of the first page with those of the second, which translates it."""

    def __init__(
        self,
        first: Sequence[Heading],
        second: Sequence[Heading],
        told: tuple[Collection[int | None], Collection[int | None]] = ((), ()),
    ) -> None:
        """``told`` has the indexes of headings on either page whose level is wrong in itself."""
        self._first = {heading.id: heading for heading in first if heading.id}
        self._second = {heading.id: heading for heading in second if heading.id}
        self._shared = self._first.keys() & self._second.keys()
        self._lists, self._told = (first, second), told

    def findings(self, path: str, second: str) -> tuple[list[Finding], list[Finding]]:
        """What is wrong on the first page and on the second, whose files these are; each names the other."""
        on_first: list[Finding] = []
        on_second = list(self._levels(path))
        if misplaced := self._misplaced():
            on_second.append(_finding("heading-order", misplaced, path))
        slots = [self._slots(headings) for headings in self._lists]
        for after in dict.fromkeys([*slots[0], *slots[1]]):
            pairs = zip_longest(*(slot.get(after, []) for slot in slots))
            for one, other in pairs:
                if one and other and one.id and other.id:
                    if 1 not in (one.level, other.level) or one.level == other.level:
                        on_second.append(_ids_differ(one, other, path))
                elif other and not one:
                    on_second += _unpaired(other, path)
                elif one and not other:
                    on_first += _unpaired(one, second)
        return on_first, on_second

    def _levels(self, path: str) -> Iterator[Finding]:
        for name, heading in self._second.items():
            first = self._first.get(name)
            if not first or first.index in self._told[0] or heading.index in self._told[1]:
                continue
            # A heading of level one that is missing or surplus has a problem of its own.
            if first.level != heading.level and 1 not in (first.level, heading.level):
                found = {"found": heading.shown, "other": first.shown, "path": path}
                yield Finding("heading-levels-differ", found, heading.index)

    def _misplaced(self) -> Heading | None:
        """The first heading of the second page whose shared id comes in another order."""
        first, second = (
            [heading for heading in headings if heading.id in self._shared]
            for headings in self._lists
        )
        pairs = zip(first, second, strict=True)
        return next((other for one, other in pairs if one.id != other.id), None)

    def _slots(self, headings: Sequence[Heading]) -> Slots:
        slots: Slots = {}
        after = ""
        for heading in headings:
            if heading.id in self._shared:
                after = heading.id
            else:
                slots.setdefault(after, []).append(heading)
        return slots


def _unpaired(heading: Heading, path: str) -> Iterator[Finding]:
    """The page that lacks a heading of level one has a problem of its own."""
    if heading.id and heading.level > 1:
        yield _finding("heading-unpaired", heading, path)


def _ids_differ(one: Heading, other: Heading, path: str) -> Finding:
    found = {"found": f"#{other.id}", "other": f"#{one.id}", "path": path}
    return Finding("heading-ids-differ", found, other.index, sought=(other.id,))


def _finding(code: str, heading: Heading, path: str) -> Finding:
    return Finding(code, {"found": heading.shown, "path": path}, heading.index)
