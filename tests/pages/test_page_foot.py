"""The foot of a record's page: when it was changed and checked, and who answers for it."""

from __future__ import annotations

from pathlib import Path

from portal.assembly import read_portal
from portal.model.values.moment import Moment

FACTS = "  updated: 2026-03-01\n  maintainer: alpha\n  verified: 2026-03-02\n"


def foot(folder: Path, now: Moment, locale: str) -> str:
    edition = read_portal(folder, now)
    assert edition.problems == []
    html = edition.render(edition.pages["cities/jp-kaga/"], locale).content
    return html.partition('<dl class="page-foot">')[2].partition("</dl>")[0]


def test_the_foot_says_what_the_record_says(portal_folder: Path, now: Moment) -> None:
    assert "本站編輯" in foot(portal_folder, now, "zh")
    assert "資料更新" not in foot(portal_folder, now, "zh")
    with (portal_folder / "data/cities.yaml").open("a", encoding="utf-8") as file:
        file.write(FACTS)
    found = foot(portal_folder, now, "en")
    assert '<dt>Updated</dt><dd><time datetime="2026-03-01">' in found
    assert '<dt>Reviewed</dt><dd><time datetime="2026-03-02">' in found
    assert '<dt>Maintained by</dt><dd><a href="../../homes/alpha/">' in found
