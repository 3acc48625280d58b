"""How long the accessibility badge is shown."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

if TYPE_CHECKING:
    from portal.adapter.settings import Badge
    from portal.model.values.partial_date import PartialDate

log = get_plugin_logger("portal")

NOTICE = timedelta(days=90)
"""How long before its expiry the log mentions a badge: a new test takes weeks."""


def valid_badge(badge: Badge | None, today: PartialDate) -> Badge | None:
    """The badge, as long as it is valid."""
    if badge is None:
        return None
    end, now = date.fromisoformat(badge.expires.iso), date.fromisoformat(today.iso)
    if now > end:
        log.info("The accessibility badge expired on %s and is no longer shown", badge.expires.iso)
        return None
    if end - now < NOTICE:
        log.info("The accessibility badge expires on %s", badge.expires.iso)
    return badge
