"""The part of the page about this site that is made from records: its links, its id, a template of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import small_portal
from commanding import run
from editing import put
from written import both, problems

from portal.pages.about import commit_url

COMMIT = "5ba1eda7c0ffee0123456789abcdef0123456789"
GITHUB, GITLAB = f"/commit/{COMMIT}", f"/-/commit/{COMMIT}"


@pytest.mark.parametrize(
    ("repository", "url"),
    [
        ("https://github.com/city/portal", f"https://github.com/city/portal{GITHUB}"),
        ("https://github.com/city/portal/", f"https://github.com/city/portal{GITHUB}"),
        ("https://github.com/city/portal.git", f"https://github.com/city/portal{GITHUB}"),
        ("https://gitlab.com/a/b/portal", f"https://gitlab.com/a/b/portal{GITLAB}"),
        ("https://gitlab.city.gov.tw/a/portal", f"https://gitlab.city.gov.tw/a/portal{GITLAB}"),
        ("http://www.gitlab.test:8080/a/b", f"http://www.gitlab.test:8080/a/b{GITLAB}"),
        ("https://github.city.gov.tw/a/portal", f"https://github.city.gov.tw/a/portal{GITHUB}"),
        ("https://git.example.org/city/portal", ""),
        ("https://notgithub.com/city/portal", ""),
        ("https://githubs.example/city/portal", ""),
        ("https://github.com/", ""),
        ("https://github.com/city", ""),
        ("https://token@github.com/city/portal", ""),
        ("https://github.com/city/portal?tab=readme", ""),
        ("git@github.com:city/portal.git", ""),
        ("javascript:alert(1)//github.com/a/b", ""),
        ("https://[github.com/a/b", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_commit_is_linked_where_it_can_be_read(repository: str | None, url: str) -> None:
    assert commit_url(repository, COMMIT) == url


def test_texts_may_link_to_the_part_and_no_heading_may_take_its_id(portal_folder: Path) -> None:
    menu = {
        "mkdocs.yml": "markdown_extensions: [attr_list]\nnav: [about/index.md, about/counting.md]\n"
    }
    linking = both("about/index.md", "見[狀態](#site-state)。", "See [its state](#site-state).")
    assert problems(portal_folder, menu | linking) == []
    taking = both(
        "about/index.md", "## 狀態 { #site-state }\n\n文字", "## State { #site-state }\n\nText"
    )
    found = problems(portal_folder, taking)
    assert {p.place.path for p in found} == {
        f"content/{lang}/about/index.md" for lang in ("zh", "en")
    }
    assert all("site-state" in p.line("en") for p in found)


def test_a_template_of_ones_own_is_tried(tmp_path: Path) -> None:
    root = small_portal(tmp_path).parent
    put(root, {"templates/about_state.html.j2": "<p>\n{{ state.no_such_thing.count }}\n"})
    result = run("check", "--root", root, "--lang", "en")
    assert result.exit_code == 1
    assert "templates/about_state.html.j2:2" in result.output
