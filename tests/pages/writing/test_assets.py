from __future__ import annotations

from pathlib import Path

import pytest
from editing import put
from releases import release
from samples import drawing, spreadsheet
from written import page

from portal.adapter.page_settings import read_page_settings
from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment

SETTINGS = "markdown_extensions: [attr_list]\n"


def read(root: Path, now: str = "2026-11-22") -> Edition:
    settings, wrong = read_page_settings(root / "mkdocs.yml")
    assert wrong == []
    return read_portal(root, Moment.parse(now), writing=settings)


def codes(edition: Edition) -> list[str]:
    return [f"{problem.place.path}: {problem.code}" for problem in edition.problems]


@pytest.fixture
def root(portal_folder: Path) -> Path:
    """The small portal with a picture that nothing uses."""
    (portal_folder / "content" / "assets").mkdir()
    (portal_folder / "content" / "assets" / "map.png").write_bytes(drawing())
    return portal_folder


def test_a_file_that_nothing_uses_is_told_and_not_published(root: Path) -> None:
    edition = read(root)
    assert codes(edition) == ["content/assets/map.png: asset-unused"]
    assert "content/assets/map.png" not in edition.own_files
    assert "content/en/index.md" in edition.own_files


@pytest.mark.parametrize(
    "files",
    [
        {"content/en/index.md": page("![A map](/assets/map.png)")},
        {"content/zh/index.md": page("[地圖](/assets/map.png)", "頁")},
        {"content/en/index.md": page("![A map][m]\n\n[m]: /assets/map.png")},
        {"templates/city.html.j2": "<img src=\"{{ '/assets/map.png' }}\">"},
        {"mkdocs.yml": f"{SETTINGS}extra: {{accessibility_badge: {{image: assets/map.png}}}}\n"},
    ],
)
def test_pages_templates_and_settings_use_files(root: Path, files: dict[str, str]) -> None:
    put(root, files)
    edition = read(root)
    assert codes(edition) == []
    assert "content/assets/map.png" in edition.own_files


def test_a_record_uses_files_and_publishes_them_when_it_is_public(root: Path) -> None:
    files = release("news", "2027-01-02", "public_from: 2027-01-02\n")
    put(root, {p: t.replace("A text.", '"See [it](/assets/map.png)."') for p, t in files.items()})
    before, after = read(root), read(root, "2027-01-03")
    assert codes(before) == codes(after) == []
    assert "content/assets/map.png" not in before.own_files
    assert "content/assets/map.png" in after.own_files


def test_a_file_may_belong_to_one_language(root: Path) -> None:
    (root / "content" / "en" / "map.png").write_bytes(drawing(700))
    put(root, {"content/en/index.md": page("![A](/map.png)\n\n![B](/assets/map.png)")})
    assert codes(read(root)) == []
    put(root, {"content/zh/index.md": page("![甲](/map.png)", "頁")})
    assert codes(read(root)) == ["content/zh/index.md: image-missing"]


def test_a_file_in_place_of_one_that_outputs_make_needs_no_link(root: Path) -> None:
    (root / "content" / "assets" / "map.png").unlink()
    (root / "content" / "assets" / "cards").mkdir()
    (root / "content" / "assets" / "cards" / "city.zh.png").write_bytes(drawing())
    put(root, {"content/robots.txt": "User-agent: *\n", "content/en/manifest.webmanifest": "{}"})
    edition = read(root)
    assert codes(edition) == []
    assert {"content/robots.txt", "content/assets/cards/city.zh.png"} <= set(edition.own_files)


def test_style_sheets_that_settings_name_are_published_with_what_they_load(root: Path) -> None:
    style = "@font-face { src: url('/assets/own.woff2') } body { background: url(map.png) }"
    put(root, {"content/assets/own.css": style, "content/assets/own.woff2": "wOF2"})
    assert codes(read(root)) == [
        "content/assets/map.png: asset-unused",
        "content/assets/own.css: asset-format",
        "content/assets/own.woff2: asset-unused",
    ]
    put(root, {"mkdocs.yml": f"{SETTINGS}extra_css: [assets/own.css]\n"})
    edition = read(root)
    assert codes(edition) == []
    assert {f"content/assets/{name}" for name in ("own.css", "own.woff2", "map.png")} <= set(
        edition.own_files
    )


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("map.jpg", drawing(), "content-not-as-named"),
        ("map.png", drawing()[:400], "image-unreadable"),
        ("map.png", drawing()[:-40] + b"x" * 40, "image-unreadable"),
        ("map.pdf", b"%PDF-1.7\n<</S /JavaScript>>\n%%EOF", "document-with-programs"),
        ("map.ods", spreadsheet("x")[:-60], "document-unreadable"),
        ("map.gif", b"GIF89a nonsense", "image-unreadable"),
        ("map.avif", b"\0\0\0\x18ftypavif", "image-unreadable"),
    ],
)
def test_the_content_is_what_the_name_says(root: Path, name: str, raw: bytes, code: str) -> None:
    (root / "content" / "assets" / "map.png").unlink()
    (root / "content" / "assets" / name).write_bytes(raw)
    put(root, {"content/en/index.md": page(f"[A map](/assets/{name})")})
    edition = read(root)
    assert codes(edition) == [f"content/assets/{name}: {code}"]
    assert f"content/assets/{name}" not in edition.own_files


def test_nothing_counts_as_unused_while_a_page_cannot_be_read(root: Path) -> None:
    (root / "content" / "en" / "index.md").write_bytes(b"\xff")
    assert codes(read(root)) == ["content/en/index.md: not-utf-8"]


def test_a_style_sheet_may_lie_in_the_own_theme(portal_folder: Path) -> None:
    settings = f"{SETTINGS}theme: {{custom_dir: own}}\nextra_css: [styles/own.css]\n"
    put(portal_folder, {"mkdocs.yml": settings})
    assert codes(read(portal_folder)) == ["mkdocs.yml: setting-file-missing"]
    put(portal_folder, {"own/styles/own.css": "a {}"})
    assert codes(read(portal_folder)) == []
