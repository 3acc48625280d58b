"""Our own pages keep to the limits that editors are only advised of; so this is no part of ``make check``."""

from __future__ import annotations

from accessibility.test_loading import test_the_page_of_a_record_arrives_soon_on_a_slow_phone
from building import ROOT

from portal.edition import Edition
from portal.outputs.site.budget import LOADED, heavy_assets
from portal.outputs.site.stylesheet import stylesheet
from portal.resources import TEMPLATES, THEME

__all__ = ["test_the_page_of_a_record_arrives_soon_on_a_slow_phone"]


def test_editors_are_advised_of_nothing(edition: Edition) -> None:
    assert [advice.line("en") for advice in edition.advice()] == []


def test_what_every_page_loads_is_light() -> None:
    made = {"portal.css": stylesheet(TEMPLATES, ROOT / "templates")}
    loaded = {path: made.get(path) or (THEME / "assets" / path).read_bytes() for path in LOADED}
    assert [advice.line("en") for advice in heavy_assets(loaded)] == []
