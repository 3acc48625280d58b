"""Written pages for tests, and what is said about them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from editing import put

from portal.adapter.page_settings import read_page_settings
from portal.assembly import read_portal
from portal.data.problem import Problem
from portal.model.values.moment import Moment

TITLES = {"zh": "首頁", "en": "Front page"}

SETTINGS = "markdown_extensions: [admonition, attr_list, def_list, md_in_html, tables]\n"
"""A beginning of ``mkdocs.yml`` for the small portal; the menu follows."""


def page(body: str, title: str = "Front page", front: str = "") -> str:
    """The text of a page: its text begins on line 7, or as much later as it has more keys."""
    return f"---\ntitle: {title}\n{front}---\n\n# {title} {{ #page }}\n\n{body}\n"


def both(path: str, zh: str, en: str | None = None) -> dict[str, str]:
    """The files of a page in both languages, with the same text unless there are two."""
    en = zh if en is None else en
    return {
        f"content/zh/{path}": page(zh, "一頁"),
        f"content/en/{path}": page(en, "A page"),
    }


def problems(folder: Path, files: Mapping[str, str] | None = None) -> list[Problem]:
    """Everything that is wrong with the small portal with these files, its settings among them."""
    put(folder, files or {})
    settings, wrong = read_page_settings(folder / "mkdocs.yml")
    edition = read_portal(folder, Moment.parse("2026-11-22"), search=False, writing=settings)
    for problem in [*wrong, *edition.problems]:
        assert problem.message("zh") != problem.message("en")  # each can be told
    return sorted([*wrong, *edition.problems])


def codes(folder: Path, files: Mapping[str, str] | None = None) -> list[str]:
    """The same: ``path:line:column: code``, in ``content/en`` without this path."""
    found = (f"{problem.place}: {problem.code}" for problem in problems(folder, files))
    return [line.removeprefix("content/en/") for line in found]


def on_front_page(folder: Path, body: str) -> list[str]:
    """The same for a text on the English front page, whose Chinese counterpart has the same headings."""
    found = codes(folder, {"content/en/index.md": page(body)})
    return [line.removeprefix("index.md:") for line in found]
