"""Robots may read everything and find the sitemap; a portal's own files win."""

from __future__ import annotations

from pathlib import Path
from urllib.robotparser import RobotFileParser

from building import BASE, build, small_portal
from llms_txt import parse_llms_file
from parsed import Pages


def _rules(site: Path) -> RobotFileParser:
    rules = RobotFileParser()
    rules.parse((site / "robots.txt").read_text(encoding="utf-8").splitlines())
    return rules


def test_every_robot_may_read_every_page_and_is_told_the_sitemap(site: Path) -> None:
    rules = _rules(site)
    assert rules.can_fetch("AnyBot/1.0", f"{BASE}en/cities/jp-shirasagi/")
    assert rules.site_maps() == [f"{BASE}sitemap.xml"]
    assert (site / "sitemap.xml").is_file()


def test_every_address_in_the_guide_for_language_models_exists(site: Path, pages: Pages) -> None:
    guide = parse_llms_file((site / "llms.txt").read_text(encoding="utf-8"))
    links = [link for links in guide.sections.values() for link in links]
    assert len(links) > 20
    for link in links:
        path = link.url.removeprefix(BASE)
        assert path in pages or (site / path).is_file(), link.url
    assert (site / "llms.txt").stat().st_size < 6_000


def test_a_portals_own_files_win(tmp_path: Path) -> None:
    config = small_portal(tmp_path / "portal")
    own = {"robots.txt": "User-agent: *\nDisallow: /\n", "llms.txt": "# Own\n"}
    for name, text in own.items():
        (config.parent / "content" / name).write_text(text, encoding="utf-8")
    built = build(config, tmp_path / "site")
    assert built.code == 0, built.output
    assert {name: (built.folder / name).read_text(encoding="utf-8") for name in own} == own
    assert not _rules(built.folder).can_fetch("AnyBot/1.0", BASE)
