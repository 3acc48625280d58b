"""What a build says when it has published a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from portal.adapter.site_files import weight_advice
from portal.pages.word_advice import fit_for_a_log
from portal.spread import processors

if TYPE_CHECKING:
    from pathlib import Path

    from portal.edition import Edition
    from portal.publish.publisher import Report

log = get_plugin_logger("portal")


def say_published(edition: Edition, report: Report, folder: Path) -> None:
    """How much was made, what should be changed though it is published, and when the site changes by itself."""
    log.info(
        "%d pages; %d pages and feeds made now, %d files written, %d removed",
        report.pages, report.made, report.written, report.removed,
    )  # fmt: skip
    words = fit_for_a_log(edition.word_advice(processors()), edition.catalog)
    for advice in (*words, *weight_advice(edition, report.sizes, folder)):
        log.info("%s\n    %s", advice.line("zh"), advice.message("en"))
    if due := edition.schedule.until:
        log.info("Build again at %s: something is due to change by itself", due)
