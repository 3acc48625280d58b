"""What the tests of commands begin with."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A fixed day and no locale."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-22")
    return monkeypatch


@pytest.fixture
def wrong_folder(portal_folder: Path) -> Path:
    """The small portal with one mistake: a key that does not exist."""
    with (portal_folder / "data" / "cities.yaml").open("a", encoding="utf-8") as file:
        file.write("  populatoin: 100%\n")
    return portal_folder
