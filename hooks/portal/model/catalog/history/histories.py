"""All entries of a portal, and those of each government, unit, place, organization and tie. Made once, in one pass."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from portal.model.catalog.history.entry import Entry, newest_first
from portal.model.catalog.history.exchange_entries import exchange_entries, is_inside
from portal.model.catalog.history.paper_entries import paper_entries
from portal.model.catalog.history.seat_entries import seat_entries
from portal.model.catalog.history.tie_entries import TieEntries
from portal.model.catalog.history.told_once import ToldOnce, pairs_of

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog

EVERY = ""
"""The key of the history of the whole portal: every exchange, and what governments that publish here did besides."""


def build_histories(catalog: Catalog) -> dict[str, list[Entry]]:
    """The entries, the newest first, by subject: ``EVERY``, ``cities/jp-kaga``, ``ties/jp-kaga--kaohsiung-gushan``."""
    exchanges = exchange_entries(catalog)
    told = ToldOnce()
    for entry in exchanges.values():
        told.add(entry, pairs_of(entry))
    outer = [entry for entry in exchanges.values() if not is_inside(entry, exchanges)]
    entries = [*outer, *TieEntries(catalog, told).entries()]
    entries += seat_entries(catalog, exchanges.values())
    entries += paper_entries(catalog, exchanges)
    _number(entries)
    entries.sort(key=newest_first)
    for entry in entries:
        entry.inner.sort(key=lambda inner: (inner.within, inner.start, inner.id))
    return _by_subject(catalog, entries)


def _number(entries: list[Entry]) -> None:
    """Tell apart entries of one kind, tie and date: the second gets a number."""
    seen: Counter[str] = Counter()
    for entry in entries:
        seen[entry.id] += 1
        if seen[entry.id] > 1:
            entry.id = f"{entry.id}-{seen[entry.id]}"


def _by_subject(catalog: Catalog, entries: list[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    ties = {
        (partnership.unit or partnership.home, city.id)
        for city in catalog.cities.values()
        for partnership in city.partnerships
    }
    for entry in entries:
        homes = map(catalog.homes.get, entry.homes)  # an unknown one is a problem of its own
        if entry.exchange or any(home.publishes for home in homes if home):
            found[EVERY].append(entry)
        subjects = dict.fromkeys(entry.subjects())
        subjects |= dict.fromkeys(_ties(entry, ties))
        for inner in entry.inner:  # of a subject that took part only in a part, the part is shown
            own = dict.fromkeys([*inner.subjects(), *_ties(inner, ties)])
            for subject in own.keys() - subjects.keys():
                found[subject].append(inner)
        for subject in subjects:
            found[subject].append(entry)
    return dict(found)


def _ties(entry: Entry, ties: set[tuple[str, str]]) -> list[str]:
    """The ties of those who took part, as subjects."""
    named = [f"ties/{tie.key}" for tie in entry.ties]
    found = [f"ties/{city}--{ours}" for ours, city in pairs_of(entry) if (ours, city) in ties]
    return [*named, *found]
