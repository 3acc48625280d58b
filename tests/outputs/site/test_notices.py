"""The site carries the licenses of the programs that it sends to browsers."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import ROOT

from portal.outputs.site.notices import notices

PERMISSION = "The above copyright notice and this permission notice shall be included in all"


def test_the_licenses_stand_there_word_by_word() -> None:
    text = notices(ROOT / "node_modules" / "pagefind").decode()
    assert (ROOT / "LICENSE").read_text(encoding="utf-8") in text
    theirs = (ROOT / "node_modules/pagefind/LICENSE/LICENSE").read_text(encoding="utf-8")
    for line in theirs.splitlines():
        assert line.rstrip() in text
    assert text.count(PERMISSION) == 2
    assert "Pagefind 1." in text


def test_a_site_without_a_search_names_only_what_it_has() -> None:
    text = notices(None).decode()
    assert "Pagefind" not in text
    assert text.count(PERMISSION) == 1


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"package.json": '{"version": "2.0"}', "LICENSE": "One file\r\n\r\nof text"}, "One file\n\nof text\n"),
        ({"package.json": "{", "LICENSE.md": "Markdown"}, "Markdown\n"),
        ({}, "Pagefind , MIT, https://github.com/Pagefind/pagefind"),
    ],
)  # fmt: skip
def test_another_version_may_keep_its_license_elsewhere(
    tmp_path: Path, files: dict[str, str], told: str
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_bytes(text.encode())
    assert told in notices(tmp_path).decode()


@pytest.mark.parametrize(("page", "way"), [("about/", "../"), ("en/about/", "../../")])
def test_the_page_about_the_site_leads_there(site: Path, page: str, way: str) -> None:
    html = (site / page / "index.html").read_text(encoding="utf-8")
    assert html.count(f'<a href="{way}licenses.txt">') == 1


def test_the_built_site_has_it_and_nothing_else_of_other_people(site: Path) -> None:
    """What browsers run is ours or Pagefind's: a new file of a theme or a package has to be named here and there."""
    assert PERMISSION in (site / "licenses.txt").read_text(encoding="utf-8")
    programs = {
        path.relative_to(site).parts[0]
        for path in site.rglob("*")
        if path.suffix in {".js", ".mjs", ".css", ".wasm", ".woff", ".woff2", ".pagefind"}
    }
    assert programs == {"assets", "pagefind"}
    ours = {path.name for path in (ROOT / "hooks/portal/theme/assets").iterdir()} | {"portal.css"}
    for path in (site / "assets").rglob("*"):
        if path.suffix in {".js", ".css"}:
            assert path.name in ours, path
