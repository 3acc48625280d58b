"""Templates of a portal's own are files; what is none is passed over, and told elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound

from portal.pages.render.jinja import environment


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """A folder of a portal's own templates, and that of all others."""
    own, all_ = tmp_path / "templates", tmp_path / "all"
    own.mkdir()
    all_.mkdir()
    (all_ / "page.j2").write_bytes(b"of all\r\nlines")
    return [own, all_]


def text(folders: list[Path]) -> str:
    return environment(folders).get_template("page.j2").render()


def test_an_own_template_wins(folders: list[Path]) -> None:
    assert text(folders) == "of all\nlines"
    (folders[0] / "page.j2").write_text("own", encoding="utf-8")
    assert text(folders) == "own"


@pytest.mark.parametrize("kind", ["pipe", "link", "folder", "linked folder"])
def test_what_is_no_file_is_passed_over(folders: list[Path], kind: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "page.j2").write_text("secret", encoding="utf-8")
    if kind == "pipe":
        os.mkfifo(folders[0] / "page.j2")
    elif kind == "link":
        (folders[0] / "page.j2").symlink_to(tmp_path / "elsewhere" / "page.j2")
    elif kind == "folder":
        (folders[0] / "page.j2").mkdir()
    else:
        folders[0].rmdir()
        folders[0].symlink_to("elsewhere")
    assert text(folders) == "of all\nlines"
    with pytest.raises(TemplateNotFound):
        environment(folders).get_template("../page.j2")
