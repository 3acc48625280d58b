"""What entries are called: by their own titles, or put together from labels and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.partnership import HEADLINE_KINDS
from portal.pages.render.first_sentence import first_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.model.catalog.history.entry import Entry
    from portal.model.catalog.tie import Tie
    from portal.model.records.partnership import Stage
    from portal.pages.render.storyteller import Storyteller

MOST_NAMED = 4
"""Places that a title names; of more it names the first, and says how many follow."""

SHORT = {"zh": 30, "en": 100}
"""Characters of a text that may stand as a title."""


class EntryTitles:
    """Names entries in the locale of a view."""

    def __init__(self, view: Storyteller) -> None:
        self._view = view

    def of(self, entry: Entry) -> str:
        """What it is called."""
        view = self._view
        record = (
            entry.exchange or entry.plan or (entry.reports[0] if entry.kind == "report" else None)
        )
        if record:
            return view.title(record)
        if entry.seat:
            return self._of_seat(entry)
        if entry.kind == "expiry":
            return self._say("history.expiry", entry, title=entry.agreements[0].title[view.locale])
        if entry.is_end:
            return self._say("history.ended", entry, kind=self._kind(entry.ties[0]))
        if entry.kind in ("tie", "approval") or (
            entry.stages and not entry.agreements and not self._founds(entry)
        ):
            return self._of_stage(entry, entry.stages[0])
        return self._of_signing(entry)

    def _of_seat(self, entry: Entry) -> str:
        view, seat = self._view, entry.seat
        assert seat is not None
        member = seat.membership.home or seat.membership.city or ""
        values = {"member": self._name(member), "organization": view.title(seat.organization)}
        if entry.role:
            return view.plain("history.role", role=entry.role.title[view.locale], **values)
        if entry.is_end:
            return view.plain("history.left", **values)
        return view.plain(f"history.joined.{_manner(seat.membership.membership_class)}", **values)

    def _of_stage(self, entry: Entry, stage: Stage) -> str:
        locale = self._view.locale
        if stage.title:
            return stage.title[locale]
        text = stage.text[locale]
        if len(text) <= SHORT[locale] and first_sentence(text, locale) == text.strip():
            return text.rstrip("。.")
        if stage.approver:
            return self._say("history.approved", entry, approver=stage.approver[locale])
        status = stage.status if stage.status in ("proposed", "dormant", "ended") else "noted"
        return self._say(f"history.turn.{status}", entry)

    def _of_signing(self, entry: Entry) -> str:
        titles = [agreement.title[self._view.locale] for agreement in entry.agreements]
        if self._founds(entry) or not titles:
            tie = entry.ties[0]
            form = "tie" if tie.partnership.kind in HEADLINE_KINDS else "paper"
            return self._say(f"history.founded.{form}", entry, kind=self._kind(tie))
        return self._say(
            "history.signed", entry, title=self._view.plain("list.separator").join(titles)
        )

    @staticmethod
    def _founds(entry: Entry) -> bool:
        """Whether a tie of its present kind began with it."""
        return any(
            tie.partnership.signed == entry.start and tie.partnership.kind in HEADLINE_KINDS
            for tie in entry.ties
        )

    def _kind(self, tie: Tie) -> str:
        kind = self._view.plain(f"kind.{tie.partnership.kind}")
        return kind.lower() if self._view.locale == "en" else kind

    def _say(self, key: str, entry: Entry, **values: str) -> str:
        view = self._view
        cities = [view.title(view.catalog.cities[one]) for one in entry.cities]
        if len(cities) > MOST_NAMED:
            others = view.plain("history.others", named=cities[0], count=len(cities) - 1)
        else:
            others = self._and(cities)
        return view.plain(key, owner=self._owner(entry.ties[0]), cities=others, **values)

    def _and(self, names: Sequence[str]) -> str:
        view = self._view
        if len(names) < 2:
            return "".join(names)
        return view.plain(
            "list.and", items=view.plain("list.separator").join(names[:-1]), last=names[-1]
        )

    def _owner(self, tie: Tie) -> str:
        return self._name(tie.owner)

    def _name(self, party: str) -> str:
        view = self._view
        if party in view.catalog.units:
            return view.unit_name(party).unescape()
        if home := view.catalog.homes.get(party):
            return home.name[view.locale]
        return view.title(view.catalog.cities[party])


def _manner(membership_class: str) -> str:
    """Which sentence says that a member joined."""
    special = ("founding", "host", "participant", "signatory")
    return membership_class if membership_class in special else "member"
