"""Which numbers change that the portal states: ties in headlines, what counts for plans, records of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.catalog.counts import count_ties
from portal.model.catalog.indicator_counts import indicator_count
from portal.model.records.kinds import KINDS
from portal.model.values.locale import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.comparison.side import Both
    from portal.edition import Edition


@dataclass(frozen=True, slots=True)
class CountChange:
    """A number that changes."""

    what: Both
    """Whose and of what: ``甲市：姊妹市``."""
    old: int
    new: int
    key: str
    """``ties:alpha:sister``, ``indicator:plan:Exchanges held`` or ``records:cities``."""


_COLON = {"zh": "：", "en": ": "}


def count_changes(old: Edition, new: Edition) -> list[CountChange]:
    """The numbers that differ, ties of each home first."""
    sides = [list(_counts(side)) for side in (old, new)]
    was, is_ = ({key: count for key, _, count in side} for side in sides)
    known = {key: what for side in sides for key, what, _ in side}
    names = dict(sorted(known.items(), key=lambda item: item[0].startswith("records:")))
    return [
        CountChange(names[key], was.get(key, 0), is_.get(key, 0), key)
        for key in names
        if was.get(key, 0) != is_.get(key, 0)
    ]


def _counts(edition: Edition) -> Iterator[tuple[str, Both, int]]:
    views = {locale.code: edition.view(locale.code) for locale in LOCALES}
    for home in edition.catalog.publishers:
        for count in count_ties(edition.relations.ties_of_home.get(home.id, [])):
            label = f"kind.{count.kind}.plural"
            what = {
                code: f"{home.title_in(code)}{_COLON[code]}{view.plain(label)}"
                for code, view in views.items()
            }
            yield f"ties:{home.id}:{count.kind}", what, count.headline
    for plan in edition.catalog.plans.values():
        for indicator in plan.indicators:
            if indicator.counts is not None:
                what = {
                    code: f"{plan.title[code]}{_COLON[code]}{indicator.name[code]}"
                    for code in views
                }
                found = indicator_count(plan, indicator.counts, edition.relations)
                yield f"indicator:{plan.id}:{indicator.name.en}", what, found.number
    for kind in KINDS.with_lists:
        label = f"{kind.section}.title"
        what = {code: view.plain(label) for code, view in views.items()}
        yield f"records:{kind.name}", what, len(edition.catalog.of(kind))
