"""What the page of a tie tells: how it stands, what was signed and done, and what is not on record."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from portal.model.catalog.history.activity import last_activity
from portal.model.catalog.quiet_ties import IN_FORCE
from portal.model.catalog.tie import Tie
from portal.model.statistics.shared_partners import is_shared
from portal.model.values.partial_date import PartialDate
from portal.pages.render.city_summary import tie_sentence, ties_in_order
from portal.pages.render.tie_life import life_of
from portal.pages.render.tie_names import tie_heading, tie_years

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.catalog.history.entry import Entry
    from portal.model.catalog.tie import Seat
    from portal.model.records.city import City
    from portal.model.records.partnership import Agreement, Stage
    from portal.model.records.record import Evidence
    from portal.pages.render.chronicle import Chronicle
    from portal.pages.render.tie_life import Life
    from portal.pages.render.view import View

EXCHANGES = ("visits", "conferences", "activities")
"""The families of entries that are exchanges; signings are told as such."""


class TieStories:
    """Tells of ties, for templates."""

    def __init__(self, view: View, chronicle: Chronicle) -> None:
        self._view, self._chronicle = view, chronicle

    def of(self, city: City) -> list[Tie]:
        """The ties of a city, in the order in which its page tells of them."""
        return [Tie(city, partnership) for partnership in ties_in_order(city)]

    def is_shared(self, city: City) -> bool:
        """Whether several governments, or several offices, have ties with a city."""
        return is_shared(city, self._view.catalog)

    def heading(self, tie: Tie) -> str:
        """Both sides."""
        return tie_heading(self._view, tie)

    def years(self, tie: Tie) -> str:
        """Since when."""
        return tie_years(self._view, tie)

    def entries(self, tie: Tie) -> list[Entry]:
        """What took place, the newest first."""
        return self._view.relations.histories.get(f"ties/{tie.key}", [])

    def exchanges(self, tie: Tie) -> list[Entry]:
        """Those of them that are exchanges and took place."""
        return [
            entry
            for entry in self.entries(tie)
            if entry.family in EXCHANGES and self._chronicle.state(entry) == "past"
        ]

    def last(self, tie: Tie) -> Entry | None:
        """What both sides did last, if only within something larger.

        The day is asked for only if something is of this year or later.
        """
        entries, year = self.entries(tie), self._view.catalog.year
        is_over = all(entry.last.year < year for entry in entries)
        found = last_activity(entries, PartialDate(year) if is_over else self._view.catalog.today)
        inner = [one for one in found.inner if _is_between(one, tie)] if found else []
        return inner[-1] if inner else found

    def full_years(self, tie: Tie) -> int:
        """How many years the tie has stood when this year ends; 0 if it does not stand or its date is unknown."""
        since = tie.partnership.since
        stands = since and tie.partnership.status in IN_FORCE
        return self._view.catalog.year - since.year if since and stands else 0

    def lede(self, tie: Tie) -> Markup:
        """The tie in a few sentences."""
        return Markup("" if self._view.locale == "zh" else " ").join(self._said(tie))

    def _said(self, tie: Tie) -> Iterator[Markup]:
        view, status = self._view, tie.partnership.status
        yield tie_sentence(view, tie.city, tie.partnership)
        found = self.exchanges(tie)
        if found:
            first, last = min(e.start.year for e in found), max(e.last.year for e in found)
            yield view.t("ties.exchanges", count=len(found), years=view.years(first, last))
        elif status != "proposed":
            has_signed = any(entry.family == "signings" for entry in self.entries(tie))
            yield view.t("ties.only_signed" if has_signed else "summary.no_exchange")
        last_act = self.last(tie)
        if tie.key in view.relations.quiet:
            day = view.date(last_act.last) if last_act else ""
            yield view.t("ties.quiet" if last_act else "ties.quiet.never", date=day)
        if status == "dormant" and last_act:
            key = "ties.resumed" if self._is_contact(tie, last_act) else "ties.dormant"
            title = self._chronicle.title(last_act)
            yield view.t(key, date=view.span(last_act.start, last_act.end), title=title)

    @staticmethod
    def _is_contact(tie: Tie, entry: Entry) -> bool:
        """Whether both sides met on the day on which the tie was told to be dormant, or later."""
        stages = tie.partnership.history
        told = [stage.date for stage in stages if stage.status == "dormant" and stage.date]
        return entry.exchange is not None and any(
            date.first_day <= entry.last.last_day for date in told
        )

    def agreements(self, tie: Tie) -> list[Agreement]:
        """What both signed, the newest first, undated ones last; also what is written under another city."""
        own = tie.partnership.agreements
        shared = self._view.relations.agreements_of.get(tie.city.id, ())
        joint = [agreement for _, agreement in shared if tie.owner in agreement.parties]
        every = [*own, *(one for one in joint if one not in own)]
        dated = [one for one in every if one.signed]
        dated.sort(key=attrgetter("signed"), reverse=True)
        return [*dated, *(one for one in every if not one.signed)]

    def approvals(self, tie: Tie) -> list[Stage]:
        """What councils and ministries approved, the oldest first."""
        return [stage for stage in tie.partnership.history if stage.approver]

    def adopted(self, tie: Tie) -> list[tuple[str, list[Entry]]]:
        """The units that are responsible for it, each with what it did."""
        entries = self.entries(tie)
        return [
            (unit, [entry for entry in entries if unit in entry.units])
            for unit in tie.partnership.adopting_units
        ]

    def texts(self, tie: Tie, by: str) -> list[Any]:
        """Releases, reports or plans about both sides, the newest first."""
        entries = self.entries(tie)
        told = {entry.exchange.id for entry in entries if entry.exchange}
        found = self._view.all_naming("cities", tie.city, by)
        return [record for record in found if _is_about(record, tie, told)]

    def shared(self, tie: Tie) -> list[tuple[Seat, Seat]]:
        """The organizations to which both belong: the seat of the city, and that of the government."""
        seats = self._view.relations.seats_of
        ours = {seat.organization.id: seat for seat in seats.get(tie.partnership.home, ())}
        theirs = self._view.in_order(seats.get(tie.city.id, ()), "organization")
        both = (seat for seat in theirs if seat.organization.id in ours)
        return [] if tie.partnership.unit else [(seat, ours[seat.organization.id]) for seat in both]

    def missing(self, tie: Tie) -> Markup:
        """What is not on record yet, as a list within a sentence; empty for a tie that was never signed."""
        if tie.partnership.status == "proposed":
            return Markup()
        t = self._view.t
        return t("list.separator").join(t(f"ties.missing.{name}") for name in self._missing(tie))

    def _missing(self, tie: Tie) -> Iterator[str]:
        agreements = self.agreements(tie)
        if tie.partnership.since is None:
            yield "date"
        if not agreements:
            yield "agreement"
        else:
            if not any(one.as_signed for one in agreements):
                yield "title"
            if not any(one.document for one in agreements):
                yield "text"
        if not any(_tells_signers(entry) for entry in self.entries(tie)):
            yield "signers"
        if not self.approvals(tie):
            yield "approvals"

    def parts(self, tie: Tie) -> list[Evidence]:
        """The parts of its record that have sources."""
        partnership = tie.partnership
        agreements = self.agreements(tie)
        commitments = [one for agreement in agreements for one in agreement.commitments]
        return [partnership, *agreements, *commitments, *partnership.history]

    def told(self, tie: Tie) -> list[Evidence]:
        """All that its page tells and that has sources, each once."""
        every = [*self.parts(tie), *(part for e in self.entries(tie) for part in e.evidence)]
        return list({id(part): part for part in every}.values())

    def sources(self, tie: Tie) -> list[str]:
        """Their sources, each once."""
        return list(dict.fromkeys(ref for part in self.parts(tie) for ref in part.sources))

    def life(self, tie: Tie) -> Life | None:
        """Its life line, if there is anything to see."""
        return life_of(self._view, self._chronicle, tie, self.entries(tie))


def _is_between(entry: Entry, tie: Tie) -> bool:
    """Whether it was between both sides alone."""
    return entry.cities == (tie.city.id,) and tie.partnership.home in entry.homes


def _tells_signers(entry: Entry) -> bool:
    exchange = entry.exchange
    return (
        entry.kind == "signing"
        and exchange is not None
        and bool(exchange.roles or any(part.part for part in exchange.cities))
    )


def _is_about(record: Any, tie: Tie, told: Iterable[str]) -> bool:
    if tie.partnership.unit:
        own = tie.partnership.unit == getattr(record, "unit", None)
        return own or any(one in told for one in getattr(record, "exchanges", ()))
    homes = getattr(record, "homes", None)
    return tie.partnership.home in (homes if homes is not None else (record.home,))
