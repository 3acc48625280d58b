from __future__ import annotations

from pathlib import Path

import pytest
from commanding import run
from releases import release


def test_due_tells_when_and_not_what(environment: pytest.MonkeyPatch, portal_folder: Path) -> None:
    assert run("due", "--root", portal_folder).stdout == ""
    for path, text in release("secret", "2026-11-23T09:30").items():
        (portal_folder / path).parent.mkdir(parents=True)
        (portal_folder / path).write_text(text, encoding="utf-8")
    result = run("due", "--root", portal_folder)
    assert result.output == "2026-11-23T09:30+08:00\n"
    environment.setenv("PORTAL_TODAY", "2026-11-23T09:30")
    assert run("due", "--root", portal_folder).output == ""
