"""Links in the prose of records that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import KINDS
from portal.pages.address import address
from portal.pages.links.link_address import Origin, Wrong, scheme_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from portal.model.reading.load import Row
    from portal.model.records.record import Record
    from portal.model.values.walk import Loc
    from portal.pages.links.link_targets import LinkTargets
    from portal.text.text_block import Target


def link_problems(
    row: Row[Record], loc: Loc, found: Sequence[Target], text: str, targets: LinkTargets
) -> Iterator[Problem]:
    """What is wrong with each link found in a prose field, where it is written; ``loc`` ends in a locale."""
    if not found:
        return
    has_fragment = any(link.url.startswith("#") for link in found)
    origin = _origin(row, str(loc[-1]), targets if has_fragment else None)
    for link in found:
        if wrong := _judge(link, origin, targets):
            place = row.document.place_within((*row.loc, *loc), text, link.at, link.written)
            yield Problem(place, *wrong)


def _judge(link: Target, origin: Origin, targets: LinkTargets) -> Wrong | None:
    if scheme_of(link.url) not in ("", "http", "https"):
        return Wrong("unsafe-link", {"found": link.url})
    return targets.judge(link.url, origin)


def _origin(row: Row[Record], locale: str, targets: LinkTargets | None) -> Origin:
    """The page of the record, and those of its parts if links can name what they show."""
    kind = KINDS[row.kind]
    if not kind.noun:
        return Origin(locale, f"{kind.section}/")
    page = address(row.kind, row.record)
    return Origin(locale, page, others=targets.below(page) if targets else ())
