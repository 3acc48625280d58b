"""``portal due``: whether the site has to be published again, or when."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from portal.adapter.settings import CONFIG, read_settings
from portal.commands.built import end_undelivered
from portal.commands.options import lang_option, root_option
from portal.commands.reading import moment, read_records
from portal.delivery.published_state import published_state
from portal.delivery.undelivered import Undelivered
from portal.model.catalog.becoming import Becoming
from portal.model.catalog.catalog import build_catalog
from portal.model.catalog.history.histories import build_histories
from portal.model.catalog.turning_days import turning_days
from portal.progress import Progress
from portal.today import seconds_until, time_passes, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from portal.model.values.moment import Moment

NOW = "now"
"""What is printed when the site has to be published at once."""

LONGEST = 24 * 60
"""Minutes."""


@click.command()
@root_option
@lang_option
@click.option(
    "--published",
    metavar="URL|FILE|FOLDER",
    help="The site as it is published: the address of its front page, its folder, or its build.json.",
)
@click.option(
    "--wait",
    metavar="MINUTES",
    type=click.IntRange(0, LONGEST),
    default=0,
    help="If something changes within so many minutes, wait for it. Default: 0.",
)
def due(root: Path, lang: str, published: str | None, wait: int) -> None:
    """Print when the site has to be published again because a record is due to appear, to change or to expire.

    In ISO 8601, or nothing if no such change is known. With --published, print "now" if what is published is not what
    has to be public now, or if nothing is published yet; with --wait, when a change has come that was waited for. It
    does not say which record, so that embargoes stay secret.

    Exit code 0: printed, or nothing to print. 1: records cannot be read. 2: what is published cannot be known.
    """
    loaded = read_records(root, lang)
    settings = read_settings(root / CONFIG)[0]
    badge, catalog = settings.accessibility_badge, build_catalog(loaded, moment(lang))
    ends = turning_days(catalog, build_histories(catalog), settings.quiet_years)
    site = Becoming(loaded, [*ends, *([badge.expires] if badge else [])])
    if published is not None:
        try:
            found = published_state(published)
        except Undelivered as error:
            end_undelivered(error, lang)
        if found is None or site.has_changed(found.records, found.day, moment(lang)):
            click.echo(NOW)
            return
    following = site.following(moment(lang))
    if following is None:
        return
    click.echo(NOW if wait and _has_come(following, wait, lang) else following.iso)


def _has_come(following: Moment, wait: int, lang: str) -> bool:
    """Wait for a moment if it is near enough."""
    if not time_passes():
        said = {
            "zh": "已設定 PORTAL_TODAY，時間不會前進，因此不等待",
            "en": "PORTAL_TODAY is set, so no time passes, and nothing is waited for",
        }
        click.echo(said[lang], err=True)
        return False
    seconds = seconds_until(following)
    if seconds > wait * 60:
        return False
    label = {"zh": "等待（秒）", "en": "Waiting (seconds)"}[lang]
    with Progress(round(max(seconds, 0)), label, since=time.monotonic()) as bar:
        wait_until(following, bar.advance)
    return True
