"""Publishes portals of the tests without MkDocs: their pages in a frame of the test's own, and their feeds."""

from __future__ import annotations

from collections.abc import Mapping

from portal.edition import Edition
from portal.outputs.feeds.feeds_output import Feeds
from portal.publish.frame import Frame
from portal.publish.maker import page_files
from portal.publish.publisher import Publisher, Report
from portal.site_file import Content, Files


def publish(
    edition: Edition,
    publisher: Publisher,
    frame: Frame,
    whole: Mapping[str, Content] | None = None,
    inputs: bytes = b"",
) -> Report:
    """Bring an edition into the folder of a publisher, with other files besides."""
    traced = page_files(edition, lambda page, locale: frame)
    traced += edition.output(Feeds).files(edition).traced
    files = Files(traced=traced, whole=dict(whole or {}))
    return publisher.publish(files, edition.facts, edition.schedule, inputs)
