"""The accessibility badge of a portal that was awarded one (無障礙標章, Ministry of Digital Affairs)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from pydantic import ValidationError

from portal.model.values.partial_date import FullDate, PartialDate
from portal.model.values.strict import Model
from portal.model.values.text import Url, Words

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("portal")

NOTICE = timedelta(days=90)
"""How long before its expiry the log mentions a badge: a new test takes weeks."""


class Badge(Model):
    """The content of ``extra.accessibility_badge`` in ``mkdocs.yml``."""

    number: Words
    """As the ministry gave it."""
    level: Literal["A", "AA", "AAA"]
    """Of the guidelines."""
    expires: FullDate
    """The last day on which it may be shown, three years after it was awarded."""
    image: Words
    """Path of the unaltered picture below ``content/``, 88 × 31 pixels."""
    url: Url
    """The ministry's page about this badge."""


def badge(config: MkDocsConfig, today: PartialDate) -> Badge | None:
    """The badge, as long as it is valid. Raises PluginError if the configuration is wrong."""
    given = config.extra.get("accessibility_badge")
    if given is None:
        return None
    try:
        found = Badge.model_validate({key: str(value) for key, value in given.items()})
    except (ValidationError, AttributeError) as error:
        names = ", ".join(Badge.model_fields)
        raise PluginError(
            f"mkdocs.yml: extra.accessibility_badge 不正確（{_wrong(error)}）；請寫 {names}\n"
            f"    mkdocs.yml: extra.accessibility_badge is wrong ({_wrong(error)}); write {names}"
        ) from None
    end, now = date.fromisoformat(found.expires.iso), date.fromisoformat(today.iso)
    if now > end:
        log.info("The accessibility badge expired on %s and is no longer shown", found.expires.iso)
        return None
    if now > end - NOTICE:
        log.info("The accessibility badge expires on %s", found.expires.iso)
    return found


def _wrong(error: Exception) -> str:
    """The keys that are missing, unknown or have the wrong type."""
    if not isinstance(error, ValidationError):
        return "–"
    return ", ".join(".".join(map(str, one["loc"])) for one in error.errors())
