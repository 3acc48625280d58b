"""``portal licenses`` lists what is installed and ends with 1 if somebody has to decide."""

from __future__ import annotations

from pathlib import Path

from building import ROOT
from commanding import run
from supply.environment import lock


def test_our_own_packages_are_all_allowed() -> None:
    result = run("licenses", "--root", ROOT)
    assert result.exit_code == 0, result.stderr
    assert "npm/pagefind" in result.stdout
    assert "are allowed" in result.stderr


def test_what_nobody_decided_ends_it_with_1_and_the_list_is_written(tmp_path: Path) -> None:
    root = tmp_path / "portal"
    lock(root, {"node_modules/free": {"version": "1.0.0", "license": "SEE LICENSE"},
                "node_modules/strict": {"version": "2.0.0", "license": "AGPL-3.0-only", "dev": True}})  # fmt: skip
    result = run("licenses", "--root", root, "--output", tmp_path / "list.txt")
    assert result.exit_code == 1
    assert "npm/free 1.0.0: its license is unknown" in result.stderr
    assert "npm/strict 2.0.0: AGPL-3.0-only is not among the licenses allowed for what is used in tests" in (
        result.stderr
    )  # fmt: skip
    assert "npm/strict" in (tmp_path / "list.txt").read_text(encoding="utf-8")
    assert "授權不明" in run("licenses", "--root", root, "--lang", "zh").stderr


def test_rules_that_cannot_be_read_end_it_with_2(tmp_path: Path) -> None:
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "licenses.yaml").write_text("allowed: [", encoding="utf-8")
    result = run("licenses", "--root", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.startswith("licenses.yaml is not a file of rules")
    assert result.stderr.count("\n") == 1
