from __future__ import annotations

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from portal.adapter.seen_files import SeenFiles, is_led_astray
from portal.data.problem import Place, Problem


def test_mkdocs_sees_only_what_is_published() -> None:
    config = MkDocsConfig()
    config.docs_dir = "/portal/content"
    names = ("zh/index.md", "assets/a.png", "assets/b.png", "en/x.html")
    files = Files([File(name, config.docs_dir, "/site", True) for name in names])
    files.append(File("assets/theme.css", "/theme", "/site", True))
    seen = SeenFiles()
    seen.published = {"content/zh/index.md", "content/assets/a.png"}
    seen.select(files, config)
    assert sorted(files.src_uris) == ["assets/a.png", "assets/theme.css", "zh/index.md"]


@pytest.mark.parametrize(
    ("path", "code", "expected"),
    [
        ("content/en/a", "file-is-link", True),
        ("content", "file-is-link", True),
        ("content/en/a.md", "file-is-pipe", False),
        ("templates/city.html.j2", "file-is-pipe", True),
        ("own/main.html", "file-is-link", True),
        ("data/cities.yaml", "file-is-link", False),
        ("published/changes.csv", "file-is-pipe", False),
        ("content/en/a.md", "not-utf-8", False),
    ],
)
def test_a_preview_waits_where_mkdocs_would_go_astray(path: str, code: str, expected: bool) -> None:
    assert is_led_astray([Problem(Place(path), code, {"found": ""})]) is expected
