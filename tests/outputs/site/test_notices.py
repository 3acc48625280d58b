"""The site carries the licenses of the programs that it sends to browsers."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import ROOT

from portal.outputs.site.notices import notices

PERMISSION = "The above copyright notice and this permission notice shall be included in all"


def test_the_license_stands_there_word_by_word() -> None:
    text = notices().decode()
    assert (ROOT / "LICENSE").read_text(encoding="utf-8") in text
    assert text.count(PERMISSION) == 1


def test_the_license_of_the_icons_goes_along() -> None:
    text = notices().decode()
    assert "Material Design Icons" in text
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


@pytest.mark.parametrize(("page", "way"), [("about/", "../"), ("en/about/", "../../")])
def test_the_page_about_the_site_leads_there(site: Path, page: str, way: str) -> None:
    html = (site / page / "index.html").read_text(encoding="utf-8")
    assert html.count(f'<a href="{way}licenses.txt">') == 1


def test_the_built_site_has_it_and_nothing_else_of_other_people(site: Path) -> None:
    """What browsers run is ours: a new file of a theme or a package has to be named here and there."""
    assert PERMISSION in (site / "licenses.txt").read_text(encoding="utf-8")
    programs = {
        path.relative_to(site).parts[0]
        for path in site.rglob("*")
        if path.suffix in {".js", ".mjs", ".css", ".wasm", ".woff", ".woff2"}
    }
    assert programs == {"assets"}
    ours = {path.name for path in (ROOT / "hooks/portal/theme/assets").iterdir()} | {"portal.css"}
    for path in (site / "assets").rglob("*"):
        if path.suffix in {".js", ".css"}:
            assert path.name in ours, path
