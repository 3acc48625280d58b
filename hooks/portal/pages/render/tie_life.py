"""The life line of a tie: its history as a drawing, in words of the page's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.catalog.quiet_ties import IN_FORCE
from portal.pages.charts.life_line import NARROW, WIDE, life_line
from portal.pages.charts.life_marks import Act
from portal.pages.render.shown_dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

    from portal.model.catalog.history.entry import Entry
    from portal.model.catalog.tie import Tie
    from portal.model.values.partial_date import PartialDate
    from portal.pages.charts.life_line import LifeLine
    from portal.pages.render.chronicle import Chronicle
    from portal.pages.render.view import View

_TOLD = ("plan",)
"""Kinds of entries that are no moments of a tie, but years in which something is to be done."""

AHEAD = 5
"""How many years ahead the line may reach; what comes later is only in the list."""

LEAST, MOST = 2, 60
"""Of how many moments a line is drawn: one is said better in words, and of too many nothing can be seen."""


@dataclass(frozen=True, slots=True)
class Life:
    """Both forms of the drawing, and what they show in words."""

    forms: tuple[tuple[str, LifeLine], ...]
    first: int
    last: int
    count: int
    silent: int
    """The last year of which anything is on record, if that is over; otherwise 0."""
    is_open: bool
    """Whether there is anything of which the days are not known."""
    icons: tuple[str, ...]


def life_of(view: View, chronicle: Chronicle, tie: Tie, entries: Sequence[Entry]) -> Life | None:
    """The line from the first moment to this year, or to what comes soon; None if there is too little or too much."""
    year = view.catalog.year
    shown = [e for e in entries if e.kind not in _TOLD and e.start.year <= year + AHEAD]
    shown.sort(key=lambda entry: (entry.start.first_day, entry.id))
    if not LEAST <= len(shown) <= MOST:
        return None
    acts = [_act(view, chronicle, entry) for entry in shown]
    first = min(entry.start.year for entry in shown)
    last = max(year, min(max(entry.last.year for entry in shown), year + AHEAD))
    alive = _alive(tie, acts, last)
    done = [entry.last.year for entry in shown if chronicle.state(entry) == "past"]
    silent = max(done, default=year)
    forms = tuple(
        (name, life_line(acts, (first, last), alive, shape, _months(view.locale, is_short)))
        for name, shape, is_short in (("wide", WIDE, False), ("narrow", NARROW, True))
    )
    return Life(
        forms, first, last, len(shown), silent if silent < year else 0,
        any(act.is_open for act in acts), tuple(dict.fromkeys(act.icon for act in acts)),
    )  # fmt: skip


def _act(view: View, chronicle: Chronicle, entry: Entry) -> Act:
    title, when = chronicle.plain_title(entry), _text(chronicle.when(entry))
    is_dated = bool(entry.start.month)
    colon = view.plain("list.colon")
    whole = view.plain("ties.life.in_year", year=entry.start.year, date=when if is_dated else "")
    return Act(
        start=_time(entry.start.first_day),
        end=_time(entry.last.last_day, is_end=True),
        is_open=entry.within or not entry.start.day,
        icon=chronicle.icon(entry),
        look=f"k-{entry.family}",
        is_hollow=chronicle.state(entry) != "past",
        when=f"{when}{colon}",
        whole=f"{whole.strip()}{colon}{title}",
        title=title,
    )


def _alive(tie: Tie, acts: Iterable[Act], last: int) -> tuple[float, float]:
    """From when to when the tie stood, as far as that is known."""
    partnership = tie.partnership
    if partnership.since is None or partnership.status == "proposed":
        return 0, 0
    start = _time(partnership.since.first_day)
    if partnership.status in IN_FORCE:
        return start, last + 1
    end = partnership.ended
    return start, max(start, _time(end) if end else max(act.end for act in acts))


def _time(day: PartialDate, *, is_end: bool = False) -> float:
    """A day as a year with a fraction, at its beginning or its end; months are taken to be of one length."""
    return (
        day.year + (day.month - 1) / 12 + (day.day - (not is_end)) / 372 if day.month else day.year
    )


def _months(locale: str, is_short: bool) -> tuple[str, ...]:
    if locale == "zh":
        return tuple(f"{n}" if is_short else f"{n}月" for n in range(1, 13))
    return tuple(month[0] if is_short else month for month in MONTHS)


def _text(html: Markup) -> str:
    return html.striptags()
