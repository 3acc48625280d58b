"""What a tie is called: both sides, and the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.model.catalog.tie import Tie
    from portal.pages.render.storyteller import Storyteller


def owner_name(view: Storyteller, tie: Tie) -> str:
    """Whose tie it is, as it stands in a title: 高雄市, 高雄市鼓山區, *Gushan District of Kaohsiung*."""
    home, unit_id = view.catalog.homes[tie.partnership.home], tie.partnership.unit
    if not unit_id:
        return home.name[view.locale]
    unit = view.catalog.units[unit_id]
    is_office = unit.level == "bureau" and view.locale == "zh"
    whole = home.full_name if is_office else home.name
    return view.plain("tie.of_unit", home=whole[view.locale], unit=unit.name[view.locale])


def tie_heading(view: Storyteller, tie: Tie) -> str:
    """Both sides: 高雄市與八王子市, *Kaohsiung and Hachioji*."""
    return view.plain("tie.title", owner=owner_name(view, tie), city=view.title(tie.city))


def tie_years(view: Storyteller, tie: Tie) -> str:
    """Since when, or from when to when; empty if neither is known, or if it never was signed."""
    partnership = tie.partnership
    if partnership.status == "proposed":
        return view.plain("tie.years.proposed")
    since, ended = partnership.since, partnership.ended
    if since and ended:
        return view.plain("tie.years.span", first=since.year, last=ended.year)
    if since and partnership.status != "ended":
        return view.plain("tie.years.since", year=since.year)
    return view.plain("tie.years.until", year=ended.year) if ended else ""


def tie_title(view: Storyteller, tie: Tie) -> str:
    """Both, in one line."""
    heading, years = tie_heading(view, tie), tie_years(view, tie)
    return view.plain("tie.title.years", title=heading, years=years) if years else heading
