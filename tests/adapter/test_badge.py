"""A badge is shown while it is valid, and never when it was not given."""

from __future__ import annotations

import shutil
from pathlib import Path

from building import build, small_portal

from portal.resources import THEME

BADGE = """
extra:
  accessibility_badge:
    number: "X0000000000"
    level: AA
    expires: 2029-11-29
    image: assets/badge.svg
    url: https://badge.example.org/X0000000000
"""


def portal_with(folder: Path, settings: str) -> Path:
    config = small_portal(folder)
    with config.open("a", encoding="utf-8") as file:
        file.write(settings)
    picture = config.parent / "content" / "assets" / "badge.svg"
    picture.parent.mkdir(exist_ok=True)
    shutil.copy(THEME / "assets" / "portal.svg", picture)
    return config


def test_a_badge_stands_on_both_front_pages_until_it_ends(tmp_path: Path) -> None:
    config = portal_with(tmp_path / "portal", BADGE)
    site = tmp_path / "site"
    built = build(config, site)
    assert built.code == 0, built.output
    for page, words in (
        ("index.html", "通過AA無障礙網頁檢測，標章編號X0000000000"),
        ("en/index.html", "Accessibility badge AA, number X0000000000"),
    ):
        html = (site / page).read_text(encoding="utf-8")
        assert words in html
        assert 'href="https://badge.example.org/X0000000000"' in html
    assert (site / "assets" / "badge.svg").is_file()
    assert "X0000000000" not in (site / "cities" / "index.html").read_text(encoding="utf-8")
    soon = build(config, site, PORTAL_TODAY="2029-10-01")
    assert "The accessibility badge expires on 2029-11-29" in soon.output
    late = build(config, site, PORTAL_TODAY="2029-11-30")
    assert late.code == 0, late.output
    assert "X0000000000" not in (site / "index.html").read_text(encoding="utf-8")


def test_what_is_no_badge_is_told_in_both_languages(tmp_path: Path) -> None:
    config = portal_with(tmp_path / "portal", BADGE.replace("level: AA", "level: AAAA"))
    built = build(config, tmp_path / "site")
    assert built.code == 1
    line = config.read_text(encoding="utf-8").splitlines().index("    level: AAAA") + 1
    told = f"mkdocs.yml:{line}:12: level 不能是「AAAA」；是否應為 AAA？可用的值：A, AA, AAA\n"
    assert told in built.output
    assert "level cannot be 'AAAA'; did you mean AAA? Use one of: A, AA, AAA" in built.output
    assert "Traceback" not in built.output
