from __future__ import annotations

import os
from pathlib import Path

import pytest
from editing import put

from portal.pages.content import read_content


def test_pages_and_files_have_addresses(portal_folder: Path) -> None:
    names = ["assets/a.png", "zh/b.png", "en/about/c.png", "robots.txt", "en/about/README.md"]
    put(portal_folder, {f"content/{name}": "x" for name in names})
    found = read_content(portal_folder)
    assert [(asset.name, asset.address) for asset in found.assets] == [
        ("content/robots.txt", "robots.txt"),
        ("content/assets/a.png", "assets/a.png"),
        ("content/en/about/c.png", "en/about/c.png"),
        ("content/zh/b.png", "b.png"),
    ]
    assert found.addresses == {"", "about/", "about/counting/"}
    assert sorted(page.address for page in found.of("zh")) == ["", "about/counting/"]
    assert (found.problems, found.gaps) == ([], set())


@pytest.mark.parametrize(
    "name",
    [
        "page.md",
        "fr/page.md",
        "fr/a.png",
        "zh_TW/a.png",
        "templates/a.png",
        "zh/en/page.md",
        "zh/en/a.png",
        "assets/by-hash/a.png",
        "zh/assets/by-hash/0123456789/a.png",
    ],
)
def test_nothing_lies_where_it_would_not_be_published(portal_folder: Path, name: str) -> None:
    put(portal_folder, {f"content/{name}": "x"})
    found = read_content(portal_folder)
    assert [f"{p.place.path}: {p.code}" for p in found.problems] == [
        f"content/{name}: content-misplaced"
    ]
    assert found.assets == []


@pytest.mark.parametrize(
    "name", ["en/zh/page.md", "zh/en.md", "qrcode/a.png", "zh/fr/a.png", "en/assets/by-hash/a.png"]
)
def test_other_folders_are_free(portal_folder: Path, name: str) -> None:
    put(portal_folder, {f"content/{name}": "x"})
    assert read_content(portal_folder).problems == []


def test_what_cannot_be_read_is_a_gap(portal_folder: Path) -> None:
    (portal_folder / "content" / "en" / "index.md").unlink()
    os.mkfifo(portal_folder / "content" / "en" / "index.md")
    (portal_folder / "content" / "assets").symlink_to("/")
    found = read_content(portal_folder)
    assert found.gaps == {"content/assets", "content/en/index.md"}
    assert len(found.problems) == 2
