"""What pages load has a new address whenever it changes, and a portal's own files come before the generator's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from building import build, contents, small_portal
from editing import put, read

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment
from portal.outputs.site.page_assets import PageAssets
from portal.outputs.site.site_output import WholeSite
from portal.pages.writing.writing_settings import WritingSettings

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>\n'


def assets(edition: Edition) -> PageAssets:
    return edition.output(WholeSite).assets


def test_the_folder_is_named_after_the_files_in_it(portal_folder: Path) -> None:
    first, again = (assets(read(portal_folder, {})).folder for _ in range(2))
    assert re.fullmatch(r"assets/by-hash/[0-9a-f]{10}/", first)
    assert again == first
    other = assets(read(portal_folder, {"templates/styles/9-own.css": "main { color: red }"}))
    assert other.folder != first
    assert other.files["portal.css"].endswith(b"\nmain { color: red }")
    assert all(path.startswith(other.folder) for path in other.published())


def test_the_same_bytes_under_other_names_are_another_folder(portal_folder: Path) -> None:
    found = assets(read(portal_folder, {}))
    names = dict.fromkeys(found.files, b"")
    one, two = PageAssets(found._basis), PageAssets(found._basis)
    one.__dict__["files"] = names | {"portal.js": b"ab"}
    two.__dict__["files"] = names | {"portal.css": b"ab"}
    assert one.folder != two.folder


def test_a_portal_without_search_has_no_scripts_for_it(portal_folder: Path) -> None:
    now = Moment.parse("2026-11-22")
    with_search, without = (
        assets(read_portal(portal_folder, now, search=search)).files.keys()
        for search in (True, False)
    )
    assert with_search - without == {
        "search.js", "search-find.js", "search-near.js", "search-query.js", "search-read.js",
        "search-words.js",
    }  # fmt: skip
    assert without == {
        "copy.js", "fold.js", "map-follow.js", "map.js", "narrow.js", "portal.css", "portal.js", "portal.svg",
        "sorting.js", "sounds.js", "timeline-words.js", "timeline.js",
    }  # fmt: skip


def test_own_files_come_first(portal_folder: Path) -> None:
    now = Moment.parse("2026-11-22")
    put(portal_folder, {"own/assets/portal.js": "own()", "content/assets/portal.svg": LOGO})
    edition = read_portal(
        portal_folder, now, writing=WritingSettings(own_theme=portal_folder / "own")
    )
    assert assets(edition).files["portal.js"] == b"own()"
    assert assets(edition).files["portal.svg"] == LOGO.encode()
    (portal_folder / "own" / "assets" / "portal.js").unlink()
    (portal_folder / "own" / "assets" / "portal.js").symlink_to("/etc/hostname")
    edition = read_portal(
        portal_folder, now, writing=WritingSettings(own_theme=portal_folder / "own")
    )
    assert b"addEventListener" in assets(edition).files["portal.js"]


def test_a_preview_keeps_the_address(portal_folder: Path) -> None:
    now = Moment.parse("2026-11-22")
    folders = set()
    for style in ("a {}", "b {}"):
        put(portal_folder, {"templates/styles/9-own.css": style})
        folders.add(assets(read_portal(portal_folder, now, preview=True)).folder)
    assert len(folders) == 1


def test_a_preview_keeps_comments_and_readers_load_none(portal_folder: Path) -> None:
    now = Moment.parse("2026-11-22")
    put(
        portal_folder,
        {"content/assets/copy.js": "// Own.\nown ( )", "templates/styles/9-own.css": "a { }"},
    )
    preview, site = (
        assets(read_portal(portal_folder, now, preview=preview)).files for preview in (True, False)
    )
    for name in ("portal.js", "portal.css", "search.js"):
        assert len(site[name]) < len(preview[name])
    assert preview["portal.js"].startswith(b"//")
    assert not site["portal.js"].startswith(b"//")
    assert b"/*" not in site["portal.css"]
    assert site["portal.css"].endswith(b"a { }")


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """A portal with a sign, a style, a script and a frame of its own; its templates know the former addresses."""
    folder = tmp_path_factory.mktemp("own")
    config = small_portal(folder / "portal")
    text = config.read_text(encoding="utf-8")
    text += "theme: {name: material, font: false, custom_dir: own}\nextra: {search: false}\n"
    config.write_text(text, encoding="utf-8")
    index = config.parent / "content" / "en" / "index.md"
    put(
        config.parent,
        {
            "content/assets/portal.svg": LOGO,
            "content/en/index.md": f"{index.read_text('utf-8')}\n[Our sign](/assets/portal.svg)\n",
            "own/assets/portal.js": "document.title += '!';",
            "own/partials/header.html": '<header><img src="{{ \'assets/portal.svg\' | url }}" alt=""></header>\n'
            "<script src=\"{{ 'assets/portal.js' | url }}\"></script>\n",
            "templates/styles/9-own.css": "main { color: red }",
        },
    )
    built = build(config, folder / "site")
    assert built.code == 0, built.output
    return contents(built.folder)


def test_own_files_are_published_where_pages_look_for_them(own_site: Mapping[str, bytes]) -> None:
    (sheet,) = [path for path in own_site if path.endswith("portal.css")]
    folder = sheet.removesuffix("portal.css")
    assert own_site[sheet].endswith(b"main { color: red }")
    assert own_site[f"{folder}portal.js"] == b"document.title += '!';"
    assert own_site[f"{folder}portal.svg"] == own_site["assets/portal.svg"] == LOGO.encode()
    assert "assets/portal.js" not in own_site
    page = own_site["en/cities/us-bellevue/index.html"].decode()
    assert f'<script src="../../../{folder}portal.js">' in page
    assert f'href="../../../{sheet}"' in page
    assert '<img src="../../../assets/portal.svg"' in page
    missing = own_site["en/404.html"].decode()
    assert f'<script src="/{folder}portal.js">' in missing
