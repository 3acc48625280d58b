from __future__ import annotations

from pathlib import Path

from commanding import run


def test_schema_in_a_folder_without_a_dictionary_gives_exit_code_2(tmp_path: Path) -> None:
    result = run("schema", "--root", tmp_path)
    assert result.exit_code == 2
    assert "README.md" in result.stderr
    assert list(tmp_path.iterdir()) == []
