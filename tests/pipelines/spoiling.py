"""Copies of the project's pipelines, to be spoilt: whoever judges them must notice."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from building import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def copy_pipelines(folder: Path) -> Path:
    """Put everything that the forges read into a folder."""
    for name in (".ci", ".github", ".gitlab"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / ".gitlab-ci.yml", folder)
    return folder


def spoil(path: Path, before: str, after: str) -> None:
    """Change a file in the first place where it says something, which it must."""
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
