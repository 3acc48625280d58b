"""Pages are judged as the build's parser makes them; what it cannot do is told."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from building import ROOT
from written import both, codes, page, problems

from portal.pages.writing.page_parser import PageParser
from portal.pages.writing.writing_settings import USUAL, WritingSettings
from portal.resources import SKELETON


def test_a_page_that_the_parser_gives_up_on_is_told_once(portal_folder: Path) -> None:
    files = {"content/en/index.md": page("1. " * 1000)}
    assert codes(portal_folder, files) == ["index.md:5:1: markdown-unreadable"]


@pytest.mark.parametrize("name", ["nosuch.extension", "json", "toc"])
def test_an_extension_that_cannot_be_used_is_told_at_its_place(
    portal_folder: Path, name: str
) -> None:
    options = "{nosuch: true}"
    settings = f"nav: []\nmarkdown_extensions:\n  - attr_list\n  - {name}: {options}\n"
    files = {"mkdocs.yml": settings, "content/en/index.md": page("## A")}
    (problem,) = problems(portal_folder, files)
    assert (str(problem.place), problem.code) == ("mkdocs.yml:4:5", "extension-not-loaded")
    assert name in problem.message("zh")


def test_without_lists_of_attributes_headings_have_no_ids(portal_folder: Path) -> None:
    assert codes(portal_folder, {"mkdocs.yml": "nav: []\nmarkdown_extensions: [tables]\n"}) == [
        "mkdocs.yml:2:1: extension-needed"
    ]
    assert codes(portal_folder, {"mkdocs.yml": "nav: []\n"}) == ["mkdocs.yml:1:1: extension-needed"]
    assert codes(portal_folder, {"mkdocs.yml": "nav: []\nmarkdown_extensions: [extra]\n"}) == []


def test_options_reach_the_extensions(portal_folder: Path) -> None:
    settings = (
        "nav: []\nmarkdown_extensions:\n  - attr_list\n  - toc: {permalink: true, toc_depth: 2}\n"
        "  - pymdownx.superfences:\n      custom_fences:\n"
        "        - {name: mermaid, class: mermaid, format: !!python/name:pymdownx.superfences.fence_code_format}\n"
    )
    files = {"mkdocs.yml": settings, **both("index.md", "## A { #a }\n\n```mermaid\na\n```")}
    assert codes(portal_folder, files) == []


def test_what_no_one_worded_is_told_from_what_is() -> None:
    html = PageParser(WritingSettings()).html("## A\n\n## B { #b }\n\n\\* < `\\*`")
    assert html == (
        '<h2 id="-">A</h2>\n<h2 id="b">B</h2>\n<p>\U0010fffd* \U0010fffc <code>\\*</code></p>'
    )


def test_a_portal_begins_with_the_extensions_that_are_usual() -> None:
    settings = (SKELETON / "mkdocs.yml.j2").read_text(encoding="utf-8")
    listed = settings.partition("markdown_extensions:\n")[2].partition("\n\n")[0]
    assert tuple(yaml.safe_load(listed)) == USUAL
    assert f"markdown_extensions:\n{listed}" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
