from __future__ import annotations

import json
from pathlib import Path

from commanding import run

LINE = "data/cities.yaml:12:3: "


def test_write_gives_each_page_as_a_file_with_front_matter(
    environment: object, portal_folder: Path, tmp_path: Path
) -> None:
    assert run("write", "--root", portal_folder, tmp_path / "out").exit_code == 0
    for locale, title in (("zh", "加賀"), ("en", "Kaga")):
        _, front, body = (
            (tmp_path / "out" / locale / "cities" / "jp-kaga.md")
            .read_text(encoding="utf-8")
            .split("---\n", 2)
        )
        assert json.loads(front)["title"] == title
        assert "<h1" in body


def test_nothing_is_written_of_a_wrong_portal(
    environment: object, wrong_folder: Path, tmp_path: Path
) -> None:
    result = run("write", "--root", wrong_folder, tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr.startswith(LINE)
    assert not (tmp_path / "out").exists()
