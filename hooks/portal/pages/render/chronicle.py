"""What a row of a history says of an entry: its title, who took part, a sentence, and what is in doubt.

An exchange, a report and a plan have titles of their own; of a signing, a turn of a tie and a membership the title is
put together from labels. Only an entry of which an exchange tells has a page for itself: the others lead to the page of
the tie or the organization.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from portal.model.catalog.chapters import history_of
from portal.model.catalog.history.calendar_entries import calendar_entries
from portal.model.values.partial_date import PartialDate
from portal.pages.address import address, tie_address
from portal.pages.charts.brick_chart import legend_bricks
from portal.pages.render.entry_sides import sides_of
from portal.pages.render.entry_titles import EntryTitles
from portal.pages.render.first_sentence import first_sentence
from portal.pages.render.overview import AHEAD, Overview
from portal.pages.render.shown_dates import roc_year
from portal.pages.render.year_dates import is_vague, show_in_year, within_year
from portal.text.markdown import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from portal.model.catalog.history.entry import Entry, State
    from portal.model.catalog.tie import Tie
    from portal.model.records.home import Unit
    from portal.model.records.record import Record
    from portal.pages.render.view import View


class Chronicle:
    """Tells of entries, for templates."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._titles = EntryTitles(view)

    def title(self, entry: Entry) -> Markup:
        """What it is called, linked, as a line that breaks between words; on the page of the tie to what was signed."""
        view, way = self._view, self.address(entry)
        words = view.words(self._titles.of(entry))
        if way == view.path and not entry.agreements:
            return Markup('<span class="words">{}</span>').format(words)
        href = "#agreements" if way == view.path else view.url(way)
        return Markup('<a class="words" href="{}">{}</a>').format(href, words)

    def plain_title(self, entry: Entry) -> str:
        """What it is called, as text."""
        return self._titles.of(entry)

    def icon(self, entry: Entry) -> str:
        """The name of its icon."""
        return (
            entry.ties[0].partnership.status
            if entry.kind == "tie" and not entry.is_end
            else entry.kind
        )

    def sides(self, entry: Entry) -> list[str]:
        """Who took part: the governments of this portal, and their partners."""
        return sides_of(self._view, entry)

    def address(self, entry: Entry) -> str:
        """Where more is told of it, below the locale's root."""
        if entry.exchange:
            return address("exchanges", entry.exchange)
        if entry.seat:
            return address("organizations", entry.seat.organization)
        if entry.plan:
            return address("plans", entry.plan)
        return (
            address("trip_reports", entry.reports[0])
            if entry.reports
            else tie_address(entry.ties[0])
        )

    def is_here(self, entry: Entry) -> bool:
        """Whether the page is the one that tells more of it, or of what took place within it."""
        return any(self.address(one) == self._view.path for one in (entry, *entry.inner))

    def word(self, entry: Entry) -> str:
        """The word for its kind."""
        if entry.exchange or entry.kind == "signing":
            return self._view.plain(f"exchange.type.{entry.kind}")
        return self._view.plain(f"history.kind.{entry.kind}")

    def when(self, entry: Entry) -> Markup:
        """Its date below the heading of its year, in words."""
        view = self._view
        date = show_in_year(entry.start, entry.end, view.locale)
        if not date:
            return view.t("history.day_unknown")
        return (
            Markup("<span>{}</span>").format(view.t("history.within", date=date))
            if entry.within
            else date
        )

    def line(self, entry: Entry) -> tuple[str, str] | None:
        """Where it lies in its year, if that says more than its date."""
        if not is_vague(entry.start, entry.end, within=entry.within):
            return None
        return within_year(entry.start, entry.end)

    def lasted(self, entry: Entry) -> bool:
        """Whether it filled the time that the line shows, and did not lie somewhere within."""
        return bool(entry.end and not entry.within and entry.start.month)

    def sentence(self, entry: Entry) -> str:
        """One sentence, unless the title says it already."""
        text = self._text(entry)
        if not text:
            return ""
        found = first_sentence(plain_text(text), self._view.locale)
        title, said = self.plain_title(entry), found.rstrip("。.")
        return (
            ""
            if said in title or (said.startswith(title) and len(said) < len(title) + 3)
            else found
        )

    def state(self, entry: Entry) -> State:
        """How it stands on the day of the build; only what is neither past nor counted asks for the day."""
        undecided = entry.kind == "expiry" or (entry.exchange and entry.exchange.status != "held")
        return entry.state(self._view.catalog.today) if undecided else "past"

    def is_doubted(self, entry: Entry) -> bool:
        """Whether nobody has compared with a source what is told of it."""
        return all(part.verified is None for part in entry.evidence) or any(
            not {"start", "since", "signed"}.isdisjoint(part.unsourced) for part in entry.evidence
        )

    def is_revival(self, entry: Entry) -> bool:
        """Whether both sides met again although the tie is dormant."""
        if entry.kind == "signing" or not entry.exchange:
            return False
        return any(
            tie.partnership.status == "dormant" or _was_dormant(tie, entry) for tie in entry.ties
        )

    def by_year(self, entries: Iterable[Entry]) -> list[tuple[int, list[Entry]]]:
        """Entries by year, in their order."""
        years: dict[int, list[Entry]] = {}
        for entry in entries:
            years.setdefault(entry.start.year, []).append(entry)
        return list(years.items())

    def of(self, kind: str, record: Record | Unit) -> list[Entry]:
        """The history of a government, unit, place or organization, the newest first."""
        return history_of(self._view.relations, kind, record.id)

    def has_calendar(self, kind: str, record: Record) -> bool:
        """Whether the record has a calendar: a home or city with an exchange or a signing of a known day."""
        entries = self.of(kind, record) if kind in ("homes", "cities") else ()
        return bool(calendar_entries(entries, f"{kind}/{record.id}"))

    def overview(self, entries: Sequence[Entry]) -> Overview:
        """The same as a chart and in numbers."""
        return Overview(entries, self.state, self._view.catalog.today.year)

    def past(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those that have taken place, or were canceled."""
        return [entry for entry in entries if self.state(entry) not in AHEAD]

    def ends(self, entries: Sequence[Entry]) -> tuple[Entry | None, Entry | None, int]:
        """The first and the latest of them, and how many signings there are."""
        if not entries:
            return None, None, 0
        signings = sum(entry.family == "signings" for entry in entries)
        return entries[-1], max(entries, key=lambda entry: entry.start.first_day), signings

    def undated(self) -> int:
        """How many ties of governments that publish here no entry tells of, because nothing of them is dated."""
        view = self._view
        ties = (
            tie
            for home in view.catalog.publishers
            for tie in view.relations.ties_of_home.get(home.id, ())
        )
        signed = (tie for tie in ties if tie.partnership.status != "proposed")
        return sum(tie.partnership.since is None and not tie.partnership.history for tie in signed)

    def era(self, year: int) -> str:
        """A year of the Republic of China: 民國103年."""
        return roc_year(PartialDate(year))

    def brick(self, series: int) -> str:
        """How the legend draws a family."""
        return legend_bricks(series)

    def _text(self, entry: Entry) -> str:
        """What is told at length, in Markdown."""
        locale = self._view.locale
        record = entry.exchange or entry.plan or (entry.reports[0] if entry.reports else None)
        note = (
            entry.seat.membership.note if entry.seat and not (entry.role or entry.is_end) else None
        )
        found = record.summary if record else entry.stages[0].text if entry.stages else note
        if found:
            return found[locale]
        subjects = [one.subject[locale] for one in entry.agreements if one.subject]
        if not subjects or entry.kind != "signing":
            return ""
        return self._view.plain("history.subject", subject=subjects[0].rstrip("。."))


def _was_dormant(tie: Tie, entry: Entry) -> bool:
    """Whether the record says that the tie was dormant before."""
    return any(
        stage.status == "dormant" and stage.date and stage.date < entry.start
        for stage in tie.partnership.history
    )
