"""One quiet line on when what a page shows was verified, in place of a date in every row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.records.record import Evidence
    from portal.pages.render.storyteller import Storyteller


def verified_line(view: Storyteller, parts: Iterable[Evidence]) -> Markup:
    """When the parts of a page were verified, or how many still need it."""
    every = list(parts)
    days = sorted(part.verified for part in every if part.verified and part.sources)
    missing = len(every) - len(days)
    if missing:
        key = "checked.none" if not days else "checked.some"
        link = view.anchor("needs-verification/", view.plain("checked.list"))
        said = view.t(key, count=missing, all=len(every))
        return Markup("" if view.locale == "zh" else " ").join((said, link))
    first, last = days[0], days[-1]
    return view.t("checked.all", date=view.span(first, last))
