from __future__ import annotations

import os
from pathlib import Path

from editing import put

from portal.pages.side_folders import SideFolders


def told(sides: SideFolders) -> list[str]:
    found = sides.problems(["published/addresses.txt", "published/records/cities.csv"])
    return [
        f"{problem.place.path}: {problem.code} {problem.found.get('nearest', '')}"
        for problem in found
    ]


def test_a_portal_needs_none_of_them(tmp_path: Path) -> None:
    sides = SideFolders(tmp_path, tmp_path / "overrides")
    assert (told(sides), sides.templates, sides.gaps) == ([], [], set())


def test_what_is_no_snapshot_is_told(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "published/addresses.txt": "/\n",
            "published/README.md": "Notes\n",
            "published/records/cities.csv": "id,\n",
            "published/records/citys.csv": "id,\n",
            "published/notes.docx": "x",
            "published/addresses.txt.orig": "x",
        },
    )
    assert told(SideFolders(tmp_path)) == [
        "published/addresses.txt.orig: stray-copy ",
        "published/notes.docx: stray-file ",
        "published/records/citys.csv: stray-file-near cities.csv",
    ]


def test_templates_are_files(tmp_path: Path) -> None:
    put(tmp_path, {"templates/city.html.j2": "x", "own/partials/header.html": "x"})
    (tmp_path / "own" / "main.html").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "templates" / "plan.html.j2")
    sides = SideFolders(tmp_path, tmp_path / "own")
    assert told(sides) == ["templates/plan.html.j2: file-is-pipe ", "own/main.html: file-is-link "]
    assert sides.templates == [
        tmp_path / "templates/city.html.j2",
        tmp_path / "own/partials/header.html",
    ]
    assert sides.gaps == {"own/main.html", "templates/plan.html.j2"}


def test_templates_are_text(tmp_path: Path) -> None:
    put(tmp_path, {"templates/city.html.j2": "x", "templates/empty.j2": ""})
    (tmp_path / "templates" / "plan.html.j2").write_bytes("計畫".encode("big5"))
    (tmp_path / "templates" / "logo.png").write_bytes(b"\x89PNG")
    assert told(SideFolders(tmp_path)) == ["templates/plan.html.j2: other-encoding "]
