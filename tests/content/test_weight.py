"""Our own pages keep to the limits that editors are only advised of; so this is no part of ``make check``."""

from __future__ import annotations

import re
from pathlib import Path

from accessibility.test_loading import test_the_page_of_a_record_arrives_soon_on_a_slow_phone
from building import ROOT

from portal.edition import Edition
from portal.outputs.maps.land_picture import picture_path
from portal.outputs.maps.locator import locator_window
from portal.outputs.maps.maps_output import Maps
from portal.outputs.site.budget import LOADED, compressed, heavy_assets
from portal.outputs.site.minified import minified
from portal.outputs.site.stylesheet import stylesheet
from portal.resources import TEMPLATES, THEME

__all__ = ["test_the_page_of_a_record_arrives_soon_on_a_slow_phone"]


def test_editors_are_advised_of_nothing(edition: Edition) -> None:
    assert [advice.line("en") for advice in edition.advice()] == []


def test_what_every_page_loads_is_light() -> None:
    made = {"portal.css": stylesheet(TEMPLATES, ROOT / "templates")}
    loaded = {
        path: made.get(path) or minified(path, (THEME / "assets" / path).read_bytes())
        for path in LOADED
    }
    assert [advice.line("en") for advice in heavy_assets(loaded)] == []


def test_the_look_up_of_the_glossary_is_light(site: Path) -> None:
    """The page with all words and names, and the scripts that look them up, weigh no more than 40 KB."""
    for prefix in ("", "en/"):
        page = (site / f"{prefix}glossary/index.html").read_text(encoding="utf-8")
        scripts = re.findall(r'src="[./]*(assets/[^"]*/(?:fold|sounds|narrow|copy)\.js)"', page)
        assert len(scripts) == 4
        files = [page.encode(), *((site / script).read_bytes() for script in scripts)]
        assert sum(map(compressed, files)) <= 40 * 1024


def test_the_map_of_the_world_and_the_locators_are_light(edition: Edition) -> None:
    """The world with all its ties weighs no more than 25 KB, a locator with its land no more than 3 KB."""
    files = edition.output(Maps).files(edition).whole
    for locale in ("zh", "en"):
        html = edition.render(edition.pages["map/"], locale).content
        found = re.search(
            r'<img src="[^"]*/(assets/maps/earth-[^"]+)".*?(<svg .*?</svg>)', html, re.DOTALL
        )
        assert found
        assert len(found[2]) > 20_000
        assert compressed(found[2].encode()) + compressed(bytes(files[found[1]])) <= 25 * 1024
    for city in edition.catalog.cities.values():
        window = locator_window(edition.catalog, edition.relations, city)
        if window and not window.sea():
            assert compressed(bytes(files[picture_path(window)])) <= 3 * 1024, city.id
