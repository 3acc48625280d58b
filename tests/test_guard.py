"""Tests of the code cannot read our records and pages by accident, and can do with their own what they like."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from building import ROOT


@pytest.mark.parametrize("path", ["data/cities.yaml", "content/zh/index.md"])
def test_our_records_and_pages_are_not_read(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    with pytest.raises(AssertionError, match="lies in tests/content"):
        (ROOT / path).read_bytes()
    with pytest.raises(AssertionError, match="lies in tests/content"):
        os.open(ROOT / path, os.O_RDONLY)
    monkeypatch.chdir(ROOT)
    with pytest.raises(AssertionError, match="lies in tests/content"):
        Path(path).read_bytes()


def test_a_folder_of_the_same_name_elsewhere_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name is then told relative to a folder, which is not the current one."""
    monkeypatch.chdir(ROOT)
    (tmp_path / "portal" / "data").mkdir(parents=True)
    shutil.rmtree(tmp_path / "portal")
    assert not (tmp_path / "portal").exists()
