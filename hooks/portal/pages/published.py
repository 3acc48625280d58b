"""All addresses ever published: each must lead to a page, or to the reason why there is none.

The file ``published/addresses.txt`` lists them, one per line, the same for both languages. ``portal snapshot``
adds those of the present site; nothing removes any.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.data.opening import is_regular
from portal.data.problem import Place, Problem
from portal.data.root import Root
from portal.data.whole_file import write_whole
from portal.model.catalog.kept_back import TIES
from portal.model.records.kind import UNITS
from portal.model.records.kinds import HOMES, PRESS_RELEASES
from portal.pages.address import parent
from portal.pages.chapter_addresses import record_above, section_address, tie_at
from portal.pages.index_pages import is_list_part, list_subject
from portal.pages.links.missing_page import missing_page
from portal.pages.timeline_pages import TIMELINE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from portal.model.catalog.relations import Relations
    from portal.model.values.partial_date import PartialDate
    from portal.pages.page import PageSource

FILE = "published/addresses.txt"

_ATTACHMENT = re.compile(rf"({PRESS_RELEASES.section}/\d{{4}}/[^/]+/)files/[^/]+")
"""The address of an attachment, and that of its release."""


def published_addresses(root: Path) -> dict[str, int]:
    """The content of the file, as addresses below a locale's root, each with its line number."""
    if not is_regular(root / FILE):
        return {}
    text, _ = Root(root).read_text(root / FILE)  # lost_problems reports its problems
    lines = enumerate(text.split("\n"), start=1)
    return {line.strip().removeprefix("/"): number for number, line in lines if line.strip()}


def note_published(root: Path, addresses: Iterable[str]) -> int:
    """Add addresses below a locale's root, such as ``press/2026/news/``, to the file; returns how many are new."""
    known = published_addresses(root).keys()
    noted = known | set(addresses)
    write_whole({root / FILE: "".join(f"/{address}\n" for address in sorted(noted))})
    return len(noted) - len(known)


def stand_ins(
    lost: Iterable[str],
    pages: Mapping[str, PageSource],
    former: Mapping[str, str],
    relations: Relations,
    kept_back: Callable[[], Collection[tuple[str, str]]],
    *,
    today: PartialDate,
) -> Iterator[tuple[str, str]]:
    """Lost lists and chapters, which end when they have nothing left to show, and what readers find instead.

    For a list that is the list above it, for a chapter the section of its record's page, or what is left of that page:
    the reason why it is gone. ``pages`` are all pages, ``former`` leads from the old addresses of renamed records to
    the new ones. A list about a record that is kept back, which ``kept_back`` gives by kind and id, leads nowhere: its
    address names that record. So does that of a tie that is kept back, or whose home or unit is.
    """
    for address in lost:
        above = parent(address)
        if is_list_part(address):
            subject = list_subject(address)
            if subject and subject in kept_back():
                continue
            while above and above not in pages:
                above = parent(above)
            if above or address.startswith(TIMELINE):  # which ends when nothing is dated any more
                yield address, above
        elif record_above(address):
            page = pages.get(former.get(above, above))
            if _names_kept_back(address, kept_back):
                continue
            if page is not None:
                yield address, _instead(address, page, relations, today)


def _instead(address: str, page: PageSource, relations: Relations, today: PartialDate) -> str:
    """What readers of a former chapter find instead, given the page that its record has now."""
    if page.subject is None:
        return page.path
    return section_address(address, relations, today, *page.subject)


def _names_kept_back(address: str, kept_back: Callable[[], Collection[tuple[str, str]]]) -> bool:
    """Whether an address is that of a tie that must not be told."""
    tie = tie_at(address)
    return _owner_is_in(address, kept_back) or (any(tie) and (TIES, "/".join(tie)) in kept_back())


def _owner_is_in(address: str, names: Callable[[], Collection[tuple[str, str]]]) -> bool:
    _, owner = tie_at(address)
    return bool(owner) and any((kind, owner) in names() for kind in (HOMES.name, UNITS))


def ties_lost_with_owner(
    lost: Iterable[str], kept_back: Callable[[], Collection[tuple[str, str]]]
) -> Iterator[str]:
    """Lost pages of ties of which nothing need be told: that of the home is lost too, or ended as announced."""
    return (address for address in lost if _owner_is_in(address, kept_back))


def explained_files(lost: Iterable[str], ends: Collection[str]) -> Iterator[str]:
    """Lost attachments that a page explains: that of their withdrawn or removed release, or a tombstone."""
    for address in lost:
        found = _ATTACHMENT.fullmatch(address)
        if found and (found[1] in ends or f"{address}/" in ends):
            yield address


def lost_problems(
    root: Path,
    published: Mapping[str, int],
    kept: Collection[str],
    expired: Callable[[], Collection[str]],
    untold: Callable[[str], bool],
) -> Iterator[Problem]:
    """Published addresses that are not among those kept, and what is wrong with their file.

    Addresses of expired records are not lost: ``expired`` gives the addresses that would exist if no record had
    expired; it is rarely called. With a record its chapters and ties are lost too, which needs no telling, nor do
    addresses of which ``untold`` says that they may exist. A tie that is kept back while its city is shown is told.
    """
    if is_regular(root / FILE):
        yield from Root(root).read_text(root / FILE)[1]
    lost = [address for address in published if address not in kept and not untold(address)]
    announced = expired() if lost else ()
    for address in lost:
        above = record_above(address)
        is_below_lost = above and above not in kept and (above in announced or above in published)
        if address in announced or is_below_lost:
            continue
        place, found = Place(FILE, published[address]), {"found": f"/{address}"}
        if not (attachment := _ATTACHMENT.fullmatch(address)):
            yield Problem(place, "address-lost", found, missing_page(address))
        elif attachment[1] in kept:
            yield Problem(place, "attachment-lost", {**found, "cure": f"/{address}/"})
        else:
            cure = {**found, "cure": f"/{address}/"}
            yield Problem(place, "attachment-lost", cure, missing_page(address))
