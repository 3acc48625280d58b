"""What ``mkdocs.yml`` says about written pages: read with places, without MkDocs."""

from __future__ import annotations

import posixpath
from pathlib import Path

import pytest

from portal.adapter.page_settings import read_page_settings
from portal.pages.writing.writing_settings import USUAL


def read(folder: Path, text: str) -> tuple[dict[str, object], list[str]]:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    settings, problems = read_page_settings(folder / "mkdocs.yml")
    found: dict[str, object] = {
        "extensions": settings.extensions,
        "options": dict(settings.options),
        "menu": settings.menu and [(e.file, str(e.place)) for e in settings.menu],
        "theme": settings.own_theme,
    }
    return found, [f"{problem.place}: {problem.code}" for problem in problems]


def test_a_portal_without_the_file_has_the_usual_extensions(tmp_path: Path) -> None:
    settings, problems = read_page_settings(tmp_path / "mkdocs.yml")
    assert (settings.extensions, settings.menu, problems) == (USUAL, None, [])


def test_extensions_have_options_with_types(tmp_path: Path) -> None:
    text = (
        "markdown_extensions:\n  - attr_list\n  - toc:\n      permalink: true\n      toc_depth: 3\n"
        "  - x: {make: !!python/name:posixpath.join , list: [a, 'false'], broken: !!python/name:a.b }\n"
        "  - footnotes:\n"
    )
    found, problems = read(tmp_path, text)
    assert problems == []
    assert found["extensions"] == ("attr_list", "toc", "x", "footnotes")
    assert found["options"] == {
        "toc": {"permalink": True, "toc_depth": 3},
        "x": {"make": posixpath.join, "list": ["a", False], "broken": "a.b"},
    }


def test_extensions_can_be_a_mapping(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "markdown_extensions:\n  attr_list:\n  toc: {toc_depth: 2}\n")
    assert problems == []
    assert found["extensions"] == ("attr_list", "toc")
    assert found["options"] == {"toc": {"toc_depth": 2}}


def test_what_is_inherited_counts(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text(
        "nav: [about/a.md]\nmarkdown_extensions: [attr_list]\ntheme: {custom_dir: own}\n", "utf-8"
    )
    found, problems = read(tmp_path, "INHERIT: base.yml\nnav: [about/b.md]\n")
    assert problems == []
    assert found["menu"] == [("about/b.md", "mkdocs.yml:2:7")]
    assert found["extensions"] == ("attr_list",)
    assert found["theme"] == tmp_path / "own"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("docs_dir: content/\nuse_directory_urls: True\n", []),
        ("exclude_docs:\n", []),
        ("validation: {nav: {omitted_files: warn}}\n", []),
        ("docs_dir: docs\n", ["mkdocs.yml:1:11: setting-unfit"]),
        ("use_directory_urls: no\n", ["mkdocs.yml:1:21: setting-unfit"]),
        ("draft_docs: '*.draft.md'\n", ["mkdocs.yml:1:1: setting-hides-pages"]),
        ("markdown_extensions: attr_list\n", ["mkdocs.yml:1:22: not-a-list"]),
        ("markdown_extensions: [[attr_list]]\n", ["mkdocs.yml:1:23: not-text"]),
        ("markdown_extensions: [{a: {}, b: {}}]\n", ["mkdocs.yml:1:23: not-text"]),
        ("nav: {a: b}\n", ["mkdocs.yml:1:6: not-a-list"]),
        ("nav: [{a: {b: c}}]\n", ["mkdocs.yml:1:7: menu-section"]),
        ("nav:\n  - \n", ["mkdocs.yml:2:4: not-text"]),
    ],
)
def test_what_does_not_fit_is_told(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert read(tmp_path, text)[1] == expected


@pytest.mark.parametrize(
    "text", ["", "- a\n", "a", "nav: [", "\t", "theme: x\n", "theme: {custom_dir: [a]}\n"]
)
def test_a_file_of_another_shape_is_no_obstacle(tmp_path: Path, text: str) -> None:
    read(tmp_path, text)
