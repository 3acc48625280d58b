from __future__ import annotations

import pytest

from portal.pages.writing.page_pairs import pair_problems

REQUIRED = ("index.md",)


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("index.md a.md", "index.md a.md", []),
        ("", "", ["content: folder-missing"]),
        ("index.md a.md", "", ["content/en: pages-missing"]),
        ("index.md a.md b.md", "index.md", ["content/zh/a.md: page-unpaired", "content/zh/b.md: page-unpaired"]),
        ("index.md a/b.md a/c.md", "index.md", ["content/en/a: pages-missing"]),
        ("index.md a/b/c.md a/d.md", "index.md", ["content/en/a: pages-missing"]),
        ("index.md a/b.md", "index.md", ["content/zh/a/b.md: page-unpaired"]),
        ("a.md", "a.md", ["content/zh/index.md: page-missing", "content/en/index.md: page-missing"]),
        ("index.md a.md", "index.md b.md", ["content/zh/a.md: pages-named-apart"]),
        ("a.md", "index.md", ["content/zh/a.md: pages-named-apart"]),
        ("index.md a.md b.md", "index.md c.md", [
            "content/en/c.md: page-unpaired", "content/zh/a.md: page-unpaired", "content/zh/b.md: page-unpaired",
        ]),
    ],
)  # fmt: skip
def test_what_one_language_lacks(zh: str, en: str, expected: list[str]) -> None:
    found = pair_problems({"zh": zh.split(), "en": en.split()}, REQUIRED, lambda _: False)
    assert [f"{problem.place.path}: {problem.code}" for problem in found] == expected


def test_pages_that_could_not_be_read_are_not_lacking() -> None:
    pages = {"zh": ["index.md", "a.md", "b/c.md", "b/d.md"], "en": ["index.md"]}
    assert list(pair_problems(pages, REQUIRED, lambda path: path.startswith("content/en/"))) == []
    (problem,) = pair_problems(pages, REQUIRED, lambda path: path.startswith("content/en/b"))
    assert problem.place.path == "content/zh/a.md"
