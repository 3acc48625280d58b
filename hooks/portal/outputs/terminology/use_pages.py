"""The pages that name concepts: what each is called, where it is, and which comes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.catalog.tie import Tie
from portal.model.records.kinds import EXCHANGES, GLOSSARY, KINDS
from portal.outputs.terminology.term_uses import WRITTEN
from portal.pages.address import address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.record import Record
    from portal.outputs.terminology.term_uses import Use
    from portal.pages.writing.written_page import WrittenPage

TIES = "ties"
"""What the pages of ties are called among the kinds."""


@dataclass(frozen=True, slots=True)
class UsePages:
    """Pages of records, of ties, and written ones."""

    catalog: Catalog
    written: Mapping[tuple[str, str], WrittenPage]
    """By locale and address."""

    def record(self, use: Use) -> Record:
        """The record whose page, or the page of whose tie, it is; written pages have none."""
        found: Record = self.catalog.of(use.kind)[use.record]
        return found

    def tie(self, use: Use) -> Tie | None:
        """The tie whose page it is, if it is one."""
        if not use.owner:
            return None
        city = self.catalog.cities[use.record]
        return next(tie for one in city.partnerships if (tie := Tie(city, one)).owner == use.owner)

    def title(self, use: Use, locale: str) -> str:
        """What a written page is called."""
        front = self.written[locale, use.record].front
        return front.title if front else ""

    def names(self, use: Use) -> tuple[object, ...]:
        """What a page is called in both languages, and what its address is made of."""
        if use.kind == WRITTEN:
            return self.title(use, "zh"), self.title(use, "en"), use.record
        record, tie = self.record(use), self.tie(use)
        found = (record.title_in("zh"), record.title_in("en"), address(use.kind, record))
        if tie is None:
            return found
        home, unit = self.catalog.homes[tie.partnership.home], tie.partnership.unit
        owners = (home.name, home.full_name, *((self.catalog.units[unit].name,) if unit else ()))
        return *found, *((name["zh"], name["en"]) for name in owners)

    def newest_first(self, use: Use) -> tuple[int, str, str]:
        """The newest first; what has no date after it, by id."""
        begin = None if use.kind == WRITTEN else KINDS[use.kind].begin(self.record(use))
        known = int(begin.iso.replace("-", "").ljust(8, "0")) if begin else 0
        return -known, use.record, use.owner


def rank(kind: str) -> tuple[bool, bool, int, bool]:
    """What tells of single days before what lasts, as the search ranks kinds; then what is written, and definitions."""
    if kind == WRITTEN:
        return False, True, 0, False
    known = EXCHANGES if kind == TIES else KINDS[kind]
    return known is GLOSSARY, False, -known.rank, kind == TIES
