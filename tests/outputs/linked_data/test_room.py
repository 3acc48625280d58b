"""The frame takes no more of a page than the block of JSON-LD leaves it."""

from __future__ import annotations

from pathlib import Path

from building import TODAY, build, small_portal

from portal.assembly import read_portal
from portal.model.values.locale import LOCALES
from portal.model.values.moment import Moment
from portal.pages.weight import FRAME


def test_the_frame_of_every_record_leaves_room(tmp_path: Path) -> None:
    config = small_portal(tmp_path / "portal")
    built = build(config, tmp_path / "site")
    assert built.code == 0, built.output
    site = "https://hualien-city.example.org/"
    edition = read_portal(config.parent, Moment.parse(TODAY), site=site)
    for page in edition.pages.values():
        for locale in LOCALES:
            if page.subject:
                rendered = edition.render(page, locale.code)
                size = (built.folder / page.dest_uri(locale)).stat().st_size
                own = (rendered.content + rendered.added["linked_data"]).encode()
                assert size - len(own) <= FRAME, page.path
